import type { ParsedQuery, Selector } from '../../formats/promql/types.ts'
import { parseDuration } from '../../lib/duration.ts'
import { similarMetricName } from '../../lib/similar-name.ts'
import type { QueryAnswer } from '../../model/prometheus.ts'
import type { Certainty, PanelEvidence, PanelState } from '../evidence.ts'
import { selectorText } from './presence.ts'

/** A summary of the answer to one query. */
export interface AnswerNumbers {
  series: number
  /** Neither NaN nor infinite. */
  finite: number
  /** A finite value where there is one. */
  value: string | undefined
  warnings: readonly string[]
}

/** Counts the values of an answer; the last point of each series counts in a range vector. */
export function numbersOf({ result, warnings }: QueryAnswer): AnswerNumbers {
  const values = valuesOf(result)
  const finite = values.filter((value) => value === 'histogram' || Number.isFinite(Number(value)))
  return { series: values.length, finite: finite.length, value: finite[0] ?? values[0], warnings }
}

function valuesOf(result: QueryAnswer['result']): string[] {
  switch (result.resultType) {
    case 'scalar':
      return [result.result[1]]
    case 'string':
      // A string is an answer, although not a number.
      return ['0']
    case 'vector':
      return result.result.map((row) => row.value?.[1] ?? 'histogram')
    case 'matrix':
      return result.result.map((row) => row.values.at(-1)?.[1] ?? 'histogram')
  }
}

/**
 * The query in which selectors without a sample from after verification began select nothing, so that its answer comes
 * from fresh samples only. Undefined when every selector has fresh samples.
 */
export function freshOnly(
  query: string,
  parsed: ParsedQuery,
  present: ReadonlyMap<string, number>,
): string | undefined {
  const past = parsed.selectors.filter((selector) => (present.get(selectorText(selector)) ?? 0) === 0)
  if (past.length === 0) return undefined
  let done = 0
  const parts = past.flatMap(({ from, to }) => {
    const before = query.slice(done, from)
    done = to
    return [before, '{__name__="verify:nothing"}']
  })
  return parts.join('') + query.slice(done)
}

/** The facts that explain the result of a panel query. */
export interface PanelContext {
  /** Series of a selector from after verification began, by its text. */
  present: ReadonlyMap<string, number>
  /** Every metric that the configuration declares. */
  declared: ReadonlySet<string>
  /** Series of metrics declared `after-traffic`, those of histograms included. */
  afterTraffic: ReadonlySet<string>
  /** Services without a target that is up, by each metric that they declare. */
  downService: ReadonlyMap<string, string>
  /** Names of all metrics that have samples, for near misses. */
  names: readonly string[]
  scrapeIntervalMs: number
}

type PanelResult = Pick<PanelEvidence, 'state' | 'certainty' | 'why' | 'next' | 'absent' | 'down'>

const result = (
  state: PanelState,
  certainty: Certainty,
  why: string,
  next?: string,
  absent: string[] = [],
): PanelResult => ({
  state,
  certainty,
  why,
  absent,
  ...(next !== undefined && { next }),
})

/** Describes an answer with data. */
export function describeData(
  numbers: AnswerNumbers,
  parsed: ParsedQuery,
  context: PanelContext,
): PanelResult {
  const gaps = absentOf(parsed, context.present)
  const absent = [...new Set(gaps.map(shortText))]
  const without = absent.length > 0 ? ` Without a sample: ${absent.join(', ')}.` : ''
  if (numbers.finite === 0)
    return result(
      'nan',
      'proven',
      numbers.value === 'NaN'
        ? `Every value is NaN, usually 0 divided by 0: nothing happened in the time range of the query.${without}`
        : `Every value is infinite: ${numbers.warnings[0] ?? 'a division by 0'}.${without}`,
      'Send traffic and verify again; to show zero instead, write `a / (b > 0) or 0 * b` in the query.',
      absent,
    )
  const odd = gaps.flatMap(({ metric }) =>
    metric !== undefined && isStranger(metric, context) ? metric : [],
  )
  if (odd.length > 0)
    return result(
      'warning',
      'proven',
      `It shows data only because of a fallback in the query: no service exposes or declares ${odd.join(', ')}.${hints(gaps, context)}`,
      'Correct the name in the panel or in the service.',
      absent,
    )
  if (numbers.warnings.length > 0)
    return result(
      'warning',
      'proven',
      `Prometheus returns a warning: ${numbers.warnings[0]}`,
      'Correct the query.',
      absent,
    )
  return result(
    'data',
    'proven',
    `${numbers.series} series from after verification began.${without}`,
    undefined,
    absent,
  )
}

