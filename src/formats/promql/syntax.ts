import type { parser } from '@prometheus-io/lezer-promql'
import type { PromqlError, Selector } from './types.ts'

export type SyntaxTree = ReturnType<typeof parser.parse>
export type SyntaxNode = SyntaxTree['topNode']

/** The state of a walk through a syntax tree: what it has collected. */
export interface Walk {
  query: string
  errors: PromqlError[]
  selectors: Selector[]
  experimental: { name: string; from: number; to: number }[]
  parameters: { name: string; value: number; from: number }[]
  emptyRanges: { text: string; from: number }[]
  depth: number
}

/** What a query contains that could not be read. */
export const nothingFound = () => ({
  selectors: [],
  experimental: [],
  parameters: [],
  emptyRanges: [],
})

/** The source text of a node. */
export const sourceText = (walk: Walk, node: SyntaxNode): string => walk.query.slice(node.from, node.to)

/** Collects an error for which Prometheus would refuse the query. */
export function addError(walk: Walk, node: SyntaxNode, message: string): void {
  walk.errors.push({ kind: 'syntax', message, from: node.from, to: node.to })
}

/** The children of a node, without comments, which the grammar allows between any two parts. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'LineComment') found.push(child)
  return found
}
