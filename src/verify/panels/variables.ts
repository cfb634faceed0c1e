import { expandGrafana, macroValues, type Variables } from '../../formats/promql/grafana-variables.ts'
import { parseDuration } from '../../lib/duration.ts'
import { isJsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import type { PanelQuery, WrittenDashboard } from './panel-queries.ts'

/** Finds the values of a label among the series of a selector; all series for an undefined one. */
export type LabelValues = (label: string, selector: string | undefined) => Promise<readonly string[]>

/** `label_values(label)` or `label_values(selector, label)`. */
function labelValues(query: string): { label: string; selector: string | undefined } | undefined {
  const inner = /^label_values\((.*)\)$/s.exec(query.trim())?.[1]
  if (inner === undefined) return undefined
  const comma = inner.lastIndexOf(',')
  const label = inner.slice(comma + 1).trim()
  const selector = comma > 0 ? inner.slice(0, comma).trim() : undefined
  return /^[a-zA-Z_]\w*$/.test(label) ? { label, selector } : undefined
}

/**
 * The values that a viewer gets when opening the dashboard: the saved current value if it still exists, all values for
 * "All", otherwise the first option. Variables that depend on others are resolved in order, as in Grafana.
 */
export async function resolveVariables(dashboard: WrittenDashboard, find: LabelValues): Promise<Variables> {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  const templating = isJsonObject(json.templating) ? json.templating : {}
  const found: Record<string, string | readonly string[]> = Object.create(null)
  for (const variable of objectsIn(templating.list)) {
    const value = await variableValue(variable, found, find)
    if (value !== undefined) found[stringIn(variable.name)] = value
  }
  return found
}

type Value = string | readonly string[]

async function variableValue(
  variable: Readonly<Record<string, unknown>>,
  known: Variables,
  find: LabelValues,
): Promise<Value | undefined> {
  const query = isJsonObject(variable.query) ? stringIn(variable.query.query) : stringIn(variable.query)
  const current = currentOf(variable)
  switch (variable.type) {
    case 'query': {
      const options = await queryOptions(query, known, find)
      return chosen(variable, current, options)
    }
    case 'custom':
    case 'interval':
      return chosen(
        variable,
        current,
        query.split(/(?<!\\),/).map((option) => customValue(option.trim())),
      )
    case 'constant':
    case 'textbox':
      return current ?? query
    case 'datasource':
      return current ?? 'default'
    default:
      return current
  }
}

/** `text : value` of a custom variable. */
function customValue(option: string): string {
  const colon = option.lastIndexOf(' : ')
  return colon > 0 ? option.slice(colon + ' : '.length) : option.replaceAll('\\,', ',')
}

function currentOf(variable: Readonly<Record<string, unknown>>): Value | undefined {
  const value = isJsonObject(variable.current) ? variable.current.value : undefined
  if (typeof value === 'string' && value !== '') return value
  if (Array.isArray(value) && value.length > 0) return value.map(String)
  return undefined
}

/** Undefined when only Grafana can answer this kind of query. */
async function queryOptions(
  query: string,
  known: Variables,
  find: LabelValues,
): Promise<readonly string[] | undefined> {
  const asked = labelValues(query)
  if (!asked) return undefined
  const { label, selector } = asked
  const values = await find(label, selector && expandGrafana(selector, known).query)
  return values.toSorted()
}

function chosen(
  variable: Readonly<Record<string, unknown>>,
  current: Value | undefined,
  options: readonly string[] | undefined,
): Value | undefined {
  const isAll = [current].flat().includes('$__all')
  if (isAll || (current === undefined && variable.includeAll === true))
    // Without `allValue`, "All" stands for every existing value.
    return stringIn(variable.allValue) || (options && options.length > 0 ? options : '.+')
  const still = [current ?? []].flat().filter((value) => options === undefined || options.includes(value))
  const values = still.length > 0 ? still : (options?.slice(0, 1) ?? [])
  // A variable that may have several values is a regular expression even when it has one.
  return variable.multi === true || variable.includeAll === true ? values : values[0]
}

const DEFAULT_RANGE_MS = 6 * 3_600_000
/** A panel half a screen wide. */
const POINTS = 800

/** The query as Grafana would send it now, and the names of variables without a value. */
export function expandQuery(
  query: PanelQuery,
  variables: Variables,
  context: { scrapeInterval: number; now: number; range: number },
): { query: string; unknown: string[] } {
  const least =
    parseDuration(expandGrafana(query.minStep.replace(/^>/, ''), variables).query) ?? context.scrapeInterval
  const step = Math.max(least, Math.ceil(context.range / POINTS / 1000) * 1000)
  const times = macroValues({
    from: context.now - context.range,
    to: context.now,
    step,
    scrapeInterval: context.scrapeInterval,
  })
  return expandGrafana(query.expr, { ...times, ...variables })
}

/** The time range of the dashboard in milliseconds, from its setting (`now-6h`). */
export function timeRange(dashboard: WrittenDashboard): number {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  const from = stringIn(isJsonObject(json.time) ? json.time.from : undefined)
  return parseDuration(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS
}
