import { type Expression, isScalar } from '../../formats/promql/expression.ts'
import type { Selector } from '../../formats/promql/types.ts'
import { parseDuration } from '../../lib/duration.ts'
import { type ExplainTools, type Finding, healthyEmpty, shortText, whyAbsent } from './absent.ts'
import { rangeFinding, samplesNeeded } from './ranges.ts'

/** A query, with what is needed to explain it. */
interface Explained extends ExplainTools {
  query: string
}

/**
 * Why a part of a query has no data, from the inside out; undefined when it has data. Selectors are explained first; of
 * operations, the sides are asked for themselves.
 */
export async function whyEmpty(part: Expression, asked: Explained): Promise<Finding | undefined> {
  switch (part.kind) {
    case 'constant':
      return undefined
    case 'selector':
      return whyAbsent(part.selector, asked)
    case 'shifted':
      return whyShiftedEmpty(part, asked)
    case 'subquery':
      return whySubqueryEmpty(part, asked)
    case 'call':
      return whyCallEmpty(part, asked)
    case 'binary':
      return whyBinaryEmpty(part, asked)
  }
}

type Part<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

/** The finding of a side that may have data. */
const sideOf = async (part: Expression, asked: Explained): Promise<Finding | undefined> =>
  (await asked.facts.hasData(asked.query, part)) ? undefined : whyEmpty(part, asked)

const time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`

/** A query that looks further back than there are samples. */
function tooEarly(why: string, dataFrom: number): Finding {
  return {
    ...{ state: 'too-early', certainty: 'inferred', absent: [], dataFrom: new Date(dataFrom).toISOString() },
    why: `${why} It has data from ${time(dataFrom)} on.`,
    next: 'Nothing to correct: verify again after that time.',
  }
}

async function whyShiftedEmpty(
  { inner, offset, ...place }: Part<'shifted'>,
  asked: Explained,
): Promise<Finding | undefined> {
  const cause = await whyEmpty(inner, asked)
  if (cause || (await asked.facts.hasData(asked.query, { ...place, inner, offset }))) return cause
  const back = parseDuration(offset ?? '')
  const selector = inner.kind === 'selector' ? inner.selector : undefined
  if (back === undefined)
    return unclear('It has no samples at the time that the query asks for.', 'Correct the time in the query.')
  return tooEarlyBy(back, offset ?? '', selector && { ...asked, selector })
}

/** A query about `back` milliseconds ago, when there were no samples. */
export async function tooEarlyBy(
  back: number,
  written: string,
  asked: (ExplainTools & { selector: Parameters<typeof shortText>[0] }) | undefined,
): Promise<Finding> {
  const first = asked && (await asked.facts.firstSample(asked.selector, back))
  const { at = Date.now(), scrapedMs = 0 } = asked?.facts.window ?? {}
  const since = first ?? at - scrapedMs
  const name = asked ? shortText(asked.selector) : 'The metric'
  return tooEarly(
    `It looks ${written} back, and ${name} has samples only since ${time(since)}.`,
    Math.max(at, since + back),
  )
}

async function whySubqueryEmpty(part: Part<'subquery'>, asked: Explained): Promise<Finding | undefined> {
  const cause = await sideOf(part.inner, asked)
  if (cause || (await asked.facts.hasData(asked.query, part))) return cause
  const stepMs = parseDuration(part.step ?? '') || asked.context.scrapeIntervalMs
  const next = Math.ceil(asked.facts.window.at / stepMs) * stepMs
  return tooEarly(
    `It takes one value every ${stepMs / 1000} s, and there was none since the samples began.`,
    next,
  )
}

async function whyCallEmpty(
  { name, args, ...place }: Part<'call'>,
  asked: Explained,
): Promise<Finding | undefined> {
  if (name === 'absent' || name === 'absent_over_time')
    return healthyEmpty(`${name}() returns nothing because what it looks for exists.`)
  if (isScalar({ ...place, name, args, kind: 'call' })) return undefined
  const isBuckets = name === 'histogram_quantile' || name === 'histogram_fraction'
  for (const argument of args) {
    const cause = await (isBuckets ? sideOf(argument, asked) : whyEmpty(argument, asked))
    if (cause) return cause
  }
  if (isBuckets)
    return wrong(
      `${name} gets series without buckets: they have no label le.`,
      'Keep `le` in the aggregation: `sum by (le) (rate(…_bucket[…]))`.',
    )
  const ranged = args.map(rangedIn).find((selector) => selector !== undefined)
  if (ranged?.range === undefined) return undefined
  const intervalMs = asked.context.intervalOf(ranged.metric)
  return rangeFinding(ranged.range, samplesNeeded([name]), intervalMs) ?? ONE_SAMPLE
}

/** The selector of a range, at whatever time. */
function rangedIn(part: Expression): Selector | undefined {
  if (part.kind === 'shifted') return rangedIn(part.inner)
  return part.kind === 'selector' && part.selector.range !== undefined ? part.selector : undefined
}

/** A function over a range that has samples, and no result. */
const ONE_SAMPLE: Finding = {
  ...{ state: 'too-early', certainty: 'inferred', absent: [] },
  why: 'There is only one sample of it so far, and two are needed.',
  next: 'Verify again after the next scrape.',
}

const wrong = (why: string, next: string): Finding => ({
  ...{ state: 'no-data', certainty: 'proven', why, next, absent: [] },
})

const unclear = (why: string, next: string): Finding => ({ ...wrong(why, next), certainty: 'inferred' })

async function whyBinaryEmpty(part: Part<'binary'>, asked: Explained): Promise<Finding | undefined> {
  const { op, left, right, isFilter } = part
  const causes = await Promise.all([sideOf(left, asked), sideOf(right, asked)])
  if (op === 'or') return leastOf(causes)
  if (op === 'unless')
    return (
      causes[0] ?? healthyEmpty('everything on the left of `unless` is excluded by what is on its right.')
    )
  const cause = worstOf(causes)
  if (cause) return cause
  if (isFilter) return whyFilterEmpty(part, asked)
  // The sides have results for different things: two conditions that are not met together.
  if (op === 'and' && [left, right].some(hasFilter))
    return healthyEmpty('the conditions on both sides of `and` are not fulfilled together.')
  return mismatch(op)
}

async function whyFilterEmpty(part: Part<'binary'>, asked: Explained): Promise<Finding> {
  const { op, left, right, opFrom, opTo } = part
  const condition = `nothing fulfils the condition \`${op}\`.`
  if (isScalar(left) || isScalar(right)) return healthyEmpty(condition)
  // The same operation without a condition: whether the labels of the sides match at all.
  const query = `${asked.query.slice(0, opFrom)}+${asked.query.slice(opTo)}`
  const moved = 1 - (opTo - opFrom)
  const sum = { ...part, op: '+', isFilter: false, to: part.to + moved }
  return (await asked.facts.hasData(query, sum)) ? healthyEmpty(condition) : mismatch(op)
}

