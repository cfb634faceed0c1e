import { parsePromql } from '../../formats/promql/parse.ts'
import { get, type Tree } from '../../formats/tree.ts'
import type { Contract } from '../contract.ts'
import type { RuleFile, RuleItem } from './subject.ts'

/** Below this, each metric that no service declares is reported by itself. */
const MANY = 4

/**
 * What the rules of a file are compared with. Rules about none of our metrics are most likely for another Prometheus,
 * whose labels have other values; many such metrics get one diagnostic instead of one each.
 */
export function relationOfRules(
  tree: Tree,
  rules: readonly RuleItem[],
  contract: Contract,
): { contract: Contract; unrelated?: RuleFile['unrelated'] } {
  if (!contract.declares) return { contract }
  const isOurs = (name: string) => /^(?:declared|impossible)$/.test(contract.series(name).kind)
  // Any word will do: what is ours is not the name of a function.
  if (rules.some(({ query }) => query.match(/[a-zA-Z_:][\w:]*/g)?.some(isOurs))) return { contract }
  const names = new Set(
    rules.flatMap(({ query }) => parsePromql(query).selectors.flatMap(({ metric }) => metric ?? [])),
  )
  const unknown = [...names].filter((name) => contract.series(name).kind === 'unknown')
  const apart = { ...contract, values: () => undefined }
  if (unknown.length < MANY) return { contract: apart }
  const at = get(tree, 'groups')?.at ?? tree.at
  return {
    contract: { ...apart, declares: false },
    unrelated: { at, metrics: names.size, examples: unknown.slice(0, 3) },
  }
}
