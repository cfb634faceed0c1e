import { distance } from 'fastest-levenshtein'
import { readExpression } from '../../formats/promql/expression.ts'
import { parsePromql } from '../../formats/promql/parse.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { parseDuration } from '../../lib/duration.ts'
import { type ExplainTools, type Finding, type PanelContext, whyAbsent } from './absent.ts'
import { numbersOf } from './answer-numbers.ts'
import { describeHidden, describeNoEvents } from './describe.ts'
import { type Facts, Unanswered } from './facts.ts'
import { hiddenSelectors } from './fallback.ts'
import type { Variant } from './prepare.ts'
import { attemptQuery, isLost, type QuerySource } from './query-source.ts'
import { EMPTY_AS_A_WHOLE, tooEarlyBy, whyEmpty } from './why-empty.ts'

interface Explaining {
  facts: Facts
  context: PanelContext
}

/** Why a query without data has none. */
export async function whyVariantEmpty(variant: Variant, explaining: Explaining): Promise<Finding> {
  const { expression, text, asked, gap } = variant
  if (gap) return whyVariableEmpty(gap, explaining)
  const cause = expression && (await whyEmpty(expression, { query: text, ...explainTools(explaining) }))
  // A condition on what comes from a fallback says nothing: `(typo or vector(0)) > 5`.
  const wrong =
    expression && cause?.state === 'waiting'
      ? await firstHidden(hiddenSelectors(expression, explaining.facts.isLoaded), explaining)
      : undefined
  return wrong?.cause ?? cause ?? (asked.query.isAnnotation ? describeNoEvents() : EMPTY_AS_A_WHOLE)
}

/** Recording rules that record what others record: deeper than anyone nests them. */
const MAX_DEPTH = 5

const explainTools = ({ facts, context }: Explaining, depth = 0): ExplainTools => ({
  facts,
  context,
  explain: async (query) => {
    const expression = readExpression(query, parsePromql(query))
    if (!expression || depth >= MAX_DEPTH) return undefined
    if (await facts.hasData(query, expression)) return undefined
    return whyEmpty(expression, { query, ...explainTools({ facts, context }, depth + 1) })
  },
})

/** The value of a variable may be absent for the same good reasons as data. */
async function whyVariableEmpty(
  { why, series }: NonNullable<Variant['gap']>,
  explaining: Explaining,
): Promise<Finding> {
  for (const selector of series) {
    const cause = await whyAbsent(selector, explainTools(explaining))
    if (cause) return { ...cause, why: `${why} ${cause.why}` }
  }
  return {
    ...{ state: 'no-data', certainty: 'proven', why, absent: [] },
    next: 'Correct the query or the `regex` of the variable.',
  }
}

/** The first of these selectors that should have samples, and why it has none. */
async function firstWrong(
  selectors: readonly Selector[],
  explaining: Explaining,
): Promise<{ selector: Selector; cause: Finding } | undefined> {
  for (const selector of selectors) {
    const cause = await whyAbsent(selector, explainTools(explaining))
    if (cause?.state === 'no-data') return { selector, cause }
  }
  return undefined
}

/**
 * Which metrics Prometheus has about itself depends on its version and on what it is configured to do, such as remote
 * write: a fallback for them is meant, unless the name is almost that of another one.
 */
async function isMeantFor({ metric = '' }: Selector, { facts }: Explaining): Promise<boolean> {
  if (!metric.startsWith('prometheus_') || (await facts.isPresent({ metric, matchers: [] }))) return false
  return !(await facts.ownNames()).some((name) => distance(name, metric) <= 2)
}

/** The first of the selectors with a fallback that should have samples, and why it has none. */
async function firstHidden(
  hidden: readonly Selector[],
  explaining: Explaining,
): ReturnType<typeof firstWrong> {
  const isMeant = await Promise.all(hidden.map((selector) => isMeantFor(selector, explaining)))
  return firstWrong(
    hidden.filter((_, i) => !isMeant[i]),
    explaining,
  )
}

/** The finding about data that hides these selectors without samples, if one of them should have some. */
export async function whyHidden(
  hidden: readonly Selector[],
  explaining: Explaining,
): Promise<Finding | undefined> {
  const wrong = await firstHidden(hidden, explaining)
  return wrong && describeHidden(wrong.selector, wrong.cause, explaining.context)
}

/** NaN is normal where nothing happened, not where something that should have samples has none. */
export async function whyNaN(
  found: Finding,
  absent: readonly Selector[],
  explaining: Explaining,
): Promise<Finding> {
  const wrong = found.state === 'waiting' ? await firstWrong(absent, explaining) : undefined
  return wrong ? { ...wrong.cause, state: 'nan', why: `Every value is NaN. ${wrong.cause.why}` } : found
}

/** The finding about a panel with a time shift that a new server has no samples for. */
export async function whyShiftEmpty(
  { asked, text, parsed }: Variant,
  source: QuerySource,
  { facts, context }: Explaining,
): Promise<Finding | undefined> {
  const back = parseDuration(asked.query.timeShift)
  if (!back) return undefined
  const answer = await attemptQuery(() => source.query(text, facts.window.at - back))
  if (isLost(answer)) throw new Unanswered(answer)
  if (answer.kind !== 'answer' || numbersOf(answer.value).series > 0) return undefined
  const [selector] = parsed.selectors
  const explained = selector && { ...explainTools({ facts, context }), selector }
  return tooEarlyBy(back, asked.query.timeShift, explained)
}
