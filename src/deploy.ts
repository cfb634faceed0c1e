import { flyChanges } from './apply/changes.ts'
import { deployApp } from './apply/fly/app.ts'
import { orderMonitoring } from './apply/fly/build-context.ts'
import { applyMonitoring } from './apply/fly/monitoring-app.ts'
import type { FlyResult } from './apply/fly/run-changes.ts'
import { assetPath } from './assets.ts'
import { applyToGrafana } from './bring.ts'
import { createGrafana } from './clients/grafana.ts'
import { observeApp } from './plan/fly/observe.ts'
import { planMonitoring } from './plan/fly/plan.ts'
import { attempt } from './plan/grafana/attempt.ts'
import { existingDataSource } from './plan/grafana/observe.ts'
import { reach } from './verify/reach.ts'
import type { Work } from './work.ts'

/** What there is after the deploys. */
export interface Deployed {
  /** Of the monitoring app first, then of the main apps. */
  apps: FlyResult[]
  /** uid of the data source that the dashboards ask; undefined without Grafana. */
  dataSource: string | undefined
}

/** Side by side what does not depend on each other: Prometheus and then Grafana, which asks it; the main apps. */
export async function deployAll(work: Work): Promise<Deployed> {
  const { desired, fly, journal } = work
  const monitoring = deployMonitoring(work)
  const grafana = monitoring.then(({ problems }) => bringGrafana(work, problems.length === 0))
  const others = await Promise.all(
    desired.orders.map((one) => (one.app.deploy ? deployApp(one, fly) : watchApp(one.app.app, work))),
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
async function deployMonitoring({ desired, fly }: Work): Promise<FlyResult> {
  const order = await orderMonitoring(desired.monitoring, assetPath('templates'))
  return applyMonitoring(order, await planMonitoring(order, fly.flyctl), fly)
}

/** An app that this run leaves alone. */
const watchApp = async (app: string, { fly }: Work): Promise<FlyResult> => ({
  ...(await observeApp(app, fly.flyctl)),
  outcomes: [],
  warnings: [],
})

/** Data source, dashboards and rules; what Grafana refuses is told and does not stop the proof. */
async function bringGrafana(work: Work, isDeployed: boolean): Promise<string | undefined> {
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

/** Changes nothing: the machines of every app as they are. */
export async function lookAtAll(work: Work): Promise<Deployed> {
  const { project, journal } = work
  const { monitoring, apps } = project.config
  const names = [monitoring.app, ...apps.map(({ app }) => app)]
  const looking = Promise.all(names.map((app) => watchApp(app, work)))
  const [found, dataSource] = await Promise.all([looking, dataSourceNow(work)])
  for (const { problems } of found) journal.problems.push(...problems)
  journal.apps = found
    .slice(1)
    .map(({ app, machines }) => ({ app, deployed: false, machines: machines.length }))
  return { apps: found, dataSource }
}

/**
 * The data source that the dashboards ask; one that the configuration names by its name is looked up. Where that fails,
 * so will every panel, and say why.
 */
async function dataSourceNow({ desired, inputs, pool, signal }: Work): Promise<string | undefined> {
  if (!desired.grafana || !inputs.grafana) return undefined
  const { dataSource } = desired.grafana
  if (!('existing' in dataSource)) return dataSource.uid
  const client = createGrafana({ ...inputs.grafana, pool, signal })
  const found = await attempt(() => existingDataSource(client, dataSource))
  return found.ok ? found.value.uid : dataSource.existing
}

/** Grafana asks a new data source whether it is healthy: Prometheus has to serve by then. */
async function unready({ prometheus, fly, signal }: Work): Promise<string | undefined> {
  const { kind } = await reach(prometheus, { deadline: new Date(fly.until), signal, tell: fly.log.info })
  return kind === 'reached' ? undefined : 'Prometheus did not get ready.'
}
