import { parsePromql } from '../../formats/promql/parse.ts'
import { get, type Tree } from '../../formats/tree.ts'
import { type Contract, isAboutOthers } from '../contract.ts'
import type { RuleFile, RuleItem } from './subject.ts'

/**
 * The contract for the rules of a file. Rules about none of the declared metrics are most likely for another Prometheus,
 * whose labels have other values; they get one diagnostic instead of one for each metric.
 */
export function relationOfRules(
  tree: Tree,
  rules: readonly RuleItem[],
  contract: Contract,
): { contract: Contract; unrelated?: RuleFile['unrelated'] } {
  if (!contract.declares) return { contract }
  const isDeclared = (name: string) => /^(?:declared|impossible)$/.test(contract.series(name).kind)
  // Every word is looked up: a declared metric does not have the name of a function.
  if (rules.some(({ query }) => query.match(/[a-zA-Z_:][\w:]*/g)?.some(isDeclared))) return { contract }
  const names = new Set(
    rules.flatMap(({ query }) => parsePromql(query).selectors.flatMap(({ metric }) => metric ?? [])),
  )
  const unknown = [...names].filter((name) => contract.series(name).kind === 'unknown')
  const withoutLabels = { ...contract, values: () => undefined }
  if (!isAboutOthers(unknown, contract)) return { contract: withoutLabels }
  const at = get(tree, 'groups')?.at ?? tree.at
  return {
    contract: { ...withoutLabels, declares: false },
    unrelated: { at, metrics: names.size, examples: unknown.slice(0, 3) },
  }
}
