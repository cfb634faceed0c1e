import { parsePromql } from '../../formats/promql/parse.ts'
import type { ParsedQuery, Selector } from '../../formats/promql/types.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus, QueryAnswer } from '../../model/prometheus.ts'
import type { PanelEvidence } from '../evidence.ts'
import {
  absentOf,
  describeData,
  describeEmpty,
  describeStale,
  freshOnly,
  metricSelector,
  numbersOf,
  type PanelContext,
  shortText,
} from './explain.ts'
import type { PanelQuery } from './panel-queries.ts'
import { presenceQueries, readPresence, selectorText, type TimeWindow } from './presence.ts'
import { needsAnswer, type PanelQuestion, uncheckedPanel } from './questions.ts'
import { expandQuery, resolveVariables, timeRange } from './variables.ts'

/** Where the dashboards' queries are sent: Prometheus itself, or Grafana's data source in front of it. */
export type QuerySource = Pick<Prometheus, 'query'>

/** Prometheus answers twenty queries at a time by default; verification uses half of them. */
const AT_ONCE = 10

export interface QueryRound {
  source: QuerySource
  window: TimeWindow
  context: Omit<PanelContext, 'present'>
  /** The last round: explain empty results, down to the matcher. */
  last: boolean
}

/** Runs the queries that have no good answer yet. */
export async function askPanels(asked: readonly PanelQuestion[], round: QueryRound): Promise<void> {
  const open = asked.filter(needsAnswer)
  const prepared = await prepare(open, round)
  const present = await presence(
    prepared.flatMap(({ parsed }) => parsed.selectors.flatMap(withMetric)),
    round,
  )
  const context: PanelContext = { ...round.context, present }
  const empty: Prepared[] = []
  await mapConcurrently(prepared, AT_ONCE, async (one) => {
    one.asked.evidence = await answered(one, context, round)
    if (isEmpty(one.asked.evidence)) empty.push(one)
  })
  if (round.last) await explain(empty, context, round)
}

const isEmpty = ({ state }: PanelEvidence): boolean => state === 'no-data' || state === 'waiting'

/** A selector, and the selector of all series of its metric: either the metric or only a label may be absent. */
const withMetric = (selector: Selector) =>
  selector.metric === undefined ? [selector] : [selector, metricSelector(selector.metric)]

interface Prepared {
  asked: PanelQuestion
  text: string
  parsed: ParsedQuery
}

/** Replaces variables and macros; a query with a variable without a value is not run and marked as not checked. */
async function prepare(open: readonly PanelQuestion[], round: QueryRound): Promise<Prepared[]> {
  const byDashboard = [...Map.groupBy(open, ({ dashboard }) => dashboard)]
  const found = await Promise.all(
    byDashboard.map(async ([dashboard, all]) => {
      const variables = await resolveVariables(dashboard, (label, selector) =>
        labelValues(label, selector, round),
      )
      const context = {
        scrapeInterval: round.context.scrapeIntervalMs,
        now: round.window.at,
        range: timeRange(dashboard),
      }
      return all.map((asked) => ({ asked, ...expandQuery(asked.query, variables, context) }))
    }),
  )
  return found.flat().flatMap(({ asked, query: text, unknown }) => {
    if (unknown.length === 0) return [{ asked, text, parsed: parsePromql(text) }]
    const why = `Only Grafana knows a value for ${unknown.map((name) => `$${name}`).join(', ')}.`
    asked.evidence = uncheckedPanel(asked.query, why, text)
    return []
  })
}

async function labelValues(
  label: string,
  selector: string | undefined,
  { source, window }: QueryRound,
): Promise<readonly string[]> {
  const series = `last_over_time(${selector ?? `{${label}!=""}`}[${Math.ceil(window.scrapedMs)}ms])`
  const answer = await attempt(() => source.query(`group by (${label}) (${series})`, window.at))
  const rows =
    answer.kind === 'answer' && answer.value.result.resultType === 'vector' ? answer.value.result.result : []
  return rows.flatMap((row) => row.metric[label] ?? [])
}

type Attempt =
  | { kind: 'answer'; value: QueryAnswer }
  | { kind: 'refused' | 'unanswered'; why: string; next: string | undefined }

