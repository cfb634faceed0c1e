import { type Grafana, isGone, isUnsure } from '../clients/grafana.ts'
import { sideBySide } from '../lib/concurrency.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import { oneLine } from '../lib/text.ts'
import type { GrafanaResult } from '../plan/grafana.ts'
import type { NormalDashboard } from '../plan/grafana-dashboard.ts'
import { marked, type Standing, type StoredDashboard, standing, writerOf } from '../plan/grafana-standing.ts'
import {
  type Attempt,
  attempt,
  type GrafanaWork,
  observe,
  READS_AT_ONCE,
  settled,
  WRITES_AT_ONCE,
} from './grafana-work.ts'

/** So few are asked for one by one: a list carries every dashboard of the instance. */
const FEW = 3

/** A list may carry this many more dashboards than we have, before it is given up for single reads. */
const SPARE = 50

/** What is known of a uid: undefined means that Grafana does not have it. */
export type SeenDashboards = (uid: string) => Attempt<StoredDashboard | undefined>

export interface ObservedDashboards {
  look: SeenDashboards
  /** Whether every dashboard of the instance was seen, and not only those that were looked for. */
  complete: boolean
}

/** Whether so many are asked for by a list. */
export const isMany = (dashboards: number): boolean => dashboards > FEW

/**
 * The stored dashboards among ours: from one list of everything where Grafana gives one and is not much bigger than
 * what we bring, else by a search for the uids and one read for each that exists. The list needs no uids, and is asked
 * for while the files are still brought into form.
 */
export async function observeDashboards(
  grafana: Grafana,
  files: number,
  forming: Promise<{ good: readonly NormalDashboard[] }>,
): Promise<ObservedDashboards> {
  const seen = new Map<string, Attempt<StoredDashboard | undefined>>()
  const look: SeenDashboards = (uid) => seen.get(uid) ?? { ok: true, value: undefined }
  if (isMany(files)) {
    // A list that fails, or is too big to take, says nothing of Grafana: what is read one by one is smaller.
    const list = await settled(() => grafana.listDashboards(2 * files + SPARE))
    const { dashboards, complete } = (list.ok && list.value) || { dashboards: [], complete: false }
    for (const value of dashboards) seen.set(value.uid, { ok: true, value })
    if (complete) return { look, complete }
  }
  const { good } = await forming
  const missing = good.map(({ uid }) => uid).filter((uid) => !seen.has(uid))
  const open = isMany(missing.length) ? await existing(grafana, missing) : missing
  for (const [uid, read] of await readEach(grafana, open)) seen.set(uid, read)
  return { look, complete: false }
}

/** Those of the uids that a search finds; all of them where it fails. */
export async function existing(grafana: Grafana, uids: readonly string[]): Promise<readonly string[]> {
  const known = await observe(grafana, () => grafana.knownDashboards(uids))
  return known.ok ? uids.filter((uid) => known.value.has(uid)) : uids
}

/** One read for each uid, what each brought. */
export async function readEach(
  grafana: Grafana,
  uids: readonly string[],
): Promise<Map<string, Attempt<StoredDashboard | undefined>>> {
  const read = async (uid: string) =>
    [uid, await observe(grafana, () => grafana.dashboard(uid), isGone)] as const
  return new Map(await sideBySide(uids, READS_AT_ONCE, read))
}

/** Writes what differs, each with its own result. */
export function writeDashboards(
  work: GrafanaWork,
  dashboards: readonly NormalDashboard[],
  seen: SeenDashboards,
): Promise<GrafanaResult[]> {
  return sideBySide(dashboards, WRITES_AT_ONCE, (dashboard) =>
    writeDashboard(work, dashboard, seen(dashboard.uid)),
  )
}

async function writeDashboard(
  work: GrafanaWork,
  dashboard: NormalDashboard,
  read: Attempt<StoredDashboard | undefined>,
): Promise<GrafanaResult> {
  const { grafana, desired } = work
  const { file, title, uid } = dashboard
  const about = { kind: 'dashboard', name: title, file, url: `${grafana.url}/d/${uid}` } as const
  if (!read.ok) return { ...about, state: 'failed', problem: read.problem }
  const stored = read.value
  const found = standing(dashboard, stored, placeOf(work))
  if (found === 'unchanged') return { ...about, state: 'unchanged' }
  const refused = objection(dashboard, stored, found, desired.overwrite === 'always')
  if (refused) return { ...about, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused }
  const written = await attempt(work, () => save(work, dashboard, found !== 'absent'))
  if (!written.ok) return { ...about, state: 'failed', problem: written.problem }
  if (found === 'absent') return { ...about, state: 'created' }
  return { ...about, state: 'updated', ...(found !== 'changed' && { why: 'overwritten, as configured' }) }
}

const placeOf = ({ desired }: GrafanaWork) => ({
  deployment: desired.deployment,
  folderUid: desired.folder.uid,
})

/** Why a stored dashboard is left as it is: a warning where it is ours, an error where its uid is somebody else's. */
function objection(
  { file, title, uid }: NormalDashboard,
  stored: StoredDashboard | undefined,
  found: Standing,
  always: boolean,
): Problem | undefined {
  const at = { file, line: 1, column: 1 }
  const name = `"${oneLine(title, 100)}" (${uid})`
  if (found === 'edited' && !always) {
    // Grafana's own editor drops our mark, so without one it may also be a dashboard that we never wrote.
    const why =
      stored && writerOf(stored.json) !== undefined
        ? 'was changed in Grafana since we last wrote it'
        : `was made or changed by hand in Grafana and differs from ${file}`
    return {
      ...{ code: 'grafana-dashboard-edited', severity: 'warning', at },
      message: `The dashboard ${name} ${why}. It is left as it is.`,
      hint: `Take the change over into ${file}, or set grafana.overwrite: always in monitoring.yml to replace it.`,
    }
  }
  if (found === 'provisioned')
    return {
      ...{ code: 'grafana-dashboard-provisioned', severity: 'warning', at },
      message: `The dashboard ${name} is provisioned from a file on the Grafana server and differs from ${file}.`,
      hint: `Remove it there, or give the dashboard in ${file} another uid.`,
    }
  if (found === 'other-deployment' || (found === 'foreign' && !always)) {
    const whose =
      found === 'foreign'
        ? `is in another folder (${stored?.folderUid || 'General'})`
        : 'belongs to another deployment'
    return {
      ...{ code: 'grafana-dashboard-clash', severity: 'error', at },
      message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by us.`,
      hint: `Give the dashboard in ${file} another uid${found === 'foreign' ? ', or set grafana.overwrite: always to take it over' : ''}.`,
    }
  }
  return undefined
}

/**
 * A save whose answer got lost is looked up before it is repeated, so that nothing is written twice. `overwrite` only
 * what is known to be there: up to Grafana 10 a new dashboard would replace another one of its title (measured on 10.1).
 */
async function save(work: GrafanaWork, dashboard: NormalDashboard, overwrite: boolean): Promise<void> {
  const { grafana, desired } = work
  const { deployment, folder } = desired
  const json = marked(dashboard, deployment, folder.uid)
  const place = { folderUid: folder.uid, overwrite }
  const post = () => grafana.saveDashboard(json, place, `Written by deploy-monitoring for ${deployment}`)
  try {
    await post()
  } catch (error) {
    if (!(error instanceof ActionError) || !isUnsure(error)) throw error
    const now = await grafana.dashboard(dashboard.uid)
    if (standing(dashboard, now, placeOf(work)) !== 'unchanged') await post()
  }
}
