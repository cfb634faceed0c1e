import type { Grafana } from '../../clients/grafana/client.ts'
import { sourceName } from '../../desired/grafana/other-data-sources.ts'
import { type Attempt, attempt } from '../../lib/attempt.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { count, few, oneLine } from '../../lib/text.ts'
import type { NormalDashboard } from '../../model/grafana.ts'
import type { NormalFiles } from './files.ts'

/** The models of library panels that dashboards refer to, by uid; undefined where Grafana does not have one. */
export type ObservedLibraryPanels = ReadonlyMap<string, Attempt<JsonObject | undefined>>

const AT_ONCE = 4

/** A dashboard holds only a reference to a library panel, and Grafana stores one that leads nowhere without a word. */
export async function observeLibraryPanels(
  grafana: Grafana,
  forming: Promise<NormalFiles>,
): Promise<ObservedLibraryPanels> {
  const { good } = await forming
  const uids = [...new Set(good.flatMap(({ libraryPanels }) => libraryPanels))]
  const read = async (uid: string) => [uid, await attempt(() => grafana.libraryPanel(uid))] as const
  return new Map(await mapConcurrently(uids, AT_ONCE, read))
}

/** Library panels of a dashboard that do not exist. */
export function missingLibraryPanels(
  dashboard: NormalDashboard,
  panels: ObservedLibraryPanels,
): Diagnostic | undefined {
  const missing = dashboard.libraryPanels.filter((uid) => {
    const read = panels.get(uid)
    return read?.ok && read.value === undefined
  })
  if (missing.length === 0) return undefined
  const { file, title } = dashboard
  return {
    ...{ code: 'grafana-library-panel', severity: 'warning', at: { file, line: 1, column: 1 } },
    message: `The dashboard "${oneLine(title, 100)}" shows ${count(missing.length, 'library panel')} that Grafana does not have (${oneLine(few(missing, 5), 300)}): an error is shown in their place.`,
    hint: 'Create them in Grafana, or export the dashboard with "Export for sharing externally", which adds a copy.',
  }
}

/** A note about library panels that query another data source: they belong to Grafana, so this action never changes them. */
export function libraryPanelNote(
  dashboard: NormalDashboard,
  panels: ObservedLibraryPanels,
): string | undefined {
  const sources = dashboard.libraryPanels.flatMap((uid) => {
    const read = panels.get(uid)
    return read?.ok && read.value ? namesIn(read.value) : []
  })
  const others = [...new Set(sources)].filter((name) => name !== dashboard.dataSourceUid)
  return others.length === 0
    ? undefined
    : `its library panels keep their own data sources: ${oneLine(few(others, 5), 300)}`
}

const namesIn = (model: JsonObject): string[] =>
  [model.datasource, ...objectsIn(model.targets).map(({ datasource }) => datasource)].flatMap((reference) => {
    const name = sourceName(reference)
    return name === undefined || /^(?:\$|-- |__expr__$)/.test(name) ? [] : [name]
  })
