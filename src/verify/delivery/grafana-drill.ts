import { few } from '../../lib/text.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { deliveryClaim } from './claim.ts'
import { acceptedAfter, mayAccept } from './drill-acceptance.ts'

/** What Grafana says during a drill. */
export interface GrafanaDelivery {
  alerts: readonly FiringAlert[]
  /** By contact point, its integrations and their last message. */
  integrations: ReadonlyMap<string, readonly IntegrationState[]>
}

/** An alert that fires now, and where Grafana's own policies lead it. */
export interface FiringAlert {
  name: string
  /** When it began to fire, on Grafana's clock, in milliseconds since the epoch. */
  startsAt: number
  receivers: readonly string[]
  /** Muted by a silence or a mute timing. */
  isSuppressed: boolean
}

export interface IntegrationState {
  /** When it last sent something, on Grafana's clock. */
  attemptedAt: number
  /** Empty when the far side accepted it. */
  error: string
}

/** Several evaluations, which begin 10 s after the rule was written. */
const FIRE_MS = 90_000
/** The waiting time of a group (30 s by default), and several attempts. */
const PATIENCE_MS = 5 * 60_000
/** An instance of several users answers it each time. */
const EVERY_MS = 1000
/** An evaluation, after the rule is removed. */
const END_MS = 60_000

interface Watched {
  alert?: FiringAlert
  /** When all integrations of a contact point had accepted the alert, in milliseconds since the drill began. */
  accepted: Map<string, number>
  refused: Map<string, { error: string; since: number }>
  /** Contact points at which other alerts fire too: their messages look the same. */
  shared: Set<string>
}

/**
 * Watches an alert until every contact point that Grafana sends it to has accepted it.
 * @param look what Grafana says now; undefined when it does not answer
 * @param wanted the contact point of the configuration
 */
export async function watchGrafanaDrill(
  name: string,
  look: () => Promise<GrafanaDelivery | undefined>,
  { limits, wanted }: { limits: PollLimits; wanted: string | undefined },
): Promise<CheckEvidence[]> {
  const began = performance.now()
  const watched: Watched = { accepted: new Map(), refused: new Map(), shared: new Set() }
  await poll(
    async () => {
      const seen = await look()
      const elapsed = performance.now() - began
      if (seen) update(watched, seen, name, elapsed)
      const open = openReceivers(watched, elapsed)
      const waitsFor = open ? `${few(open)}: sent` : 'the alert to fire in Grafana'
      const isOver = open?.length === 0 || elapsed > (open ? PATIENCE_MS : FIRE_MS)
      return { done: isOver, value: undefined, waitsFor }
    },
    { ...limits, everyMs: EVERY_MS },
  )
  return claimsOf(watched, wanted)
}

/** Waits until the alert has ended; not for long, because nothing depends on it. */
export async function waitForDrillEnd(
  name: string,
  look: () => Promise<GrafanaDelivery | undefined>,
  limits: PollLimits,
): Promise<boolean> {
  const began = performance.now()
  return poll(
    async () => {
      const seen = await look()
      const hasEnded = seen?.alerts.every((alert) => alert.name !== name) === true
      const done = hasEnded || performance.now() - began > END_MS
      return { done, value: hasEnded, waitsFor: 'the end of the alert' }
    },
    { ...limits, everyMs: EVERY_MS },
  )
}

function update(watched: Watched, seen: GrafanaDelivery, name: string, elapsed: number): void {
  const alert = seen.alerts.find((one) => one.name === name) ?? watched.alert
  if (!alert) return
  watched.alert = alert
  for (const receiver of alert.receivers) {
    if (watched.accepted.has(receiver)) continue
    const isShared = seen.alerts.some((one) => one.name !== name && one.receivers.includes(receiver))
    if (isShared) watched.shared.add(receiver)
    const integrations = seen.integrations.get(receiver) ?? []
    const sent = integrations.filter(({ attemptedAt }) => attemptedAt > alert.startsAt)
    const failed = sent.find(({ error }) => error !== '')
    if (failed) {
      const since = watched.refused.get(receiver)?.since ?? elapsed
      watched.refused.set(receiver, { error: failed.error, since })
    } else if (integrations.length > 0 && sent.length === integrations.length) {
      watched.refused.delete(receiver)
      watched.accepted.set(receiver, elapsed)
    } else if (integrations.length === 0)
      watched.refused.set(receiver, { error: NO_INTEGRATION, since: Number.NEGATIVE_INFINITY })
  }
}

const NO_INTEGRATION = 'it has no integration'

/** Contact points that may still accept the alert; undefined while it does not fire. */
function openReceivers({ alert, accepted, refused }: Watched, elapsed: number): string[] | undefined {
  if (!alert || alert.isSuppressed) return alert && []
  return alert.receivers.filter((name) => !accepted.has(name) && mayAccept(refused.get(name)?.since, elapsed))
}

function claimsOf(
  { alert, accepted, refused, shared }: Watched,
  wanted: string | undefined,
): CheckEvidence[] {
  if (!alert) return [NOT_FIRED]
  if (alert.isSuppressed) return [SUPPRESSED]
  const claims = alert.receivers.map((name) => {
    const elapsed = accepted.get(name)
    const certainty = shared.has(name) ? ('inferred' as const) : ('proven' as const)
    return elapsed === undefined
      ? notAccepted(name, refused.get(name)?.error)
      : { ...acceptedAfter(name, elapsed), certainty }
  })
  return wanted === undefined || alert.receivers.includes(wanted)
    ? claims
    : [...claims, elsewhere(wanted, alert.receivers)]
}

const notAccepted = (name: string, error: string | undefined): CheckEvidence =>
  error === undefined
    ? deliveryClaim(
        name,
        'broken',
        'The alert fired in Grafana and leads to this contact point, and nothing was sent.',
        {
          next: 'Look for a mute timing, or a long `group_wait`, in the notification policy (Alerting, Notification policies). Mode `verify` names mute timings that are active.',
        },
      )
    : deliveryClaim(
        name,
        'broken',
        error === NO_INTEGRATION
          ? 'The alert leads to this contact point, which has no integration: no one is notified.'
          : `The contact point did not accept the alert: ${error}`,
        { next: 'Correct the contact point in Grafana (Alerting, Contact points), and run the drill again.' },
      )

const elsewhere = (wanted: string, receivers: readonly string[]): CheckEvidence =>
  deliveryClaim(
    wanted,
    'broken',
    `Grafana sent the alert to "${receivers.join('", "')}", not to "${wanted}".`,
    {
      next: `Create a notification policy that leads to "${wanted}", or use Grafana 11 or newer, which reads the contact point of a rule.`,
    },
  )

const NOT_FIRED: CheckEvidence = deliveryClaim('Grafana', 'broken', 'The alert did not fire in Grafana.', {
  next: 'Test the data source in Grafana (Connections, Data sources): the rule of the drill queries it. Check that rules are evaluated (Alerting, Alert rules).',
})

const SUPPRESSED: CheckEvidence = deliveryClaim(
  'Grafana',
  'broken',
  'The alert fired in Grafana, and a silence or a mute timing mutes it: no one is notified.',
  { next: 'Wait until it ends, or expire it (Alerting, Silences). Mode `verify` shows until when.' },
)
