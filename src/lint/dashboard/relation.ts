import type { Contract } from '../contract.ts'
import { readQuery } from '../query/lint.ts'
import type { LintedDashboard } from './subject.ts'

/** Below this number, each metric that no service declares is reported separately. */
const MANY = 4

/**
 * The contract for the queries of a dashboard. A dashboard about other programs gets one diagnostic instead of one for
 * each metric, and no contract. In a dashboard that the configuration does not name and that has none of the declared
 * metrics, the labels may be those of another Prometheus too.
 */
export function relationOfDashboard(
  expressions: readonly string[],
  contract: Contract,
  found: boolean,
): { contract: Contract | undefined; unrelated?: LintedDashboard['unrelated'] } {
  if (!contract.declares) return { contract }
  const names = new Set(
    expressions.flatMap((expr) =>
      readQuery(expr, 'panel').parsed.selectors.flatMap(({ metric }) => metric ?? []),
    ),
  )
  const kinds = Map.groupBy(names, (name) => contract.series(name).kind)
  if (kinds.has('declared') || kinds.has('impossible')) return { contract }
  const unknown = kinds.get('unknown') ?? []
  if (unknown.length < MANY) return { contract: found ? { ...contract, values: () => undefined } : contract }
  return { contract: undefined, unrelated: { metrics: names.size, examples: unknown.slice(0, 3) } }
}
