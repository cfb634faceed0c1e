import { setTimeout as sleep } from 'node:timers/promises'
import { type Grafana, isUnsure } from '../clients/grafana.ts'
import { ActionError, type Problem, platformError } from '../lib/errors.ts'
import { oneLine } from '../lib/text.ts'
import type { ExistingDataSource, GrafanaResult, OwnDataSource } from '../plan/grafana.ts'
import {
  changedDataSource,
  dataSourceDifferences,
  newDataSource,
  type StoredDataSource,
} from '../plan/grafana-datasource.ts'
import { type Attempt, attempt, type GrafanaWork, settled } from './grafana-work.ts'

/** Types that are asked in PromQL. */
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource']

/** Milliseconds that a fresh Prometheus' name and address may take to be known to Grafana. */
const HEALTH_PATIENCE_MS = 10_000
const HEALTH_PAUSE_MS = 500

/** A data source that is there already, by uid or else by name; with `own`, the one that this deployment is to have. */
export async function existingDataSource(
  grafana: Grafana,
  { existing, own }: ExistingDataSource,
): Promise<StoredDataSource> {
  const found = (await byUid(grafana, existing)) ?? (await grafana.dataSource('name', existing))
  if (found && PROMETHEUS.includes(found.type)) return found
  if (found) throw new ActionError('platform', [wrongType(found)])
  const name = oneLine(existing, 100)
  throw own === undefined
    ? platformError(
        'grafana-datasource-missing',
        `Grafana has no data source with the uid or name "${name}".`,
        'Name the Prometheus data source that has these metrics as grafana.datasource in monitoring.yml; Grafana lists them under Connections, Data sources.',
      )
    : platformError(
        'grafana-datasource-missing',
        `Grafana does not have the data source "${name}" of this deployment yet; the dashboards ask it as soon as it is there.`,
        'Mode deploy makes it. Mode dashboards does too, when it is given prometheus-url and the password (prometheus-password, or fly-api-token to derive it).',
      )
}

/** A name may hold what no uid can. */
const byUid = async (grafana: Grafana, value: string) =>
  /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined

const wrongType = ({ name, type }: StoredDataSource): Problem => ({
  code: 'grafana-datasource-type',
  severity: 'error',
  message: `The data source "${oneLine(name, 100)}" is of type ${oneLine(type, 50)}, not Prometheus. It is left as it is.`,
  hint: 'Give it another uid, or name a Prometheus data source as grafana.datasource in monitoring.yml.',
})

export interface DataSourceState {
  result: GrafanaResult
  /** Why nothing can ask it: it is not there, or it is something else. */
  blocked?: Problem
}

/** Our own data source: created, corrected where it differs, left alone where it is provisioned. */
export async function applyDataSource(
  work: GrafanaWork,
  own: OwnDataSource,
  stored: StoredDataSource | undefined,
): Promise<DataSourceState> {
  const { grafana } = work
  const about = {
    kind: 'data source',
    name: stored?.name ?? own.name,
    url: `${grafana.url}/connections/datasources/edit/${own.uid}`,
  } as const
  const failed = (problem: Problem): GrafanaResult => ({ ...about, state: 'failed', problem })
  if (!stored) {
    const made = await attempt(work, () => create(grafana, own))
    if (!made.ok) return { result: failed(made.problem), blocked: made.problem }
    return { result: { ...about, state: 'created' } }
  }
  const problem = stored.type === 'prometheus' ? undefined : wrongType(stored)
  if (problem) return { result: failed(problem), blocked: problem }
  const differences = dataSourceDifferences(stored, own)
  if (differences.length === 0) return { result: { ...about, state: 'unchanged' } }
  if (stored.readOnly)
    return { result: { ...about, state: 'kept', problem: provisioned(stored, differences) } }
  const changed = await attempt(work, () => grafana.updateDataSource(own.uid, changedDataSource(stored, own)))
  if (!changed.ok) return { result: failed(changed.problem) }
  return { result: { ...about, state: 'updated', why: `new ${differences.join(', ')}` } }
}

async function create(grafana: Grafana, own: OwnDataSource): Promise<void> {
  try {
    await grafana.createDataSource(newDataSource(own))
  } catch (error) {
    if (!(error instanceof ActionError) || !isUnsure(error)) throw error
    if (!(await grafana.dataSource('uid', own.uid))) await grafana.createDataSource(newDataSource(own))
  }
}

