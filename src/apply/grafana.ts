import { type Grafana, isUnsure } from '../clients/grafana.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { oneLine } from '../lib/text.ts'
import type { DashboardFile, GrafanaDesired, GrafanaOutcome, GrafanaResult } from '../plan/grafana.ts'
import { annotationTags, type NormalDashboard, normaliseDashboard } from '../plan/grafana-dashboard.ts'
import type { StoredDataSource } from '../plan/grafana-datasource.ts'
import type { DataSourceRef } from '../plan/grafana-datasource-refs.ts'
import { isMany, observeDashboards, writeDashboards } from './grafana-dashboards.ts'
import {
  applyDataSource,
  type DataSourceState,
  existingDataSource,
  healthBeforehand,
  provenHealth,
} from './grafana-datasource.ts'
import { applyFolder } from './grafana-folder.ts'
import { applyRuleGroups, whoIsNotified } from './grafana-rules.ts'
import { type SettledDashboards, settleUids } from './grafana-uids.ts'
import { type Attempt, attempt, type GrafanaWork, notTried, observe, settled } from './grafana-work.ts'

/**
 * Brings Grafana to what a deployment wants: reads first, then only the writes that change something, two at a time.
 * Every object has its own result; one that fails does not stop the others, and a second run completes what is missing.
 * Problems are in the results, for the caller to show.
 * @throws ActionError when nothing can be done at all: nobody answers, it is not Grafana, the token is none.
 */
export async function applyGrafana(
  grafana: Grafana,
  desired: GrafanaDesired,
  log: Log,
  signal?: AbortSignal,
): Promise<GrafanaOutcome> {
  const work: GrafanaWork = { grafana, desired, ...(signal && { signal }) }
  const reading = readDataSource(work)
  const forming = inForm(work, reading)
  const asking = healthBeforehand(work, reading)
  // The list takes longest and so is asked for before all else but the data source, which the files wait for.
  const [stored, { ref, bad }, { dashboards, look, moved }, storedFolder, storedRules] = await Promise.all([
    reading,
    forming,
    seenDashboards(work, forming),
    observe(grafana, () => grafana.folder(desired.folder.uid)),
    settled(() => grafana.rules()),
  ])
  const [source, folder] = await Promise.all([dataSourceState(work, stored), applyFolder(work, storedFolder)])
  const [dataSource, written] = await Promise.all([
    ref && !source.blocked
      ? provenHealth(work, { uid: ref.uid, result: source.result, first: asking })
      : source.result,
    writeDashboards(work, dashboards, folder.blocked ? untried(folder.blocked) : look),
  ])
  const blocked = folder.blocked ?? source.blocked
  const rules =
    ref && !blocked
      ? await applyRuleGroups(work, { dataSource: ref.uid, moved }, storedRules)
      : untriedRules(desired, blocked)
  const [annotation, notified] = await Promise.all([annotated(work), notifiedBy(work)])
  const results = [dataSource, folder.result, ...written, ...bad, ...rules, ...annotation]
  for (const result of results) tell(log, result)
  return {
    results,
    dataSource: ref && !source.blocked ? ref.uid : undefined,
    notified,
  }
}

const untried = (because: Problem) => () => ({ ok: false, problem: notTried(because) }) as const

/** Ours by its uid (undefined where it is not there yet), or the one that the configuration names. */
function readDataSource({ grafana, desired }: GrafanaWork): Promise<Attempt<StoredDataSource | undefined>> {
  const asked = desired.dataSource
  return observe<StoredDataSource | undefined>(grafana, () =>
    'existing' in asked ? existingDataSource(grafana, asked) : grafana.dataSource('uid', asked.uid),
  )
}

const refOf = (read: Attempt<StoredDataSource | undefined>): DataSourceRef | undefined =>
  read.ok ? read.value : undefined

async function dataSourceState(
  work: GrafanaWork,
  read: Attempt<StoredDataSource | undefined>,
): Promise<DataSourceState> {
  const asked = work.desired.dataSource
  const about = { kind: 'data source', name: 'existing' in asked ? asked.existing : asked.name } as const
  if (!read.ok) return { result: { ...about, state: 'failed', problem: read.problem }, blocked: read.problem }
  if (!('existing' in asked)) return applyDataSource(work, asked, read.value)
  return { result: { ...about, state: 'unchanged' } }
}

interface Formed {
  ref: DataSourceRef | undefined
  good: NormalDashboard[]
  bad: GrafanaResult[]
}

