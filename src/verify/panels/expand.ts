import {
  expandGrafana,
  macroValues,
  references,
  type Variables,
} from '../../formats/promql/grafana-variables.ts'
import { promqlString } from '../../formats/promql/literals.ts'
import { parseDuration } from '../../lib/duration.ts'
import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import type { PanelQuery, WrittenDashboard } from './panel-queries.ts'
import { calculateInterval } from './variables/interval.ts'

const DEFAULT_RANGE_MS = 6 * 3_600_000
/** A panel half a screen wide. */
const POINTS = 800

export interface ExpandContext {
  scrapeInterval: number
  /** Milliseconds since the epoch. */
  now: number
  /** The time range of the dashboard in milliseconds. */
  range: number
}

/** The query as Grafana would send it now, and the names of all its variables and of those without a value. */
export function expandQuery(
  query: PanelQuery,
  variables: Variables,
  { scrapeInterval, now, range: dashboardRange }: ExpandContext,
): { query: string; unknown: string[]; used: string[] } {
  const range = parseDuration(query.timeFrom) || dashboardRange
  const minStep =
    parseDuration(expandGrafana(query.minStep.replace(/^>/, ''), variables).query) || scrapeInterval
  const used = references(query.expr).map(({ name }) => name)
  return { ...expandGrafana(query.expr, { ...macrosFor({ now, range, minStep }), ...variables }), used }
}

/** Grafana's macros for a panel of this time range, all in milliseconds. Its "Min step" counts as scrape interval. */
export const macrosFor = ({
  now,
  range,
  minStep,
}: {
  now: number
  range: number
  minStep: number
}): Variables =>
  macroValues({
    ...{ from: now - range, to: now, scrapeInterval: minStep },
    step: calculateInterval(range, POINTS, minStep),
  })

/** The time range of the dashboard in milliseconds, from its setting (`now-6h`). */
export function timeRange(dashboard: WrittenDashboard): number {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  const from = stringIn(isJsonObject(json.time) ? json.time.from : undefined)
  return parseDuration(/^now-(\w+)$/.exec(from)?.[1] ?? '') || DEFAULT_RANGE_MS
}

/** The saved ad hoc filters of a dashboard, as matchers. Grafana adds them to every selector. */
export function adHocMatchers(dashboard: WrittenDashboard): string[] {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  const variables = isJsonObject(json.templating) ? objectsIn(json.templating.list) : []
  return variables
    .filter(({ type }) => type === 'adhoc')
    .flatMap((variable) => [...objectsIn(variable.baseFilters), ...objectsIn(variable.filters)])
    .flatMap((filter) => matcherOf(filter) ?? [])
}

function matcherOf({ key, operator, value, values }: JsonObject): string | undefined {
  const label = stringIn(key)
  const op = stringIn(operator)
  if (!/^[a-zA-Z_]\w*$/.test(label)) return undefined
  if (/^[=!]~?$|^!=$/.test(op)) return `${label}${op}${promqlString(stringIn(value))}`
  if (op !== '=|' && op !== '!=|') return undefined
  const several = (Array.isArray(values) ? values : [value]).map(stringIn)
  const escaped = several.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return `${label}${op === '=|' ? '=~' : '!~'}${promqlString(escaped.join('|'))}`
}
