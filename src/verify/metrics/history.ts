import { promqlString } from '../../formats/promql/literals.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { type Prometheus, type QueryAnswer, vectorOf } from '../../model/prometheus.ts'
import { targetKey } from '../targets/target-key.ts'
import type { Instance } from './observe.ts'
import { type NameQuestion, seriesIn, unionQueries } from './queries.ts'
import {
  goesBack,
  judgeJumps,
  PROCESS_START,
  presenceIn,
  type Samples,
  type Unsteadiness,
} from './steadiness.ts'

/** A declared metric whose every scrape is looked at, by the name of a series that it has. */
export interface WatchedSeries extends NameQuestion {
  /** Its values only increase. */
  counts: boolean
}

/** What is said against series; `unclear`: a counter went back, and further scrapes will tell why. */
export interface MetricHistory {
  found: readonly ({ name: string; job: string } & Unsteadiness)[]
  unclear: boolean
}

export interface HistoryScope {
  prometheus: Prometheus
  instances: readonly Instance[]
  verifyStart: number
  /** Since when the processes of jobs have been running, as far as one can see; at the latest `verifyStart`. */
  since: (jobs: readonly string[]) => number
  /** The end of the time, as the others in milliseconds on Prometheus' clock. */
  at: number
  intervalMs: number
}

/** So many targets of each series are looked at in detail. */
const DETAILS = 3
const AT_ONCE = 4
/** Values that are shown. */
const SHOWN = 5

/** From the first scrape of the processes up to now. */
const rangeOf = (jobs: readonly string[], { at, since }: Pick<HistoryScope, 'at' | 'since'>): string =>
  `[${Math.ceil(at - since(jobs)) + 1}ms]`

/** Looks at all scrapes of the running processes: for metrics that come and go, and for counters that go back. */
export async function readMetricHistory(
  series: readonly WatchedSeries[],
  scope: HistoryScope,
): Promise<MetricHistory> {
  const range = (jobs: readonly string[]) => rangeOf(jobs, scope)
  const scrapes = (jobs: readonly string[]) =>
    `max by (job, instance) (count_over_time(${seriesIn({ name: 'up', jobs })}${range(jobs)}))`
  const starts = { name: PROCESS_START, jobs: [...new Set(scope.instances.map(({ job }) => job))] }
  const [rare, back] = await Promise.all([
    suspects(
      series,
      (one) =>
        `max by (job, instance) (count_over_time(${seriesIn(one)}${range(one.jobs)})) < on (job, instance) ${scrapes(one.jobs)}`,
      scope,
    ),
    suspects(
      [starts, ...series.filter(({ counts }) => counts)],
      (one) => `topk by (job, instance) (1, resets(${seriesIn(one)}${range(one.jobs)}) > 0)`,
      scope,
    ),
  ])
  const gaps = await mapConcurrently(rare, AT_ONCE, (one) => readGaps(one, scope))
  const jumps = await mapConcurrently(back, AT_ONCE, (one) => readJumps(one, scope))
  return {
    found: [...gaps, ...jumps.map(({ found }) => found)].flat(),
    unclear: jumps.some(({ unclear }) => unclear),
  }
}

interface Suspect extends Instance {
  name: string
  labels: Readonly<Record<string, string>>
}

/** The targets for which an expression has a value, by the name of the question. */
async function suspects(
  questions: readonly NameQuestion[],
  expression: (question: NameQuestion) => string,
  { prometheus, instances, at }: HistoryScope,
): Promise<Suspect[]> {
  const known = new Map(instances.map((one) => [targetKey({ ...one }), one]))
  const answers = await mapConcurrently(unionQueries(questions, expression), AT_ONCE, async (batch) => ({
    names: batch.names,
    answer: await prometheus.query(batch.query, at),
  }))
  const found = answers.flatMap(({ names, answer }) =>
    vectorOf(answer).flatMap(({ metric: { verify, ...labels } }) => {
      const one = known.get(targetKey(labels))
      return one ? [{ ...one, name: names[Number(verify)] ?? '', labels }] : []
    }),
  )
  return [...Map.groupBy(found, ({ name, job }) => JSON.stringify([name, job])).values()].flatMap((all) =>
    all.slice(0, DETAILS),
  )
}

async function readGaps(
  { name, job, instance, machine }: Suspect,
  scope: HistoryScope,
): Promise<MetricHistory['found']> {
  const { prometheus, at, intervalMs, verifyStart } = scope
  const range = rangeOf([job], scope)
  const target = `job=${promqlString(job)},instance=${promqlString(instance)}`
  // Every scrape is followed by two moments at which its result counts.
  const stepMs = Math.max(1, Math.floor(intervalMs / 2))
  const presence = `group({__name__=${promqlString(name)},${target}})${range.replace(']', `:${stepMs}ms]`)}`
  const [present, up] = await Promise.all([
    prometheus.query(presence, at),
    prometheus.query(`up{${target}}${range}`, at),
  ])
  const times = samplesOf(present, () => true).map(([time]) => time)
  const share = presenceIn(
    samplesOf(up, () => true),
    { present: times, stepMs, until: at, verifyStart },
  )
  return share ? [{ name, job, machine, kind: 'gaps', ...share }] : []
}

async function readJumps(
  { name, job, instance, machine, labels }: Suspect,
  scope: HistoryScope,
): Promise<{ found: MetricHistory['found']; unclear: boolean }> {
  const { prometheus, at, verifyStart } = scope
  const range = rangeOf([job], scope)
  const matchers = Object.entries(labels).map(([label, value]) => `${label}=${promqlString(value)}`)
  const target = `job=${promqlString(job)},instance=${promqlString(instance)}`
  const [counter, process] = await Promise.all([
    prometheus.query(`{__name__=${promqlString(name)},${matchers.join(',')}}${range}`, at),
    prometheus.query(`{__name__=~"up|${PROCESS_START}",${target}}${range}`, at),
  ])
  const history = {
    counter: samplesOf(counter, () => true),
    starts: samplesOf(process, (one) => one === PROCESS_START),
    up: samplesOf(process, (one) => one === 'up'),
  }
  const verdict =
    name === PROCESS_START && goesBack(history.starts) ? 'workers' : judgeJumps(history, verifyStart)
  const values = history.counter.slice(-SHOWN).map(([, value]) => value)
  return {
    found: verdict === 'workers' ? [{ name, job, machine, kind: 'jumps', of: name, values }] : [],
    unclear: verdict === 'unclear',
  }
}

/** The samples of the first series with such a name. */
function samplesOf({ result }: QueryAnswer, isMeant: (name: string) => boolean): Samples {
  const rows = result.resultType === 'matrix' ? result.result : []
  const row = rows.find(({ metric }) => isMeant(metric.__name__ ?? ''))
  return (row?.values ?? []).map(([seconds, value]) => [seconds * 1000, Number(value)])
}
