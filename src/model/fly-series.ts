import type { Prometheus } from './prometheus.ts'

/** Name of Prometheus' scrape job for the series that Fly's managed Prometheus has of the machines. */
export const FLY_JOB = 'fly'

/** Fly's managed Prometheus, which has one path for each organization (docs monitoring/metrics). */
export const FLY_METRICS_HOST = 'api.fly.io'

/** The address of the managed Prometheus of an organization, as Grafana's data source has it: without a slash at the end. */
export const flyMetricsUrl = (organization: string): string =>
  `https://${FLY_METRICS_HOST}/prometheus/${encodeURIComponent(organization)}`

/**
 * The labels that Fly forces on every series (docs monitoring/metrics): `instance` is the id of the machine. There is neither
 * `job` nor `service`, and labels of these names that a service sends itself are overwritten.
 */
export const FLY_LABELS = ['app', 'region', 'host', 'instance'] as const

/**
 * Fly's managed Prometheus as verification asks it. It has no targets, no rules and no status of the server.
 * All methods throw an ActionError when there is no usable answer.
 */
export interface FlyMetrics extends Pick<Prometheus, 'query' | 'labelNames' | 'seriesNames'> {
  /** The types that it has of these metrics, by name; undefined: it does not answer the question, as it is not documented. */
  types(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]> | undefined>
}

/** The variable with the read-only token of an organization. */
export const FLY_METRICS_TOKEN = 'FLY_METRICS_TOKEN'

/** How to make that token. */
export const MAKE_FLY_METRICS_TOKEN = 'flyctl tokens create readonly ORGANIZATION'

/** Series of every started machine. */
const OF_MACHINES = [
  'fly_instance_up',
  'fly_instance_memory_mem_total',
  'fly_instance_memory_mem_available',
  'fly_instance_cpu_balance',
  'fly_instance_cpu_throttle',
  'fly_instance_cpu_baseline',
  'fly_instance_filesystem_blocks',
  'fly_instance_filesystem_blocks_avail',
] as const

/**
 * Series that begin with an event (an exit, a request through the proxy), or that some machines and organizations do not
 * have at all: their absence is no fault.
 */
export const FLY_SERIES_OF_EVENTS = [
  'fly_instance_uptime_seconds',
  'fly_instance_exit_code',
  'fly_instance_exit_oom',
  'fly_volume_size_bytes',
  'fly_volume_used_pct',
  'fly_edge_http_responses_count',
  'fly_app_http_response_time_seconds_bucket',
] as const

/**
 * The series of Fly that are copied: those that the dashboard and the rules read. There are about 100 more for each machine,
 * and those of the edges grow with the regions that people come from.
 */
export const FLY_SERIES: readonly string[] = [...OF_MACHINES, ...FLY_SERIES_OF_EVENTS]

/** Fly stores a sample of each series every 15 s; asking more often brings the same samples again. */
export const FLY_INTERVAL = '15s'
export const FLY_INTERVAL_MS = 15_000

/** Over so many milliseconds behind, the series of Fly are too old to judge anything by. Fly does not promise an age. */
export const FLY_LAG_MS = 300_000
