import { hash } from 'node:crypto'
import type { Dispatcher } from 'undici'
import { ignoreRefusal } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { contactTest } from './contact.ts'
import { type AlertmanagerState, alertmanagerOrNothing } from './counters.ts'
import {
  countersOf,
  type DeliveryReceiver,
  hasAccepted,
  isDeployed,
  judgeAlertmanager,
  judgeReceiver,
  judgeRoutes,
  judgeSilences,
  refusesNow,
} from './judge.ts'
import { askReceiver, type Refusal, refusalOfReason } from './refusals.ts'

/** How alerts leave Prometheus, when an Alertmanager runs next to it. */
export interface DeliveryRequest {
  /** The monitoring app. */
  app: string
  receivers: readonly DeliveryReceiver[]
  /** The configuration of the Alertmanager and the rule files as deployed; without them, they are not compared. */
  shipped?: { alertmanager: string; rules: readonly string[] }
}

interface Tools {
  prometheus: Prometheus
  pool: Dispatcher
  limits: PollLimits
}

/**
 * From the start of the machine until the first message is answered: the discovery of the Alertmanager (5 s), an evaluation
 * (one interval), sending it again when it was lost (10 s), waiting for the group (2 s), a scrape (2 s).
 */
const FIRST_MESSAGE_MS = 60_000
/** Prometheus lists and scrapes its Alertmanager within two discovery rounds. */
const DISCOVERY_MS = 20_000

/** Watches the Alertmanager until every receiver has answered, or has been silent for too long. */
export async function watchDelivery(
  request: DeliveryRequest,
  verifyStart: number,
  tools: Tools,
): Promise<CheckEvidence[]> {
  const { prometheus, limits } = tools
  const began = performance.now()
  const { active, state } = await poll(async () => {
    const [active, state] = await Promise.all([
      activeAlertmanagers(prometheus),
      alertmanagerOrNothing(prometheus, verifyStart),
    ])
    const elapsed = performance.now() - began
    const open = openReceivers(request, state, verifyStart + elapsed)
    // It may begin to listen after the first scrape of a Prometheus that has just started.
    const isKnown = active.length > 0 && state !== undefined && !('error' in state)
    const done = isKnown ? open.length === 0 : elapsed > DISCOVERY_MS
    return {
      done,
      value: { active, state },
      waitsFor: `an answer of ${open.join(', ') || 'the Alertmanager'}`,
    }
  }, limits)
  const { shipped, receivers, app } = request
  const expectedHash = shipped && configHash(shipped.alertmanager)
  const running = state && !('error' in state) ? state : undefined
  return [
    judgeAlertmanager(active, state, expectedHash),
    ...(running
      ? await judgeReceivers(receivers, running, verifyStart + performance.now() - began, tools)
      : []),
    ...(running ? judgeSilences(running, app) : []),
    ...(shipped ? [judgeRoutes(shipped.alertmanager, shipped.rules)] : []),
  ]
}

const activeAlertmanagers = async (prometheus: Prometheus): Promise<readonly string[]> =>
  (await prometheus.alertmanagers().catch(ignoreRefusal)) ?? []

/** Receivers whose answer is still to come. `now`: on Prometheus' clock. */
function openReceivers(
  { receivers }: DeliveryRequest,
  state: AlertmanagerState | { error: string } | undefined,
  now: number,
): string[] {
  if (!state || 'error' in state) return []
  const age = now - state.started
  return receivers
    .filter((receiver) => {
      const counters = countersOf(state, receiver)
      if (!receiver.isTested || !isDeployed(state, receiver) || age > FIRST_MESSAGE_MS) return false
      if (!counters) return true
      // A server that fails is asked again: a second refusal is no accident.
      if (refusesNow(counters)) return counters.givenUp === 0 && counters.refused < 2
      return !hasAccepted(receiver, state, receivers)
    })
    .map(({ name }) => name)
}

/** Each receiver; one that refuses is asked why, and one that accepts is asked whether it means it. */
const judgeReceivers = (
  receivers: readonly DeliveryReceiver[],
  state: AlertmanagerState,
  now: number,
  { pool, limits: { signal } }: Tools,
): Promise<CheckEvidence[]> =>
  Promise.all(
    receivers.map(async (receiver) => {
      const counters = countersOf(state, receiver)
      let refusal: Refusal | undefined
      if (counters && refusesNow(counters)) {
        const { ask, variable } = receiver
        refusal = ask
          ? await askReceiver(ask, variable, { pool, signal, reasons: counters.reasons })
          : refusalOfReason(counters.reasons, variable)
      }
      const claim = judgeReceiver(receiver, state, receivers, { refusal, now })
      return (claim.outcome === 'holds' && (await contactTest(receiver, state, { pool, signal }))) || claim
    }),
  )

/** The metric `alertmanager_config_hash` of a configuration: the first 48 bits of its MD5, little-endian. */
export const configHash = (text: string): number => hash('md5', text, 'buffer').readUIntLE(0, 6)
