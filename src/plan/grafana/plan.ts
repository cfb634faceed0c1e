import type { Grafana } from '../../clients/grafana/client.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import { diffGrafana, type GrafanaPlan } from './diff.ts'
import { type NormalFiles, normaliseFiles } from './files.ts'
import { type ObservedGrafana, observeDataSource, observeGrafana } from './observe.ts'
import { shouldList } from './observe-dashboards.ts'

/**
 * Reads the state of Grafana and compares it with the desired one; nothing is written.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid.
 */
export async function planGrafana(grafana: Grafana, desired: GrafanaDesired): Promise<GrafanaPlan> {
  const reading = observeDataSource(grafana, desired.dataSource)
  const forming = normalFilesOf(desired, reading)
  const observed = await observeGrafana(grafana, desired, reading, forming)
  return diffGrafana(desired, await forming, observed, grafana.url)
}

async function normalFilesOf(
  desired: GrafanaDesired,
  reading: Promise<ObservedGrafana['dataSource']>,
): Promise<NormalFiles> {
  const { dataSource, dashboards } = desired
  // Normalising many files takes a while: by the time of this answer Grafana has received all other requests.
  if (shouldList(dashboards.length)) await reading
  if (!('existing' in dataSource)) return normaliseFiles(desired, dataSource)
  if (dataSource.own) return normaliseFiles(desired, dataSource.own)
  const read = await reading
  return normaliseFiles(desired, read.ok ? read.value : undefined)
}
