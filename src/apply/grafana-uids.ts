import type { NormalDashboard } from '../plan/grafana-dashboard.ts'
import { writerOf } from '../plan/grafana-standing.ts'
import { ownUid, underUids } from '../plan/grafana-uids.ts'
import { existing, type ObservedDashboards, readEach, type SeenDashboards } from './grafana-dashboards.ts'
import type { GrafanaWork } from './grafana-work.ts'

/** Dashboards under the uids that they have in this Grafana, and what is there. */
export interface SettledDashboards {
  dashboards: NormalDashboard[]
  look: SeenDashboards
  /** uid in the file → uid in Grafana, where they differ. */
  moved: ReadonlyMap<string, string>
}

/**
 * One Grafana may serve several deployments of the same files. Who finds a uid taken by another deployment takes one
 * of its own, and keeps it from then on, also when the other one is gone.
 */
export async function settleUids(
  { grafana, desired: { deployment } }: GrafanaWork,
  dashboards: readonly NormalDashboard[],
  { look, complete }: ObservedDashboards,
): Promise<SettledDashboards> {
  const writer = ({ uid }: NormalDashboard): string | undefined => {
    const there = look(uid)
    return there.ok && there.value ? writerOf(there.value.json) : undefined
  }
  const unclear = dashboards.filter((dashboard) => writer(dashboard) !== deployment)
  const own = unclear.map(({ uid }) => ownUid(uid, deployment))
  const more =
    complete || own.length === 0 ? undefined : await readEach(grafana, await existing(grafana, own))
  const looked: SeenDashboards = (uid) => more?.get(uid) ?? look(uid)
  const moves = unclear.filter((dashboard) => {
    const twin = looked(ownUid(dashboard.uid, deployment))
    return writer(dashboard) !== undefined || !twin.ok || twin.value !== undefined
  })
  const moved = new Map(moves.map(({ uid }) => [uid, ownUid(uid, deployment)]))
  return { dashboards: underUids(dashboards, moved), look: looked, moved }
}
