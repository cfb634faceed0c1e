import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { count, few, list } from '../../lib/text.ts'
import { type CheckEvidence, NO_ONE_NOTIFIED } from '../evidence.ts'
import { deliveryClaim } from './claim.ts'
import { isMutedNow } from './mute-timings.ts'
import { endsOf } from './routing-tree.ts'

/** What decides who is notified, as read from Grafana; undefined: it could not be read. */
export interface GrafanaNotifications {
  policies: JsonObject | undefined
  /** By contact point, how many integrations it has. */
  integrations: ReadonlyMap<string, number> | undefined
  /** The error of the last message of a contact point, where there was one. */
  errors: ReadonlyMap<string, string>
  silences: readonly GrafanaMute[]
  muteTimings: ReadonlyMap<string, readonly unknown[]>
  /** All alerts are sent to other Alertmanagers, and no contact point gets them. */
  isExternalOnly: boolean
}

/** An active silence. */
export interface GrafanaMute {
  until: string
  matchers: readonly Matcher[]
}

interface Matcher {
  name: string
  value: string
  isRegex: boolean
  isEqual: boolean
}

/** A rule in Grafana: its labels, and the contact point that it names itself. */
export interface GrafanaAlert {
  title: string
  labels: Readonly<Record<string, string>>
  receiver: string | undefined
  /** Whether someone has paused it in Grafana: it is not evaluated. */
  isPaused: boolean
}

/** How an alert ends: at contact points, and what mutes it there. */
interface Destination {
  receiver: string
  mutedBy: readonly string[]
  /** Notified only in these times; empty: always. */
  activeIn: readonly string[]
}

/**
 * Whether every alert in Grafana ends at a contact point that can deliver. `wanted`: the contact point that the
 * configuration names, which older versions of Grafana ignore.
 */
export function judgeGrafanaDelivery(
  alerts: readonly GrafanaAlert[],
  state: GrafanaNotifications,
  { wanted, now }: { wanted: string | undefined; now: Date },
): CheckEvidence[] {
  const { policies, integrations } = state
  if (alerts.length === 0) return []
  if (state.isExternalOnly) return [EXTERNAL_ONLY]
  if (!policies || !integrations)
    return [
      deliveryClaim(
        'Grafana',
        'not-checked',
        'The notification policies or the contact points could not be read.',
        { next: 'Give the token the role Editor or Admin.' },
      ),
    ]
  if (isUnconfigured(policies, integrations, wanted)) return [NO_CONTACT_POINT]
  const problems = new Map<string, { alerts: GrafanaAlert[]; next: string }>()
  const paused = alerts.filter(({ isPaused }) => isPaused)
  const evaluated = alerts.filter(({ isPaused }) => !isPaused)
  for (const alert of evaluated)
    for (const { why, next } of obstaclesOf(alert, state, { wanted, now })) {
      const known = problems.get(why) ?? { alerts: [], next }
      known.alerts.push(alert)
      problems.set(why, known)
    }
  const broken = [...problems].map(([why, { alerts: about, next }]) =>
    deliveryClaim('Grafana', 'broken', `${why} (${namesOf(about, alerts)})`, { next }),
  )
  const warned = paused.length > 0 ? [pausedRules(paused, alerts)] : []
  return broken.length > 0 || evaluated.length === 0
    ? [...broken, ...warned]
    : [
        deliveryClaim(
          'Grafana',
          'holds',
          `${count(new Set(evaluated.map(({ title }) => title)).size, 'alert rule')}: each one ends at a contact point with an integration, and nothing mutes it.`,
        ),
        ...warned,
      ]
}

const EXTERNAL_ONLY: CheckEvidence = deliveryClaim(
  'Grafana',
  'broken',
  'Grafana sends alerts to external Alertmanagers only: no contact point gets them.',
  {
    next: 'Let Grafana send them to its own Alertmanager, too (Alerting, Settings), or use `alerts.notify` instead of Grafana (with `engine: server`).',
  },
)

/** Someone has paused them on purpose, which a deploy respects. */
const pausedRules = (paused: readonly GrafanaAlert[], alerts: readonly GrafanaAlert[]): CheckEvidence =>
  deliveryClaim(
    'paused rules',
    'warning',
    `Rules are paused in Grafana, so they never fire (${namesOf(paused, alerts)}).`,
    { next: 'Resume them in Grafana (Alerting, Alert rules), if they are still needed.' },
  )

/** Names of rules; with the service, where not all services of a rule are meant. */
function namesOf(about: readonly GrafanaAlert[], all: readonly GrafanaAlert[]): string {
  const rules = [...Map.groupBy(about, ({ title }) => title)]
  const names = rules.map(([title, some]) => {
    const isWhole = some.length === all.filter((one) => one.title === title).length
    return isWhole ? title : `${title} of ${list(some.flatMap(({ labels }) => labels.service ?? []))}`
  })
  return `${count(rules.length, 'rule')}: ${few(names)}`
}

const NO_CONTACT_POINT: CheckEvidence = deliveryClaim(
  NO_ONE_NOTIFIED,
  'warning',
  'No one is notified of alerts: they fire in Grafana, and the default policy leads to a contact point without an integration.',
  {
    next: 'Create a contact point in Grafana (Alerting, Contact points) and name it in `alerts.receiver`, or use `alerts.notify` (with `engine: server`).',
  },
)

