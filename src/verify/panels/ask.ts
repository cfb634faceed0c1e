import type { Selector } from '../../formats/promql/types.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { list } from '../../lib/text.ts'
import type { PanelEvidence } from '../evidence.ts'
import type { Finding, PanelContext } from './absent.ts'
import { type AnswerNumbers, freshOnly, numbersOf } from './answer-numbers.ts'
import { describeData, describeStale, namesOf } from './describe.ts'
import { whyHidden, whyNaN, whyShiftEmpty, whyVariantEmpty } from './explain.ts'
import { AT_ONCE, createFacts, type Facts, Unanswered } from './facts.ts'
import { hiddenSelectors } from './fallback.ts'
import { prepareQueries, type Variant } from './prepare.ts'
import type { TimeWindow } from './presence.ts'
import { attemptQuery, isLost, type LostAnswer, type NoAnswer, type QuerySource } from './query-source.ts'
import { needsAnswer, type PanelQuestion, uncheckedPanel } from './questions.ts'
import { createAskOptions } from './variables/options.ts'

export interface QueryRound {
  source: QuerySource
  window: TimeWindow
  context: PanelContext
  /** The last round: explain empty results, down to the matcher. */
  last: boolean
}

/** What one question, or one value of a repeated panel, came to. */
interface Outcome {
  evidence: PanelEvidence
  isSettled: boolean
  isUnanswered: boolean
}

/** Runs the queries that are not settled. Returns how many of them got no answer, which a later round may get. */
export async function askPanels(asked: readonly PanelQuestion[], round: QueryRound): Promise<number> {
  const open = asked.filter(needsAnswer)
  const facts = createFacts(round.source, round.window)
  const variants = await prepareQueries(open, {
    ask: createAskOptions(round.source, round.window),
    window: round.window,
    scrapeIntervalMs: round.context.scrapeIntervalMs,
  })
  const outcomes = new Map<PanelQuestion, Outcome[]>()
  const tools: Tools = { facts, context: round.context, round }
  const isLost = await lost(() =>
    facts.load(variants.flatMap(({ parsed }) => parsed.selectors.flatMap(withMetric))),
  )
  await mapConcurrently(variants, AT_ONCE, async (variant) => {
    const outcome = isLost ? unanswered(variant, isLost) : await answered(variant, tools)
    outcomes.set(variant.asked, [...(outcomes.get(variant.asked) ?? []), inScope(variant, outcome)])
  })
  for (const [question, all] of outcomes) {
    const [worst] = all.toSorted((a, b) => rankOf(b) - rankOf(a))
    question.isSettled = all.every(({ isSettled }) => isSettled)
    if (worst) question.evidence = worst.evidence
  }
  return [...outcomes.values()].filter((all) => all.some(({ isUnanswered }) => isUnanswered)).length
}

interface Tools {
  facts: Facts
  context: PanelContext
  round: QueryRound
}

/** A selector, and the selector of all series of its metric: either the metric or only a label may be absent. */
const withMetric = (selector: Selector) =>
  selector.metric === undefined ? [selector] : [selector, { metric: selector.metric, matchers: [] }]

/** From good to bad: of a repeated panel, the worst value is shown. */
const ORDER: readonly PanelEvidence['state'][] = [
  ...(['other-source', 'data', 'waiting', 'warning', 'too-early'] as const),
  ...(['not-checked', 'nan', 'stale', 'no-data', 'error'] as const),
]

const rankOf = ({ evidence }: Outcome): number => ORDER.indexOf(evidence.state)

const inScope = ({ scope }: Variant, outcome: Outcome): Outcome =>
  scope === ''
    ? outcome
    : { ...outcome, evidence: { ...outcome.evidence, why: `For ${scope}: ${outcome.evidence.why}` } }

/** The missing answer when a question that all others need is not answered. */
async function lost(ask: () => Promise<unknown>): Promise<LostAnswer | undefined> {
  try {
    await ask()
    return undefined
  } catch (error) {
    if (error instanceof Unanswered) return error.answer
    throw error
  }
}

