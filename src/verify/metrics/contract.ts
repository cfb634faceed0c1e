import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'

import type { Prometheus } from '../../model/prometheus.ts'
import type { MetricEvidence, UndeclaredMetrics } from '../evidence.ts'
import type { TargetObservation } from '../targets/observe.ts'
import { COUNTED_SAMPLES } from '../targets/sample-counts.ts'
import { type MetricHistory, readMetricHistory, type WatchedSeries } from './history.ts'
import { judgeMetric } from './judge.ts'
import { seriesOfMetric } from './names.ts'
import { type Instance, instancesOf, observeMetrics } from './observe.ts'
import {
  declaredQuestions,
  isUnsettled,
  isWatched,
  type JudgedService,
  judgeService,
  labelQuestions,
  otherQuestions,
  watchedName,
  watchedSeries,
} from './service.ts'
import { PROCESS_START, withUnsteadiness } from './steadiness.ts'

export interface ObservedContract {
  metrics: MetricEvidence[]
  undeclared: UndeclaredMetrics[]
  /** Every name that the services expose: of series and of metrics. */
  names: readonly string[]
  /** Age of samples that carry timestamps of their own, in milliseconds, by the name of the series. */
  delayed: ReadonlyMap<string, number>
  /** A metric has only samples that are older than the last scrape; the next one tells whether there are new ones. */
  mayAdvance: boolean
}

/** Nothing was asked. `why`: the reason, when it is not that no machine is up. */
export const uncheckedContract = (services: readonly ServiceConfig[], why?: string): ObservedContract => ({
  metrics: services.flatMap((service) =>
    declaredMetrics(service).map((metric) => ({
      ...judgeMetric(service.name, metric, { findings: [], elsewhere: [] }),
      ...(why !== undefined && { why }),
    })),
  ),
  undeclared: [],
  names: [],
  delayed: new Map(),
  mayAdvance: false,
})

/** Series that Prometheus adds to every scrape, and those of alerts. */
const ADDED =
  /^(?:up|scrape_(?:duration_seconds|samples_scraped|samples_post_metric_relabeling|series_added|timeout_seconds|sample_limit|body_size_bytes)|ALERTS|ALERTS_FOR_STATE)$/

export interface ContractOptions {
  services: readonly ServiceConfig[]
  prometheus: Prometheus
  /** On Prometheus' clock, in milliseconds. */
  verifyStart: number
  /** The interval between two scrapes, in milliseconds. */
  intervalMs: number
}

export interface ContractRound {
  observations: readonly TargetObservation[]
  /** The time of the queries on Prometheus' clock, in milliseconds: after the last scrape. */
  at: number
  /** Names of series that rules write. */
  recorded: ReadonlySet<string>
  /** Further names that are looked for. */
  names: readonly string[]
}

