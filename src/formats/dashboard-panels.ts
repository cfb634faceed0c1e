import { isJsonObject, type JsonObject, stringIn } from '../lib/json-value.ts'
import type { JsonPath } from './json-places.ts'

/** A panel of a dashboard, as in the file, with its place in it. */
export interface PlacedPanel {
  panel: JsonObject
  path: JsonPath
  /** Variables for whose values the panel, or its row, is repeated. */
  repeatedFor: readonly string[]
}

/** Rows, collapsed or not, and their panels nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 10

/** Every panel of a dashboard in the classic schema, including those in rows and in collapsed rows; rows are not panels. */
export const panelsIn = (model: JsonObject, path: JsonPath = []): PlacedPanel[] =>
  panelsBelow(model, { path, depth: 0, repeatedFor: [] })

function panelsBelow(
  parent: JsonObject,
  { path, depth, repeatedFor }: { path: JsonPath; depth: number; repeatedFor: readonly string[] },
): PlacedPanel[] {
  if (depth > MAX_DEPTH) return []
  // Dashboards from before 2018 keep panels in rows.
  return (['panels', 'rows'] as const).flatMap((key) => {
    // An open row repeats the panels that follow it, up to the next row.
    let openRow: readonly string[] = []
    return listOf(parent[key]).flatMap(({ value: panel, index }) => {
      const isRow = key === 'rows' || panel.type === 'row'
      const own = stringIn(panel.repeat) === '' ? [] : [stringIn(panel.repeat)]
      if (isRow) openRow = own
      const around = [...new Set([...repeatedFor, ...openRow, ...own])]
      const here = [...path, key, index]
      const inner = panelsBelow(panel, { path: here, depth: depth + 1, repeatedFor: around })
      return isRow ? inner : [{ panel, path: here, repeatedFor: around }, ...inner]
    })
  })
}

/** The objects of a list, with their indexes. */
export function listOf(value: unknown): { value: JsonObject; index: number }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item, index) => (isJsonObject(item) ? [{ value: item, index }] : []))
}
