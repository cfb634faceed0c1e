import { promqlString } from '../../../formats/promql/literals.ts'
import { parsePromql } from '../../../formats/promql/parse.ts'
import type { ParsedQuery } from '../../../formats/promql/types.ts'
import { type QueryAnswer, type VectorSeries, vectorOf } from '../../../model/prometheus.ts'
import type { TimeWindow } from '../presence.ts'
import { attemptQuery, type QueryAttempt, type QuerySource } from '../query-source.ts'

/** The answer to the query of a variable: its values in the order of Grafana. */
export type OptionsAnswer = QueryAttempt<readonly string[]>

/** Answers the query of a variable, without spaces around it; the same query is asked once. */
export type AskOptions = (query: string) => Promise<OptionsAnswer>

/** The functions that Grafana's Prometheus data source knows in the query of a variable, as it recognises them. */
const LABEL_NAMES = /^label_names\((.*)\)$/s
const LABEL_VALUES = /^label_values\((?:(.+),\s*)?([a-zA-Z_]\w*)\)$/s
const METRICS = /^metrics\((.+)\)$/s
const QUERY_RESULT = /^query_result\((.+)\)$/s

/** Asks Prometheus for the values of a variable, of series that were scraped after verification began. */
export function createAskOptions(source: QuerySource, window: TimeWindow): AskOptions {
  const known = new Map<string, Promise<OptionsAnswer>>()
  return (query) => {
    const answer = known.get(query) ?? ask(query, source, window)
    known.set(query, answer)
    return answer
  }
}

async function ask(query: string, source: QuerySource, window: TimeWindow): Promise<OptionsAnswer> {
  const lookback = Math.ceil(window.scrapedMs + (window.hiddenMs ?? 0))
  const labels = async (label: string, selector: string) => {
    const series = `last_over_time(${selector}[${lookback}ms])`
    const answer = await attemptQuery(() => source.query(`group by (${label}) (${series})`, window.at))
    return mapped(answer, (value) =>
      vectorOf(value)
        .flatMap((row) => row.metric[label] || [])
        .toSorted(),
    )
  }
  const values = LABEL_VALUES.exec(query)
  if (values) return labels(values[2] ?? '', selectorOf(values[1]) ?? `{${values[2]}!=""}`)
  const metrics = METRICS.exec(query)
  if (metrics) return labels('__name__', `{__name__=~${promqlString(`.*(?:${metrics[1]}).*`)}}`)
  const names = LABEL_NAMES.exec(query)
  if (names) {
    const part = names[1]?.trim()
    const selector = part ? `{__name__=~${promqlString(`.*${part}.*`)}}` : undefined
    return attemptQuery(() => source.labelNames(selector, window.at - lookback))
  }
  const result = QUERY_RESULT.exec(query)
  if (result) return mapped(await attemptQuery(() => source.query(result[1] ?? '', window.at)), resultTexts)
  const series = `last_over_time(${query}[${lookback}ms])`
  return mapped(await attemptQuery(() => source.query(series, window.at)), (value) =>
    vectorOf(value).map(seriesText),
  )
}

const mapped = <T, U>(answer: QueryAttempt<T>, change: (value: T) => U): QueryAttempt<U> =>
  answer.kind === 'answer' ? { kind: 'answer', value: change(answer.value) } : answer

/** A blank selector and `{}` mean all series. */
const selectorOf = (text: string | undefined): string | undefined =>
  text === undefined || /^\s*(?:\{\s*\})?\s*$/.test(text) ? undefined : text.trim()

/** The series that the query of a variable needs; nothing for a query that does not name any. */
export function seriesOfOptions(query: string): ParsedQuery['selectors'] {
  const named = selectorOf(LABEL_VALUES.exec(query)?.[1]) ?? QUERY_RESULT.exec(query)?.[1]
  return named === undefined ? [] : parsePromql(named).selectors
}

function seriesText({ metric: { __name__: name = '', ...labels } }: VectorSeries): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  return `${name}{${pairs.join(',')}}`
}

/** One text for each series: labels, value and time, which the `regex` of the variable takes apart. */
function resultTexts(answer: QueryAnswer): string[] {
  const { result } = answer
  if (result.resultType === 'scalar' || result.resultType === 'string') return [result.result[1]]
  return vectorOf(answer).map(
    (row) => `${seriesText(row)} ${row.value?.[1] ?? ''} ${(row.value?.[0] ?? 0) * 1000}`,
  )
}
