import { equalJson, isJsonObject, type JsonObject } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { StoredDashboard } from '../../model/grafana.ts'
import { contentOf } from './ownership.ts'

/** More lines would not be read. */
const MAX_LINES = 20

/** The differences from the stored dashboard, panel by panel: `+`, `-` or `~` and a name. */
export function dashboardDifferences(
  stored: StoredDashboard,
  { json, folderUid }: { json: JsonObject; folderUid: string },
): string {
  const { panels: panelsBefore, ...before } = contentOf(stored.json)
  const { panels: panelsAfter, ...after } = contentOf(json)
  const lines = [
    ...(stored.folderUid === folderUid ? [] : ['~ folder']),
    ...differences(new Map(Object.entries(before)), new Map(Object.entries(after))),
    ...(stored.json.refresh === json.refresh ? [] : ['~ refresh']),
    ...differences(panelsByName(panelsBefore), panelsByName(panelsAfter)),
  ]
  const more = lines.length - MAX_LINES
  return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}

function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name) => {
    const line = oneLine(name, 100)
    if (!after.has(name)) return [`- ${line}`]
    if (!before.has(name)) return [`+ ${line}`]
    return equalJson(before.get(name), after.get(name)) ? [] : [`~ ${line}`]
  })
}

/** Panels by title, including those in rows; panels with the same title are numbered in their order. */
function panelsByName(panels: unknown, named = new Map<string, unknown>()): Map<string, unknown> {
  for (const panel of Array.isArray(panels) ? panels.filter(isJsonObject) : []) {
    const { panels: inside, ...own } = panel
    const title = `panel "${String(own.title ?? own.id)}"`
    let name = title
    for (let n = 2; named.has(name); n++) name = `${title} (${n})`
    named.set(name, own)
    if (inside !== undefined) panelsByName(inside, named)
  }
  return named
}
