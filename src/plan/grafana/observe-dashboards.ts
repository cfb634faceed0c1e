import type { Grafana } from '../../clients/grafana/client.ts'
import { isUnavailable } from '../../clients/grafana/errors.ts'
import { deploymentUid } from '../../desired/grafana/uids.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { attempt, attemptRead } from './attempt.ts'
import type { NormalFiles } from './files.ts'
import { type StoredDashboards, writtenByOthers } from './uids.ts'

export const READS_AT_ONCE = 6

/** Up to this many are read one by one: a list contains every dashboard of the instance. */
const FEW = 3

/** A list may contain this many more dashboards than the deployment; a longer one is given up for single reads. */
const SPARE = 50

/** Whether this many dashboards are read by a list. */
export const shouldList = (dashboards: number): boolean => dashboards > FEW

/**
 * Reads the stored dashboards of a deployment, also under the uids that it uses where other deployments have the plain
 * ones: from one list of everything where Grafana offers one and it is not much longer than the deployment, else by a
 * search for the uids and one read for each that exists. The list needs no uids, so it is requested while the files are
 * still being normalised.
 */
export async function observeDashboards(
  grafana: Grafana,
  { deployment, count }: { deployment: string; count: number },
  forming: Promise<NormalFiles>,
): Promise<StoredDashboards> {
  const list = shouldList(count) ? await listed(grafana, count) : NOTHING
  if (list.isComplete) return list.stored
  const { good } = await forming
  const missing = good.map(({ uid }) => uid).filter((uid) => !list.stored.has(uid))
  const open = shouldList(missing.length) ? await existing(grafana, missing) : missing
  const stored = new Map([...list.stored, ...(await readDashboards(grafana, open))])
  const own = writtenByOthers(good, stored, deployment).map(({ uid }) => deploymentUid(uid, deployment))
  if (own.length === 0) return stored
  return new Map([...stored, ...(await readDashboards(grafana, await existing(grafana, own)))])
}

interface ListedDashboards {
  stored: StoredDashboards
  /** Whether the list has every dashboard of the instance. */
  isComplete: boolean
}

const NOTHING: ListedDashboards = { stored: new Map(), isComplete: false }

/** A list that fails or is too long does not mean that Grafana is unavailable: single reads are smaller. */
async function listed(grafana: Grafana, count: number): Promise<ListedDashboards> {
  const list = await attempt(() => grafana.listDashboards(2 * count + SPARE))
  if (!list.ok || !list.value) return NOTHING
  const { dashboards, complete } = list.value
  return {
    stored: new Map(dashboards.map((value) => [value.uid, { ok: true, value }])),
    isComplete: complete,
  }
}

/** Those of the uids that a search finds; all of them where it fails. */
async function existing(grafana: Grafana, uids: readonly string[]): Promise<readonly string[]> {
  const known = await attemptRead(grafana, () => grafana.knownDashboards(uids))
  return known.ok ? uids.filter((uid) => known.value.has(uid)) : uids
}

/** One read for each uid, with the result of each. */
async function readDashboards(grafana: Grafana, uids: readonly string[]): Promise<StoredDashboards> {
  const read = async (uid: string) =>
    [uid, await attemptRead(grafana, () => grafana.dashboard(uid), isUnavailable)] as const
  return new Map(await mapConcurrently(uids, READS_AT_ONCE, read))
}
