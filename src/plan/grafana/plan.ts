import type { Grafana } from '../../clients/grafana/client.ts'
import type { GrafanaDesired } from '../../model/grafana.ts'
import { diffGrafana, type GrafanaPlan } from './diff.ts'
import { type NormalFiles, normaliseFiles } from './files.ts'
import { type ObservedGrafana, observeDataSource, observeGrafana } from './observe.ts'
import { shouldList } from './observe-dashboards.ts'

/**
 * Observes a Grafana and compares: reads only.
 * @throws ActionError when nothing can be done at all: nobody answers, it is not Grafana, the token is none.
 */
export async function planGrafana(grafana: Grafana, desired: GrafanaDesired): Promise<GrafanaPlan> {
  const reading = observeDataSource(grafana, desired.dataSource)
  const forming = inForm(desired, reading)
  const observed = await observeGrafana(grafana, desired, reading, forming)
  return diffGrafana(desired, await forming, observed, grafana.url)
}

async function inForm(
  desired: GrafanaDesired,
  reading: Promise<ObservedGrafana['dataSource']>,
): Promise<NormalFiles> {
  const { dataSource, dashboards } = desired
  // Many take a while: Grafana has all questions, and gathers its list, when this one is answered.
  if (shouldList(dashboards.length)) await reading
  if (!('existing' in dataSource)) return normaliseFiles(desired, dataSource)
  if (dataSource.own) return normaliseFiles(desired, dataSource.own)
  const read = await reading
  return normaliseFiles(desired, read.ok ? read.value : undefined)
}
