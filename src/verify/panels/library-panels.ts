import { panelsIn } from '../../formats/dashboard-panels.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject, stringIn } from '../../lib/json-value.ts'

/** A library panel as Grafana has it. `missing`: it has none of that uid. */
export type LibraryPanelAnswer =
  | { kind: 'model'; model: JsonObject }
  | { kind: 'missing' }
  | { kind: 'unread'; why: string }

/** The library panels of Grafana, by uid. */
export type LibraryPanels = ReadonlyMap<string, LibraryPanelAnswer>

/** Reads the model of a library panel; undefined when Grafana does not have it. */
export type ReadLibraryPanel = (uid: string) => Promise<JsonObject | undefined>

/** Grafana is asked this many questions at a time. */
const AT_ONCE = 4

/** The library panels that dashboards refer to: a dashboard holds only a reference to them. Each is read once. */
export async function readLibraryPanels(
  dashboards: readonly { json: unknown }[],
  read: ReadLibraryPanel | undefined,
): Promise<LibraryPanels> {
  const uids = read ? [...new Set(dashboards.flatMap(({ json }) => libraryPanelsIn(json)))] : []
  const answers = await mapConcurrently(
    uids,
    AT_ONCE,
    async (uid) => [uid, await answerFor(uid, read)] as const,
  )
  return new Map(answers)
}

async function answerFor(uid: string, read: ReadLibraryPanel | undefined): Promise<LibraryPanelAnswer> {
  try {
    const model = await read?.(uid)
    return model ? { kind: 'model', model } : { kind: 'missing' }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { kind: 'unread', why: messageOf(error) }
  }
}

const libraryPanelsIn = (json: unknown): string[] =>
  panelsIn(isJsonObject(json) ? json : {}).flatMap(
    ({ panel }) => (isJsonObject(panel.libraryPanel) && stringIn(panel.libraryPanel.uid)) || [],
  )