async function answered(variant: Variant, tools: Tools): Promise<Outcome> {
  const { gap, asked } = variant
  if (gap && gap.kind !== 'empty')
    return {
      evidence: uncheckedPanel(asked.query, gap.why, variant.text),
      isSettled: false,
      isUnanswered: gap.kind === 'unanswered',
    }
  let outcome: Outcome | undefined
  const missing = await lost(async () => {
    outcome = await judged(variant, tools)
  })
  return outcome ?? unanswered(variant, missing)
}

/** A lost answer proves nothing; a data source that answers no one is broken. */
function unanswered({ asked, text }: Variant, missing: LostAnswer | undefined): Outcome {
  const evidence = uncheckedPanel(asked.query, `The data source does not answer: ${missing?.why ?? ''}`, text)
  const isBroken = missing?.kind === 'broken'
  return {
    evidence: {
      ...evidence,
      ...(missing?.next !== undefined && { next: missing.next }),
      ...(isBroken && { state: 'error', certainty: 'proven' }),
    },
    ...{ isSettled: false, isUnanswered: !isBroken },
  }
}

/** The answer from fresh samples only; when it is empty, the answer from all samples. */
async function judged(variant: Variant, tools: Tools): Promise<Outcome> {
  const { text, parsed, expression } = variant
  const { facts, context, round } = tools
  const absent = parsed.selectors.filter((one) => !facts.isLoaded(one))
  const fresh = freshOnly(text, absent)
  const first = await asking(fresh ?? text, round)
  if ('why' in first) return refused(variant, first)
  if (first.series > 0) {
    const found = describeData(first, { parsed, absent, context })
    const isGood = found.state === 'data' || found.state === 'warning'
    if (!isGood) return outcome(variant, await whyNaN(found, absent, tools), first, false)
    const hidden = expression ? hiddenSelectors(expression, facts.isLoaded) : []
    const wrong = hidden.length > 0 ? await whyHidden(hidden, tools) : undefined
    if (wrong) return outcome(variant, wrong, first, false)
    return outcome(variant, (await whyShiftEmpty(variant, round.source, tools)) ?? found, first, true)
  }
  const past = fresh === undefined ? first : await asking(text, round)
  if ('why' in past) return refused(variant, past)
  if (!round.last) return outcome(variant, notYet(namesOf(absent)), past, false)
  const cause = await whyVariantEmpty(variant, tools)
  const isGone = past.series > 0 && cause.state === 'no-data'
  return outcome(variant, isGone ? describeStale(namesOf(absent), cause) : cause, past, false)
}

async function asking(query: string, { source, window }: QueryRound): Promise<AnswerNumbers | NoAnswer> {
  const answer = await attemptQuery(() => source.query(query, window.at))
  if (isLost(answer)) throw new Unanswered(answer)
  return answer.kind === 'answer' ? numbersOf(answer.value) : answer
}

/** What a name that is not a variable of the dashboard means for a query without a result. */
const unchangedNames = ({ undeclared }: Variant): string =>
  undeclared.length === 0
    ? ''
    : ` The dashboard has no variable ${list(undeclared.map((name) => `\`$${name}\``))}, so Grafana sends that text unchanged.`

function outcome(
  variant: Variant,
  found: Finding,
  { series, value }: AnswerNumbers,
  isSettled: boolean,
): Outcome {
  const evidence: PanelEvidence = {
    ...uncheckedPanel(variant.asked.query, '', variant.text),
    ...{ series, ...(value !== undefined && { value }) },
    ...found,
    ...(found.state === 'no-data' && { why: `${found.why}${unchangedNames(variant)}` }),
  }
  return { evidence, isSettled, isUnanswered: false }
}

function refused(variant: Variant, { why, next }: NoAnswer): Outcome {
  const { asked, text, gap } = variant
  const evidence: PanelEvidence = {
    ...uncheckedPanel(
      asked.query,
      `Prometheus rejects the query: ${why}${gap ? ` ${gap.why}` : unchangedNames(variant)}`,
      text,
    ),
    ...{ state: 'error', certainty: 'proven', ...(next !== undefined && { next }) },
  }
  return { evidence, isSettled: false, isUnanswered: false }
}

const notYet = (absent: string[]): Finding => ({
  ...{ state: 'no-data', certainty: 'inferred', absent },
  why: absent.length > 0 ? `There is no sample of ${absent.join(', ')}.` : 'It returns nothing.',
})
