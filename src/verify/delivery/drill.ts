import type { Dispatcher } from 'undici'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ignoreRefusal, platformError } from '../../lib/errors.ts'
import { count } from '../../lib/text.ts'
import { type ActiveAlert, DRILL, type Prometheus, SELF_JOB } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { deliveryClaim } from './claim.ts'
import { type AlertmanagerState, alertmanagerOrNothing, type ReceiverCounters } from './counters.ts'
import { acceptedAfter, mayAccept } from './drill-acceptance.ts'
import { acceptedBy, countedWith, countersOf, type DeliveryReceiver } from './judge.ts'
import { askReceiver, refusalOfReason } from './refusals.ts'

interface DrillTools {
  prometheus: Prometheus
  /** For asking a receiver that refuses why. */
  pool: Dispatcher
  limits: PollLimits
}

/** Twice what fires the alert: some requests may be answered before the window of the first evaluation. */
const KNOCKS = 2 * DRILL.requests + 10
const AT_ONCE = 4
/** Prometheus lists and scrapes its Alertmanager within two discovery rounds; one that has ended is started again. */
const DISCOVERY_MS = 20_000
/** A scrape and an evaluation (up to 2 min each), waiting for the group, a retry. */
const PATIENCE_MS = 5 * 60_000

/** What happened to the alert of a drill so far. Times are in milliseconds since it began. */
interface Progress {
  /** The counters before it fired: until then messages are about other alerts. */
  before: AlertmanagerState
  now: AlertmanagerState
  fired: boolean
  /** Other alerts for people fired too: their messages are counted with those of the drill. */
  isShared: boolean
  /** The Alertmanager started again, and its counters with it. */
  restarted: boolean
  accepted: Map<string, number>
  /** When a receiver was first seen to refuse it. */
  refused: Map<string, number>
}

/** One claim for each receiver: after how many seconds it accepted the alert, or why it did not. */
export async function drill(
  receivers: readonly DeliveryReceiver[],
  { prometheus, pool, limits }: DrillTools,
): Promise<CheckEvidence[]> {
  await throwUnlessDeployed(prometheus, receivers)
  await makeCounter(prometheus, limits)
  await waitForOtherDrill(prometheus, limits)
  const before = await stateBefore(prometheus, limits)
  const toAll = (why: string) =>
    receivers.map(({ name }) => deliveryClaim(name, 'broken', why, { next: LOOK_AT_LOG }))
  if ('why' in before) return toAll(before.why)
  const began = performance.now()
  await mapConcurrently(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock())
  const progress: Progress = {
    ...{
      before,
      now: before,
      fired: false,
      isShared: false,
      restarted: false,
      accepted: new Map(),
      refused: new Map(),
    },
  }
  await poll(async () => {
    const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts()])
    const elapsed = performance.now() - began
    observe(progress, alerts, state)
    if (progress.fired && state) update(progress, receivers, { state, elapsed })
    const { accepted, refused, restarted } = progress
    const open = receivers.filter(({ name }) => !accepted.has(name) && mayAccept(refused.get(name), elapsed))
    const waitsFor = progress.fired ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire'
    const isOver = restarted || open.length === 0 || elapsed > PATIENCE_MS
    return { done: isOver, value: undefined, waitsFor }
  }, limits)
  await waitForTheEnd(prometheus, limits)
  if (progress.restarted) return toAll(RESTARTED)
  // An Alertmanager that does not name receivers counts other messages of the same kind too.
  const isCertain = before.by === 'receiver' && !progress.isShared
  return Promise.all(
    receivers.map(async (receiver) => ({
      ...(await claimOf(receiver, progress, { pool, signal: limits.signal })),
      certainty: isCertain ? ('proven' as const) : ('inferred' as const),
    })),
  )
}

const LOOK_AT_LOG =
  'Look at the log of the monitoring app (`flyctl logs`). When the Alertmanager runs, run the drill again.'
const RESTARTED =
  'The Alertmanager started again during the drill: whether this receiver accepted the alert is not known.'

