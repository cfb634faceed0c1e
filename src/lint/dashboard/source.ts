import type { Dashboard, DataSourceReference, Panel, Target } from '../../formats/dashboard.ts'
import { references } from '../../formats/promql/grafana-variables.ts'

/** The kind of data source that a query goes to, as far as the file shows. */
export type SourceKind = 'prometheus' | 'other' | 'unknown'

/** Grafana's built-in data sources, which do not query Prometheus. */
const BUILT_IN = /^(?:--.*--|grafana|__expr__)$/

/** The data source of a target, or else that of its panel. */
export function sourceOf(target: Target, panel: Panel): DataSourceReference {
  const own = target.source
  return own.type || own.name ? own : panel.source
}

/** All data sources of a panel, its own first. */
export const sourcesOf = (panel: Panel): DataSourceReference[] => [
  panel.source,
  ...panel.targets.map((target) => sourceOf(target, panel)),
]

/** The variable or input that names a data source. Names of inputs may contain any character: `${DS_PROMETHEUS-2}`. */
export function referenceIn(source: DataSourceReference, { inputs }: Dashboard): string | undefined {
  const whole = /^\$\{(.+)\}$/.exec(source.name)?.[1]
  return whole !== undefined && inputs.some((input) => input.name === whole)
    ? whole
    : references(source.name)[0]?.name
}

/** The kind of a data source, with types, variables and inputs resolved. */
export function kindOf(source: DataSourceReference, dashboard: Dashboard, depth = 0): SourceKind {
  if (BUILT_IN.test(source.name) || source.type === '__expr__') return 'other'
  if (source.type) return isPrometheus(source.type) ? 'prometheus' : 'other'
  const name = referenceIn(source, dashboard)
  if (name === undefined || depth > 3) return 'unknown'
  const input = dashboard.inputs.find((one) => one.name === name)?.type
  if (input) return isPrometheus(input) ? 'prometheus' : 'other'
  const variable = dashboard.variables.find((one) => one.type === 'datasource' && one.name === name)
  return variable ? (isPrometheus(variable.query) ? 'prometheus' : 'other') : 'unknown'
}

/** The managed Prometheus services of Amazon and Azure have their own plugins. */
const isPrometheus = (type: string): boolean => /prometheus/i.test(type)

/** LogQL has pipes and filters where PromQL has none. */
export const looksLikeLoki = (expr: string): boolean =>
  /\}\s*(?:\|[=~]?|!=|!~)\s*(?:["'`a-z])/.test(expr) ||
  /\|\s*(?:json|logfmt|unwrap|line_format|pattern|regexp)\b/.test(expr)

/** Metrics that Fly's managed Prometheus has of every app. */
export const flySeriesIn = (expr: string): string[] => expr.match(/(?<![\w:])fly_[a-z]\w*/g) ?? []

/** Whether a query is for Fly's managed Prometheus. */
export const isOfFly = (expr: string): boolean => flySeriesIn(expr).length > 0

/** Functions and words that MetricsQL has and PromQL has not (victoriametrics.com, MetricsQL). */
export const looksLikeMetricsql = (expr: string): boolean =>
  /\b(?:rollup(?:_\w+)?|default_rollup|(?:top|bottom)k_\w+|range_\w+|running_\w+|label_(?:set|del|keep|map|copy|move|transform|match|mismatch|value|uppercase|lowercase)|labels_equal|drop_common_labels|alias|union|median|outliersk|outliers_\w+|increase_pure|increase_prometheus|rate_prometheus|remove_resets|keep_last_value|interpolate|histogram_share|prometheus_buckets|share|zscore|mad|mode|distinct|geomean|sum2|rate_over_sum|(?:ascent|descent|mode|median|distinct|geomean|tfirst|tlast|tmax|tmin|hoeffding_bound|quantiles|zscore|share_\w+|count_\w+|sum_\w+|duration|lifetime|lag|integrate|outlier_\w+)_over_time)\s*\(|\bkeep_metric_names\b|\b(?:default|if|ifnot)\b\s*[\d(a-z]|^\s*WITH\s*\(/i.test(
    expr,
  )
