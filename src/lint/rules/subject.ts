import type { ParsedQuery } from '../../formats/promql/types.ts'
import { get, items, scalarText, type Table, type TextPosition, type Tree } from '../../formats/tree.ts'

/** A rule file, with its parsed queries. Rules in a form that Prometheus does not accept are left to promtool. */
export interface RuleFile {
  tree: Tree
  /** The file has more YAML documents after the first one. */
  more: boolean
  /** There are rules in them, which Prometheus does not read. */
  losesRules: boolean
  rules: readonly ParsedRule[]
  /** Whether the Prometheus that is deployed here runs it. */
  isOurs: boolean
  /** That Prometheus evaluates no rules, as an agent does: Grafana evaluates the alerts. */
  isOfAgent: boolean
  /** Metrics that no service declares, where none of the file's metrics is declared by one. */
  unrelated: { at: TextPosition; metrics: number; examples: readonly string[] } | undefined
}

/** One rule with a name and a query. */
export interface RuleItem {
  kind: 'alert' | 'record'
  name: string
  /** The place of the name. */
  at: TextPosition
  node: Table
  expr: Tree
  query: string
}

/** A rule together with its parsed query. */
export type ParsedRule = RuleItem & { parsed: ParsedQuery }

/** The rules of a file, in the order of the file. */
export function rulesOf(tree: Tree): RuleItem[] {
  return items(get(tree, 'groups'))
    .flatMap((group) => [...items(get(group, 'rules'))])
    .flatMap((node) => {
      const kind = scalarText(get(node, 'record')) ? 'record' : 'alert'
      const name = get(node, kind)
      const expr = get(node, 'expr')
      const text = scalarText(name)
      const query = scalarText(expr)
      return node.kind === 'table' && name && text && expr && query
        ? [{ kind, name: text, at: name.at, node, expr, query } as const]
        : []
    })
}

/** Whether a rule has no value for a key. */
export function lacks({ node }: RuleItem, key: string): boolean {
  const value = get(node, key)
  return !value || (value.kind === 'value' && value.value === null)
}
