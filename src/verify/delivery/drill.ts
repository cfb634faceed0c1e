import type { Dispatcher } from 'undici'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ignoreRefusal } from '../../lib/errors.ts'
import { count } from '../../lib/text.ts'
import { type ActiveAlert, DRILL, type Prometheus } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { deliveryClaim, notDeployed } from './claim.ts'
import { contactTest } from './contact.ts'
import { type AlertmanagerState, alertmanagerOrNothing, type ReceiverCounters } from './counters.ts'
import { acceptedAfter, mayAccept } from './drill-acceptance.ts'
import { DRILL_PATIENCE_MS, type DrillStart, prepareDrill } from './drill-start.ts'
import { acceptedBy, countedWith, countersOf, type DeliveryReceiver, isDeployed } from './judge.ts'
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
/** After a scrape and an evaluation, until the requests are sent again. */
const AGAIN_MS = 10_000
/** After it fired: it leaves within seconds, and the Alertmanager gives up a request after 30 s. */
const ANSWER_MS = 90_000

/** What happened to the alert of a drill so far. Times are in milliseconds since it began. */
interface Progress {
  /** The counters before it fired: until then messages are about other alerts. */
  before: AlertmanagerState
  now: AlertmanagerState
  /** When it was first seen to fire. */
  firedAt?: number
  /** Other alerts were sent too: their messages are counted with those of the drill. */
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
  tools: DrillTools,
): Promise<CheckEvidence[]> {
  const { prometheus, limits } = tools
  const start = await prepareDrill(prometheus, receivers, limits)
  if ('why' in start) return toAll(receivers, start.why)
  const { deployed = [], missing = [] } = Object.groupBy(receivers, (one) =>
    isDeployed(start.before, one) ? 'deployed' : 'missing',
  )
  const absent = missing.map(({ name }) => notDeployed(name))
  for (const { subject, why } of absent) limits.log?.(`${subject}: ${why}`)
  return [...(deployed.length > 0 ? await fire(deployed, start, tools) : []), ...absent]
}

const toAll = (receivers: readonly DeliveryReceiver[], why: string): CheckEvidence[] =>
  receivers.map(({ name }) => deliveryClaim(name, 'broken', why, { next: LOOK_AT_LOG }))

/** Fires the alert, and watches it until it has ended. */
async function fire(
  receivers: readonly DeliveryReceiver[],
  start: DrillStart,
  { prometheus, pool, limits }: DrillTools,
): Promise<CheckEvidence[]> {
  const { before, intervalMs } = start
  const asking = { pool, signal: limits.signal }
  // Before the alert, so that it is the last thing that arrives.
  const contacts = await Promise.all(receivers.map((one) => contactTest(one, before, asking)))
  const began = performance.now()
  const knock = () => mapConcurrently(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock())
  await knock()
  // A Prometheus that starts again has not counted them.
  let knockAgainAt = 2 * intervalMs + AGAIN_MS
  const progress = startOf(start)
  await poll(async () => {
    const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts().catch(ignoreRefusal)])
    const elapsed = performance.now() - began
    observe(progress, alerts ?? [], { state, elapsed })
    const { firedAt } = progress
    if (firedAt === undefined && elapsed > knockAgainAt) {
      await knock()
      knockAgainAt = elapsed + 2 * intervalMs + AGAIN_MS
    }
    if (firedAt !== undefined && state) update(progress, receivers, { state, elapsed })
    const { accepted, refused, restarted } = progress
    const open = receivers.filter(({ name }) => !accepted.has(name) && mayAccept(refused.get(name), elapsed))
    const waitsFor =
      firedAt !== undefined ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire'
    const until = firedAt === undefined ? DRILL_PATIENCE_MS : firedAt + ANSWER_MS
    const isOver = restarted || open.length === 0 || elapsed > until
    return { done: isOver, value: undefined, waitsFor }
  }, limits)
  await waitForTheEnd(prometheus, limits)
  if (progress.restarted) return toAll(receivers, RESTARTED)
  // An Alertmanager that does not name receivers counts other messages of the same kind too.
  const isCertain = before.by === 'receiver' && !progress.isShared
  return Promise.all(
    receivers.map(async (receiver, i) => ({
      ...((progress.accepted.has(receiver.name) && contacts[i]) ||
        (await claimOf(receiver, progress, asking))),
      certainty: isCertain ? ('proven' as const) : ('inferred' as const),
    })),
  )
}

const LOOK_AT_LOG =
  'Look at the log of the monitoring app (`flyctl logs`). When the Alertmanager runs, run the drill again.'
const RESTARTED =
  'The Alertmanager started again during the drill: whether this receiver accepted the alert is not known.'

const startOf = ({ before, isYoung }: DrillStart): Progress => ({
  ...{ before, now: before, isShared: isYoung, restarted: false },
  ...{ accepted: new Map(), refused: new Map() },
})

function observe(
  progress: Progress,
  alerts: readonly ActiveAlert[],
  { state, elapsed }: { state: AlertmanagerState | undefined; elapsed: number },
): void {
  const firing = alerts.filter((alert) => alert.state === 'firing')
  if (state) progress.now = state
  progress.restarted ||= state !== undefined && state.started !== progress.before.started
  if (firing.some(isDrill)) progress.firedAt ??= elapsed
  if (progress.firedAt === undefined && state && !progress.restarted) progress.before = state
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
  { before, now, firedAt, accepted, refused }: Progress,
  asking: { pool: Dispatcher; signal: AbortSignal | undefined },
): Promise<CheckEvidence> {
  const { name, variable, ask } = receiver
  const elapsed = accepted.get(name)
  if (elapsed !== undefined) return acceptedAfter(name, elapsed)
  if (firedAt === undefined)
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