const mismatch = (op: string): Finding =>
  wrong(
    `Both sides of \`${op}\` have data, but no series on the left has the same labels as one on the right.`,
    'Name the labels that have to match with `on (…)` or `ignoring (…)`, or aggregate both sides by the same labels.',
  )

function hasFilter(part: Expression): boolean {
  if (part.kind === 'call') return part.args.some(hasFilter)
  return part.kind === 'binary' && (part.isFilter || hasFilter(part.left) || hasFilter(part.right))
}

/** From the least to the most serious. */
const SERIOUS: readonly Finding['state'][] = ['waiting', 'warning', 'too-early', 'not-checked', 'no-data']

const bySeriousness = (a: Finding, b: Finding): number => SERIOUS.indexOf(a.state) - SERIOUS.indexOf(b.state)

const worstOf = (causes: readonly (Finding | undefined)[]): Finding | undefined =>
  causes
    .filter((cause) => cause !== undefined)
    .toSorted(bySeriousness)
    .at(-1)

/** Of alternatives (`old_name or new_name`), one is enough. */
const leastOf = (causes: readonly (Finding | undefined)[]): Finding | undefined =>
  causes.every((cause) => cause !== undefined)
    ? causes.filter((cause) => cause !== undefined).toSorted(bySeriousness)[0]
    : undefined

/** When every part has data, but the whole does not. */
export const EMPTY_AS_A_WHOLE: Finding = unclear(
  'Every part of it has data, but the query as a whole returns nothing.',
  'Run the parts of the query one by one.',
)
