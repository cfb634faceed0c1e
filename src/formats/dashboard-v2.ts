import { isJsonObject, type JsonObject, objectsIn, stringIn } from '../lib/json-value.ts'

/**
 * A dashboard of schema v2 in the classic form, for everything that asks its queries: panels with their targets and what
 * they are repeated for, variables and annotations. Only elements that the layout shows are in it. Both spellings are
 * read: that of v2alpha1 (the type of the data source as `kind`) and that of v2beta1 and v2 (as `group`).
 */
export function classicView(spec: JsonObject): JsonObject {
  const elements = isJsonObject(spec.elements) ? spec.elements : {}
  const time = isJsonObject(spec.timeSettings) ? spec.timeSettings : {}
  return {
    title: spec.title,
    tags: spec.tags,
    time: { from: time.from, to: time.to },
    panels: shownIn(spec.layout, [], 0).flatMap((shown) => {
      const element = Object.hasOwn(elements, shown.name) ? elements[shown.name] : undefined
      return isJsonObject(element) && isJsonObject(element.spec) ? [panelOf(element.spec, shown)] : []
    }),
    templating: { list: objectsIn(spec.variables).map(variableOf) },
    annotations: { list: objectsIn(spec.annotations).map(annotationOf) },
  }
}

interface ShownElement {
  name: string
  /** Variables for whose values it, or its row or tab, is repeated. */
  repeatedFor: readonly string[]
}

/** Layouts nest in rows and tabs. */
const MAX_DEPTH = 20

function shownIn(layout: unknown, repeatedFor: readonly string[], depth: number): ShownElement[] {
  const spec = specOf(layout)
  if (depth > MAX_DEPTH) return []
  return [...objectsIn(spec.items), ...objectsIn(spec.rows), ...objectsIn(spec.tabs)].flatMap((item) => {
    const own = specOf(item)
    const repeat = stringIn(isJsonObject(own.repeat) ? own.repeat.value : undefined)
    const around = repeat === '' ? repeatedFor : [...repeatedFor, repeat]
    const name = stringIn(isJsonObject(own.element) ? own.element.name : undefined)
    return name === '' ? shownIn(own.layout, around, depth + 1) : [{ name, repeatedFor: around }]
  })
}

const specOf = (value: unknown): JsonObject =>
  isJsonObject(value) && isJsonObject(value.spec) ? value.spec : {}

/** Classic panels are repeated for one variable; of several, each is put around it as a row. */
function panelOf(spec: JsonObject, { repeatedFor }: ShownElement): JsonObject {
  const { id, title, libraryPanel } = spec
  const data = specOf(spec.data)
  const vizConfig = isJsonObject(spec.vizConfig) ? spec.vizConfig : {}
  const [repeat, ...around] = repeatedFor.toReversed()
  const panel: JsonObject = {
    ...{ id, title, ...(libraryPanel !== undefined && { libraryPanel }) },
    type: stringIn(vizConfig.group) || stringIn(vizConfig.kind),
    ...(isJsonObject(data.queryOptions) ? data.queryOptions : {}),
    targets: targetsOf(spec),
    ...(repeat !== undefined && { repeat }),
  }
  return around.reduce<JsonObject>(
    (inner, variable) => ({ type: 'row', repeat: variable, panels: [inner] }),
    panel,
  )
}

/** The queries of a panel of schema v2 in the classic form. */
export const targetsOf = (panel: JsonObject): JsonObject[] =>
  objectsIn(specOf(panel.data).queries).map(targetOf)

function targetOf(query: JsonObject): JsonObject {
  const { refId, hidden, datasource } = specOf(query)
  const asked = specOf(query).query
  return { ...specOf(asked), refId, hide: hidden === true, datasource: sourceOf(asked, datasource) }
}

/** The reference of a query to its data source, in the classic form. */
function sourceOf(query: unknown, beside: unknown): JsonObject {
  const { kind, group, datasource } = isJsonObject(query) ? query : ({} as JsonObject)
  const named = isJsonObject(datasource) ? datasource.name : undefined
  const uid = named ?? (isJsonObject(beside) ? beside.uid : undefined)
  const type = kind === 'DataQuery' ? group : kind
  return { type, ...(type === '__expr__' ? { uid: type } : uid !== undefined && { uid }) }
}

const TYPES: Readonly<Record<string, string>> = {
  DatasourceVariable: 'datasource',
  TextVariable: 'textbox',
  GroupByVariable: 'groupby',
}

function variableOf(variable: JsonObject): JsonObject {
  const spec = specOf(variable)
  const kind = stringIn(variable.kind)
  const type = TYPES[kind] ?? kind.replace(/Variable$/, '').toLowerCase()
  if (type === 'datasource') return { ...spec, type, query: spec.pluginId }
  if (type === 'adhoc' || type === 'groupby')
    return { ...spec, type, datasource: sourceOf({ ...variable, kind: 'DataQuery' }, spec.datasource) }
  if (type !== 'query') return { ...spec, type }
  const asked = specOf(spec.query)
  const query = asked.query ?? asked.__legacyStringValue ?? spec.query
  return { ...spec, type, query, datasource: sourceOf(spec.query, spec.datasource) }
}

function annotationOf(annotation: JsonObject): JsonObject {
  const { query, datasource, ...spec } = specOf(annotation)
  const asked = specOf(query)
  return { ...spec, expr: asked.expr, target: asked, datasource: sourceOf(query, datasource) }
}
