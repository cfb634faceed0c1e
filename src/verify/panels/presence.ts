import { promqlString, withLabel } from '../../formats/promql/literals.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { type QueryAnswer, vectorOf } from '../../model/prometheus.ts'

/** The time window of a query, in milliseconds on Prometheus' clock. It contains the last scrape of every target. */
export interface TimeWindow {
  at: number
  /** Length back from `at`; all samples in it were scraped after verification began. */
  scrapedMs: number
  /** The same for the results of rules, which may be less frequent. */
  rulesMs: number
  /** Age of samples that carry timestamps of their own, in milliseconds, by the name of their series. */
  delayed?: ReadonlyMap<string, number>
  /**
   * The server hides the newest samples from everything but a bare range: whether there are new samples is read from the raw
   * ones, and other questions look back further by so many milliseconds.
   */
  hiddenMs?: number
}

/** Length of the time that holds the last sample of every series of a metric. */
export const lookbackMs = (metric: string | undefined, window: TimeWindow): number =>
  Math.ceil(
    (isMadeByRules(metric) ? window.rulesMs : window.scrapedMs + (window.delayed?.get(metric ?? '') ?? 0)) +
      (window.hiddenMs ?? 0),
  )

/** The query for the samples of a selector, as they are stored since verification began. */
export const rawQuery = (text: string, { scrapedMs }: TimeWindow): string =>
  `${text}[${Math.max(1, Math.ceil(scrapedMs / 1000))}s]`

/** How many series have samples that go on: a sample without a value ends a series. */
export const countRaw = ({ result }: QueryAnswer): number =>
  result.resultType === 'matrix'
    ? result.result.filter(({ values }) => values.length > 0 && values.at(-1)?.[1] !== 'NaN').length
    : 0

/** A selector in normal form, without a range. */
export function selectorText({ metric, matchers }: Pick<Selector, 'metric' | 'matchers'>): string {
  const named = metric === undefined ? [] : [`__name__=${promqlString(metric)}`]
  return `{${[...named, ...matchers.map((m) => `${m.label}${m.op}${promqlString(m.value)}`)].join(',')}}`
}

/** Whether two selectors select the same series. */
export const sameSelector = (a: Selector, b: Selector): boolean => selectorText(a) === selectorText(b)

/** Series that recording and alerting rules write. */
export const isMadeByRules = (metric: string | undefined): boolean =>
  metric !== undefined && (metric.includes(':') || metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE')

/** Maximum number of characters of one query: VictoriaMetrics refuses more than 16,384, with the matchers that are added. */
const BATCH = 10_000

/** Queries that return the number of series in the window for each selector, in batches. */
export function presenceQueries(
  selectors: Iterable<Pick<Selector, 'metric' | 'matchers'>>,
  window: TimeWindow,
): { query: string; texts: string[] }[] {
  const batches: [string, Pick<Selector, 'metric'>][][] = []
  let size = BATCH
  for (const [text, selector] of new Map([...selectors].map((one) => [selectorText(one), one] as const))) {
    size += text.length + 100
    if (size > BATCH) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push([text, selector])
  }
  return batches.map((batch) => ({
    query: batch.map(([text, { metric }], i) => presenceOf(text, metric, { i, window })).join(' or '),
    texts: batch.map(([text]) => text),
  }))
}

function presenceOf(
  text: string,
  metric: string | undefined,
  { i, window }: { i: number; window: TimeWindow },
): string {
  return withLabel(`count(last_over_time(${text}[${lookbackMs(metric, window)}ms]))`, 'verify', String(i))
}

/** The number of series of each selector of a batch, by its text. */
export function readPresence(texts: readonly string[], answer: QueryAnswer): Map<string, number> {
  const rows = vectorOf(answer)
  const counts = new Map(rows.map((row) => [row.metric.verify, Number(row.value?.[1])]))
  return new Map(texts.map((text, i) => [text, counts.get(String(i)) ?? 0]))
}
