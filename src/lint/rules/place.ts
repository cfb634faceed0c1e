import type { TextPosition, Tree } from '../../formats/tree.ts'

/** Where an offset of a query stands in its file; the query's own place where folding or escapes hide it. */
export const placeIn = (node: Tree, offset: number | undefined): TextPosition =>
  (offset !== undefined && node.kind === 'value' && node.inside?.(offset)) || node.at
