import type { Grafana } from '../../clients/grafana/client.ts'
import { isUnavailable } from '../../clients/grafana/errors.ts'
import { deploymentUid } from '../../desired/grafana/uids.ts'
import { type Attempt, attempt } from '../../lib/attempt.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { GrafanaDesired, NormalDashboard, StoredDashboard } from '../../model/grafana.ts'
import { attemptRead } from './attempt.ts'
import type { NormalFiles } from './files.ts'
import { type StoredDashboards, writtenByOthers } from './uids.ts'

export const READS_AT_ONCE = 6

/** Up to this many are read one by one: a list contains every dashboard of the instance. */
const FEW = 3

/** Whether this many dashboards are read by a list. */
export const shouldList = (dashboards: number): boolean => dashboards > FEW

/**
 * A page of the list has up to 2 MB, most of it dashboards of others. It replaces single reads only where those would be
 * this many times as many, and not for longer than this: each page takes as long as tens of reads.
 */
const READS_PER_PAGE = 5
const MOST_PAGES = 32

/**
 * Reads the stored dashboards of a deployment, also under the uids that it uses where other deployments have the plain
 * ones: from a list of everything where Grafana offers one, page by page. A long list is read on only as long as it has
 * what is sought (a search in our folder knows that) and while it costs fewer requests than single reads. The first page
 * needs no uids, so it is requested while the files are still being normalised.
 */
export async function observeDashboards(
  grafana: Grafana,
  { deployment, dashboards, folder }: GrafanaDesired,
  forming: Promise<NormalFiles>,
): Promise<StoredDashboards> {
  const search = knownOf(grafana, folder.uid, deployment, forming)
  const list = shouldList(dashboards.length) ? await listed(grafana, search) : NOTHING
  if (list.isComplete) return list.stored
  const { good } = await forming
  const missing = good.map(({ uid }) => uid).filter((uid) => !list.stored.has(uid))
  const sought = shouldList(missing.length) ? await search.unseen(list.stored) : missing
  const stored = new Map([...list.stored, ...(await readDashboards(grafana, sought))])
  const own = writtenByOthers(good, stored, deployment)
    .map(({ uid }) => deploymentUid(uid, deployment))
    .filter((uid) => !stored.has(uid))
  if (own.length === 0) return stored
  return new Map([...stored, ...(await readDashboards(grafana, await existing(grafana, own)))])
}

interface ListedDashboards {
  stored: StoredDashboards
  /** Whether the list has every dashboard of the instance. */
  isComplete: boolean
}

const NOTHING: ListedDashboards = { stored: new Map(), isComplete: false }

interface DashboardSearch {
  /** The uids of dashboards that exist, are not among these and may be those of the deployment. */
  unseen(seen: ReadonlyMap<string, unknown>): Promise<string[]>
}

/**
 * Which of the dashboards exist: one search in the folder of the deployment, under both of their uids, and further ones
 * for those that it does not find. Each is made once, and only when it is needed.
 */
function knownOf(
  grafana: Grafana,
  folderUid: string,
  deployment: string,
  forming: Promise<NormalFiles>,
): DashboardSearch {
  const both = ({ uid }: NormalDashboard) => [uid, deploymentUid(uid, deployment)]
  const search = async (seen: ReadonlyMap<string, unknown>): Promise<ReadonlySet<string>> => {
    const open = (await forming).good.filter((one) => both(one).every((uid) => !seen.has(uid)))
    const inFolder = await attempt(() => grafana.dashboardsInFolder(folderUid))
    const here: ReadonlySet<string> = inFolder.ok ? inFolder.value : new Set()
    const elsewhere = open.filter((one) => both(one).every((uid) => !here.has(uid))).map(({ uid }) => uid)
    const found = elsewhere.length === 0 ? [] : await existing(grafana, elsewhere)
    return new Set([...open.flatMap(both).filter((uid) => here.has(uid)), ...found])
  }
  let known: Promise<ReadonlySet<string>> | undefined
  return {
    unseen: async (seen) => {
      known ??= search(seen)
      return [...(await known)].filter((uid) => !seen.has(uid))
    },
  }
}

/** A list that fails or is too long does not mean that Grafana is unavailable: single reads are smaller. */
async function listed(grafana: Grafana, search: DashboardSearch): Promise<ListedDashboards> {
  const isEnough = async (sofar: readonly StoredDashboard[], pages: number) => {
    const unseen = await search.unseen(byUid(sofar))
    return pages >= MOST_PAGES || pages * READS_PER_PAGE >= unseen.length
  }
  const list = await attempt(() => grafana.listDashboards(isEnough))
  if (!list.ok || !list.value) return NOTHING
  const { dashboards, complete } = list.value
  return { stored: byUid(dashboards), isComplete: complete }
}

const byUid = (dashboards: readonly StoredDashboard[]): Map<string, Attempt<StoredDashboard | undefined>> =>
  new Map(dashboards.map((value) => [value.uid, { ok: true, value }]))

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
