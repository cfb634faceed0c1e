import type { parser } from '@prometheus-io/lezer-promql'
import type { Join, PromqlError, Selector } from './types.ts'

export type SyntaxTree = ReturnType<typeof parser.parse>
export type SyntaxNode = SyntaxTree['topNode']

/** What a walk through a tree collects. */
export interface Walk {
  query: string
  errors: PromqlError[]
  selectors: Selector[]
  joins: Join[]
  experimental: { name: string; from: number; to: number }[]
  depth: number
}

/** A node as it is written. */
export const sourceText = (walk: Walk, node: SyntaxNode): string => walk.query.slice(node.from, node.to)

/** Notes what Prometheus would refuse. */
export function addError(walk: Walk, node: SyntaxNode, message: string): void {
  walk.errors.push({ kind: 'syntax', message, from: node.from, to: node.to })
}

/** Without comments, which the grammar keeps between any two parts. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'LineComment') found.push(child)
  return found
}
