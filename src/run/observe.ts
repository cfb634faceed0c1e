import { createGrafana } from '../clients/grafana/client.ts'
import { attempt } from '../lib/attempt.ts'
import { existingDataSource } from '../plan/grafana/observe.ts'
import { type DeployResult, observeUndeployedApp } from './apply.ts'
import type { Session } from './session.ts'

/** Reads the machines of every app; changes nothing. */
export async function observeAll(session: Session): Promise<DeployResult> {
  const { project, report } = session
  const { monitoring, apps } = project.config
  const own = session.flyMetrics ? [] : [monitoring.app]
  const names = [...own, ...apps.map(({ app }) => app)]
  const observing = Promise.all(names.map((app) => observeUndeployedApp(app, session)))
  const [found, dataSource] = await Promise.all([observing, currentDataSource(session)])
  for (const { problems } of found) report.problems.push(...problems)
  report.apps = found
    .slice(own.length)
    .map(({ app, machines }) => ({ app, deployed: false, machines: machines.length }))
  return { apps: found, dataSource }
}

/**
 * The data source that the dashboards query; one that the configuration names by its name is looked up. If that fails,
 * every panel fails as well and reports why.
 */
async function currentDataSource({ desired, inputs, pool, signal }: Session): Promise<string | undefined> {
  if (!desired.grafana || !inputs.grafana) return undefined
  const { dataSource } = desired.grafana
  if (!('existing' in dataSource)) return dataSource.uid
  const client = createGrafana({ ...inputs.grafana, pool, signal })
  const found = await attempt(() => existingDataSource(client, dataSource))
  return found.ok ? found.value.uid : dataSource.existing
}