function observe(
  progress: Progress,
  alerts: readonly ActiveAlert[],
  state: AlertmanagerState | undefined,
): void {
  const firing = alerts.filter((alert) => alert.state === 'firing')
  if (state) progress.now = state
  progress.restarted ||= state !== undefined && state.started !== progress.before.started
  progress.fired ||= firing.some(isDrill)
  if (!progress.fired && state && !progress.restarted) progress.before = state
  progress.isShared ||= firing.some((alert) => !isDrill(alert) && alert.labels.severity !== 'none')
}

const isDrill = ({ labels }: ActiveAlert): boolean => labels.alertname === DRILL.alert

function update(
  { before, accepted, refused }: Progress,
  receivers: readonly DeliveryReceiver[],
  { state, elapsed }: { state: AlertmanagerState; elapsed: number },
): void {
  for (const receiver of receivers) {
    const { name } = receiver
    if (accepted.has(name)) continue
    const others = countedWith(state, receiver, receivers).length
    const more = (of: (counters: ReceiverCounters) => number): number => {
      const [now, then] = [state, before].map((one) => one && countersOf(one, receiver))
      return (now ? of(now) : 0) - (then ? of(then) : 0)
    }
    // Of several receivers on one counter, all of them.
    if (more(acceptedBy) > others) accepted.set(name, elapsed)
    else if (others === 0 && !refused.has(name) && more((counters) => counters.refused) > 0)
      refused.set(name, elapsed)
  }
}

async function throwUnlessDeployed(
  prometheus: Prometheus,
  receivers: readonly DeliveryReceiver[],
): Promise<void> {
  const groups = receivers.length > 0 ? await prometheus.rules() : []
  if (groups.some(({ rules }) => rules.some(({ name }) => name === DRILL.alert))) return
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
async function waitForOtherDrill(prometheus: Prometheus, limits: PollLimits): Promise<void> {
  const seconds = Math.ceil(Math.max(0, ...(await prometheus.rules()).map(({ interval }) => interval))) + 35
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
    const done = isScraped || performance.now() - began > PATIENCE_MS
    return { done, value: undefined, waitsFor: 'Prometheus to scrape itself' }
  }, limits)
}

/** The state from any scrape: the counters only grow while a drill runs. */
const stateOf = async (prometheus: Prometheus): Promise<AlertmanagerState | undefined> => {
  const state = await alertmanagerOrNothing(prometheus, 0)
  return state && !('error' in state) ? state : undefined
}

/** The alert ends when its window has passed; the receivers then get its resolution within a minute. */
const waitForTheEnd = (prometheus: Prometheus, limits: PollLimits): Promise<void> =>
  poll(async () => {
    const alerts = await prometheus.alerts().catch(ignoreRefusal)
    const isOver = !alerts?.some(({ labels }) => labels.alertname === DRILL.alert)
    return { done: isOver, value: undefined, waitsFor: 'the end of the alert' }
  }, limits)

async function claimOf(
  receiver: DeliveryReceiver,
  { before, now, fired, accepted, refused }: Progress,
  asking: { pool: Dispatcher; signal: AbortSignal | undefined },
): Promise<CheckEvidence> {
  const { name, variable, ask } = receiver
  const elapsed = accepted.get(name)
  if (elapsed !== undefined) return acceptedAfter(name, elapsed)
  if (!fired)
    return deliveryClaim(name, 'broken', 'The alert did not fire.', {
      next: 'Verify the deployment first: Prometheus must scrape itself and evaluate its rules.',
    })
  if (refused.has(name)) {
    const reasons = countersOf(now, receiver)?.reasons ?? []
    const { why, next } = ask
      ? await askReceiver(ask, variable, { ...asking, reasons })
      : refusalOfReason(reasons, variable)
    return deliveryClaim(name, 'broken', `The alert fired, and it refused it. ${why}`, { next })
  }
  return before.silences > 0
    ? deliveryClaim(
        name,
        'broken',
        `The alert fired, and it did not accept it. ${count(before.silences, 'silence')} ${before.silences === 1 ? 'is' : 'are'} active, which may match the alert: then nothing is sent.`,
        {
          next: 'List the silences with `amtool silence query` on the monitoring machine, and expire those that match every alert.',
        },
      )
    : deliveryClaim(name, 'broken', 'The alert fired, and it did not accept it.', {
        next: `Check ${variable}: the receiver may accept connections and never answer. The log of the monitoring app has the reason (\`flyctl logs\`).`,
      })
}
