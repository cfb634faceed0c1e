import type * as v from 'valibot'
import type {
  alertsAnswer,
  queryAnswer,
  rulesAnswer,
  runtimeInfoAnswer,
  targetsAnswer,
  targetsMetadataAnswer,
} from './prometheus-answers.ts'

export type ScrapeTarget = v.InferOutput<typeof targetsAnswer>['activeTargets'][number]
export type QueryResult = v.InferOutput<typeof queryAnswer>
export type RuntimeInfo = v.InferOutput<typeof runtimeInfoAnswer>
export type TargetMetadata = v.InferOutput<typeof targetsMetadataAnswer>[number]
export type EvaluatedRuleGroup = v.InferOutput<typeof rulesAnswer>['groups'][number]
export type ActiveAlert = v.InferOutput<typeof alertsAnswer>['alerts'][number]

/** The answer to a successful query, with its warnings and infos. */
export interface QueryAnswer {
  result: QueryResult
  warnings: readonly string[]
  infos: readonly string[]
  /** The clock of the server when it answered, from the header `Date`, in milliseconds; absent where it sends none. */
  clock?: number
}

/** The series of a vector; none of any other answer. */
export const vectorOf = ({ result }: Pick<QueryAnswer, 'result'>) =>
  result.resultType === 'vector' ? result.result : []

/** A series of a vector. */
export type VectorSeries = ReturnType<typeof vectorOf>[number]

/**
 * Prometheus as verification needs it. Every method only reads and may be repeated.
 * All of them throw an ActionError whose code starts with `prometheus-` when there is no usable answer.
 */
export interface Prometheus {
  /** Whether it serves queries; false while it starts. */
  ready(): Promise<boolean>
  /** Its own clock, in milliseconds since the epoch. */
  now(): Promise<number>
  /**
   * How old its answers are, in milliseconds: with a lag, targets and samples are those of so long ago, and queries have to
   * be about that time. 0 where Prometheus itself answers; where another server answers for it, that server gets the
   * samples later than they are scraped.
   */
  lagMs(): number
  targets(): Promise<readonly ScrapeTarget[]>
  /** @throws ActionError `prometheus-query` when the query itself is rejected. `at`: milliseconds since the epoch. */
  query(promql: string, at?: number): Promise<QueryAnswer>
  /** Names of labels that have values since `from` (milliseconds since the epoch), of all series or of a selector's. */
  labelNames(selector: string | undefined, from: number): Promise<readonly string[]>
  version(): Promise<string>
  runtimeInfo(): Promise<RuntimeInfo>
  /** The running configuration as Prometheus re-serialises it, passwords masked. */
  config(): Promise<string>
  /** Types that the targets of a selector expose, of samples up to ten scrapes old. */
  metadata(selector: string): Promise<readonly TargetMetadata[]>
  /** Types of metrics by name, of all targets together: for a server that does not know targets. */
  metricTypes(): Promise<ReadonlyMap<string, readonly string[]>>
  /**
   * Names of the series that match a selector, from its index alone, which costs almost nothing: no sample is read.
   * Includes series that ended in the last hours. `from`: milliseconds since the epoch.
   */
  seriesNames(selector: string, from: number): Promise<readonly string[]>
  rules(): Promise<readonly EvaluatedRuleGroup[]>
  alerts(): Promise<readonly ActiveAlert[]>
  /** URLs of the Alertmanagers that alerts are sent to. */
  alertmanagers(): Promise<readonly string[]>
  /** One request that Prometheus refuses (400) and counts: enough of them fire the alert of a drill, see `DRILL`. */
  knock(): Promise<void>
  /** Its own `/metrics`, as text: more recent than its self-scrape. */
  exposition(): Promise<string>
}

/**
 * How a drill reaches the rules: Prometheus counts its own answers, and nothing else asks for exemplars without a valid
 * query. `handler` and `code` are those of its counter; the alert fires above `requests` within its window.
 */
export const DRILL = {
  alert: 'Drill',
  path: '/api/v1/query_exemplars?query=%5B',
  handler: '/api/v1/query_exemplars',
  code: '400',
  requests: 20,
} as const

/** Name of Prometheus' scrape job for itself. */
export const SELF_JOB = 'prometheus'

/** The external label that has the name of the monitoring app: in a store that several write to, it tells them apart. */
export const MONITOR_LABEL = 'monitor'

/** The external label that has the id of the machine, where several machines run Prometheus. */
export const REPLICA_LABEL = 'replica'

/** The address at which it scrapes itself, and so the label `instance` of its own metrics. */
export const SELF_TARGET = 'localhost:9090'
/** Name of the scrape job for the Alertmanager next to it. */
export const ALERTMANAGER_JOB = 'alertmanager'

/** The metrics of the Alertmanager that verification reads; no other one is kept. */
export const ALERTMANAGER_METRICS = [
  'process_start_time_seconds',
  'alertmanager_config_hash',
  'alertmanager_config_last_reload_successful',
  'alertmanager_silences',
  'alertmanager_notification_requests_total',
  'alertmanager_notification_requests_failed_total',
  'alertmanager_notifications_failed_total',
] as const

/** The series whose arrival proves that remote write works: every scrape has it, and every target gets it. */
export const ARRIVAL_METRIC = 'up'

/** Series that Prometheus adds to every scrape, each once, with the labels of the target. */
export const REPORTED_SERIES = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
] as const

/** The same with the feature flag `extra-scrape-metrics`: all of them or none. */
export const EXTRA_SERIES = [
  'scrape_timeout_seconds',
  'scrape_sample_limit',
  'scrape_body_size_bytes',
] as const

/** Series that alerting rules write with the labels of a target. */
export const ALERT_SERIES = ['ALERTS', 'ALERTS_FOR_STATE'] as const

const ADDED_SERIES: ReadonlySet<string> = new Set([...REPORTED_SERIES, ...EXTRA_SERIES, ...ALERT_SERIES])

/** Whether Prometheus itself writes the series of a name, and no service exposes them. */
export const isAddedByPrometheus = (name: string): boolean => ADDED_SERIES.has(name)
