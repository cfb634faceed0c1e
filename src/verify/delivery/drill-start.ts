import { platformError } from '../../lib/errors.ts'
import { DRILL, type Prometheus, SELF_JOB } from '../../model/prometheus.ts'
import { type PollLimits, poll } from '../poll.ts'
import { type AlertmanagerState, alertmanagerOrNothing } from './counters.ts'
import type { DeliveryReceiver } from './judge.ts'

/** A scrape and an evaluation (up to 2 min each), waiting for the group, a retry. */
export const DRILL_PATIENCE_MS = 5 * 60_000
/** Prometheus lists and scrapes its Alertmanager within two discovery rounds; one that has ended is started again. */
const DISCOVERY_MS = 20_000

/** After a start, until the Watchdog has been sent to all receivers. */
const FIRST_MESSAGES_MS = 60_000

/** What a drill begins with. */
export interface DrillStart {
  before: AlertmanagerState
  /** Milliseconds between two evaluations of its rule. */
  intervalMs: number
  /** The Alertmanager has just started, and sends the Watchdog of this start to each receiver, too. */
  isYoung: boolean
}

/**
 * Makes sure that a drill can fire now and that its messages can be told from others.
 * @returns the state before it, or why there is none
 * @throws ActionError `platform` when Prometheus does not have the rule
 */
export async function prepareDrill(
  prometheus: Prometheus,
  receivers: readonly DeliveryReceiver[],
  limits: PollLimits,
): Promise<DrillStart | { why: string }> {
  const intervalMs = 1000 * (await intervalOf(prometheus, receivers))
  await makeCounter(prometheus, limits)
  await waitForOtherDrill(prometheus, intervalMs, limits)
  const before = await stateBefore(prometheus, limits)
  if ('why' in before) return before
  const isYoung = (await prometheus.now()) - before.started < FIRST_MESSAGES_MS
  return { before, intervalMs, isYoung }
}

/** The seconds between two evaluations of the rule. */
async function intervalOf(prometheus: Prometheus, receivers: readonly DeliveryReceiver[]): Promise<number> {
  const groups = receivers.length > 0 ? await prometheus.rules() : []
  const group = groups.find(({ rules }) => rules.some(({ name }) => name === DRILL.alert))
  if (group) return group.interval
  throw platformError(
    'drill-not-deployed',
    `Prometheus has no rule ${DRILL.alert}, which a drill fires.`,
    'Deploy with `alerts.notify` and `access: password` first. With public access anyone could fire it, so it does not exist there. Without `alerts.notify`, a drill goes through Grafana: set GRAFANA_URL and GRAFANA_API_KEY.',
  )
}

/**
 * Alertmanager looks at a group every 30 s: until it has sent the end of a drill, it does not send a new one. A drill of
 * someone else is over when Prometheus has not had its alert for longer than that.
 */
async function waitForOtherDrill(
  prometheus: Prometheus,
  intervalMs: number,
  limits: PollLimits,
): Promise<void> {
  const seconds = Math.ceil(intervalMs / 1000) + 35
  const query = `count_over_time(ALERTS{alertname="${DRILL.alert}"}[${seconds}s])`
  await poll(async () => {
    const { result } = await prometheus.query(query)
    const isOver = result.resultType !== 'vector' || result.result.length === 0
    return {
      done: isOver,
      value: undefined,
      waitsFor: 'another drill to end, and its receivers to be notified',
    }
  }, limits)
}

/** The counters before the drill, or why there are none: without them, no message can be attributed to it. */
async function stateBefore(
  prometheus: Prometheus,
  limits: PollLimits,
): Promise<AlertmanagerState | { why: string }> {
  const began = performance.now()
  return poll(async () => {
    const [active, state] = await Promise.all([
      prometheus.alertmanagers(),
      alertmanagerOrNothing(prometheus, 0),
    ])
    const isRunning = active.length > 0 && state !== undefined && !('error' in state)
    const value = isRunning ? state : { why: reasonOf(active, state) }
    const done = isRunning || performance.now() - began > DISCOVERY_MS
    return { done, value, waitsFor: 'the Alertmanager' }
  }, limits)
}

const reasonOf = (active: readonly string[], state: AlertmanagerState | { error: string } | undefined) => {
  if (state && 'error' in state)
    return `Prometheus cannot reach the Alertmanager, so nothing was sent: ${state.error}`
  return active.length === 0
    ? 'Prometheus has no active Alertmanager, so nothing was sent.'
    : 'Prometheus does not scrape the Alertmanager, so nothing was sent.'
}

/** The rule asks for an increase, and the first value of a series is none: one request first, and a scrape that sees it. */
async function makeCounter(prometheus: Prometheus, limits: PollLimits): Promise<void> {
  const lastScrape = async () =>
    (await prometheus.targets()).find(({ labels }) => labels.job === SELF_JOB)?.lastScrape
  await prometheus.knock()
  const before = await lastScrape()
  const began = performance.now()
  await poll(async () => {
    const isScraped = (await lastScrape()) !== before
    const done = isScraped || performance.now() - began > DRILL_PATIENCE_MS
    return { done, value: undefined, waitsFor: 'Prometheus to scrape itself' }
  }, limits)
}
