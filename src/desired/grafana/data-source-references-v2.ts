import { isJsonObject, type JsonObject, mapMembers, objectsIn, stringIn } from '../../lib/json-value.ts'
import { type DataSourceRef, isBoundTo } from './data-source-references.ts'
import { createSourceUses, otherDataSources, type SourceUses } from './other-data-sources.ts'

/**
 * The same for schema v2: queries, variables and annotations name the type of their data source as `group`, and its uid as
 * `datasource.name`; v2alpha1 has both in `datasource`. Without a uid Grafana uses the default data source of that type.
 */
export function bindDataSourceV2(
  spec: JsonObject,
  ours: DataSourceRef,
): { spec: JsonObject; others: readonly string[] } {
  const variables = objectsIn(spec.variables).map((variable) =>
    isJsonObject(variable.spec) ? variable.spec : {},
  )
  const declared = new Set(variables.map(({ name }) => String(name)))
  const uses = createSourceUses()
  collect(spec, uses, 0)
  const others = otherDataSources(uses.all(), ours)
  const isOurs = (reference: JsonObject) => isBoundTo(reference, declared, others)
  const pointed = bound(spec, { isOurs, ours }) as JsonObject
  const list = Array.isArray(pointed.variables)
    ? pointed.variables.map((one) => pointedVariable(one, ours, others))
    : undefined
  return { spec: { ...pointed, ...(list && { variables: list }) }, others: [...others] }
}

/** Layouts, elements and queries nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 40

function collect(value: unknown, uses: SourceUses, depth: number): void {
  if (value === null || typeof value !== 'object' || depth > MAX_DEPTH) return
  if (isJsonObject(value)) {
    const reference = referenceOf(value)
    const query = isJsonObject(value.spec) ? value.spec : {}
    if (reference) uses.add(reference, stringIn(query.expr) || stringIn(query.query))
  }
  for (const member of Object.values(value)) collect(member, uses, depth + 1)
}

/** What an object of v2beta1 and v2 refers to, in the classic form; undefined for one that has no data source. */
function referenceOf({ kind, group, datasource }: JsonObject): JsonObject | undefined {
  if (typeof group !== 'string' || !/^DataQuery$|Variable$/.test(stringIn(kind))) return undefined
  return { type: group, uid: isJsonObject(datasource) ? datasource.name : undefined }
}

interface Binding {
  isOurs(reference: JsonObject): boolean
  ours: DataSourceRef
}

function bound(value: unknown, binding: Binding, key?: string): unknown {
  if (value === null || typeof value !== 'object') return value
  const { isOurs, ours } = binding
  if (!isJsonObject(value)) return mapMembers(value, bound, binding)
  const reference = referenceOf(value)
  if (reference?.type === 'prometheus' && isOurs(reference))
    return { ...withoutExportLabel(value), datasource: { name: ours.uid } }
  if (key === 'datasource' && value.type === 'prometheus' && isOurs(value))
    return { type: 'prometheus', uid: ours.uid }
  return mapMembers(value, bound, binding)
}

/** A dashboard exported for sharing has this label in place of the name of its data source. */
const EXPORT_LABEL = 'grafana.app/export-label'

function withoutExportLabel(query: JsonObject): JsonObject {
  if (!isJsonObject(query.labels) || !Object.hasOwn(query.labels, EXPORT_LABEL)) return query
  const { [EXPORT_LABEL]: label, ...labels } = query.labels
  return { ...query, labels }
}

/** Sets the current value of a variable that selects a Prometheus data source. */
function pointedVariable(variable: unknown, ours: DataSourceRef, others: ReadonlySet<string>): unknown {
  if (!isJsonObject(variable) || !isJsonObject(variable.spec)) return variable
  const { spec } = variable
  const isPrometheus = variable.kind === 'DatasourceVariable' && spec.pluginId === 'prometheus'
  if (!isPrometheus || others.has(`$${spec.name}`)) return variable
  const current =
    spec.multi === true ? { text: [ours.name], value: [ours.uid] } : { text: ours.name, value: ours.uid }
  return { ...variable, spec: { ...spec, current } }
}
