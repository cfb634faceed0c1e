import type { Diagnostic } from '../../lib/errors.ts'
import type { JsonObject } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaRuleGroup } from '../../model/grafana.ts'
import type { Attempt } from './attempt.ts'
import type { GrafanaResult, Notified } from './outcome.ts'

export interface ContactPoint {
  name: string
  settings: JsonObject
}

/** What decides who hears of an alert, as it was read. The policy tree is never written. */
export interface ObservedNotification {
  contactPoints: Attempt<readonly ContactPoint[]>
  /** The contact point at the root of the policy tree, and how many routes lead elsewhere. */
  policies: Attempt<{ receiver: string; routes: number }>
}

/** How alerts of this deployment find somebody. */
export interface AlertRouting {
  /** Contact points that rules name. */
  receivers: readonly string[]
  /** This Grafana has shown that it forgets them. */
  isIgnored: boolean
  /** Who hears of an alert whose rule names none. */
  policies: Notified
}

/** Contact points that rules name, each once. */
export const receiversOf = (groups: readonly GrafanaRuleGroup[]): string[] => [
  ...new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.receiver ?? []))),
]

/** The Watchdog alone is given no contact point: it is a sign of life. */
export const findNotified = ({ receivers, isIgnored, policies }: AlertRouting): Notified =>
  receivers.length > 0 && !isIgnored ? 'receiver' : policies

/** Grafana's own default address; mail to it reaches nobody. */
const PLACEHOLDER = '<example@email.com>'

/** Who hears of an alert that the policies route. */
export function notifiedByPolicies({ contactPoints, policies }: ObservedNotification): Notified {
  if (!contactPoints.ok || !policies.ok) return 'unknown'
  const { receiver, routes } = policies.value
  if (routes > 0) return 'policies'
  const isReal = contactPoints.value.some(
    (point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER),
  )
  return isReal ? 'policies' : 'nobody'
}

/** Contact points that a group names and Grafana does not have, where we may look. */
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
      hint: 'Create it in Grafana (Alerting, Contact points), or correct the receiver in monitoring.yml.',
    }))
}

/** Older versions take a rule's contact point, and forget it. */
export function ignoredReceivers({ receivers, isIgnored }: AlertRouting): GrafanaResult[] {
  if (!isIgnored) return []
  return receivers.map((name) => ({
    ...{ kind: 'contact point', name, state: 'kept' },
    problem: {
      code: 'grafana-receiver-ignored',
      severity: 'warning',
      message: `This Grafana does not let a rule name its contact point, as "${oneLine(name, 100)}": its notification policies decide who is told.`,
      hint: 'Make a notification policy for the label severity there, or use Grafana 11 or newer.',
    },
  }))
}
