import { isLogQl } from '../../formats/promql/logql.ts'
import { isJsonObject, type JsonObject, mapMembers } from '../../lib/json-value.ts'
import { otherDataSources, sourceName, usesIn, variableIn } from './other-data-sources.ts'

/** The data source that the dashboards of a deployment query. */
export interface DataSourceRef {
  uid: string
  name: string
}

/** Data sources that are part of Grafana, by uid or by the name that old dashboards use. */
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/

/**
 * Replaces every reference to a Prometheus data source by the one of the deployment: by name, by the uid of another
 * instance, by default (null on something that queries), or by a variable that the dashboard does not declare. Declared
 * variables are kept, with the data source of the deployment as their current value. References to other types of data
 * sources, and to another Prometheus that the dashboard uses in addition, are not changed; `others` names those that
 * look like a reference to ours. `elsewhere`: uids that are known to be of another type.
 */
export function bindDataSource(
  spec: JsonObject,
  ours: DataSourceRef,
  elsewhere: readonly string[] = [],
): { spec: JsonObject; others: readonly string[] } {
  const templating = isJsonObject(spec.templating) ? spec.templating : {}
  const variables: unknown[] = Array.isArray(templating.list) ? templating.list : []
  const declared = new Set(variables.filter(isJsonObject).map((v) => String(v.name)))
  const target = { type: 'prometheus', uid: ours.uid }
  const others = new Set([...elsewhere, ...otherDataSources(usesIn(spec), ours)])
  const pointing = bound(spec, (ref: unknown) =>
    isBoundTo(ref, declared, others) ? target : ref,
  ) as JsonObject
  if (!isJsonObject(pointing.templating) || !Array.isArray(pointing.templating.list))
    return { spec: pointing, others: [...others] }
  const list = pointing.templating.list.map((variable) =>
    isJsonObject(variable) && others.has(`$${variable.name}`) ? variable : pointed(variable, ours),
  )
  return { spec: { ...pointing, templating: { ...pointing.templating, list } }, others: [...others] }
}

/** Whether a reference becomes the one of the deployment. `declared`: the variables of the dashboard. */
export const isBoundTo = (
  ref: unknown,
  declared: ReadonlySet<string>,
  others: ReadonlySet<string>,
): boolean => isReplaced(ref, declared) && !others.has(sourceName(ref) ?? '')

function isReplaced(ref: unknown, declared: ReadonlySet<string>): boolean {
  const name = isJsonObject(ref) ? ref.uid : ref
  if (isJsonObject(ref) && ref.type !== undefined && ref.type !== 'prometheus') return false
  if (typeof name !== 'string') return true
  const variable = variableIn(name)
  return variable === undefined ? !BUILT_IN.test(name) : !declared.has(variable)
}

/** Panels, targets, variables and annotations all name their data source in the key `datasource`. */
function bound(value: unknown, bind: (ref: unknown) => unknown, key?: string): unknown {
  // An empty reference is none: a query without one asks the data source of its panel.
  if (value === null || (key === 'datasource' && value === '')) return value
  if (key === 'datasource') return bind(value)
  if (typeof value !== 'object') return value
  return mapMembers(asksDefault(value) ? { ...value, datasource: bind(null) } : value, bound, bind)
}

/** A panel with queries that do not name a data source uses the default one, which may be any. */
const asksDefault = (value: unknown): value is JsonObject =>
  isJsonObject(value) &&
  !value.datasource &&
  Array.isArray(value.targets) &&
  value.targets.some(
    (target) =>
      isJsonObject(target) && typeof target.expr === 'string' && !target.datasource && !isLogQl(target.expr),
  )

/** Sets the current value of a variable that selects a Prometheus data source. */
function pointed(variable: unknown, ours: DataSourceRef): unknown {
  if (!isJsonObject(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
    return variable
  const many = variable.multi === true
  const current = many
    ? { selected: true, text: [ours.name], value: [ours.uid] }
    : { selected: true, text: ours.name, value: ours.uid }
  return { ...variable, current }
}
