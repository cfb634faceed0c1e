import { createGrafana, type Grafana } from '../clients/grafana/client.ts'
import type { Config } from '../config/schema.ts'
import { appLabelOf } from '../config/services.ts'
import { attempt } from '../lib/attempt.ts'
import type { GrafanaDesired } from '../model/grafana.ts'
import { SELF_JOB } from '../model/prometheus.ts'
import { type LabelledService, serviceLabelsOf } from '../verify/delivery/alert-labels.ts'
import {
  type GrafanaAlert,
  type GrafanaNotifications,
  judgeGrafanaDelivery,
} from '../verify/delivery/grafana.ts'
import type { CheckEvidence } from '../verify/evidence.ts'
import type { Session } from './session.ts'

/** How to check who is notified by Grafana; undefined where it has no rules of this deployment. */
export function grafanaDeliveryOf({
  desired: { grafana: desired },
  inputs,
  project,
  pool,
  signal,
}: Session): (() => Promise<CheckEvidence[]>) | undefined {
  if (!desired || !inputs.grafana || desired.ruleGroups.length === 0) return undefined
  const client = createGrafana({ ...inputs.grafana, pool, signal })
  return async () => {
    const [state, stored] = await Promise.all([readNotifications(client), storedRules(client, desired)])
    const { receiver: wanted } = project.config.alerts
    const alerts = alertsIn(desired, stored, servicesOf(project.config))
    return judgeGrafanaDelivery(alerts, state, { wanted, now: new Date() })
  }
}

/** Everything that is scraped, with the labels of its series. */
const servicesOf = ({ services, monitoring }: Config): LabelledService[] => [
  ...services.map((service) => ({ service: service.name, app: appLabelOf(service) })),
  { service: SELF_JOB, app: monitoring.app },
]

/**
 * Grafana routes by the labels of a rule and of its query's result, and by its title and folder. The Watchdog is for no
 * one.
 */
const alertsIn = (
  { ruleGroups, folder }: GrafanaDesired,
  stored: StoredRules,
  services: readonly LabelledService[],
): GrafanaAlert[] =>
  ruleGroups
    .flatMap(({ rules }) => rules)
    .filter(({ labels }) => labels.severity !== 'none')
    .flatMap(({ uid, title, labels, receiver, data }) =>
      serviceLabelsOf(String(data[0]?.model.expr ?? ''), services).map((ofQuery) => ({
        title,
        labels: { ...ofQuery, ...labels, alertname: title, grafana_folder: folder.title },
        receiver: stored.keepContactPoints ? receiver : undefined,
        isPaused: stored.paused.has(uid),
      })),
    )

interface StoredRules {
  /** Before version 11 Grafana drops the contact point of a rule: the stored rules show whether it was kept. */
  keepContactPoints: boolean
  /** By uid. */
  paused: ReadonlySet<string>
}

async function storedRules(client: Grafana, { ruleGroups, folder }: GrafanaDesired): Promise<StoredRules> {
  const groups = await Promise.all(
    ruleGroups.map(({ title }) => attempt(() => client.ruleGroup(folder.uid, title))),
  )
  const rules = groups.flatMap((group) => (group.ok && group.value ? group.value.rules : []))
  return {
    keepContactPoints: rules.length === 0 || rules.some((rule) => 'notification_settings' in rule),
    paused: new Set(rules.filter(({ isPaused }) => isPaused === true).map(({ uid }) => uid)),
  }
}

async function readNotifications(client: Grafana): Promise<GrafanaNotifications> {
  const [policies, points, states, silences, timings, externalOnly] = await Promise.all([
    attempt(() => client.policyTree()),
    attempt(() => client.contactPoints()),
    attempt(() => client.receiverStates()),
    attempt(() => client.silences()),
    attempt(() => client.muteTimings()),
    attempt(() => client.isExternalOnly()),
  ])
  return {
    policies: policies.ok ? policies.value : undefined,
    integrations: points.ok
      ? countIntegrations(points.value, states.ok ? states.value : undefined)
      : undefined,
    errors: new Map(
      (states.ok ? states.value : []).flatMap(({ name, integrations }) => {
        const failed = integrations?.map((one) => one.lastNotifyAttemptError).find((error) => error)
        return failed ? [[name, failed] as const] : []
      }),
    ),
    silences: (silences.ok ? silences.value : [])
      .filter(({ status }) => status.state === 'active')
      .map(({ endsAt, matchers }) => ({ until: endsAt, matchers })),
    muteTimings: new Map(
      (timings.ok ? timings.value : []).map(({ name, time_intervals }) => [name, time_intervals]),
    ),
    isExternalOnly: externalOnly.ok && externalOnly.value,
  }
}

/** The two lists of Grafana disagree: a contact point without an integration is only in the second one. */
function countIntegrations(
  points: Awaited<ReturnType<Grafana['contactPoints']>>,
  states: Awaited<ReturnType<Grafana['receiverStates']>> | undefined,
): Map<string, number> {
  const isReal = ({ settings }: (typeof points)[number]) => !JSON.stringify(settings).includes(PLACEHOLDER)
  const counts = new Map(
    [...Map.groupBy(points, ({ name }) => name)].map(([name, all]) => [name, all.filter(isReal).length]),
  )
  for (const { name, integrations } of states ?? [])
    if ((integrations ?? []).length === 0 || !counts.has(name)) counts.set(name, integrations?.length ?? 0)
  return counts
}

/** Grafana's default address; mail to it reaches no one. */
const PLACEHOLDER = '<example@email.com>'
