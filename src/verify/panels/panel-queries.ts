import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'

/** A dashboard as it was written to Grafana. */
export interface WrittenDashboard {
  uid: string
  title: string
  /** The JSON model; not validated, it comes from a file. */
  json: unknown
}

/** One query of one panel, as written. */
export interface PanelQuery {
  dashboard: { uid: string; title: string }
  panel: { id: number; title: string }
  refId: string
  expr: string
  /** Grafana's option "Min step" of the query, or of its panel; may hold a variable. */
  minStep: string
  /** Why it cannot be sent to Prometheus; undefined when it can. */
  skipReason: string | undefined
}

const MAX_DEPTH = 10

/** Every query that the dashboard runs, including those in rows and in collapsed panels. */
export function panelQueries(dashboard: WrittenDashboard): PanelQuery[] {
  const json = isJsonObject(dashboard.json) ? dashboard.json : {}
  return panelsOf(json, 0).flatMap((panel) => queriesOf(dashboard, panel))
}

function panelsOf(parent: JsonObject, depth: number): JsonObject[] {
  if (depth > MAX_DEPTH) return []
  // Dashboards from before 2018 keep panels in rows.
  const own = [...objectsIn(parent.panels), ...(depth === 0 ? objectsIn(parent.rows) : [])]
  return own.flatMap((panel) => [panel, ...panelsOf(panel, depth + 1)])
}

function queriesOf({ uid, title }: WrittenDashboard, panel: JsonObject): PanelQuery[] {
  return objectsIn(panel.targets)
    .filter((target) => target.hide !== true)
    .map((target, index) => ({
      dashboard: { uid, title },
      panel: { id: typeof panel.id === 'number' ? panel.id : 0, title: stringIn(panel.title) },
      refId: stringIn(target.refId) || String.fromCharCode(65 + (index % 26)),
      expr: stringIn(target.expr),
      minStep: stringIn(target.interval) || stringIn(panel.interval),
      skipReason: skipReason(target, panel),
    }))
}

function skipReason(target: JsonObject, panel: JsonObject): string | undefined {
  const source = isMixed(panel.datasource) || target.datasource ? target.datasource : panel.datasource
  const type = isJsonObject(source) ? stringIn(source.type) : ''
  const uid = isJsonObject(source) ? stringIn(source.uid) : stringIn(source)
  if (type === '__expr__' || uid === '__expr__')
    return 'It is an expression that Grafana calculates from other queries.'
  if (type !== '' && type !== 'prometheus')
    return `Its data source is not Prometheus but ${oneLine(type, 60)}.`
  if (uid === '-- Dashboard --') return 'It shows the result of another panel.'
  if (uid === '-- Grafana --' || uid === 'grafana') return 'Its data source is Grafana itself.'
  return stringIn(target.expr).trim() === '' ? 'It has no PromQL expression.' : undefined
}

const isMixed = (source: unknown): boolean =>
  (isJsonObject(source) ? stringIn(source.uid) : stringIn(source)) === '-- Mixed --'
