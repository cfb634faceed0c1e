import type { PromqlType } from './types.ts'

/** The arguments and the result of a function. */
export interface Signature {
  takes: readonly PromqlType[]
  /** How many of `takes`, from the end, may be left out. */
  optional: number
  /** How many times the last one may be repeated. */
  repeat: number
  returns: PromqlType
  /** Prometheus has it only with --enable-feature=promql-experimental-functions. */
  experimental: boolean
}

const TYPES: Record<string, PromqlType> = { v: 'vector', m: 'matrix', s: 'scalar', t: 'string' }

/**
 * Every function of Prometheus 3.14 by its arguments: one letter for each (vector, matrix, scalar, text),
 * `?` after one that may be left out, `*` after one that may be left out or repeated.
 */
const BY_ARGUMENTS: Record<string, string> = {
  v: `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count
    histogram_sum histogram_stddev histogram_stdvar ln log10 log2 rad scalar sgn sin sinh sort sort_desc sqrt
    start_timestamp tan tanh timestamp`,
  'v?': 'days_in_month day_of_month day_of_week day_of_year hour minute month year',
  m: `absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
    last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
    stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
    ts_of_min_over_time`,
  '': 'end pi range start step time',
  s: 'vector',
  ss: 'max_of min_of',
  sv: 'histogram_quantile',
  sm: 'quantile_over_time',
  ssv: 'histogram_fraction',
  vs: 'clamp_max clamp_min',
  'vs?': 'round',
  vss: 'clamp',
  'vv?': 'info',
  ms: 'predict_linear',
  mss: 'double_exponential_smoothing',
  vtttt: 'label_replace',
  'vttt*': 'label_join',
  'vt*': 'sort_by_label sort_by_label_desc',
  'vtss*': 'histogram_quantiles',
}

const RETURNS_SCALAR = new Set(['end', 'max_of', 'min_of', 'pi', 'range', 'scalar', 'start', 'step', 'time'])

const EXPERIMENTAL = new Set(
  `double_exponential_smoothing end histogram_quantiles info mad_over_time max_of min_of range sort_by_label
  sort_by_label_desc start start_timestamp step ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
  ts_of_min_over_time`.split(/\s+/),
)

/** `histogram_quantiles` accepts at most ten quantiles. */
const MOST_REPEATS: Record<string, number> = { histogram_quantiles: 9 }

const SIGNATURES = new Map(
  Object.entries(BY_ARGUMENTS).flatMap(([takes, names]) =>
    names.split(/\s+/).map((name): [string, Signature] => [
      name,
      {
        takes: takes.match(/[a-z]/g)?.map((letter) => TYPES[letter] ?? 'vector') ?? [],
        optional: /[?*]$/.test(takes) ? 1 : 0,
        repeat: takes.endsWith('*') ? (MOST_REPEATS[name] ?? Number.POSITIVE_INFINITY) : 0,
        returns: RETURNS_SCALAR.has(name) ? 'scalar' : 'vector',
        experimental: EXPERIMENTAL.has(name),
      },
    ]),
  ),
)

/** Undefined when Prometheus does not have the function. */
export const signatureOf = (name: string): Signature | undefined => SIGNATURES.get(name)

/** Aggregations that take a parameter before the vector, and its type. */
export const PARAMETERS: Readonly<Record<string, PromqlType>> = {
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  limitk: 'scalar',
  limit_ratio: 'scalar',
  count_values: 'string',
}

export const EXPERIMENTAL_AGGREGATIONS: readonly string[] = ['limitk', 'limit_ratio']
