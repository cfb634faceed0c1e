import { isJsonObject, type JsonObject, mapMembers } from '../../lib/json-value.ts'

/** The data source that a deployment's dashboards ask. */
export interface DataSourceRef {
  uid: string
  name: string
}

/** Data sources that are part of Grafana, by uid or by the name that old dashboards use. */
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/

/**
 * Makes every reference to a Prometheus data source ours: by name, by the uid of another instance, by default (null on
 * something that queries), or by a variable that the dashboard does not declare. Variables that it declares stay, and
 * show ours first. Other types of data sources stay as they are.
 */
export function bindDataSource(spec: JsonObject, ours: DataSourceRef): JsonObject {
  const templating = isJsonObject(spec.templating) ? spec.templating : {}
  const variables: unknown[] = Array.isArray(templating.list) ? templating.list : []
  const declared = new Set(variables.filter(isJsonObject).map((v) => String(v.name)))
  const target = { type: 'prometheus', uid: ours.uid }
  const pointing = bound(spec, (ref: unknown) => (isOurs(ref, declared) ? target : ref)) as JsonObject
  if (!isJsonObject(pointing.templating) || !Array.isArray(pointing.templating.list)) return pointing
  const list = pointing.templating.list.map((variable) => pointed(variable, ours))
  return { ...pointing, templating: { ...pointing.templating, list } }
}

function isOurs(ref: unknown, declared: ReadonlySet<string>): boolean {
  const name = isJsonObject(ref) ? ref.uid : ref
  if (isJsonObject(ref) && ref.type !== undefined && ref.type !== 'prometheus') return false
  if (typeof name !== 'string') return true
  const variable = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name)
  return variable ? !declared.has(variable[1] ?? variable[2] ?? '') : !BUILT_IN.test(name)
}

/** Panels, targets, variables and annotations all name their data source in a key of this name. */
function bound(value: unknown, bind: (ref: unknown) => unknown, key?: string): unknown {
  if (value === null) return value
  if (key === 'datasource') return bind(value)
  if (typeof value !== 'object') return value
  return mapMembers(asksDefault(value) ? { ...value, datasource: bind(null) } : value, bound, bind)
}

/** A panel with queries, of which none says where it goes, asks the default data source: somebody else's. */
const asksDefault = (value: unknown): value is JsonObject =>
  isJsonObject(value) &&
  (value.datasource === undefined || value.datasource === null) &&
  Array.isArray(value.targets) &&
  value.targets.some(
    (target) => isJsonObject(target) && typeof target.expr === 'string' && !target.datasource,
  )

/** A variable that lets people choose a Prometheus starts with ours. */
function pointed(variable: unknown, ours: DataSourceRef): unknown {
  if (!isJsonObject(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
    return variable
  const many = variable.multi === true
  const current = many
    ? { selected: true, text: [ours.name], value: [ours.uid] }
    : { selected: true, text: ours.name, value: ours.uid }
  return { ...variable, current }
}
