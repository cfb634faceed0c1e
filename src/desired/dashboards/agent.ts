import type { Config } from '../../config/schema.ts'
import { isJsonObject, type JsonObject, objectsIn } from '../../lib/json-value.ts'
import { allGroups, storeQuery } from '../alerts/groups.ts'
import { folderTitle, folderUid } from '../grafana/folder.ts'

/** What an agent does not expose, because it has no blocks of samples and evaluates no rules. */
const SERVER_ONLY = /\b(?:prometheus_tsdb_storage_|prometheus_rule_|ALERTS\b)/

/** What a server counts, under the name that an agent has for it. */
const RENAMED = ['prometheus_tsdb_head_series', 'prometheus_agent_active_series'] as const

/**
 * A dashboard of this action for the store of an agent: its queries read no recorded series and are only about this
 * deployment, because others may write to the same store. Grafana itself knows the alerts.
 */
export function forStore(json: JsonObject, config: Config): JsonObject {
  const query = storeQuery(config, allGroups(config, { remoteWrite: true }))
  const { templating } = json
  const { panels, left } = withoutServerOnly(objectsIn(json.panels), config)
  return {
    ...json,
    ...(isJsonObject(templating) && {
      templating: {
        ...templating,
        list: objectsIn(templating.list).map((one) => variableFor(one, query)),
      },
    }),
    panels: panels.map((panel) => filled(ofStore(panel, query), left)),
  }
}

type Rewrite = (query: string) => string

const exprOf = ({ expr }: JsonObject): string => (typeof expr === 'string' ? expr : '')

const ofStore = (panel: JsonObject, query: Rewrite): JsonObject =>
  Array.isArray(panel.targets)
    ? {
        ...panel,
        targets: objectsIn(panel.targets).map((target) => ({
          ...target,
          expr: query(exprOf(target).replaceAll(...RENAMED)),
        })),
      }
    : panel

/** `label_values(up, service)`: the labels of this deployment alone. */
function variableFor(variable: JsonObject, query: Rewrite): JsonObject {
  const [, selector, rest] = /^label_values\((.*)(,\s*\w+\))$/s.exec(String(variable.query ?? '')) ?? []
  return selector === undefined ? variable : { ...variable, query: `label_values(${query(selector)}${rest}` }
}

/** The panels that an agent has data for, and those that are left out. */
function withoutServerOnly(panels: readonly JsonObject[], config: Config) {
  const left: JsonObject[] = []
  const kept = panels.flatMap((panel): JsonObject[] => {
    const targets = objectsIn(panel.targets)
    if (panel.type === 'table' && targets.some((target) => exprOf(target).includes('ALERTS')))
      return [alertList(panel, config)]
    const known = targets.filter((target) => !SERVER_ONLY.test(exprOf(target)))
    if (known.length > 0 || targets.length === 0) return [{ ...panel, targets: known }]
    left.push(panel)
    return []
  })
  return { panels: kept, left }
}

/** Grafana's own list: nothing writes the series `ALERTS`. Up to Grafana 12.1 it knows a folder by its title, then by its uid. */
export const alertList = ({ id, title, gridPos }: JsonObject, config: Config): JsonObject => ({
  ...{ id, title, gridPos, type: 'alertlist', transparent: false },
  description: 'What is firing, as Grafana evaluates it.',
  options: {
    ...{ viewMode: 'list', groupMode: 'default', groupBy: [], maxItems: 20, sortOrder: 3 },
    ...{ dashboardAlerts: false, alertName: '', alertInstanceLabelFilter: '{alertname!="Watchdog"}' },
    folder: { uid: folderUid(config.monitoring.app), title: folderTitle(config) },
    stateFilter: { firing: true, error: true, pending: false, noData: false, normal: false },
  },
})

/** The panel next to one that is left out takes its place. */
function filled(panel: JsonObject, left: readonly JsonObject[]): JsonObject {
  const own = placeOf(panel)
  for (const one of left.map(placeOf)) {
    if (one.y !== own.y) continue
    if (one.x === own.x + own.w) return { ...panel, gridPos: { ...own, w: own.w + one.w } }
    if (one.x === 0 && own.x === one.w) return { ...panel, gridPos: { ...own, x: 0, w: own.w + one.w } }
  }
  return panel
}

const placeOf = ({ gridPos }: JsonObject) => gridPos as { x: number; y: number; w: number; h: number }