/** Compares the metrics that the services expose with the declared ones. */
export function watchContract({ services, prometheus, verifyStart, intervalMs }: ContractOptions) {
  const observer = observeMetrics(prometheus, verifyStart)

  function judgeAll(
    instances: readonly Instance[],
    { recorded }: Pick<ContractRound, 'recorded'>,
  ): JudgedService[] {
    const views = services.map((service) => ({
      service,
      targets: instances.filter(({ job }) => job === service.name).map((one) => observer.metricsOf(one)),
      stored: observer.stored(service.name).filter((name) => !ADDED.test(name) && !recorded.has(name)),
    }))
    return views.map((view) => judgeService(view, views))
  }

  return {
    /** Asks for what is not in order yet, as of the last scrape of each target. */
    async ask(round: ContractRound): Promise<ObservedContract> {
      const instances = instancesOf(round.observations)
      const isAsked = (one: JudgedService) => isUnsettled(one) || one.stored.length === 0
      const jobs = new Set(
        judgeAll(instances, round)
          .filter(isAsked)
          .map(({ service }) => service.name),
      )
      await observer.readTypes(instances.filter(({ job }) => jobs.has(job)))
      for (const questions of [declaredQuestions, otherQuestions])
        await observer.readSamples(questions(judgeAll(instances, round)), instances, round.at)
      const asked = judgeAll(instances, round).filter(({ service }) => jobs.has(service.name))
      await observer.readLabels(labelQuestions(asked), instances, round.at)
      const further = round.names.map((name) => ({ name, jobs: services.map((service) => service.name) }))
      await observer.readSamples(further, instances, round.at)
      return contractOf(judgeAll(instances, round))
    },
    /** Looks at all scrapes since verification began. `unclear`: further scrapes are needed. */
    async askHistory(
      contract: ObservedContract,
      { observations, at }: Pick<ContractRound, 'observations' | 'at'>,
    ) {
      if (contract.metrics.length === 0) return { contract, unclear: false }
      const series = smallOnly(watchedSeries(contract.metrics), observations)
      const instances = instancesOf(observations)
      const scope = { prometheus, instances, at, ms: at - verifyStart, intervalMs }
      const { found, unclear } = await readMetricHistory(series, scope)
      return { contract: { ...contract, metrics: blamed(contract.metrics, found) }, unclear }
    },
  }
}

/** Without the series of jobs with so many samples that a question about several scrapes would block Prometheus. */
function smallOnly(
  series: readonly WatchedSeries[],
  observations: readonly TargetObservation[],
): WatchedSeries[] {
  const byJob = Map.groupBy(observations, ({ expected }) => expected.service)
  const isSmall = (job: string) =>
    (byJob.get(job) ?? []).reduce((sum, { count }) => sum + (count?.scraped ?? 0), 0) <= COUNTED_SAMPLES
  return series.flatMap((one) => {
    const jobs = one.jobs.filter(isSmall)
    return jobs.length > 0 ? [{ ...one, jobs }] : []
  })
}

const contractOf = (judged: readonly JudgedService[]): ObservedContract => ({
  metrics: judged.flatMap(({ metrics }) => metrics),
  undeclared: judged.map(({ service, others }) => ({
    service: service.name,
    names: [...others.keys()].toSorted(),
  })),
  names: [
    ...new Set(
      judged.flatMap(({ metrics, others, targets }) => [
        ...targets.flatMap(({ samples }) => [...samples]),
        ...metrics.flatMap(({ name, state }) => (state === 'missing' || state === 'waiting' ? [] : name)),
        ...[...others].flatMap(([name, series]) => [name, ...series]),
      ]),
    ),
  ],
  mayAdvance: judged.some(({ metrics, targets }) =>
    metrics.some(
      ({ name, state }) =>
        (state === 'missing' || state === 'partial') &&
        targets.some(({ old }) => seriesOfMetric(name).some((series) => old.has(series))),
    ),
  ),
  delayed: new Map(judged.flatMap(({ targets }) => targets.flatMap(({ delayed }) => [...delayed]))),
})

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

/** Names of all series that may be absent before the first event (`expect: after-traffic`). */
export function afterTrafficNames(services: readonly ServiceConfig[]): Set<string> {
  const declared = services.flatMap((service) => declaredMetrics(service))
  return new Set(
    declared.filter(({ expect }) => expect === 'after-traffic').flatMap(({ name }) => seriesOfMetric(name)),
  )
}

/** Maps each declared series to its service, for services without a target that is up. */
export function namesOfDown(
  services: readonly ServiceConfig[],
  observations: readonly TargetObservation[],
): Map<string, string> {
  const up = new Set(
    observations.filter(({ state }) => state === 'up').map(({ expected }) => expected.service),
  )
  return new Map(
    services
      .filter(({ name }) => !up.has(name))
      .flatMap((service) =>
        declaredMetrics(service).flatMap(({ name }) =>
          seriesOfMetric(name).map((series) => [series, service.name] as const),
        ),
      ),
  )
}
