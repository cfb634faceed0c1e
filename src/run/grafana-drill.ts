import { createDrillRule, removeDrillRule } from '../apply/grafana/drill.ts'
import { createGrafana, type Grafana } from '../clients/grafana/client.ts'
import { renderGrafanaDrill } from '../desired/grafana/drill.ts'
import { attempt } from '../lib/attempt.ts'
import { platformError } from '../lib/errors.ts'
import type { GrafanaDesired } from '../model/grafana.ts'
import { existingDataSource } from '../plan/grafana/observe.ts'
import { type GrafanaDelivery, waitForDrillEnd, watchGrafanaDrill } from '../verify/delivery/grafana-drill.ts'
import type { CheckEvidence } from '../verify/evidence.ts'
import type { PollLimits } from '../verify/poll.ts'
import type { Session } from './session.ts'

/** The rule fires no longer than this, even if no one removes it. */
const LIFETIME_MS = 10 * 60_000
/** For removing the rule after the run was cancelled: a runner waits 7.5 s. */
const REMOVAL_MS = 6_000

/** Whether alerts of this deployment go through Grafana, so that a drill does too. */
export const goesThroughGrafana = ({ desired, inputs, project }: Session): boolean =>
  project.config.alerts.notify === undefined && desired.grafana !== undefined && inputs.grafana !== undefined

/**
 * One marked alert through Grafana's policies to its contact points: a rule that fires at once, in the folder of this
 * deployment, and is removed again whatever happens. The test of a contact point would pass by the policies, and
 * Grafana 13 does not have the old one.
 */
export async function drillThroughGrafana(session: Session, limits: PollLimits): Promise<CheckEvidence[]> {
  const { desired, inputs, pool, signal, project, report } = session
  const { grafana: wanted } = desired
  const { grafana: server } = inputs
  if (!wanted || !server) return []
  const clientUntil = (end: AbortSignal) => createGrafana({ ...server, pool, signal: end })
  const client = clientUntil(signal)
  const dataSourceUid = await throwUnlessWritten(client, wanted)
  const look = () => lookAt(client)
  // Without the right to read them, nothing is created.
  await Promise.all([client.activeAlerts(), client.receiverStates()])
  const began = new Date()
  const { receiver } = project.config.alerts
  const until = new Date(began.getTime() + LIFETIME_MS)
  const group = renderGrafanaDrill({ deployment: wanted.deployment, dataSourceUid, receiver, began, until })
  const [{ uid, title }] = group.rules
  let claims: CheckEvidence[]
  try {
    await createDrillRule(client, group, { deployment: wanted.deployment, folderUid: wanted.folder.uid })
    limits.log?.(
      `The alert "${title}" is in Grafana; it is removed when the contact points have accepted it.`,
    )
    claims = await watchGrafanaDrill(title, look, { limits, wanted: receiver })
  } finally {
    const removed = await attempt(() => removeDrillRule(clientUntil(AbortSignal.timeout(REMOVAL_MS)), uid))
    if (!removed.ok) report.problems.push(leftBehind(title, until, removed.problem.message))
  }
  if (await waitForDrillEnd(title, look, limits))
    limits.log?.('The alert has ended; Grafana sends its end with the next message of its group.')
  return claims
}

/** @throws ActionError when the folder or the data source of this deployment is not in Grafana */
async function throwUnlessWritten(client: Grafana, { folder, dataSource }: GrafanaDesired): Promise<string> {
  const existing = 'existing' in dataSource ? dataSource : { existing: dataSource.uid, own: dataSource }
  const { uid } = await existingDataSource(client, existing)
  const found = await client.folder(folder.uid)
  if (found !== undefined && found !== 'hidden') return uid
  throw platformError(
    'drill-not-deployed',
    `Grafana does not have the folder "${folder.title}" of this deployment, or the token may not see it.`,
    'Deploy first, or run mode `dashboards`. The token needs the role Editor or Admin.',
  )
}

async function lookAt(client: Grafana): Promise<GrafanaDelivery | undefined> {
  const [alerts, receivers] = await Promise.all([
    attempt(() => client.activeAlerts()),
    attempt(() => client.receiverStates()),
  ])
  if (!alerts.ok || !receivers.ok) return undefined
  return {
    alerts: alerts.value.map(({ labels, startsAt, receivers: to, status }) => ({
      name: labels.alertname ?? '',
      startsAt: Date.parse(startsAt),
      receivers: to.map(({ name }) => name),
      isSuppressed: status.state === 'suppressed',
    })),
    integrations: new Map(
      receivers.value.map(({ name, integrations }) => [
        name,
        (integrations ?? []).map((one) => ({
          attemptedAt: Date.parse(one.lastNotifyAttempt),
          error: one.lastNotifyAttemptError ?? '',
        })),
      ]),
    ),
  }
}

const leftBehind = (title: string, until: Date, why: string) => ({
  code: 'drill-left-behind' as const,
  severity: 'warning' as const,
  message: `The alert rule "${title}" could not be removed from Grafana: ${why}`,
  hint: `Remove it in Grafana (Alerting, Alert rules). It stops firing at ${until.toISOString()}, and the next deploy or drill removes it.`,
})