/** A Grafana in which no one has set up notifications. */
const isUnconfigured = (
  policies: JsonObject,
  integrations: ReadonlyMap<string, number>,
  wanted: string | undefined,
): boolean =>
  wanted === undefined &&
  objectsIn(policies.routes).length === 0 &&
  (integrations.get(stringIn(policies.receiver)) ?? 0) === 0

const AT_ALL_TIMES: Destination = { receiver: '', mutedBy: [], activeIn: [] }

function obstaclesOf(
  alert: GrafanaAlert,
  { policies, integrations, errors, silences, muteTimings }: GrafanaNotifications,
  { wanted, now }: { wanted: string | undefined; now: Date },
): { why: string; next: string }[] {
  const ends = destinationsOf(alert, policies ?? {})
  const silence = silences.find(({ matchers }) => matchers.every((matcher) => matches(matcher, alert.labels)))
  const found = silence
    ? [
        {
          why: `A silence mutes alerts until ${silence.until}`,
          next: 'Wait until it ends, or expire it in Grafana (Alerting, Silences).',
        },
      ]
    : []
  for (const { receiver, mutedBy, activeIn } of ends) {
    const muting = mutedBy.find((name) => isMutedNow(muteTimings.get(name) ?? [], now))
    if (muting !== undefined)
      found.push({
        why: `The mute timing "${muting}" mutes alerts for the contact point "${receiver}" now`,
        next: 'Wait until it ends, or change the notification policy.',
      })
    if (activeIn.length > 0 && activeIn.every((name) => isInactive(muteTimings.get(name), now)))
      found.push({
        why: `The notification policy for the contact point "${receiver}" is active only in "${activeIn.join('", "')}", which is not now`,
        next: 'Wait until it begins, or change the notification policy.',
      })
    if ((integrations?.get(receiver) ?? 0) === 0)
      found.push({
        why: `Alerts end at the contact point "${receiver}", which has no integration: no one is notified`,
        next: 'Add an integration to it in Grafana (Alerting, Contact points), or name another one in `alerts.receiver`.',
      })
    const error = errors.get(receiver)
    if (error !== undefined)
      found.push({
        why: `The contact point "${receiver}" did not accept the last message: ${error}`,
        next: 'Correct its address or key in Grafana, and send a test from there.',
      })
  }
  if (wanted !== undefined && !ends.some(({ receiver }) => receiver === wanted))
    found.push({
      why: `The notification policies send alerts to "${ends.map(({ receiver }) => receiver).join('", "')}", not to "${wanted}"`,
      next: `Create a notification policy that leads to "${wanted}", or use Grafana 11 or newer, which reads the contact point of a rule.`,
    })
  return found
}

/** Where an alert ends: at the contact point that its rule names, else where the policies lead. */
const destinationsOf = ({ receiver, labels }: GrafanaAlert, policies: JsonObject): Destination[] =>
  receiver === undefined
    ? endsOf(policies, AT_ALL_TIMES, {
        read: destinationOf,
        matches: (node) => matchersOf(node).every((matcher) => matches(matcher, labels)),
      })
    : [{ ...AT_ALL_TIMES, receiver }]

/** Timings apply to their own policy only; the contact point is inherited. */
const destinationOf = (node: JsonObject, inherited: Destination): Destination => ({
  receiver: stringIn(node.receiver) || inherited.receiver,
  mutedBy: textsIn(node.mute_time_intervals),
  activeIn: textsIn(node.active_time_intervals),
})

/** A timing that could not be read says nothing. */
const isInactive = (intervals: readonly unknown[] | undefined, now: Date): boolean =>
  intervals !== undefined && !isMutedNow(intervals, now)

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** `object_matchers` are triples; older policies have maps. */
function matchersOf({ object_matchers, match, match_re }: JsonObject): Matcher[] {
  const triples = (Array.isArray(object_matchers) ? object_matchers : []).filter(Array.isArray)
  const maps = (map: unknown, isRegex: boolean): Matcher[] =>
    Object.entries(isJsonObject(map) ? map : {}).map(([name, value]) => ({
      ...{ name, value: String(value), isRegex, isEqual: true },
    }))
  return [
    ...triples.map(([name, operator, value]) => ({
      name: String(name),
      value: String(value),
      isRegex: /~$/.test(String(operator)),
      isEqual: !/^!/.test(String(operator)),
    })),
    ...maps(match, false),
    ...maps(match_re, true),
  ]
}

function matches({ name, value, isRegex, isEqual }: Matcher, labels: GrafanaAlert['labels']): boolean {
  const given = labels[name] ?? ''
  return (isRegex ? matchesRegex(value, given) : given === value) === isEqual
}

/** An expression that this engine does not accept, or that may take long, matches nothing. */
function matchesRegex(source: string, text: string): boolean {
  if (source.length > 200 || /\([^)]*[+*]\)[+*{]/.test(source)) return false
  try {
    return new RegExp(`^(?:${source})$`, 's').test(text.slice(0, 200))
  } catch {
    return false
  }
}
