import type { ParsedQuery } from '../../formats/promql/types.ts'
import { type Contract, isAboutOthers } from '../contract.ts'
import { isOpen } from '../query/variables.ts'
import type { LintedDashboard } from './subject.ts'

/**
 * The contract for the queries of a dashboard. A dashboard about other programs gets one diagnostic instead of one for
 * each metric, and no contract. In a dashboard that the configuration does not name and that has none of the declared
 * metrics, the labels may be those of another Prometheus too.
 */
export function relationOfDashboard(
  queries: readonly ParsedQuery[],
  contract: Contract,
  found: boolean,
): { contract: Contract | undefined; unrelated?: LintedDashboard['unrelated'] } {
  if (!contract.declares) return { contract }
  const names = new Set(
    queries.flatMap(({ selectors }) =>
      selectors.flatMap(({ metric = '' }) => (isOpen(metric) ? [] : metric)),
    ),
  )
  names.delete('')
  const kinds = Map.groupBy(names, (name) => contract.series(name).kind)
  if (kinds.has('declared') || kinds.has('impossible')) return { contract }
  const unknown = kinds.get('unknown') ?? []
  if (!isAboutOthers(unknown, contract))
    return { contract: found ? { ...contract, values: () => undefined } : contract }
  // What is imported here asks the Prometheus that is deployed here, whose labels are known.
  const own = found ? undefined : { ...contract, declares: false }
  return { contract: own, unrelated: { metrics: names.size, examples: unknown.slice(0, 3) } }
}
