import { parsePromql } from '../../formats/promql/parse.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { parseDuration } from '../../lib/duration.ts'
import { ActionError } from '../../lib/errors.ts'
import { count, few, list, oneLine } from '../../lib/text.ts'
import type { RuleBacktest } from '../../model/planned.ts'
import { type Prometheus, type QueryResult, vectorOf } from '../../model/prometheus.ts'
import type { FileRule, RuleChange } from '../diff/rules.ts'
import { firingOf } from './firing.ts'

type Queries = Pick<Prometheus, 'query' | 'now'>

const BACKTEST_DAYS = 7
/** Seconds between two evaluations: fine enough for every `for`, and 10,080 evaluations of an expression. */
const STEP = 60
const RANGE = `[${BACKTEST_DAYS}d:${STEP}s]`
/** More rules are counted, not tried. */
export const MOST_RULES = 20
/** Samples of one answer, each about 20 bytes. */
const MOST_SAMPLES = 200_000
const AT_ONCE = 2
/** So many days may be missing at the beginning before the period is called shorter. */
const UNSAID = 0.2

export interface BacktestOrder {
  rules: readonly RuleChange[]
  prometheus: Queries
  /** Ends the backtest; rules that were not tried by then are reported as such. */
  signal: AbortSignal
}

/** How often each new or changed alert would have fired. Only reads; a rule that cannot be tried says why. */
export async function backtest({ rules, prometheus, signal }: BacktestOrder): Promise<RuleBacktest[]> {
  const recorded = new Set(rules.flatMap(({ after }) => (after?.kind === 'record' ? [after.name] : [])))
  const at = await prometheus.now()
  const asked: Ask = async (promql) => (await prometheus.query(promql, at)).result
  const coverage = new Map<string, Promise<number>>()
  const days = (metric: string): Promise<number> => {
    const known = coverage.get(metric) ?? daysOfData(metric, asked)
    coverage.set(metric, known)
    return known
  }
  return mapConcurrently(testable(rules).slice(0, MOST_RULES), AT_ONCE, async ({ rule, change }) => {
    const result = { alert: oneLine(rule.name, 200), change }
    const unrecorded = metricsOf(rule).filter((metric) => recorded.has(metric))
    if (unrecorded.length > 0) return { ...result, note: unknownSeries(unrecorded) }
    try {
      signal.throwIfAborted()
      return { ...result, ...(await tryRule(rule, { asked, days, at })) }
    } catch (error) {
      return { ...result, note: reasonOf(error, signal) }
    }
  })
}

/** The alerts that can be tried: new ones, and those whose expression or duration has changed. */
export function testable(rules: readonly RuleChange[]): { rule: FileRule; change: RuleBacktest['change'] }[] {
  return rules.flatMap(({ before, after }): { rule: FileRule; change: RuleBacktest['change'] }[] => {
    if (after?.kind !== 'alert') return []
    if (!before) return [{ rule: after, change: 'new' }]
    const isSame = before.expr === after.expr && before.for === after.for
    return isSame ? [] : [{ rule: after, change: 'changed' }]
  })
}

/** One query at the moment of the backtest. */
type Ask = (promql: string) => Promise<QueryResult>

interface RuleTools {
  asked: Ask
  /** How many of the last days a metric has data of. */
  days(metric: string): Promise<number>
  /** The moment of the backtest, in milliseconds since the epoch. */
  at: number
}

type Tried = Omit<RuleBacktest, 'alert' | 'change'>

async function tryRule(rule: FileRule, { asked, days, at }: RuleTools): Promise<Tried> {
  // The line break ends a comment in the expression. While Prometheus did not scrape, no rule was evaluated.
  const activity = `((${rule.expr}\n) and on () count(up))${RANGE}`
  const samples = numberIn(await asked(`sum(count_over_time(${activity}))`))
  if (samples > MOST_SAMPLES)
    return { note: `Not tried: too many results to be counted, ${samples} in ${BACKTEST_DAYS} days.` }
  const coverage = await coverageOf(rule, days)
  const missing = coverage.filter((one) => one.days === 0).map(({ metric }) => metric)
  const without = `there is no data of ${few(missing)} in the last ${BACKTEST_DAYS} days`
  if (samples === 0 && missing.length === coverage.length) return { note: `Not known: ${without}.` }
  const forSeconds = (parseDuration(rule.for) ?? 0) / 1000
  if (forSeconds > 0 && forSeconds >= daysKnown(coverage) * 86_400)
    return {
      note: `Not known: \`for\` is ${rule.for}, and there is data of the last ${periodOf(coverage)} only.`,
    }
  const known = { period: periodOf(coverage), note: missing.length > 0 ? without : '' }
  if (samples === 0) return { fired: 0, firingSeconds: 0, firingNow: false, ...known }
  const result = await asked(activity)
  const series =
    result.resultType === 'matrix' ? result.result.map(({ values }) => values.map(([t]) => t)) : []
  const { fired, seconds, now } = firingOf(series, { forSeconds, step: STEP, end: at / 1000 })
  return { fired, firingSeconds: Math.round(seconds), firingNow: now, ...known }
}

/** The metrics whose data the result depends on; of absent ones, their absence is the result. */
function metricsOf({ expr }: FileRule): string[] {
  const names = parsePromql(expr).selectors.flatMap(({ metric, within }) => {
    const isAbsence = within.some(({ name }) => name.startsWith('absent'))
    return metric === undefined || isAbsence ? [] : [metric]
  })
  return [...new Set(names)]
}

interface Coverage {
  days: number
  metric: string
}

const MOST_METRICS = 4

/** Without a metric, Prometheus' own data decides. */
async function coverageOf(rule: FileRule, days: RuleTools['days']): Promise<Coverage[]> {
  const names = metricsOf(rule).slice(0, MOST_METRICS)
  return Promise.all(
    (names.length > 0 ? names : ['up']).map(async (metric) => ({ metric, days: await days(metric) })),
  )
}

/** The days that have data, by the metric that has the least of it; one without any does not count. */
const daysKnown = (coverage: readonly Coverage[]): number =>
  Math.min(...coverage.map(({ days }) => days).filter((days) => days > 0), BACKTEST_DAYS)

function periodOf(coverage: readonly Coverage[]): string {
  const least = daysKnown(coverage)
  return least >= BACKTEST_DAYS - UNSAID ? `${BACKTEST_DAYS} days` : durationOf(least)
}

function durationOf(days: number): string {
  if (days >= 1.5) return count(Math.round(days), 'day')
  return days >= 1 / 24
    ? count(Math.round(days * 24), 'hour')
    : count(Math.max(1, Math.round(days * 1440)), 'minute')
}

/** Since when a metric has samples, in days before now; gaps after that are not noticed. */
async function daysOfData(metric: string, asked: Ask): Promise<number> {
  const now = `min(timestamp({__name__=${JSON.stringify(metric)}}))`
  // The steps of the range are five minutes apart: the second part finds what is younger.
  const first = `(min_over_time((${now})[${BACKTEST_DAYS}d:5m]) or ${now})`
  return numberIn(await asked(`time() - ${first}`)) / 86_400
}

/** The value of an answer with at most one series; 0 where it has none. */
const numberIn = (result: QueryResult): number => Number(vectorOf({ result })[0]?.value?.[1] ?? 0)

const unknownSeries = (names: readonly string[]): string =>
  `Not tried: it reads ${list(names)}, which only the new rules record.`

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Not tried: the time for the backtest was over.'
  if (!(error instanceof ActionError)) throw error
  return `Not tried: ${oneLine(error.problems[0]?.message ?? error.message, 200)}`
}
