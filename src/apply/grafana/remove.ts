import { mapConcurrently } from '../../lib/concurrency.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { GrafanaResult } from '../../plan/grafana/outcome.ts'
import type { GrafanaRemovalPlan } from '../../plan/grafana/removal.ts'
import { carryOut } from './carry-out.ts'
import type { GrafanaSession } from './writes.ts'

/**
 * Carries out the removal: rules first, so that none of them fires for a Prometheus that is going; the folder once it is
 * empty. Every object has its own result, and one that fails does not stop the others.
 */
export async function removeFromGrafana(
  plan: GrafanaRemovalPlan,
  session: GrafanaSession,
): Promise<GrafanaResult[]> {
  const remove = (objects: GrafanaRemovalPlan['rules'], because?: Diagnostic) =>
    mapConcurrently(objects, 1, (object) => carryOut(session, object, because))
  const inside = [...(await remove(plan.rules)), ...(await remove(plan.dashboards))]
  const left = inside.find((one) => one.state === 'failed')
  const folder = await remove(plan.folder, left && 'problem' in left ? left.problem : undefined)
  return [...inside, ...folder, ...(await remove(plan.dataSource))]
}