/** The files as Grafana is to store them; what cannot be, and a uid that two files share, as failed results. */
async function inForm(
  { desired: { dashboards, deployment, dataSource } }: GrafanaWork,
  reading: Promise<Attempt<StoredDataSource | undefined>>,
): Promise<Formed> {
  // Many take a while: Grafana has all questions, and gathers its list, when this one is answered.
  if (isMany(dashboards.length)) await reading
  const ref = 'existing' in dataSource ? (dataSource.own ?? refOf(await reading)) : dataSource
  const good = new Map<string, NormalDashboard>()
  const bad: GrafanaResult[] = []
  for (const source of dashboards) {
    const found = ref ? normaliseDashboard(source, { deployment, dataSource: ref }) : noDataSource(dataSource)
    const twin = found.kind === 'dashboard' && good.get(found.dashboard.uid)
    if (found.kind === 'problem') bad.push(failedFile(source.file, source.file, found.problem))
    else if (twin) bad.push(failedFile(source.file, found.dashboard.title, sameUid(source, twin)))
    else good.set(found.dashboard.uid, found.dashboard)
  }
  return { ref, good: [...good.values()], bad }
}

/** The dashboards under the uids that they have in this Grafana, and what is there. */
async function seenDashboards(work: GrafanaWork, forming: Promise<Formed>): Promise<SettledDashboards> {
  const seen = await observeDashboards(work.grafana, work.desired.dashboards.length, forming)
  return settleUids(work, (await forming).good, seen)
}

const noDataSource = (asked: GrafanaDesired['dataSource']): { kind: 'problem'; problem: Problem } => ({
  kind: 'problem',
  problem: {
    code: 'grafana-not-tried',
    severity: 'error',
    message: `Not written: the data source "${'existing' in asked ? oneLine(asked.existing, 100) : asked.uid}" that it would ask could not be read.`,
    hint: 'Put the data source right first and run again.',
  },
})

const sameUid = ({ file }: DashboardFile, twin: NormalDashboard): Problem => ({
  ...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
  message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
  hint: 'Give one of the two another uid.',
})

const failedFile = (file: string, name: string, problem: Problem): GrafanaResult => ({
  ...{ kind: 'dashboard', name, file, state: 'failed', problem },
})

/** Rules need their folder and a data source that is there: a rule that asks none fails at every evaluation. */
const untriedRules = ({ ruleGroups }: GrafanaDesired, because: Problem | undefined): GrafanaResult[] =>
  ruleGroups.map(({ title }) => ({
    ...{ kind: 'rule group', name: title, state: 'failed' },
    problem: notTried(because),
  }))

const WEEK_MS = 7 * 86_400_000

/**
 * Grafana takes the same annotation twice, so the last one is looked at first, and after a lost answer. Only the last:
 * a commit that is deployed again after another one, to go back to it, is told again.
 */
async function annotated(work: GrafanaWork): Promise<GrafanaResult[]> {
  const { grafana, desired } = work
  if (!desired.annotation) return []
  const { text } = desired.annotation
  const tags = [...new Set([...annotationTags(desired.deployment), ...desired.annotation.tags])]
  const about = { kind: 'annotation', name: oneLine(text, 80) } as const
  const time = Date.now()
  const there = async () => {
    const last = await grafana.lastAnnotation(annotationTags(desired.deployment), time - WEEK_MS)
    return last !== undefined && tags.every((tag) => last.includes(tag))
  }
  const done = await attempt(work, async () => {
    if (await there()) return 'unchanged' as const
    try {
      await grafana.annotate({ time, text, tags })
    } catch (error) {
      if (!(error instanceof ActionError) || !isUnsure(error)) throw error
      if (!(await there())) await grafana.annotate({ time, text, tags })
    }
    return 'created' as const
  })
  return [done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem }]
}

async function notifiedBy(work: GrafanaWork): Promise<GrafanaOutcome['notified']> {
  if (work.desired.ruleGroups.length === 0) return undefined
  const found = await attempt(work, () => whoIsNotified(work))
  return found.ok ? found.value : 'unknown'
}

function tell(log: Log, { kind, name, ...result }: GrafanaResult): void {
  const why = 'why' in result && result.why ? ` (${oneLine(result.why, 200)})` : ''
  const line = `Grafana: ${kind} "${oneLine(name, 100)}" ${result.state}${why}`
  if (result.state === 'unchanged') log.debug(line)
  else log.info(line)
}
