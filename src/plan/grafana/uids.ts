import { deploymentUid, withUids } from '../../desired/grafana/uids.ts'
import type { Attempt } from '../../lib/attempt.ts'
import type { NormalDashboard, StoredDashboard } from '../../model/grafana.ts'
import { writerOf } from './ownership.ts'

/** The dashboards that were read, by uid. A uid that is not in it does not exist in Grafana. */
export type StoredDashboards = ReadonlyMap<string, Attempt<StoredDashboard | undefined>>

const ABSENT: Attempt<undefined> = { ok: true, value: undefined }

/** The stored dashboard of a uid. */
export const storedAs = (stored: StoredDashboards, uid: string): Attempt<StoredDashboard | undefined> =>
  stored.get(uid) ?? ABSENT

function writer(stored: StoredDashboards, { uid }: NormalDashboard): string | undefined {
  const read = storedAs(stored, uid)
  return read.ok && read.value ? writerOf(read.value) : undefined
}

/** The dashboards that this deployment has not written under their plain uid: it may have them under another one. */
export const writtenByOthers = (
  dashboards: readonly NormalDashboard[],
  stored: StoredDashboards,
  deployment: string,
): NormalDashboard[] => dashboards.filter((dashboard) => writer(stored, dashboard) !== deployment)

/** Dashboards with the uids that they have in this Grafana. */
export interface AssignedDashboards {
  dashboards: NormalDashboard[]
  /** uid in the file → uid in Grafana, where they differ. */
  moved: ReadonlyMap<string, string>
}

/**
 * One Grafana may serve several deployments of the same files. A deployment whose uid is taken by another deployment
 * uses its own uid, and keeps it also when the other deployment is removed.
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
