import type { Path } from '../../formats/json-places.ts'
import type { Code } from '../catalog.ts'
import type { Contract } from '../contract.ts'
import { type Budget, parseGrafana } from '../stand-ins.ts'
import type { Dashboard } from './read.ts'
import { kindOf, sourceOf } from './source.ts'

/** Below this, each metric that nobody declares is told by itself. */
const MANY = 4

interface About {
  contract: Contract
  budget: Budget
  /** The configuration does not name the dashboard. */
  found: boolean
}

/**
 * What the queries of a dashboard are held against. One about other programs altogether gets one finding instead of
 * one for each metric, and undefined. In one that merely lies in the repository and has none of our metrics, the
 * labels may be those of another Prometheus too.
 */
export function heldAgainst(
  dashboard: Dashboard,
  { contract, budget, found }: About,
  report: (code: Code, path: Path, message: string, hint: string) => void,
): Contract | undefined {
  if (!contract.declares) return contract
  const names = metricsOf(dashboard, budget)
  const kinds = Map.groupBy(names, (name) => contract.series(name).kind)
  if (kinds.has('declared') || kinds.has('impossible')) return contract
  const unknown = kinds.get('unknown') ?? []
  if (unknown.length < MANY) return found ? { ...contract, values: () => undefined } : contract
  report(
    'dashboard/unrelated',
    [...dashboard.path, 'title'],
    `None of the ${names.size} metrics of this dashboard is declared by a service (${unknown.slice(0, 3).join(', ')}, …).`,
    'Declare them under metrics of their service, or leave the dashboard out.',
  )
  return undefined
}

function metricsOf(dashboard: Dashboard, budget: Budget): Set<string> {
  const targets = dashboard.panels.flatMap((panel) =>
    panel.targets.filter(
      (target) =>
        !target.hidden && kindOf(sourceOf(target, panel), dashboard) !== 'other' && target.expr !== '',
    ),
  )
  return new Set(
    targets.flatMap(({ expr }) =>
      parseGrafana(expr, budget).parsed.selectors.flatMap(({ metric }) => metric ?? []),
    ),
  )
}
