import type { NormalDashboard } from '../plan/grafana-dashboard.ts'
import { type StoredDashboard, writerOf } from '../plan/grafana-standing.ts'
import { ownUid, underUids } from '../plan/grafana-uids.ts'
import type { ObservedDashboards, SeenDashboards } from './grafana-dashboards.ts'
import { type Attempt, atMost, type GrafanaWork, observe, READS_AT_ONCE } from './grafana-work.ts'

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
  work: GrafanaWork,
  dashboards: readonly NormalDashboard[],
  { look, complete }: ObservedDashboards,
): Promise<SettledDashboards> {
  const { deployment } = work.desired
  const writer = ({ uid }: NormalDashboard): string | undefined => {
    const there = look(uid)
    return there.ok && there.value ? writerOf(there.value.json) : undefined
  }
  const unclear = dashboards.filter((dashboard) => writer(dashboard) !== deployment)
  const own = unclear.map(({ uid }) => ownUid(uid, deployment))
  const looked = complete || own.length === 0 ? look : await alsoFor(work, own, look)
  const moves = unclear.filter((dashboard) => {
    const twin = looked(ownUid(dashboard.uid, deployment))
    return writer(dashboard) !== undefined || !twin.ok || twin.value !== undefined
  })
  const moved = new Map(moves.map(({ uid }) => [uid, ownUid(uid, deployment)]))
  return { dashboards: underUids(dashboards, moved), look: looked, moved }
}

/** Looks for further uids: a search tells which exist, and only those are read. */
async function alsoFor(
  { grafana }: GrafanaWork,
  uids: readonly string[],
  look: SeenDashboards,
): Promise<SeenDashboards> {
  const known = await observe(() => grafana.knownDashboards(uids))
  const seen = new Map<string, Attempt<StoredDashboard | undefined>>()
  const open = known.ok ? uids.filter((uid) => known.value.has(uid)) : uids
  await atMost(READS_AT_ONCE, open, async (uid) => {
    seen.set(uid, await observe(() => grafana.dashboard(uid)))
  })
  return (uid) => seen.get(uid) ?? look(uid)
}
