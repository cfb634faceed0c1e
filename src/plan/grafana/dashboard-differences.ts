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
    ...panelDifferences(panelsByName(panelsBefore), panelsByName(panelsAfter)),
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

/** Panels that are added, removed or changed, with the queries that are different. */
function panelDifferences(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    const line = differences(
      new Map(before.has(name) ? [[name, was]] : []),
      new Map(after.has(name) ? [[name, is]] : []),
    )
    return line.length === 0 || was === undefined || is === undefined
      ? line
      : [...line, ...queryDifferences(panelQueries(was), panelQueries(is))]
  })
}

/** The parts of schema v2, with its elements as panels. */
function partsOf(spec: JsonObject): JsonObject {
  const { elements, ...rest } = withoutEmpty(spec) as JsonObject
  const panels = Object.values(isJsonObject(elements) ? elements : {}).flatMap((element) =>
    isJsonObject(element) && isJsonObject(element.spec) ? [element.spec] : [],
  )
  return { ...rest, panels }
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

function queryDifferences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
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
  const { targets, data } = isJsonObject(panel) ? panel : {}
  const group = isJsonObject(data) && isJsonObject(data.spec) ? data.spec.queries : undefined
  const v2 = objectsIn(group).flatMap(({ spec }): JsonObject[] => {
    if (!isJsonObject(spec)) return []
    const { query } = spec
    const inner = isJsonObject(query) && isJsonObject(query.spec) ? query.spec : {}
    return [{ ...inner, refId: spec.refId }]
  })
  return new Map(
    [...objectsIn(targets), ...v2].map(({ refId, expr }) => [stringIn(refId), stringIn(expr)] as const),
  )
}
