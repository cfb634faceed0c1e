import type { Prometheus } from '../../model/prometheus.ts'
import type { MetricEvidence } from '../evidence.ts'
import { lostAnswer } from '../lost-answer.ts'
import type { TargetObservation } from '../targets/observe.ts'
import { COUNTED_SAMPLES } from '../targets/sample-counts.ts'
import { type MetricHistory, readMetricHistory, type WatchedSeries } from './history.ts'
import { instancesOf } from './observe.ts'
import { isWatched, watchedName, watchedSeries } from './service.ts'
import { PROCESS_START, withUnsteadiness } from './steadiness.ts'
import { seenOnce, unread } from './unanswered.ts'

export interface EveryScrape {
  metrics: MetricEvidence[]
  /** A counter went back: further scrapes tell why. */
  unclear: boolean
  /** Prometheus did not answer; what it was asked for is not checked. */
  unanswered: boolean
}

export interface EveryScrapeScope {
  prometheus: Prometheus
  observations: readonly TargetObservation[]
  verifyStart: number
  /** Now, as `verifyStart` in milliseconds on Prometheus' clock. */
  at: number
  intervalMs: number
}

/** Looks at all scrapes of the running processes, for what the last one alone does not show. */
export async function readEveryScrape(
  metrics: readonly MetricEvidence[],
  { prometheus, observations, verifyStart, at, intervalMs }: EveryScrapeScope,
): Promise<EveryScrape> {
  const { small, large } = bySize(watchedSeries(metrics), observations)
  const known = metrics.map((one) => seenOnce(one, large))
  if (small.length === 0) return { metrics: known, unclear: false, unanswered: false }
  const instances = instancesOf(observations)
  const since = sinceOf(observations, { verifyStart, earliest: at - PAST_SCRAPES * intervalMs })
  let read: MetricHistory = { found: [], unclear: false }
  const why = await lostAnswer(async () => {
    read = await readMetricHistory(small, { prometheus, instances, verifyStart, since, at, intervalMs })
  })
  return {
    metrics: why === undefined ? blamed(known, read.found) : known.map((one) => unread(one, why)),
    unclear: read.unclear,
    unanswered: why !== undefined,
  }
}

/** So many scrapes are looked at from before verification: enough to see workers that answer in turn. */
const PAST_SCRAPES = 20

/** Since when every target of jobs that is up has been running, as far as its scrapes show. */
function sinceOf(
  observations: readonly TargetObservation[],
  { verifyStart, earliest }: { verifyStart: number; earliest: number },
): (jobs: readonly string[]) => number {
  const up = observations.filter(({ state }) => state === 'up')
  return (jobs) => {
    const starts = up
      .filter(({ expected }) => jobs.includes(expected.service))
      .map(({ record }) => record?.rowSince ?? verifyStart)
    return Math.min(verifyStart, Math.max(earliest, ...starts))
  }
}

/** The series to ask for, and the jobs with so many samples that a question about several scrapes would block Prometheus. */
function bySize(
  series: readonly WatchedSeries[],
  observations: readonly TargetObservation[],
): { small: WatchedSeries[]; large: ReadonlySet<string> } {
  const samples = Map.groupBy(observations, ({ expected }) => expected.service)
  const isLarge = (job: string) =>
    (samples.get(job) ?? []).reduce((sum, { count }) => sum + (count?.scraped ?? 0), 0) > COUNTED_SAMPLES
  const large = new Set([...samples.keys()].filter(isLarge))
  const small = series.flatMap((one) => {
    const jobs = one.jobs.filter((job) => !large.has(job))
    return jobs.length > 0 ? [{ ...one, jobs }] : []
  })
  return { small, large }
}

/** Several processes concern all metrics of a service: without a counter that shows it, the first one says so. */
function blamed(metrics: readonly MetricEvidence[], found: MetricHistory['found']): MetricEvidence[] {
  const own = (metric: MetricEvidence) =>
    isWatched(metric)
      ? found.filter(({ name, job }) => job === metric.service && name === watchedName(metric))
      : []
  const told = new Set(metrics.filter((one) => own(one).length > 0).map(({ service }) => service))
  return metrics.map((metric) => {
    const all = own(metric)
    if (all.length > 0 || told.has(metric.service) || metric.state !== 'present')
      return withUnsteadiness(metric, all)
    const process = found.filter(({ name, job }) => name === PROCESS_START && job === metric.service)
    if (process.length > 0) told.add(metric.service)
    return withUnsteadiness(metric, process)
  })
}
