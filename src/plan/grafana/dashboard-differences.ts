import { targetsOf } from '../../formats/dashboard-v2.ts'
import { equalJson, isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { StoredDashboard } from '../../model/grafana.ts'
import { contentOf, type SentDashboard, withoutEmpty } from './ownership.ts'

/** More lines would not be read. */
const MAX_LINES = 100

/** The differences from the stored dashboard, panel by panel: `+`, `-` or `~` and a name. */
export function dashboardDifferences(
  stored: StoredDashboard,
  wanted: SentDashboard & { folderUid: string },
): string {
  const { json, folderUid, isV2 } = wanted
  if (isV2 !== stored.isV2) return isV2 ? '~ schema: v2' : '~ schema: classic'
  const { panels: panelsBefore, ...before } = isV2 ? partsOf(stored.json) : contentOf(stored.json)
  const { panels: panelsAfter, ...after } = isV2 ? partsOf(json) : contentOf(json)
  const lines = [
    ...(stored.folderUid === folderUid ? [] : ['~ folder']),
    ...differences(new Map(Object.entries(before)), new Map(Object.entries(after))),
    ...(stored.json.refresh === json.refresh ? [] : ['~ refresh']),
    ...differences(panelsByName(panelsBefore), panelsByName(panelsAfter), queryDifferences),
  ]
  return bounded(lines)
}

/** The panels of a dashboard that does not exist yet. */
export function newPanels({ json, isV2 }: SentDashboard): string {
  const { panels } = isV2 ? partsOf(json) : json
  return bounded(differences(new Map(), panelsByName(panels)))
}

function bounded(lines: readonly string[]): string {
  const more = lines.length - MAX_LINES
  return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`~ … and ${more} more`] : [])].join('\n')
}

/** The parts of schema v2, with its elements as panels. */
function partsOf(spec: JsonObject): JsonObject {
  const { elements, ...rest } = withoutEmpty(spec) as JsonObject
  const panels = Object.values(isJsonObject(elements) ? elements : {}).flatMap((element) =>
    isJsonObject(element) && isJsonObject(element.spec) ? [element.spec] : [],
  )
  return { ...rest, panels }
}

/** What is added, removed or changed; what is changed with its details, if any are asked for. */
function differences(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  details: (was: unknown, is: unknown) => readonly string[] = () => [],
): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name) => {
    const line = oneLine(name, 100)
    if (!after.has(name)) return [`- ${line}`]
    if (!before.has(name)) return [`+ ${line}`]
    const [was, is] = [before.get(name), after.get(name)]
    return equalJson(was, is) ? [] : [`~ ${line}`, ...details(was, is)]
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

/** The queries that are different in two states of a panel. */
function queryDifferences(panelBefore: unknown, panelAfter: unknown): string[] {
  const [before, after] = [panelQueries(panelBefore), panelQueries(panelAfter)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was === is) return []
    const line = (sign: string, query: string | undefined) =>
      query === undefined ? [] : [`${sign}   query ${oneLine(name, 20)}: ${oneLine(query, 300)}`]
    return [...line('-', was), ...line('+', is)]
  })
}

/** The queries of a panel by their refIds, of the classic schema and of v2. */
function panelQueries(panel: unknown): Map<string, string> {
  if (!isJsonObject(panel)) return new Map()
  const queries = [...objectsIn(panel.targets), ...targetsOf(panel)]
  return new Map(queries.map(({ refId, expr }) => [stringIn(refId), stringIn(expr)]))
}
