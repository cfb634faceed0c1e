import { createGrafana } from '../clients/grafana/client.ts'
import { attempt } from '../plan/grafana/attempt.ts'
import { existingDataSource } from '../plan/grafana/observe.ts'
import { type DeployResult, observeUndeployedApp } from './apply.ts'
import type { Session } from './session.ts'

/** Changes nothing: the machines of every app as they are. */
export async function observeAll(work: Session): Promise<DeployResult> {
  const { project, journal } = work
  const { monitoring, apps } = project.config
  const names = [monitoring.app, ...apps.map(({ app }) => app)]
  const looking = Promise.all(names.map((app) => observeUndeployedApp(app, work)))
  const [found, dataSource] = await Promise.all([looking, currentDataSource(work)])
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
async function currentDataSource({ desired, inputs, pool, signal }: Session): Promise<string | undefined> {
  if (!desired.grafana || !inputs.grafana) return undefined
  const { dataSource } = desired.grafana
  if (!('existing' in dataSource)) return dataSource.uid
  const client = createGrafana({ ...inputs.grafana, pool, signal })
  const found = await attempt(() => existingDataSource(client, dataSource))
  return found.ok ? found.value.uid : dataSource.existing
}