const provisioned = ({ name }: StoredDataSource, differences: readonly string[]): Problem => ({
  code: 'grafana-datasource-provisioned',
  severity: 'warning',
  message: `The data source "${oneLine(name, 100)}" is provisioned from a file and differs from what we need: ${differences.join(', ')}.`,
  hint: 'Change that file on the Grafana server, or give the data source there another uid.',
})

/** What Grafana says of a data source. */
type Health = Attempt<{ ok: boolean; message: string }>

/** Asks at once for the health of a data source that is as wanted; one that is written first is asked after that. */
export async function healthBeforehand(
  { grafana, desired: { dataSource } }: GrafanaWork,
  reading: Promise<Attempt<StoredDataSource | undefined>>,
): Promise<Health | undefined> {
  const read = await reading.catch(() => undefined)
  const stored = read?.ok ? read.value : undefined
  if (!stored || !('existing' in dataSource || isAsWanted(stored, dataSource))) return undefined
  return settled(() => grafana.dataSourceHealth(stored.uid))
}

const isAsWanted = (stored: StoredDataSource, own: OwnDataSource): boolean =>
  stored.type === 'prometheus' && dataSourceDifferences(stored, own).length === 0

/** A data source before Grafana itself asked it, or while it does. */
interface UnprovenDataSource {
  uid: string
  result: GrafanaResult
  /** The first answer, where it was asked for beforehand. */
  first?: Promise<Health | undefined>
}

/**
 * Asks Grafana whether the data source answers, for a while where it does not yet. A password never comes back from
 * Grafana, so that a 401 is how we learn that the stored one is old: it is then sent again.
 */
export async function provenHealth(
  work: GrafanaWork,
  { uid, result, first }: UnprovenDataSource,
): Promise<GrafanaResult> {
  const { grafana, signal } = work
  const deadline = Date.now() + HEALTH_PATIENCE_MS
  // Grafana may wait for Prometheus longer than we wait for Grafana.
  const ask = () => settled(() => grafana.dataSourceHealth(uid))
  for (let asked = (await first) ?? (await ask()); ; asked = await ask()) {
    if (!asked.ok) return unproven(result, asked.problem)
    const { ok, message } = asked.value
    if (ok) return result
    const locked = /\b401\b/.test(message)
    if (locked && result.state === 'unchanged') return relocked(work, uid, result, message)
    // What was changed just now may still be asked with what was there before: Grafana keeps that for 5 s.
    const isFinal = (locked && result.state !== 'updated') || Date.now() > deadline
    if (isFinal) return unproven(result, unhealthy(result.name, message, locked))
    await sleep(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) })
  }
}

/** Prometheus refuses the stored password: ours is sent, where we have one. */
async function relocked(
  work: GrafanaWork,
  uid: string,
  result: GrafanaResult,
  message: string,
): Promise<GrafanaResult> {
  const own = 'existing' in work.desired.dataSource ? undefined : work.desired.dataSource
  if (own?.password === undefined) return unproven(result, unhealthy(result.name, message, true))
  const resent = await attempt(work, () => resend(work.grafana, own))
  if (!resent.ok) return unproven(result, resent.problem)
  return provenHealth(work, { uid, result: { ...result, state: 'updated', why: 'new password' } })
}

async function resend(grafana: Grafana, own: OwnDataSource): Promise<void> {
  const stored = await grafana.dataSource('uid', own.uid)
  if (stored) await grafana.updateDataSource(own.uid, changedDataSource(stored, own))
}

/** Keeps the problem of a failed write, which came first. */
const unproven = (result: GrafanaResult, problem: Problem): GrafanaResult => {
  if (result.state === 'failed') return result
  const { kind, name, url } = result
  return { kind, name, ...(url !== undefined && { url }), state: 'failed', problem }
}

const unhealthy = (name: string, message: string, locked: boolean): Problem => ({
  code: 'grafana-datasource-unhealthy',
  severity: 'error',
  message: `Grafana has the data source "${oneLine(name, 100)}", but gets no answer through it: ${message}`,
  hint: locked
    ? 'Prometheus refuses the password that Grafana has. Deploy with the right one, or correct it in the data source.'
    : 'Grafana must reach the URL of the data source from where it runs. Open it there, and see the log of the monitoring app.',
})