/** A metric with the prefix of a declared metric that no service exposes or declares. */
function isStranger(metric: string, { declared, names, present }: PanelContext): boolean {
  if (hasMetric(metric, present)) return false
  const base = metric.replace(/_(bucket|count|sum)$/, '')
  if ([metric, base].some((name) => declared.has(name) || names.includes(name))) return false
  const prefix = `${metric.split('_')[0]}_`
  return [...declared].some((name) => name.startsWith(prefix))
}

/** Describes an answer that comes only from samples older than this verification. */
export const describeStale = (absent: string[]): PanelResult =>
  result(
    'stale',
    'proven',
    `It shows only samples from before this verification began; there is no newer sample of ${absent.join(', ')}.`,
    'The metric was exposed before but no longer is: compare the query with the metrics that the service exposes now.',
    absent,
  )

/** Describes an empty answer. `matcherGaps`: by selector, its part that no series matches. */
export function describeEmpty(
  parsed: ParsedQuery,
  context: PanelContext,
  matcherGaps: ReadonlyMap<string, string>,
): PanelResult {
  const absent = absentOf(parsed, context.present)
  if (absent.length === 0) return emptyAlthoughPresent(parsed, context)
  const missing = absent.filter(({ metric }) => metric === undefined || !hasMetric(metric, context.present))
  const names = absent.map((selector) => matcherGaps.get(selectorText(selector)) ?? shortText(selector))
  const all = [...new Set(names)]
  if (missing.length === 0)
    return result(
      'no-data',
      'proven',
      `The metric exists, but none of its series matches ${all.join(' or ')}.`,
      'Compare the labels in the query with those that the metric has.',
      all,
    )
  const down = missing.flatMap(({ metric }) => context.downService.get(metric ?? '') ?? [])[0]
  if (down !== undefined)
    return {
      ...result('no-data', 'proven', `No target of ${down} is up.`, `Bring ${down} up; see its target.`, all),
      down,
    }
  const hint = hints(missing, context)
  if (hint === '' && missing.every(({ metric }) => context.afterTraffic.has(metric ?? '')))
    return result(
      'waiting',
      'inferred',
      `No traffic yet: ${all.join(', ')} may be absent before the first event.`,
      'Send traffic and verify again; to show zero instead, add `or 0 * …` to the query.',
      all,
    )
  return result(
    'no-data',
    'proven',
    `No service exposes ${all.join(', ')}.${hint}`,
    'Correct the name in the panel or in the service.',
    all,
  )
}

function emptyAlthoughPresent(parsed: ParsedQuery, context: PanelContext): PanelResult {
  const short = parsed.selectors.find(
    ({ range }) => range !== undefined && rangeMs(range) < 2 * context.scrapeIntervalMs,
  )
  if (short)
    return result(
      'no-data',
      'proven',
      `The range [${short.range}] is too short to hold two scrapes, which are ${context.scrapeIntervalMs / 1000} s apart.`,
      'Use $__rate_interval, or at least four scrape intervals.',
    )
  return result(
    'no-data',
    'inferred',
    'Every metric in it exists, but the query as a whole returns nothing: because of a comparison, labels that do not match between two sides, or an offset beyond the oldest sample.',
    'Run the parts of the query one by one.',
  )
}

/** Hints about similar metrics that are exposed instead of the missing ones. */
function hints(missing: readonly Selector[], { declared, names }: PanelContext): string {
  const texts = missing.flatMap(({ metric = '' }) => {
    const base = metric.replace(/_bucket$/, '')
    if (base !== metric && names.includes(base)) return `${base} has no buckets: it is exposed as a summary.`
    if (declared.has(base)) return []
    const near = similarMetricName(metric, names)
    return near === undefined ? [] : `Did you mean ${near}?`
  })
  return texts.length === 0 ? '' : ` ${[...new Set(texts)].join(' ')}`
}

/** Milliseconds of a range; an arithmetic expression counts as long enough. */
const rangeMs = (range: string | undefined): number => parseDuration(range ?? '') ?? Number.POSITIVE_INFINITY

/** Selectors that have no sample from after verification began. */
export const absentOf = (parsed: ParsedQuery, present: ReadonlyMap<string, number>): Selector[] =>
  parsed.selectors.filter((selector) => (present.get(selectorText(selector)) ?? 0) === 0)

/** The selector of all series of a metric. */
export const metricSelector = (metric: string): Pick<Selector, 'metric' | 'matchers'> => ({
  metric,
  matchers: [],
})

const hasMetric = (metric: string, present: ReadonlyMap<string, number>): boolean =>
  (present.get(selectorText(metricSelector(metric))) ?? 0) > 0

/** `metric{label="value"}`, in the usual notation. */
export function shortText({ metric, matchers }: Pick<Selector, 'metric' | 'matchers'>): string {
  const inner = matchers.map((m) => `${m.label}${m.op}${JSON.stringify(m.value)}`).join(',')
  return metric === undefined || inner !== '' ? `${metric ?? ''}{${inner}}` : metric
}
