import type { Attempt } from '../../lib/attempt.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { JsonObject } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaRuleGroup } from '../../model/grafana.ts'
import type { GrafanaResult, Notified } from './outcome.ts'

export interface ContactPoint {
  name: string
  settings: JsonObject
}

/** What decides who is notified of an alert, as read from Grafana. The policy tree is never written. */
export interface ObservedNotification {
  contactPoints: Attempt<readonly ContactPoint[]>
  /** The contact point at the root of the policy tree, and how many routes lead elsewhere. */
  policies: Attempt<{ receiver: string; routes: number }>
}

/** How alerts of this deployment are routed. */
export interface AlertRouting {
  /** Contact points that rules name. */
  receivers: readonly string[]
  /** Whether this Grafana has shown that it drops them. */
  isIgnored: boolean
  /** Who is notified of an alert whose rule names no contact point. */
  policies: Notified
}

/** Contact points that rules name, each once. */
export const receiversOf = (groups: readonly GrafanaRuleGroup[]): string[] => [
  ...new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.receiver ?? []))),
]

/** Who is notified of the alerts. Only the Watchdog has no contact point: it is a sign of life. */
export const findNotified = ({ receivers, isIgnored, policies }: AlertRouting): Notified =>
  receivers.length > 0 && !isIgnored ? 'receiver' : policies

/** Grafana's default address; mail to it reaches no one. */
const PLACEHOLDER = '<example@email.com>'

/** Who is notified of an alert that the policies route. */
export function notifiedByPolicies({ contactPoints, policies }: ObservedNotification): Notified {
  if (!contactPoints.ok || !policies.ok) return 'unknown'
  const { receiver, routes } = policies.value
  if (routes > 0) return 'policies'
  const isReal = contactPoints.value.some(
    (point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER),
  )
  return isReal ? 'policies' : 'no-one'
}

/** Contact points that a group names and Grafana does not have, where they could be read. */
export function unknownReceivers(
  group: GrafanaRuleGroup,
  points: Attempt<readonly ContactPoint[]>,
): Diagnostic[] {
  if (!points.ok) return []
  const known = new Set(points.value.map(({ name }) => name))
  return receiversOf([group])
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'grafana-receiver',
      severity: 'error',
      message: `Grafana has no contact point "${oneLine(name, 100)}", which the rules of "${group.title}" name.`,
      hint: 'Create it in Grafana (Alerting, Contact points), or correct `alerts.receiver` in monitoring.yml.',
    }))
}

/** Older versions accept the contact point of a rule, and drop it. */
export function ignoredReceivers({ receivers, isIgnored }: AlertRouting): GrafanaResult[] {
  if (!isIgnored) return []
  return receivers.map((name) => ({
    ...{ kind: 'contact point', name, state: 'kept' },
    problem: {
      code: 'grafana-receiver-ignored',
      severity: 'warning',
      message: `This Grafana does not keep the contact point "${oneLine(name, 100)}" that the rules name: its notification policies decide who is notified.`,
      hint: 'Create a notification policy for the label `severity` in Grafana, or use Grafana 11 or newer.',
    },
  }))
}
