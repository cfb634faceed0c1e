import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import type { ServiceConfig } from '../../config/schema.ts'
import { countedPart, familyOfSeries, SERIES_OF, typeOfName } from '../../formats/metric-types.ts'
import type { MetricEvidence } from '../evidence.ts'
import type { WatchedSeries } from './history.ts'
import { judgeMetric } from './judge.ts'
import { judgeMachine, seriesThatProve } from './machine.ts'
import { metricsIn, probableName, seriesOfMetric } from './names.ts'
import type { TargetMetrics } from './observe.ts'
import type { NameQuestion } from './queries.ts'

/** What is known about one service. */
export interface ServiceView {
  service: ServiceConfig
  /** Its targets that are up. */
  targets: readonly TargetMetrics[]
  /** Names of its series in storage; some may be of an earlier release. */
  stored: readonly string[]
  /** The server that has the samples, where it is not Prometheus itself. */
  store?: string | undefined
}

export interface JudgedService extends ServiceView {
  metrics: MetricEvidence[]
  /** Metrics that it exposes and does not declare, each with its series. */
  others: ReadonlyMap<string, readonly string[]>
  /** Names in storage that no `# TYPE` line explains. */
  untyped: readonly string[]
  typeOf: (name: string) => string | undefined
}

/** Compares what a service exposes with what it declares. `all`: every service, for metrics that another one exposes. */
export function judgeService(view: ServiceView, all: readonly ServiceView[]): JudgedService {
  const { service, targets, stored, store } = view
  const declared = declaredMetrics(service)
  const types = new Map(targets.flatMap((target) => [...target.types]).toReversed())
  const names = new Set(declared.map(({ name }) => name))
  const others = new Map([...metricsIn(stored, types)].filter(([name]) => !names.has(name)))
  const untyped = stored.filter((name) => familyOfSeries(name, types) === undefined)
  const metrics = declared.map((metric) =>
    judgeMetric(service.name, metric, {
      findings: targets.map((target) => judgeMachine(metric, target, others)),
      elsewhere: elsewhere(metric, service, all),
      store,
    }),
  )
  const isDead = (name: string) => untyped.includes(name) && !targets.some(({ samples }) => samples.has(name))
  return {
    ...view,
    metrics,
    others: new Map([...others].filter(([, series]) => !series.every(isDead))),
    untyped,
    typeOf: (name) => typeOfName(name, types),
  }
}

/** Other services that expose a metric without declaring it. */
const elsewhere = ({ name, type }: DeclaredMetric, service: ServiceConfig, all: readonly ServiceView[]) =>
  all
    .filter((other) => other.service !== service && !Object.hasOwn(other.service.metrics, name))
    .filter(({ targets }) =>
      targets.some(({ samples }) => seriesThatProve(name, type).some((series) => samples.has(series))),
    )
    .map((other) => other.service.name)

const isSettled = ({ state, machines }: MetricEvidence): boolean =>
  state === 'present' && machines.with === machines.of

/** Whether a service has metrics that are not in order on every machine yet. */
export const isUnsettled = ({ metrics, targets }: JudgedService): boolean =>
  targets.length > 0 && !metrics.every(isSettled)

/** The series of declared metrics that are not in order yet. */
export const declaredQuestions = (judged: readonly JudgedService[]): NameQuestion[] =>
  joined(
    judged.filter(isUnsettled).flatMap(({ service, metrics, stored }) => {
      const names = metrics.filter((one) => !isSettled(one)).flatMap(({ name }) => seriesOfMetric(name))
      return names.flatMap((name) => (stored.includes(name) ? { name, jobs: [service.name] } : []))
    }),
  )

/** The declared labels of metrics that have samples. */
export const labelQuestions = (judged: readonly JudgedService[]): NameQuestion[] =>
  judged.flatMap(({ service, targets }) =>
    declaredMetrics(service).flatMap(({ name, type, labels }) =>
      labels.length === 0
        ? []
        : seriesThatProve(name, type)
            .filter((series) => targets.some(({ samples }) => samples.has(series)))
            .flatMap((series) => labels.map((without) => ({ name: series, jobs: [service.name], without }))),
    ),
  )

/** Unexplained names in storage are looked at up to this number. */
const MOST_UNTYPED = 200

/**
 * The series that may be meant by declared metrics that are absent: other names of the same service, the same name in other
 * services. Names without a `# TYPE` line too: they may be of an earlier release.
 */
export function otherQuestions(judged: readonly JudgedService[]): NameQuestion[] {
  const absent = judged.flatMap(({ service, metrics, others, typeOf }) =>
    metrics
      .filter(({ state }) => state !== 'present' && state !== 'unknown')
      .flatMap((metric) => {
        const declared = declaredMetrics(service).find(({ name }) => name === metric.name)
        const near = [...others].flatMap(([name, series]) =>
          declared && probableName(declared, [name], typeOf) ? series : [],
        )
        const away = judged
          .filter((other) => other.service !== service)
          .flatMap(({ service: { name: job }, stored }) =>
            seriesOfMetric(metric.name).flatMap((name) =>
              stored.includes(name) ? { name, jobs: [job] } : [],
            ),
          )
        return [...near.map((name) => ({ name, jobs: [service.name] })), ...away]
      }),
  )
  const untyped = judged.flatMap(({ service, untyped: names, targets }) =>
    names
      .filter((name) => !targets.some(({ samples }) => samples.has(name)))
      .slice(0, MOST_UNTYPED)
      .map((name) => ({ name, jobs: [service.name] })),
  )
  return joined([...absent, ...untyped])
}

/** One question for each name. */
const joined = (questions: readonly NameQuestion[]): NameQuestion[] =>
  [...Map.groupBy(questions, ({ name }) => name)].map(([name, all]) => ({
    name,
    jobs: [...new Set(all.flatMap(({ jobs }) => jobs))],
  }))

/** The name of a series that a present metric has at every scrape. */
export function watchedName({ name, type, actualType = type }: MetricEvidence): string {
  const of = Object.hasOwn(SERIES_OF, actualType) ? (actualType as DeclaredMetric['type']) : 'unknown'
  return `${name}${countedPart(of)}`
}

/** Whether other scrapes than the last one may say more: a metric that is absent now may have been there before. */
export const isWatched = ({ state, nearMiss: near }: MetricEvidence): boolean =>
  state === 'present' || ((state === 'missing' || state === 'waiting') && near === undefined)

/** The series of which every scrape is looked at. */
export const watchedSeries = (metrics: readonly MetricEvidence[]): WatchedSeries[] => {
  const watched = metrics.filter(isWatched)
  const counting = new Set(
    watched
      .filter(({ type, actualType = type }) => ['counter', 'histogram', 'summary'].includes(actualType))
      .map(watchedName),
  )
  return joined(watched.map((metric) => ({ name: watchedName(metric), jobs: [metric.service] }))).map(
    (one) => ({
      ...one,
      counts: counting.has(one.name),
    }),
  )
}
