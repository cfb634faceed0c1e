import type { Dispatcher } from 'undici'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ignoreRefusal, platformError } from '../../lib/errors.ts'
import { DRILL, type Prometheus, SELF_JOB } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { deliveryClaim } from './claim.ts'
import { type AlertmanagerState, alertmanagerOrNothing, type ReceiverCounters } from './counters.ts'
import { acceptedAfter, mayAccept } from './drill-acceptance.ts'
import { acceptedBy, countedWith, countersOf, type DeliveryReceiver } from './judge.ts'
import { askReceiver } from './refusals.ts'

interface DrillTools {
  prometheus: Prometheus
  /** For asking a receiver that refuses why. */
  pool: Dispatcher
  limits: PollLimits
}

/** Twice what fires the alert: some requests may be answered before the window of the first evaluation. */
const KNOCKS = 2 * DRILL.requests + 10
const AT_ONCE = 4
/** A scrape and an evaluation (up to 2 min each), waiting for the group, a retry. */
const PATIENCE_MS = 5 * 60_000

/** What happened to the alert of a drill so far. Times are in milliseconds since it began. */
interface Progress {
  /** The counters before it fired: until then messages are about other alerts. */
  before?: AlertmanagerState | undefined
  fired: boolean
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
  const began = performance.now()
  await mapConcurrently(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock())
  const progress: Progress = { fired: false, accepted: new Map(), refused: new Map() }
  await poll(async () => {
    const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts()])
    const elapsed = performance.now() - began
    if (!progress.fired) progress.before = state
    progress.fired ||= alerts.some(
      ({ labels, state: is }) => labels.alertname === DRILL.alert && is === 'firing',
    )
    if (progress.fired && state) update(progress, receivers, { state, elapsed })
    const { accepted, refused } = progress
    const open = receivers.filter(({ name }) => !accepted.has(name) && mayAccept(refused.get(name), elapsed))
    const waitsFor = progress.fired ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire'
    return { done: open.length === 0 || elapsed > PATIENCE_MS, value: undefined, waitsFor }
  }, limits)
  await waitForTheEnd(prometheus, limits)
  // An Alertmanager that does not name receivers counts other messages of the same kind too.
  const certainty = progress.before?.by === 'receiver' ? 'proven' : 'inferred'
  return Promise.all(
    receivers.map(async (receiver) => ({
      ...(await claimOf(receiver, progress, { pool, signal: limits.signal })),
      certainty,
    })),
  )
}

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
  { name, variable, ask }: DeliveryReceiver,
  { fired, accepted, refused }: Progress,
  asking: { pool: Dispatcher; signal: AbortSignal | undefined },
): Promise<CheckEvidence> {
  const elapsed = accepted.get(name)
  if (elapsed !== undefined) return acceptedAfter(name, elapsed)
  if (!fired)
    return deliveryClaim(name, 'broken', 'The alert did not fire.', {
      next: 'Verify the deployment first: Prometheus must scrape itself and evaluate its rules.',
    })
  const refusal = refused.has(name) && ask ? await askReceiver(ask, variable, asking) : undefined
  return refusal
    ? deliveryClaim(name, 'broken', `The alert fired, and it refused it. ${refusal.why}`, {
        next: refusal.next,
      })
    : deliveryClaim(name, 'broken', 'The alert fired, and it did not accept it.', {
        next: `Run mode \`verify\`, which says why it refuses, and check ${variable}.`,
      })
}
