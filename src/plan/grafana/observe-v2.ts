import type { Grafana } from '../../clients/grafana/client.ts'
import type { Attempt } from '../../lib/attempt.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { GrafanaDesired, NormalDashboard, StoredDashboard } from '../../model/grafana.ts'
import { attemptRead } from './attempt.ts'
import type { NormalFiles } from './files.ts'
import { READS_AT_ONCE } from './observe-dashboards.ts'
import { ownershipOf, writerOf } from './ownership.ts'
import { assignUids, type StoredDashboards, storedAs } from './uids.ts'

/** What dashboards of schema v2 need to know. */
export interface ObservedSchemaV2 {
  /** The versions of the API that Grafana serves; undefined where no file has schema v2. */
  versions: Attempt<readonly string[]> | undefined
  /** With the content of those dashboards in schema v2 where their records do not show that they are unchanged. */
  dashboards: StoredDashboards
}

/**
 * A list returns dashboards of schema v2 converted to the classic one. The record of the last write decides without the
 * content whether such a dashboard is unchanged; only of the others it is read.
 */
export async function observeSchemaV2(
  grafana: Grafana,
  { deployment, folder }: GrafanaDesired,
  forming: Promise<NormalFiles>,
  reading: Promise<StoredDashboards>,
): Promise<ObservedSchemaV2> {
  const { good } = await forming
  if (!good.some(({ apiVersions }) => apiVersions)) return { versions: undefined, dashboards: await reading }
  const [versions, stored] = await Promise.all([
    attemptRead(grafana, () => grafana.dashboardVersions()),
    reading,
  ])
  const place = { deployment, folderUid: folder.uid }
  const isOpen = ({ uid, json }: NormalDashboard): boolean => {
    const read = storedAs(stored, uid)
    if (!read.ok || !read.value || isMarkedClassic(read.value)) return false
    return ownershipOf({ json, isV2: true }, read.value, place) !== 'unchanged'
  }
  const open = assignUids(good, stored, deployment).dashboards.flatMap((dashboard) => {
    const version = apiVersionFor(dashboard, versions)
    return version !== undefined && isOpen(dashboard) ? [{ uid: dashboard.uid, version }] : []
  })
  const contents = await mapConcurrently(
    open,
    READS_AT_ONCE,
    async ({ uid, version }) =>
      [uid, await attemptRead(grafana, () => grafana.dashboardAs(version, uid))] as const,
  )
  return {
    versions,
    dashboards: new Map([...stored, ...contents.filter(([, read]) => !read.ok || read.value)]),
  }
}

/** The mark in a classic dashboard of this action is no longer in its conversion to schema v2. */
const isMarkedClassic = (stored: StoredDashboard): boolean =>
  stored.record === undefined && writerOf(stored) !== undefined

/** The version of the API for a dashboard; undefined where Grafana serves none that accepts it, or for the classic schema. */
export const apiVersionFor = (
  { apiVersions }: NormalDashboard,
  served: Attempt<readonly string[]> | undefined,
): string | undefined =>
  served?.ok ? apiVersions?.find((version) => served.value.includes(version)) : undefined
