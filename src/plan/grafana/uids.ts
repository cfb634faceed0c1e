import { deploymentUid, withUids } from '../../desired/grafana/uids.ts'
import type { NormalDashboard, StoredDashboard } from '../../model/grafana.ts'
import type { Attempt } from './attempt.ts'
import { writerOf } from './ownership.ts'

/** What was read, by uid. One that is not in it does not exist. */
export type StoredDashboards = ReadonlyMap<string, Attempt<StoredDashboard | undefined>>

const ABSENT: Attempt<undefined> = { ok: true, value: undefined }

/** What is known of a uid. */
export const storedAs = (stored: StoredDashboards, uid: string): Attempt<StoredDashboard | undefined> =>
  stored.get(uid) ?? ABSENT

function writer(stored: StoredDashboards, { uid }: NormalDashboard): string | undefined {
  const there = storedAs(stored, uid)
  return there.ok && there.value ? writerOf(there.value.json) : undefined
}

/** Those that this deployment has not written under their own uid: it may have them under another. */
export const writtenByOthers = (
  dashboards: readonly NormalDashboard[],
  stored: StoredDashboards,
  deployment: string,
): NormalDashboard[] => dashboards.filter((dashboard) => writer(stored, dashboard) !== deployment)

/** Dashboards under the uids that they have in this Grafana. */
export interface AssignedDashboards {
  dashboards: NormalDashboard[]
  /** uid in the file → uid in Grafana, where they differ. */
  moved: ReadonlyMap<string, string>
}

/**
 * One Grafana may serve several deployments of the same files. Who finds a uid taken by another deployment takes one
 * of its own, and keeps it from then on, also when the other one is gone.
 */
export function assignUids(
  dashboards: readonly NormalDashboard[],
  stored: StoredDashboards,
  deployment: string,
): AssignedDashboards {
  const moves = writtenByOthers(dashboards, stored, deployment).filter((dashboard) => {
    const twin = storedAs(stored, deploymentUid(dashboard.uid, deployment))
    return writer(stored, dashboard) !== undefined || !twin.ok || twin.value !== undefined
  })
  const moved = new Map(moves.map(({ uid }) => [uid, deploymentUid(uid, deployment)]))
  return { dashboards: withUids(dashboards, moved), moved }
}
