import { mapConcurrently } from '../../lib/concurrency.ts'
import { ActionError, platformError } from '../../lib/errors.ts'
import { DRILL, type Prometheus, SELF_JOB } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { type AlertmanagerState, alertmanagerOrNothing } from './counters.ts'
import { acceptedBy, countedWith, countersOf, type DeliveryReceiver } from './judge.ts'

interface DrillTools {
  prometheus: Prometheus
  limits: PollLimits
}

/** Twice what fires the alert: some requests may be answered before the window of the first evaluation. */
const KNOCKS = 2 * DRILL.requests + 10
const AT_ONCE = 4
/** A scrape and an evaluation (up to 2 min each), waiting for the group, a retry. */
const PATIENCE_MS = 5 * 60_000

/** Seconds until each receiver accepted the alert; undefined for one that did not. */
export async function drill(
  receivers: readonly DeliveryReceiver[],
  { prometheus, limits }: DrillTools,
): Promise<CheckEvidence[]> {
  await throwUnlessDeployed(prometheus, receivers)
  await makeCounter(prometheus, limits)
  let before: AlertmanagerState | undefined
  const began = performance.now()
  await mapConcurrently(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock())
  const accepted = new Map<string, number>()
  let fired = false
  await poll(async () => {
    const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts()])
    const elapsed = performance.now() - began
    // Until then messages are about other alerts; the Alertmanager waits for the group before it sends this one.
    if (!fired) before = state
    fired ||= alerts.some(({ labels, state: is }) => labels.alertname === DRILL.alert && is === 'firing')
    for (const receiver of receivers)
      if (fired && !accepted.has(receiver.name) && hasMore(receiver, { before, now: state, receivers }))
        accepted.set(receiver.name, elapsed / 1000)
    const open = receivers.filter(({ name }) => !accepted.has(name))
    const waitsFor = fired ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire'
    return { done: open.length === 0 || elapsed > PATIENCE_MS, value: undefined, waitsFor }
  }, limits)
  await waitForTheEnd(prometheus, limits)
  // An Alertmanager that does not name receivers counts other messages of the same kind too.
  const certainty = before?.by === 'receiver' ? 'proven' : 'inferred'
  return receivers.map((receiver) => ({
    ...claimOf(receiver, accepted.get(receiver.name), fired),
    certainty,
  }))
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

/** Whether a receiver has accepted more since the drill began: of several on one counter, all of them. */
function hasMore(
  receiver: DeliveryReceiver,
  {
    before,
    now,
    receivers,
  }: {
    before: AlertmanagerState | undefined
    now: AlertmanagerState | undefined
    receivers: readonly DeliveryReceiver[]
  },
): boolean {
  if (!now) return false
  const count = (state: AlertmanagerState | undefined) => {
    const counters = state && countersOf(state, receiver)
    return counters ? acceptedBy(counters) : 0
  }
  return count(now) - count(before) > countedWith(now, receiver, receivers).length
}

/** The alert ends when its window has passed; the receivers then get its resolution within a minute. */
const waitForTheEnd = (prometheus: Prometheus, limits: PollLimits): Promise<void> =>
  poll(async () => {
    const alerts = await prometheus.alerts().catch((error: unknown) => {
      if (error instanceof ActionError) return []
      throw error
    })
    const isOver = !alerts.some(({ labels }) => labels.alertname === DRILL.alert)
    return { done: isOver, value: undefined, waitsFor: 'the end of the alert' }
  }, limits)

function claimOf(
  { name, variable }: DeliveryReceiver,
  seconds: number | undefined,
  fired: boolean,
): CheckEvidence {
  const claim = { area: 'delivery', subject: name, certainty: 'proven' } as const
  if (seconds !== undefined)
    return { ...claim, outcome: 'holds', why: `It accepted the alert after ${Math.round(seconds)} s.` }
  return fired
    ? {
        ...claim,
        outcome: 'broken',
        why: 'The alert fired, and it did not accept it.',
        next: `Run mode \`verify\`, which says why it refuses, and check ${variable}.`,
      }
    : {
        ...claim,
        outcome: 'broken',
        why: 'The alert did not fire.',
        next: 'Verify the deployment first: Prometheus must scrape itself and evaluate its rules.',
      }
}
