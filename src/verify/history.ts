import { setTimeout as sleep } from 'node:timers/promises'
import { promqlAnyOf } from '../formats/promql/literals.ts'
import { ignoreRefusal } from '../lib/errors.ts'
import { type Prometheus, type QueryAnswer, vectorOf } from '../model/prometheus.ts'
import type { Evidence, MetricEvidence, TargetEvidence } from './evidence.ts'
import { scrapeAddress } from './targets/address.ts'
import { expectedKey } from './targets/observe.ts'

/** How far back it is asked: finely for what has just happened, coarsely for the rest. */
const HISTORY = ['15m:5s', '2d:5m'] as const

/** More than these are not asked for: the history of one shows when the cause began. */
const MOST_NAMES = 50

/** A report is not worth waiting for longer. */
const PATIENCE_MS = 3_000

/**
 * Adds when a failed target or a missing metric was last seen well, from the history of Prometheus itself: two queries,
 * only when something failed. Without an answer nothing is added.
 */
export async function addHistory(evidence: Evidence, prometheus: Prometheus): Promise<Evidence> {
  const at = Date.parse(evidence.mark ?? '')
  if (Number.isNaN(at) || evidence.cutShort === 'cancelled') return evidence
  const down = evidence.targets.filter(isDown)
  const missing = evidence.metrics.filter(({ state }) => state === 'missing')
  const ask = (expr: string | undefined) => expr && within(prometheus.query(expr, at))
  const [ups, samples] = await Promise.all([ask(upQuery(down)), ask(sampleQuery(missing))])
  return {
    ...evidence,
    ...(ups && { targets: withLastUps(evidence.targets, ups) }),
    ...(samples && { metrics: withLastSamples(evidence.metrics, samples) }),
  }
}

/** The time of the last evaluation at which an expression had a value, in seconds. */
const lastTimeOf = (expr: string): string =>
  HISTORY.map((range) => `max_over_time(timestamp(${expr})[${range}])`).join(' or ')

/** Prometheus scrapes these, and what is wrong is not that. */
const SCRAPED: readonly string[] = ['empty', 'samples-lost', 'flapping', 'restarting', 'not-stored']

const isDown = ({ state, reason }: TargetEvidence): boolean =>
  state === 'down' && !SCRAPED.includes(reason?.class ?? '')

function upQuery(down: readonly TargetEvidence[]): string | undefined {
  if (down.length === 0) return undefined
  const jobs = [...new Set(down.map(({ service }) => service))].slice(0, MOST_NAMES)
  return lastTimeOf(`up{job=~${promqlAnyOf(jobs)}} == 1`)
}

/** Histograms and summaries are asked for by their counts. */
function sampleQuery(missing: readonly MetricEvidence[]): string | undefined {
  if (missing.length === 0) return undefined
  const some = missing.slice(0, MOST_NAMES)
  const names = some.flatMap(({ name }) => [name, `${name}_count`])
  const jobs = [...new Set(some.map(({ service }) => service))]
  const series = `{__name__=~${promqlAnyOf(names)},job=~${promqlAnyOf(jobs)}}`
  // `timestamp` drops the name of the metric.
  return lastTimeOf(`count by (job, metric) (label_replace(${series}, "metric", "$1", "__name__", "(.+)"))`)
}

type Labels = Readonly<Record<string, string>>

/** The latest time for each key, in seconds. */
function latest(answer: QueryAnswer, keyOf: (labels: Labels) => string): Map<string, number> {
  const times = new Map<string, number>()
  for (const { metric, value } of vectorOf(answer)) {
    const key = keyOf(metric)
    times.set(key, Math.max(times.get(key) ?? 0, Number(value?.[1])))
  }
  return times
}

function withLastUps(targets: readonly TargetEvidence[], answer: QueryAnswer): TargetEvidence[] {
  const ofTarget = latest(answer, ({ job = '', instance = '' }) =>
    expectedKey(job, scrapeAddress(`http://${instance}/`)),
  )
  const ofService = latest(answer, ({ job = '' }) => job)
  const hasUp = new Set(targets.flatMap(({ state, service }) => (state === 'up' ? service : [])))
  return targets.map((target) => {
    if (!isDown(target)) return target
    const own = ofTarget.get(expectedKey(target.service, target.address))
    // A deploy replaces machines: where none of a service is up, what its machines before did is its history.
    const before = hasUp.has(target.service) ? undefined : ofService.get(target.service)
    return { ...target, lastHeld: isoOf(own ?? before) }
  })
}

function withLastSamples(metrics: readonly MetricEvidence[], answer: QueryAnswer): MetricEvidence[] {
  const keyOf = (metric = '', job = '') => `${metric} of ${job}`
  const times = latest(answer, ({ metric, job }) => keyOf(metric, job))
  return metrics.map((one) => {
    if (one.state !== 'missing') return one
    const last = times.get(keyOf(one.name, one.service)) ?? times.get(keyOf(`${one.name}_count`, one.service))
    return { ...one, lastHeld: isoOf(last) }
  })
}

const isoOf = (seconds: number | undefined): string | null =>
  seconds === undefined ? null : new Date(seconds * 1000).toISOString()

async function within(answer: Promise<QueryAnswer>): Promise<QueryAnswer | undefined> {
  return Promise.race([answer.catch(ignoreRefusal), sleep(PATIENCE_MS, undefined, { ref: false })])
}

const DAY_MS = 86_400_000
/** Coarse times may be five minutes early. */
const COARSE_MS = 6 * 60_000

/**
 * The reason of a failure, with since when it is so and whether it was so before this deploy, where that is known.
 * `words`: the beginning of the sentence about the last time, and that of the sentence when there was none.
 */
export function withHistory(
  why: string,
  lastHeld: string | null | undefined,
  { mark, deployBegan }: Pick<Evidence, 'mark' | 'deployBegan'>,
  words: { last: string; never: string },
): string {
  if (lastHeld === undefined || mark === undefined) return why
  if (lastHeld === null) return `${why} ${words.never} is known from the last 2 days.`
  const age = Date.parse(mark) - Date.parse(lastHeld)
  const when = `${age > DAY_MS ? `${lastHeld.slice(0, 10)} ` : ''}${lastHeld.slice(11, 16)} UTC`
  if (deployBegan === undefined) return `${why} ${words.last} at ${when}.`
  const isOlder = Date.parse(deployBegan) - Date.parse(lastHeld) > COARSE_MS
  const before = isOlder ? 'so this deploy did not break it' : 'just before or during this deploy'
  return `${why} ${words.last} at ${when}, ${before}.`
}

/** Prometheus' clock and the local one may differ; the beginning of verification is known on both. */
export function onPrometheusClock(
  time: Date | undefined,
  { began, mark }: { began: string; mark: string | undefined },
): string | undefined {
  if (time === undefined || mark === undefined) return undefined
  return new Date(Date.parse(mark) - Date.parse(began) + time.getTime()).toISOString()
}
