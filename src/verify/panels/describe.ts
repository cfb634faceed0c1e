import type { Expression } from '../../formats/promql/expression.ts'
import type { ParsedQuery, Selector } from '../../formats/promql/types.ts'
import type { PanelState } from '../evidence.ts'
import { type Finding, nearMiss, type PanelContext, shortText } from './absent.ts'
import type { AnswerNumbers } from './answer-numbers.ts'
import { rangeFinding, samplesNeeded } from './ranges.ts'

const finding = (state: PanelState, why: string, next?: string, absent: string[] = []): Finding => ({
  ...{ state, certainty: 'proven', why, absent },
  ...(next !== undefined && { next }),
})

/** The names of selectors without samples, each once. */
export const namesOf = (selectors: readonly Selector[]): string[] => [...new Set(selectors.map(shortText))]

/** Describes an answer with data. `absent`: the selectors of the query that have no samples. */
export function describeData(
  numbers: AnswerNumbers,
  { parsed, absent, context }: { parsed: ParsedQuery; absent: readonly Selector[]; context: PanelContext },
): Finding {
  const names = namesOf(absent)
  const without = names.length > 0 ? ` Without a sample: ${names.join(', ')}.` : ''
  if (numbers.finite === 0) return describeNaN(numbers, without, { parsed, names, context })
  const [warning] = numbers.warnings
  if (warning !== undefined)
    return finding('warning', `Prometheus returns a warning: ${warning}`, 'Correct the query.', names)
  return (
    gappy(parsed, context) ??
    finding('data', `${numbers.series} series from after verification began.${without}`, undefined, names)
  )
}

const ZERO = 'Send traffic and verify again; to show zero instead, write `a / (b > 0) or 0 * b` in the query.'

/** 0 divided by 0 is normal where events are counted and none happened. */
function describeNaN(
  { value, warnings }: AnswerNumbers,
  without: string,
  { parsed, names, context }: { parsed: ParsedQuery; names: string[]; context: PanelContext },
): Finding {
  if (value !== 'NaN')
    return finding(
      'nan',
      `Every value is infinite: ${warnings[0] ?? 'a division by 0'}.${without}`,
      ZERO,
      names,
    )
  const why = `Every value is NaN, usually 0 divided by 0: nothing happened in the time range of the query.${without}`
  const counts = parsed.selectors.length > 0 && parsed.selectors.every((one) => countsEvents(one, context))
  return warnings.length === 0 && counts
    ? { ...finding('waiting', why, ZERO, names), certainty: 'inferred' }
    : finding('nan', why, ZERO, names)
}

const RATES = /^(?:rate|irate|increase)$/

/** Whether the values of a selector in a query tell how much happened. */
const countsEvents = ({ metric = '', within }: Selector, { afterTraffic }: PanelContext): boolean =>
  afterTraffic.has(metric) ||
  within.some(({ name }) => RATES.test(name)) ||
  (metric.includes(':') && /rate|increase/.test(metric))

/** A range that does not hold enough scrapes at every moment, even if it does now. */
function gappy({ selectors }: ParsedQuery, { intervalOf }: PanelContext): Finding | undefined {
  const found = selectors.flatMap(({ range, within, metric }) => {
    // How often a rule records is not known here.
    if (range === undefined || metric?.includes(':')) return []
    const needed = samplesNeeded(within.map(({ name }) => name))
    return rangeFinding(range, needed, intervalOf(metric)) ?? []
  })
  return found[0] && { ...found[0], state: 'warning' }
}

/** Describes data that comes from a fallback, although what the panel is about has no samples because of `cause`. */
export function describeHidden(selector: Selector, cause: Finding, context: PanelContext): Finding {
  const hint = selector.metric === undefined ? '' : nearMiss(selector.metric, context)
  return finding(
    'warning',
    `It shows data only because of a fallback in the query. ${cause.why}${cause.why.includes(hint) ? '' : ` ${hint}`}`,
    cause.next ?? 'Correct the name in the panel or in the service.',
    [shortText(selector)],
  )
}

/** Describes an answer that comes only from samples older than this verification. `cause`: why there is no newer one. */
export const describeStale = (absent: string[], { down }: Pick<Finding, 'down'>): Finding => ({
  ...finding(
    'stale',
    `It shows only samples from before this verification began; there is no newer sample of ${absent.join(', ')}.`,
    down === undefined
      ? 'The metric was exposed before but no longer is: compare the query with the metrics that the service exposes now.'
      : `Bring ${down} up; see its target.`,
    absent,
  ),
  ...(down !== undefined && { down }),
})

/** Describes an annotation that marks nothing now, although every metric in it exists. */
export const describeNoEvents = (): Finding => ({
  ...finding('waiting', 'Empty may be the healthy state: there was nothing to mark.'),
  certainty: 'inferred',
})

/** A query as it is asked: its text, and its structure. */
export interface ReadQuery {
  text: string
  parsed: ParsedQuery
  expression: Expression | undefined
}
