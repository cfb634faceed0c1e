import { flyChanges } from '../apply/changes.ts'
import { deployApp } from '../apply/fly/app.ts'
import { orderMonitoring } from '../apply/fly/build-context.ts'
import { applyMonitoring } from '../apply/fly/monitoring-app.ts'
import { deployOrRollBack } from '../apply/fly/rollback.ts'
import type { FlyAppResult, FlyContext } from '../apply/fly/run-changes.ts'
import { assetPath } from '../assets.ts'
import type { AppOrder } from '../desired/app.ts'
import { observeApp } from '../plan/fly/observe.ts'
import { planMonitoring } from '../plan/fly/plan.ts'
import { problemsOf } from '../plan/fly/refusals.ts'
import { waitUntilReady } from '../verify/server/reach.ts'
import { applyToGrafana } from './apply-grafana.ts'
import { handOverOf } from './replicas.ts'
import { recordPlanned } from './report-builder.ts'
import type { Session } from './session.ts'

/** The state after the deploys. */
export interface DeployResult {
  /** Of the monitoring app first, where there is one, then of the main apps. */
  apps: FlyAppResult[]
  /** uid of the data source that the dashboards query; undefined without Grafana. */
  dataSource: string | undefined
}

/** Concurrently what is independent: Prometheus and then Grafana, which queries it; the main apps. */
export async function applyAll(session: Session): Promise<DeployResult> {
  const { desired, fly, report } = session
  // Fly's own Prometheus is there already.
  const monitoring = session.flyMetrics ? undefined : deployMonitoring(session)
  const grafana = applyGrafana(session, monitoring)
  const others = await Promise.all(
    desired.orders.map((one) =>
      one.app.deploy ? deployMainApp(one, fly) : observeUndeployedApp(one.app.app, session),
    ),
  )
  const apps = [...(monitoring ? [await monitoring] : []), ...others]
  for (const result of apps) {
    report.changes.push(...flyChanges(result))
    report.problems.push(...result.problems, ...result.warnings)
  }
  report.apps = others.map(({ app, outcomes, machines }) => ({
    app,
    deployed: outcomes.length > 0,
    machines: machines.length,
  }))
  return { apps, dataSource: await grafana }
}

/** Deploys Prometheus: observes it, plans the changes, and applies them. */
async function deployMonitoring(session: Session): Promise<FlyAppResult> {
  const { desired, inputs, fly, report } = session
  const order = await orderMonitoring(desired.monitoring, assetPath('templates'))
  const plan = await planMonitoring(order, fly)
  if (plan.changes.length > 0) {
    const { plannedMonitoring } = await import('../plan/diff/fly.ts')
    recordPlanned(report, 'Fly', plannedMonitoring(plan, []).changes)
  }
  const handOver = handOverOf(session)
  const apply = (ctx: FlyContext) => applyMonitoring(order, plan, { ...ctx, ...(handOver && { handOver }) })
  const isUndoable = inputs.rollback && plan.changes.some(({ action }) => action.kind === 'deploy')
  return isUndoable
    ? deployOrRollBack({ app: desired.monitoring.app, mayStop: false }, fly, apply)
    : apply(fly)
}

/** Deploys a main app; whether a deploy of it is undone when it fails is decided by its entry in the configuration. */
function deployMainApp(order: AppOrder, fly: FlyContext): Promise<FlyAppResult> {
  const { app, rollback_on_failure } = order.app
  const deploy = (ctx: FlyContext) => deployApp(order, ctx)
  return rollback_on_failure ? deployOrRollBack({ app, mayStop: order.mayStop }, fly, deploy) : deploy(fly)
}

/** The state of an app that this run does not change. */
export const observeUndeployedApp = async (app: string, { fly }: Session): Promise<FlyAppResult> => ({
  ...(await observeApp(app, fly.flyctl)),
  outcomes: [],
  warnings: [],
})

const applyGrafana = async (
  session: Session,
  monitoring: Promise<FlyAppResult> | undefined,
): Promise<string | undefined> => {
  if (monitoring) return applyGrafanaWhenReady(session, (await monitoring).problems.length === 0)
  const { desired, inputs, fly, report, pool, signal } = session
  return desired.grafana && applyToGrafana(desired.grafana, inputs, report, { log: fly.log, signal, pool })
}

/** Data source, dashboards and rules; a refusal of Grafana is reported and does not stop the verification. */
async function applyGrafanaWhenReady(session: Session, isDeployed: boolean): Promise<string | undefined> {
  const { desired, inputs, fly, report, pool, signal } = session
  if (!desired.grafana || !inputs.grafana) return undefined
  const obstacle = isDeployed ? await waitForPrometheus(session) : 'Prometheus was not deployed.'
  if (obstacle !== undefined) {
    report.changes.push({
      subject: 'Grafana',
      what: 'write dashboards and rules',
      result: 'not-run',
      why: obstacle,
    })
    return undefined
  }
  return applyToGrafana(desired.grafana, inputs, report, { log: fly.log, signal, pool })
}

/** Grafana asks a new data source whether it is healthy: Prometheus has to be ready by then. */
async function waitForPrometheus({ prometheus, tunnel, fly, signal }: Session): Promise<string | undefined> {
  const closed = await tunnel?.open().then(() => [], problemsOf)
  if (closed?.[0]) return closed[0].message
  const { kind } = await waitUntilReady(prometheus, {
    deadline: new Date(fly.until),
    signal,
    log: fly.log.info,
  })
  return kind === 'reached' ? undefined : 'Prometheus did not become ready.'
}

export const hasFailed = ({ apps }: DeployResult): boolean => apps.some(({ problems }) => problems.length > 0)
