import type { TextPosition, Tree } from '../../formats/tree.ts'

/** The place in the file of an offset in a query; the place of the query where folding or escapes hide it. */
export const placeIn = (node: Tree, offset: number | undefined): TextPosition =>
  (offset !== undefined && node.kind === 'value' && node.inside?.(offset)) || node.at
