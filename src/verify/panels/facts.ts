import { type Expression, isScalar } from '../../formats/promql/expression.ts'
import { promqlString } from '../../formats/promql/literals.ts'
import { parsePromql } from '../../formats/promql/parse.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { type QueryAnswer, type VectorSeries, vectorOf } from '../../model/prometheus.ts'
import { freshOnly } from './answer-numbers.ts'
import {
  countRaw,
  lookbackMs,
  presenceQueries,
  rawQuery,
  readPresence,
  selectorText,
  type TimeWindow,
} from './presence.ts'
import { attemptQuery, isLost, type LostAnswer, type QueryAttempt, type QuerySource } from './query-source.ts'

/** Prometheus answers twenty queries at a time by default; verification uses half of them. */
export const AT_ONCE = 10

/** There was no answer to a question that an explanation needs. */
export class Unanswered extends Error {
  readonly answer: LostAnswer
  constructor(answer: LostAnswer) {
    super(answer.why)
    this.answer = answer
  }
}

type NamedSelector = Pick<Selector, 'metric' | 'matchers'>

/** What Prometheus says about series and parts of queries, each asked once per round. Throws `Unanswered`. */
export interface Facts {
  window: TimeWindow
  /** Asks for all of these series together, in few queries. */
  load(selectors: readonly NamedSelector[]): Promise<void>
  /** Whether series of a selector have samples from after verification began. */
  isPresent(selector: NamedSelector): Promise<boolean>
  /** The same for selectors that were loaded. */
  isLoaded(selector: NamedSelector): boolean
  /** The values that a label of a metric has now. */
  labelValues(metric: string, label: string): Promise<readonly string[]>
  /** The labels of one of the metric's series. */
  labelNames(metric: string): Promise<readonly string[]>
  /** The names of the metrics that Prometheus exposes about itself. */
  ownNames(): Promise<readonly string[]>
  /** Whether a part of a query has a result, from fresh samples only. */
  hasData(query: string, part: Expression): Promise<boolean>
  /** The first sample of a selector in the time before now, in milliseconds since the epoch; undefined: there is none. */
  firstSample(selector: NamedSelector, withinMs: number): Promise<number | undefined>
}

export function createFacts(source: QuerySource, window: TimeWindow): Facts {
  const present = new Map<string, number>()
  const asked = new Map<string, Promise<QueryAttempt<QueryAnswer>>>()
  const ask: Ask = (query) => {
    const answer = asked.get(query) ?? attemptQuery(() => source.query(query, window.at))
    asked.set(query, answer)
    return answer
  }
  const rows = async (query: string) => {
    const answer = await ask(query)
    if (isLost(answer)) throw new Unanswered(answer)
    return answer.kind === 'answer' ? vectorOf(answer.value) : []
  }
  const facts: Facts = {
    window,
    async load(selectors) {
      const open = selectors.filter((one) => !present.has(selectorText(one)))
      for (const [text, count] of await presence(open, window, ask)) present.set(text, count)
    },
    async isPresent(selector) {
      await facts.load([selector])
      return facts.isLoaded(selector)
    },
    isLoaded: (selector) => (present.get(selectorText(selector)) ?? 0) > 0,
    async hasData(query, part) {
      if (isScalar(part)) return true
      const text = query.slice(part.from, part.to)
      const parsed = parsePromql(text)
      await facts.load(parsed.selectors)
      const past = parsed.selectors.filter((one) => !facts.isLoaded(one))
      const only = freshOnly(text, past) ?? text
      const counted = parsed.type === 'matrix' ? `present_over_time(${only})` : only
      return (await rows(`count(${counted})`)).length > 0
    },
    ...seriesFacts(rows, window),
  }
  return facts
}

/** Facts about the series of a metric. */
function seriesFacts(
  rows: (query: string) => Promise<VectorSeries[]>,
  window: TimeWindow,
): Pick<Facts, 'labelValues' | 'labelNames' | 'ownNames' | 'firstSample'> {
  const fresh = (metric: string) =>
    `last_over_time(${selectorText({ metric, matchers: [] })}[${lookbackMs(metric, window)}ms])`
  return {
    async labelValues(metric, label) {
      const found = await rows(`group by (${labelName(label)}) (${fresh(metric)})`)
      return found.flatMap((row) => row.metric[label] || [])
    },
    async labelNames(metric) {
      const [row] = await rows(`topk(1, ${fresh(metric)})`)
      return Object.keys(row?.metric ?? {}).filter((label) => label !== '__name__')
    },
    async ownNames() {
      // Without those of the server before, which had remote write, for example: a restart does not end its series.
      const own = `{__name__=~"prometheus_.+"}[${lookbackMs('prometheus_', window)}ms]`
      const found = await rows(`group by (__name__) (last_over_time(${own}))`)
      return found.flatMap((row) => row.metric.__name__ ?? [])
    },
    async firstSample(selector, withinMs) {
      const stepMs = Math.max(1_000, Math.ceil(withinMs / SAMPLES / 1000) * 1000)
      const times = `timestamp(${selectorText(selector)})[${withinMs + LOOKBACK_MS}ms:${stepMs}ms]`
      const [row] = await rows(`min(min_over_time(${times}))`)
      return row?.value && Number(row.value[1]) * 1000
    },
  }
}

/** How many points in time are looked at to find a first sample. */
const SAMPLES = 100

/** A sample counts for this long. */
const LOOKBACK_MS = 300_000

type Ask = (query: string) => Promise<QueryAttempt<QueryAnswer>>

/**
 * The number of series of each selector. A selector that this server refuses must not hide the others: it alone counts
 * as present, because the query that contains it is refused as well, with the reason.
 */
async function presence(
  selectors: readonly NamedSelector[],
  window: TimeWindow,
  ask: Ask,
): Promise<readonly (readonly [string, number])[]> {
  if (window.hiddenMs !== undefined) return rawPresence(selectors, window, ask)
  const found = await mapConcurrently(
    presenceQueries(selectors, window),
    AT_ONCE,
    async ({ query, texts }) => {
      const answer = await ask(query)
      if (isLost(answer)) throw new Unanswered(answer)
      if (answer.kind === 'answer') return [...readPresence(texts, answer.value)]
      if (texts.length === 1) return texts.map((text) => [text, 1] as const)
      const refused = selectors.filter((one) => texts.includes(selectorText(one)))
      const half = Math.ceil(refused.length / 2)
      return [
        ...(await presence(refused.slice(0, half), window, ask)),
        ...(await presence(refused.slice(half), window, ask)),
      ]
    },
  )
  return found.flat()
}

/** The same from raw samples, one question for each selector. */
async function rawPresence(
  selectors: readonly NamedSelector[],
  window: TimeWindow,
  ask: Ask,
): Promise<readonly (readonly [string, number])[]> {
  return mapConcurrently([...new Set(selectors.map(selectorText))], AT_ONCE, async (text) => {
    const answer = await ask(rawQuery(text, window))
    if (isLost(answer)) throw new Unanswered(answer)
    return [text, answer.kind === 'answer' ? countRaw(answer.value) : 1] as const
  })
}

/** The name of a label in a query; names outside of the old character set are quoted, which Prometheus 3 allows. */
const labelName = (label: string): string => (/^[a-zA-Z_]\w*$/.test(label) ? label : promqlString(label))
