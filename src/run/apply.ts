import { flyChanges } from '../apply/changes.ts'
import { deployApp } from '../apply/fly/app.ts'
import { orderMonitoring } from '../apply/fly/build-context.ts'
import { applyMonitoring } from '../apply/fly/monitoring-app.ts'
import type { FlyAppResult } from '../apply/fly/run-changes.ts'
import { assetPath } from '../assets.ts'
import { observeApp } from '../plan/fly/observe.ts'
import { planMonitoring } from '../plan/fly/plan.ts'
import { waitUntilReady } from '../verify/server/reach.ts'
import { applyToGrafana } from './apply-grafana.ts'
import type { Session } from './session.ts'

/** What there is after the deploys. */
export interface DeployResult {
  /** Of the monitoring app first, then of the main apps. */
  apps: FlyAppResult[]
  /** uid of the data source that the dashboards ask; undefined without Grafana. */
  dataSource: string | undefined
}

/** Side by side what does not depend on each other: Prometheus and then Grafana, which asks it; the main apps. */
export async function applyAll(work: Session): Promise<DeployResult> {
  const { desired, fly, journal } = work
  const monitoring = deployMonitoring(work)
  const grafana = monitoring.then(({ problems }) => applyGrafanaWhenReady(work, problems.length === 0))
  const others = await Promise.all(
    desired.orders.map((one) =>
      one.app.deploy ? deployApp(one, fly) : observeUndeployedApp(one.app.app, work),
    ),
  )
  const apps = [await monitoring, ...others]
  for (const result of apps) {
    journal.changes.push(...flyChanges(result))
    journal.problems.push(...result.problems, ...result.warnings)
  }
  journal.apps = others.map(({ app, outcomes, machines }) => ({
    app,
    deployed: outcomes.length > 0,
    machines: machines.length,
  }))
  return { apps, dataSource: await grafana }
}

/** Prometheus: what there is, what is to be changed, and then just that. */
async function deployMonitoring({ desired, fly }: Session): Promise<FlyAppResult> {
  const order = await orderMonitoring(desired.monitoring, assetPath('templates'))
  return applyMonitoring(order, await planMonitoring(order, fly.flyctl), fly)
}

/** An app that this run leaves alone. */
export const observeUndeployedApp = async (app: string, { fly }: Session): Promise<FlyAppResult> => ({
  ...(await observeApp(app, fly.flyctl)),
  outcomes: [],
  warnings: [],
})

/** Data source, dashboards and rules; what Grafana refuses is told and does not stop the proof. */
async function applyGrafanaWhenReady(work: Session, isDeployed: boolean): Promise<string | undefined> {
  const { desired, inputs, fly, journal, pool, signal } = work
  if (!desired.grafana || !inputs.grafana) return undefined
  const obstacle = isDeployed ? await unready(work) : 'Prometheus was not deployed.'
  if (obstacle !== undefined) {
    journal.changes.push({
      subject: 'Grafana',
      what: 'bring dashboards and rules',
      result: 'not-run',
      why: obstacle,
    })
    return undefined
  }
  return applyToGrafana(desired.grafana, inputs, journal, { log: fly.log, signal, pool })
}

/** Grafana asks a new data source whether it is healthy: Prometheus has to serve by then. */
async function unready({ prometheus, fly, signal }: Session): Promise<string | undefined> {
  const { kind } = await waitUntilReady(prometheus, {
    deadline: new Date(fly.until),
    signal,
    log: fly.log.info,
  })
  return kind === 'reached' ? undefined : 'Prometheus did not get ready.'
}

export const hasFailed = ({ apps }: DeployResult): boolean => apps.some(({ problems }) => problems.length > 0)