/** `refused`: Prometheus rejects the query itself. `unanswered`: there is no answer. */
async function attempt(ask: () => Promise<QueryAnswer>): Promise<Attempt> {
  try {
    return { kind: 'answer', value: await ask() }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const [problem] = error.problems
    if (problem?.code === 'prometheus-query')
      return { kind: 'refused', why: messageOf(error), next: 'Correct the query in the dashboard.' }
    return { kind: 'unanswered', why: messageOf(error), next: problem?.hint }
  }
}

/**
 * Series of each selector from after verification began. When a batch fails, its selectors count as present, so that
 * they are not reported as the cause.
 */
async function presence(
  selectors: readonly Pick<Selector, 'metric' | 'matchers'>[],
  { source, window }: QueryRound,
): Promise<Map<string, number>> {
  const found = await mapConcurrently(
    presenceQueries(selectors, window),
    AT_ONCE,
    async ({ query, texts }) => {
      const answer = await attempt(() => source.query(query, window.at))
      return answer.kind === 'answer'
        ? readPresence(texts, answer.value)
        : new Map(texts.map((text) => [text, 1]))
    },
  )
  return new Map(found.flatMap((part) => [...part]))
}

/** The answer from fresh samples only; when it is empty, the answer from all samples. */
async function answered(
  { asked, text, parsed }: Prepared,
  context: PanelContext,
  round: QueryRound,
): Promise<PanelEvidence> {
  const ask = (query: string) => attempt(() => round.source.query(query, round.window.at))
  const fresh = freshOnly(text, parsed, context.present)
  const first = await ask(fresh ?? text)
  if (first.kind !== 'answer') return failed(asked.query, text, first)
  const numbers = numbersOf(first.value)
  if (numbers.series > 0)
    return evidence(asked.query, text, { ...describeData(numbers, parsed, context), numbers })
  const second = fresh === undefined ? first : await ask(text)
  if (second.kind !== 'answer') return failed(asked.query, text, second)
  const past = numbersOf(second.value)
  return past.series > 0
    ? evidence(asked.query, text, {
        ...describeStale([...new Set(absentOf(parsed, context.present).map(shortText))]),
        numbers: past,
      })
    : evidence(asked.query, text, { ...describeEmpty(parsed, context, new Map()), numbers })
}

function failed(
  query: PanelQuery,
  text: string,
  { kind, why, next }: Exclude<Attempt, { kind: 'answer' }>,
): PanelEvidence {
  const what = kind === 'refused' ? 'Prometheus rejects the query' : 'The data source does not answer'
  return {
    ...uncheckedPanel(query, `${what}: ${why}`, text),
    state: 'error',
    certainty: 'proven',
    ...(next !== undefined && { next }),
  }
}

/** Finds the metric or label that makes a query empty. */
async function explain(empty: readonly Prepared[], context: PanelContext, round: QueryRound): Promise<void> {
  const absent = empty.flatMap(({ parsed }) => absentOf(parsed, context.present))
  const single = absent.flatMap(({ metric, matchers }) =>
    matchers.map((matcher) => ({ metric, matchers: [matcher] })),
  )
  const more = await presence(single, round)
  const known: PanelContext = { ...context, present: new Map([...context.present, ...more]) }
  const gaps = new Map(
    absent.map((selector) => [selectorText(selector), gapOf(selector, known.present)] as const),
  )
  for (const { asked, text, parsed } of empty) {
    const numbers = { series: 0, finite: 0, value: undefined, warnings: [] }
    asked.evidence = evidence(asked.query, text, { ...describeEmpty(parsed, known, gaps), numbers })
  }
}

/** The metric with only those matchers that none of its series matches. */
function gapOf(selector: Selector, present: ReadonlyMap<string, number>): string {
  const { metric, matchers } = selector
  if (metric !== undefined && (present.get(selectorText(metricSelector(metric))) ?? 0) === 0) return metric
  const unmatched = matchers.filter(
    (matcher) => (present.get(selectorText({ metric, matchers: [matcher] })) ?? 0) === 0,
  )
  return shortText(unmatched.length > 0 ? { metric, matchers: unmatched } : selector)
}

function evidence(
  query: PanelQuery,
  text: string,
  { numbers, ...described }: ReturnType<typeof describeData> & { numbers: ReturnType<typeof numbersOf> },
): PanelEvidence {
  return {
    ...uncheckedPanel(query, '', text),
    series: numbers.series,
    ...(numbers.value !== undefined && { value: numbers.value }),
    ...described,
  }
}
