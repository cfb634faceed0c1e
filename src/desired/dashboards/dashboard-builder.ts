import { readAsset } from '../../assets.ts'
import { runbookUrl } from '../../lib/documentation.ts'
import { isJsonObject, type JsonObject, mapStrings, objectsIn } from '../../lib/json-value.ts'
import { annotationTags } from '../grafana/annotations.ts'

/** The looks that `npm run generate` makes with Grafana's SDK: a dashboard without panels, and panels without queries. */
type Look = 'dashboard' | 'timeseries' | 'stat' | 'table' | 'machinesUp' | 'firingAlerts'

let looks: Readonly<Record<Look, JsonObject>> | undefined

const lookOf = (name: Look): JsonObject => {
  looks ??= JSON.parse(readAsset('templates/dashboard-looks.json')) as Record<Look, JsonObject>
  return structuredClone(looks[name])
}

/** A query of a panel. */
export interface PanelTarget {
  expr: string
  legend: string
}

/** A place in the grid of a dashboard, which is 24 wide. */
export interface GridPosition {
  x: number
  y: number
  w: number
  h: number
}

/** What fills a look. */
export interface PanelContent {
  title: string
  description: string
  unit: string
  /** Shown where the queries answer nothing, also when Prometheus does not answer. */
  noValue: string
  targets: readonly PanelTarget[]
  /** The axis of a graph reaches at least so far. */
  reaches?: number
  max?: number
  /** Values may be below 0. */
  signed?: true
  decimals?: number
  /** From green to each colour at its value. */
  thresholds?: readonly { value: number; color: string }[]
  /** Colours of lines by name, or by a regular expression in slashes; the last that matches counts. */
  colors?: Readonly<Record<string, string>>
  /** The name of a line that is dashed. */
  dashed?: string
  /** The colour below all thresholds. */
  base?: string
  /** Alerts about what the panel shows: their pages become links of the panel. */
  alerts?: readonly string[]
}

const part = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

/** A panel, without id and place. */
export function panel(look: 'timeseries' | 'stat' | 'table', content: PanelContent): JsonObject {
  const made = lookOf(look)
  const { defaults, overrides } = part(made.fieldConfig)
  const { title, description, unit, noValue, max, decimals, reaches } = content
  const fields = {
    ...part(defaults),
    ...(content.signed && { min: undefined }),
    ...{ unit, noValue },
    ...(max !== undefined && { max }),
    ...(decimals !== undefined && { decimals }),
    ...(content.thresholds && { thresholds: thresholdsOf(content) }),
    ...(look === 'timeseries' && { custom: axisOf(part(part(defaults).custom), content, reaches ?? 1) }),
  }
  const lines = [
    ...Object.entries(content.colors ?? {}).map(([name, color]) => colored(name, color)),
    ...(content.dashed === undefined ? [] : [dashed(content.dashed)]),
  ]
  return {
    ...made,
    ...{
      title,
      description,
      fieldConfig: { defaults: fields, overrides: [...objectsIn(overrides), ...lines] },
      links: (content.alerts ?? []).map(runbookLink),
    },
    targets: content.targets.map((target, i) => query(target, String.fromCharCode(65 + i), look)),
  }
}

const axisOf = (custom: JsonObject, { thresholds }: PanelContent, axisSoftMax: number): JsonObject => ({
  ...custom,
  axisSoftMax,
  ...(thresholds && { thresholdsStyle: { mode: 'dashed' } }),
})

const thresholdsOf = ({ thresholds = [], base = 'green' }: PanelContent): JsonObject => ({
  mode: 'absolute',
  steps: [{ value: null, color: base }, ...thresholds],
})

/** Lines of this name, or whose names match a regular expression in slashes, in this colour. */
export const colored = (name: string, color: string): JsonObject => ({
  matcher: { id: name.startsWith('/') ? 'byRegexp' : 'byName', options: name },
  properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: color } }],
})

const dashed = (name: string): JsonObject => ({
  matcher: { id: 'byName', options: name },
  properties: [
    { id: 'custom.lineStyle', value: { fill: 'dash', dash: [8, 6] } },
    { id: 'custom.fillOpacity', value: 0 },
  ],
})

const query = ({ expr, legend }: PanelTarget, refId: string, look: string): JsonObject => ({
  refId,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
  datasource: { type: 'prometheus', uid: '${datasource}' },
  ...{ expr, legendFormat: legend },
  ...(look === 'timeseries' ? { range: true, instant: false } : { range: false, instant: true }),
  ...(look === 'table' && { format: 'table' }),
})

const runbookLink = (alert: string): JsonObject => ({
  ...{ type: 'link', icon: 'doc', title: `Runbook: ${alert}`, url: runbookUrl(alert), tooltip: '' },
  ...{ tags: [], asDropdown: false, targetBlank: true, includeVars: false, keepTime: false },
})

/** A panel that needs nothing: machines that are up, or alerts that fire. */
export const readyPanel = (look: 'machinesUp' | 'firingAlerts'): JsonObject => lookOf(look)

/** A panel with its id and place. */
export const placed = (made: JsonObject, id: number, gridPos: GridPosition): JsonObject => ({
  ...made,
  ...{ id, gridPos },
})

/** Panels with their ids from the left to the right, at most three in a row, every row full. `y`: the first free line. */
export function inRows(
  panels: readonly (readonly [id: number, made: JsonObject])[],
  y: number,
): JsonObject[] {
  return panels.map(([id, made], i) => {
    const row = Math.floor(i / 3)
    const w = 24 / Math.min(3, panels.length - 3 * row)
    return placed(made, id, { x: (i % 3) * w, y: y + 8 * row, w, h: 8 })
  })
}

/** A dashboard with these panels; `app`: the monitoring app, whose deployments it marks. */
export function madeDashboard(
  about: { uid: string; title: string; description: string; app: string },
  panels: readonly JsonObject[],
): JsonObject {
  const { app, ...texts } = about
  return { ...neutral(lookOf('dashboard'), app), ...texts, panels }
}

/** A dashboard without the control for services: none of its queries reads it. */
export function withoutServices({ templating, ...rest }: JsonObject): JsonObject {
  const list = objectsIn(part(templating).list)
  return { ...rest, templating: { list: list.filter(({ name }) => name !== 'service') } }
}

/** What Fechatter's names in a shipped dashboard are for everyone else. */
const NEUTRAL: Readonly<Record<string, string>> = {
  Fechatter: 'Dashboards',
  fechatter: 'deploy-monitoring',
}

/** A shipped dashboard without Fechatter's names, with the marks of the deployments of another monitoring app. */
export function neutral(
  json: JsonObject,
  app: string,
  names: Readonly<Record<string, string>> = {},
): JsonObject {
  const mapped = part(mapStrings(json, (text) => names[text] ?? NEUTRAL[text] ?? text))
  const annotations = objectsIn(part(mapped.annotations).list).map((one) =>
    isJsonObject(one.target) && Array.isArray(one.target.tags)
      ? { ...one, target: { ...one.target, tags: annotationTags(app) } }
      : one,
  )
  const tags = Array.isArray(mapped.tags) ? [...new Set(mapped.tags)] : []
  return { ...mapped, tags, annotations: { list: annotations } }
}
