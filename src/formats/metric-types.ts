/** The types of OpenMetrics, a superset of those of the Prometheus text format (whose `untyped` is `unknown`). */
export const METRIC_TYPES = [
  'counter',
  'gauge',
  'histogram',
  'summary',
  'stateset',
  'info',
  'gaugehistogram',
  'unknown',
] as const
export type MetricType = (typeof METRIC_TYPES)[number]

/** Whether a word is a type that can be declared. */
export const isMetricType = (type: string | undefined): type is MetricType =>
  METRIC_TYPES.some((known) => known === type)

/** What follows the name of a metric in the names of its series. */
export type SeriesPart = '' | '_bucket' | '_sum' | '_count' | '_gsum' | '_gcount'

/** The series that Prometheus stores for each type of metric. A histogram has no series with the plain name. */
export const SERIES_OF: Readonly<Record<MetricType, readonly SeriesPart[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
  stateset: [''],
  info: [''],
  gaugehistogram: ['_bucket', '_gsum', '_gcount'],
  unknown: [''],
}

/** All parts, longest first. */
export const SERIES_PARTS = [...new Set(Object.values(SERIES_OF).flat())].toSorted(
  (a, b) => b.length - a.length,
)

/** The metric that a series belongs to, by its name alone: `x` for `x_bucket`. */
export function metricOfSeries(series: string): string {
  const part = SERIES_PARTS.find((one) => one !== '' && series.endsWith(one))
  return part === undefined ? series : series.slice(0, -part.length)
}

/** A series that exists whenever the metric exists: one per set of labels. */
export const countedPart = (type: MetricType): SeriesPart =>
  type === 'gaugehistogram' ? '_gcount' : SERIES_OF[type].includes('_count') ? '_count' : ''

/** A metric family as a `# TYPE` line declares it, and which of its series a name is. */
export interface SeriesFamily {
  family: string
  type: string
  /** What the series' name has in addition to the family's: `_total`, `_bucket`, … */
  part: string
}

/** Suffixes of series, with the types whose families have them. `_total`, `_created`, `_info`: OpenMetrics only. */
const OWNERS: readonly (readonly [part: string, types: readonly string[]])[] = [
  ['_total', ['counter']],
  ['_created', ['counter', 'histogram', 'summary', 'gaugehistogram']],
  ['_info', ['info']],
  ['_bucket', ['histogram', 'gaugehistogram']],
  ['_sum', ['histogram', 'summary']],
  ['_count', ['histogram', 'summary']],
  ['_gsum', ['gaugehistogram']],
  ['_gcount', ['gaugehistogram']],
]

/**
 * The family that a series belongs to, by the types of the families: OpenMetrics declares `x` for the series `x_total`.
 * A family of its own with the full name wins. Undefined without a `# TYPE` line.
 */
export function familyOfSeries(name: string, types: ReadonlyMap<string, string>): SeriesFamily | undefined {
  const own = types.get(name)
  if (own !== undefined) return { family: name, type: own, part: '' }
  for (const [part, owners] of OWNERS) {
    const family = name.endsWith(part) ? name.slice(0, -part.length) : ''
    const type = types.get(family) ?? (part === '_created' ? types.get(`${family}_total`) : undefined)
    if (family !== '' && type !== undefined && owners.includes(type)) return { family, type, part }
  }
  return undefined
}

/** Whether a series with such a part is declared under its own name, and not under that of its family. */
export const isStoredName = (part: string): boolean => part === '' || part === '_total' || part === '_info'

/**
 * The type of a name as queries see it. Buckets, sums and counts of a histogram only increase, as a counter does; those
 * of a gauge histogram go up and down, and a time of creation is a gauge.
 */
export function typeOfName(name: string, types: ReadonlyMap<string, string>): string | undefined {
  const found = familyOfSeries(name, types)
  if (!found || isStoredName(found.part)) return found?.type
  return found.part === '_created' || found.type === 'gaugehistogram' ? 'gauge' : 'counter'
}

/** An info metric and a state set are gauges in the text format, and Prometheus stores them as such. */
const asStored = (type: string): string => (type === 'info' || type === 'stateset' ? 'gauge' : type)

/** Whether a declaration agrees with the exposed type. `unknown` promises nothing about the values. */
export const typesAgree = (declared: MetricType, actual: string): boolean =>
  declared === 'unknown' || asStored(declared) === asStored(actual)

/** Whether a name is valid in every version of Prometheus, so that PromQL needs no quotes. */
export const isClassicName = (name: string): boolean => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)

/** The characters that the escaping scheme `values` writes by their code point, as `_2e_`. */
const CODE_POINT = /_([0-9a-f]{1,6})_/g

/**
 * What names have in common that libraries and exporters make of one metric: with or without `_total`, `_info`, with
 * dots or underscores, or in one of the escaping schemes of Prometheus (`U__http_2e_requests`, `http_dot_requests`).
 */
export function commonName(name: string): string {
  const plain = name.startsWith('U__')
    ? name
        .slice(3)
        .replace(CODE_POINT, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16) % 0x110000))
    : name.replaceAll('_dot_', '_')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  while (words.length > 1 && /^(?:total|info)$/.test(words.at(-1) ?? '')) words.pop()
  return words.join('_').toLowerCase()
}

/** Units and what is counted, which versions of a library add to a name or drop from it. */
const UNIT = /_(?:seconds|bytes|count)$/

/** What the names of one metric have in common in several versions of a library: also without its unit. */
export const nameWithoutUnit = (name: string): string => commonName(name).replace(UNIT, '')
