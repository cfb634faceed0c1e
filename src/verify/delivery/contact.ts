import type { Dispatcher } from 'undici'
import { exchange } from '../../lib/http.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type AnsweringKind, refusesInAnswer } from './answers.ts'
import { deliveryClaim } from './claim.ts'
import type { AlertmanagerState } from './counters.ts'
import { countersOf, type DeliveryReceiver } from './judge.ts'
import { MOST_BYTES, refusalOfAnswer } from './refusals.ts'

/** A message without alerts, in the form of the Alertmanager: a program that reads it has nothing to do. */
const emptyMessage = (kind: AnsweringKind): string =>
  JSON.stringify({
    ...{ version: '4', groupKey: '', truncatedAlerts: 0, receiver: kind, externalURL: '' },
    ...{ groupLabels: {}, commonLabels: {}, commonAnnotations: {}, alerts: [] },
    // The end of something is no sign of life.
    status: kind === 'heartbeat' ? 'firing' : 'resolved',
  })

/**
 * What is asked so that no one is notified: Discord and Slack refuse an empty message, ntfy reads its topic, a program gets
 * a message without alerts. Undefined where the Alertmanager reads the answer itself (Telegram, Slack since 0.26), or where
 * there is no address.
 */
function requestFor({ ask, isAnnounced }: DeliveryReceiver, { by }: AlertmanagerState, isPinged: boolean) {
  if (!ask) return undefined
  const { kind, url, headers = {} } = ask
  if (kind === 'ntfy') return { url: `${url.replace(/\/?(?:\?.*)?$/, '')}/json?poll=1&since=none`, headers }
  const post = (body: string) => ({
    ...{ url, method: 'POST' as const, body, headers: { 'content-type': 'application/json', ...headers } },
  })
  if (kind === 'discord' || (kind === 'slack' && by === 'integration')) return post('{}')
  // The ping of a run must not stand in for those that no longer come.
  if (kind === 'heartbeat' ? isPinged : kind === 'webhook' && isAnnounced) return post(emptyMessage(kind))
  return undefined
}

/**
 * The Alertmanager counts each answer of 2xx as a message that was accepted, whatever it says: the address is asked once
 * more. Returns a claim where the answer says no. No answer says nothing: the receiver may be reachable from the monitoring
 * machine only.
 */
export async function contactTest(
  receiver: DeliveryReceiver,
  state: AlertmanagerState,
  { pool, signal }: { pool: Dispatcher; signal?: AbortSignal | undefined },
): Promise<CheckEvidence | undefined> {
  const { name, variable, ask } = receiver
  const request = requestFor(receiver, state, (countersOf(state, receiver)?.lately ?? 0) > 0.5)
  if (!ask || !request) return undefined
  const asked = exchange(pool, { ...request, ...(signal && { signal }), maxBytes: MOST_BYTES })
  const answer = await asked.catch(() => undefined)
  if (!answer || answer.status > 299 || !refusesInAnswer(ask.kind, answer.text)) return undefined
  // Those of the Alertmanager were counted: a check exists, and this was one ping too many.
  if (ask.kind === 'heartbeat' && /rate limited/i.test(answer.text)) return undefined
  const { why, next } = refusalOfAnswer(answer.status, answer.text, variable, ask.kind)
  return deliveryClaim(name, 'broken', `${why} The Alertmanager counts such answers as accepted.`, { next })
}
