import { get, items, type Tree, textOf } from '../../formats/tree.ts'
import { parsePromql } from '../../lib/promql.ts'
import type { Contract } from '../contract.ts'
import type { Report } from './shared.ts'

/** Below this, each metric that nobody declares is told by itself. */
const MANY = 4

/**
 * What the rules of a file are held against. Rules about none of our metrics are most likely for another Prometheus,
 * whose labels have other values; many such metrics get one finding instead of one each.
 */
export function heldAgainst(tree: Tree, contract: Contract, report: Report): Contract {
  if (!contract.declares) return contract
  const expressions = items(get(tree, 'groups'))
    .flatMap((group) => [...items(get(group, 'rules'))])
    .flatMap((rule) => textOf(get(rule, 'expr')) ?? [])
  const isOurs = (name: string) => /^(?:declared|impossible)$/.test(contract.series(name).kind)
  // Any word will do: what is ours is not the name of a function.
  if (expressions.some((expr) => expr.match(/[a-zA-Z_:][\w:]*/g)?.some(isOurs))) return contract
  const names = new Set(
    expressions.flatMap((expr) => parsePromql(expr).selectors.flatMap(({ metric }) => metric ?? [])),
  )
  const unknown = [...names].filter((name) => contract.series(name).kind === 'unknown')
  if (unknown.length < MANY) return { ...contract, values: () => undefined }
  report(
    'rules/unrelated',
    get(tree, 'groups')?.at ?? tree.at,
    `None of the ${names.size} metrics of these rules is declared by a service (${unknown.slice(0, 3).join(', ')}, …).`,
    'Declare them under metrics of their service; rules for another Prometheus are fine as they are.',
  )
  return { ...contract, declares: false, values: () => undefined }
}
