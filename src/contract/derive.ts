import type { DeclaredMetric } from '../config/declared-metrics.ts'
import { DECLARABLE_LABEL, DECLARABLE_NAME } from '../config/schema-values.ts'
import type { ExposedMetric, Exposition } from '../formats/exposition.ts'
import { isMetricType } from '../formats/metric-types.ts'

/** The metrics of a page as `services[].metrics` declares them, and those that are left out. */
export interface DerivedContract {
  metrics: readonly DeclaredMetric[]
  /** Names of metrics that client libraries add to every program: declare those that a panel or a rule uses. */
  runtime: readonly string[]
  /** Names without a type that can be declared. */
  untyped: readonly string[]
  /** Names that cannot be declared. */
  unnamed: readonly string[]
}

/**
 * What client libraries expose of the process and the language: Go, Java, Node, Python, Ruby, .NET, Erlang, PHP, the
 * handler of the page, and the exporter itself (default collectors of the official libraries, of OpenTelemetry, PromEx,
 * prometheus_exporter, and of exporters in between). prometheus_exporter has its prefix `ruby_` for every metric of a
 * program, and `process_` is a word that programs use.
 */
const RUNTIME = new RegExp(
  [
    '(?:go|promhttp|nodejs|v8js|python|jvm|dotnet|system_runtime|erlang_(?:vm|mnesia)|telemetry_scrape|php)_',
    'process_(?:cpu|runtime|start|up|uptime|resident|virtual|private|working|heap|memory|io|open|max|files|num|threads|network)_',
    'process_threads$',
    'ruby_(?:collector|gc|vm|yjit|v8|heap|rss|malloc|marking|sweeping|major_gc|minor_gc|allocated_objects)(?:_|$)',
    '(?:prometheus_(?:client|net)|otel_sdk|statsd_exporter|statsd_metric_mapper)_',
    '\\w+_prom_ex_(?:beam|application|prom_ex)_',
    '(?:target|otel_scope)_info$',
  ]
    .map((pattern) => `^${pattern}`)
    .join('|'),
)

/** A label that OpenTelemetry adds to every series: an update of a library changes it. */
const SCOPE = /^otel_scope_/

/** Derives a contract from a page. */
export function deriveContract({ metrics }: Exposition): DerivedContract {
  const types = new Map(metrics.map(({ name, type }) => [name, type]))
  const others = metrics.filter(({ name }) => !RUNTIME.test(name) && !isTimeOfCreation(name, types))
  const own = others.filter(({ name }) => DECLARABLE_NAME.test(name))
  return {
    metrics: own.flatMap((metric) => entryOf(metric, types) ?? []),
    runtime: metrics.filter(({ name }) => RUNTIME.test(name)).map(({ name }) => name),
    untyped: own.filter(({ type }) => !isMetricType(type)).map(({ name }) => name),
    unnamed: others.filter(({ name }) => !DECLARABLE_NAME.test(name)).map(({ name }) => name),
  }
}

/** Types whose series describe a state, which exists before any event. */
const IS_STATE = /^(?:gauge|info|stateset)$/

type Types = ReadonlyMap<string, string | undefined>

/** The time at which another metric was created: Python's library exposes it as a gauge in the text format. */
const isTimeOfCreation = (name: string, types: Types): boolean =>
  name.endsWith('_created') &&
  ['_total', ''].some((end) =>
    /^(?:counter|histogram|summary)$/.test(types.get(name.replace(/_created$/, end)) ?? ''),
  )

/**
 * A metric with labels whose series appear with the first event may be absent before it, as those of a labelled counter
 * are. A labelled gauge usually exists from the start; the largest value of a summary (Micrometer) appears with it.
 */
function entryOf(
  { name, type, labels, series, widest }: ExposedMetric,
  types: Types,
): DeclaredMetric | undefined {
  if (!isMetricType(type)) return undefined
  const isMaximum =
    name.endsWith('_max') && /^(?:histogram|summary)$/.test(types.get(name.slice(0, -4)) ?? '')
  const appears = series === 0 || (widest !== undefined && (isMaximum || !IS_STATE.test(type)))
  return {
    name,
    type,
    expect: appears ? 'after-traffic' : 'always',
    labels: labels.filter((label) => DECLARABLE_LABEL.test(label) && !SCOPE.test(label)),
  }
}
