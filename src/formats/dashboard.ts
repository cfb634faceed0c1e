import type { JsonPath } from './json-places.ts'

type Json = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A dashboard as the rules see it, every part with its path in the file. */
export interface Dashboard {
  path: JsonPath
  uid: string
  title: string
  variables: readonly Variable[]
  /** Names of `__inputs`, with the type of data source that each one asks for. */
  inputs: ReadonlyMap<string, string>
  panels: readonly Panel[]
}

export interface Variable {
  path: JsonPath
  name: string
  type: string
  /** The query; for a data source variable the type of data source. */
  query: string
  source: DataSourceReference
}

export interface Panel {
  path: JsonPath
  id: number | undefined
  title: string
  type: string
  unit: string
  source: DataSourceReference
  targets: readonly Target[]
}

export interface Target {
  path: JsonPath
  expr: string
  source: DataSourceReference
  hidden: boolean
}

/** A reference to a data source: by type, and by uid, name or variable. */
export interface DataSourceReference {
  type: string
  name: string
}

/** Rows, folded or not, and their panels nest at most this deep in anything that Grafana writes. */
const MAX_DEPTH = 10

/**
 * The dashboard in a JSON value: as it is exported, wrapped as the API takes it, or as a Kubernetes resource.
 * Undefined when it is none.
 */
export function readDashboard(value: unknown): Dashboard | undefined {
  if (!isObject(value)) return undefined
  if (isObject(value.dashboard)) return fromModel(value.dashboard, ['dashboard'])
  if (isObject(value.spec) && /dashboard/i.test(text(value.kind) + text(value.apiVersion))) {
    const name = isObject(value.metadata) ? text(value.metadata.name) : ''
    const model = isObject(value.spec.elements)
      ? fromElements(value.spec, ['spec'])
      : fromModel(value.spec, ['spec'])
    return model && { ...model, uid: model.uid || name }
  }
  return isObject(value.elements) ? fromElements(value, []) : fromModel(value, [])
}

function fromModel(model: Json, path: JsonPath): Dashboard | undefined {
  if (!Array.isArray(model.panels) && !Array.isArray(model.rows)) return undefined
  const templating = isObject(model.templating) ? model.templating.list : undefined
  const inputs = listOf(model.__inputs).map(({ value }): [string, string] => [
    text(value.name),
    text(value.pluginId),
  ])
  return {
    path,
    uid: text(model.uid),
    title: text(model.title),
    variables: listOf(templating).map(({ value, index }) =>
      variable(value, [...path, 'templating', 'list', index]),
    ),
    inputs: new Map(inputs),
    panels: panelsOf(model, path, 0),
  }
}

function panelsOf(parent: Json, path: JsonPath, depth: number): Panel[] {
  if (depth > MAX_DEPTH) return []
  // Dashboards from before 2018 keep panels in rows.
  return ['panels', 'rows'].flatMap((key) =>
    listOf(parent[key]).flatMap(({ value, index }) => {
      const here = [...path, key, index]
      const inner = panelsOf(value, here, depth + 1)
      return key === 'rows' || value.type === 'row' ? inner : [panel(value, here), ...inner]
    }),
  )
}

function panel(value: Json, path: JsonPath): Panel {
  const defaults = isObject(value.fieldConfig) ? value.fieldConfig.defaults : undefined
  const axes = listOf(value.yaxes).map((axis) => text(axis.value.format))
  return {
    path,
    id: typeof value.id === 'number' ? value.id : undefined,
    title: text(value.title),
    type: text(value.type),
    unit: (isObject(defaults) ? text(defaults.unit) : '') || axes[0] || text(value.format),
    source: source(value.datasource),
    targets: listOf(value.targets).map(({ value: target, index }) => ({
      path: [...path, 'targets', index],
      expr: text(target.expr),
      source: source(target.datasource),
      hidden: target.hide === true,
    })),
  }
}

function variable(value: Json, path: JsonPath): Variable {
  const query = isObject(value.query) ? text(value.query.query) : text(value.query)
  return { path, name: text(value.name), type: text(value.type), query, source: source(value.datasource) }
}

/** The second schema of Grafana 12: panels by name, variables and queries as resources of their own. */
function fromElements(spec: Json, path: JsonPath): Dashboard {
  const elements = isObject(spec.elements) ? spec.elements : {}
  return {
    path,
    uid: text(spec.uid),
    title: text(spec.title),
    variables: listOf(spec.variables).map(({ value, index }) =>
      elementVariable(value, [...path, 'variables', index]),
    ),
    inputs: new Map(),
    panels: Object.entries(elements).flatMap(([name, element]) =>
      isObject(element) && isObject(element.spec) && element.kind === 'Panel'
        ? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
        : [],
    ),
  }
}

const inside = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((here, key) => (isObject(here) ? here[key] : undefined), value)

function elementPanel(spec: Json, path: JsonPath): Panel {
  const queries = inside(spec, 'data', 'spec', 'queries')
  return {
    path,
    id: typeof spec.id === 'number' ? spec.id : undefined,
    title: text(spec.title),
    type: text(inside(spec, 'vizConfig', 'group')) || text(inside(spec, 'vizConfig', 'kind')),
    unit: text(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
    source: { type: '', name: '' },
    targets: listOf(queries).map(({ value, index }) => {
      const query = inside(value, 'spec', 'query')
      return {
        path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
        expr: text(inside(query, 'spec', 'expr')),
        source: {
          type: text(inside(query, 'group')) || text(inside(query, 'kind')),
          name: text(inside(query, 'datasource', 'name')),
        },
        hidden: inside(value, 'spec', 'hidden') === true,
      }
    }),
  }
}

const KINDS: Record<string, string> = { DatasourceVariable: 'datasource', QueryVariable: 'query' }

function elementVariable(value: Json, path: JsonPath): Variable {
  const spec = isObject(value.spec) ? value.spec : {}
  return {
    path,
    name: text(spec.name),
    type: KINDS[text(value.kind)] ?? 'other',
    query: text(spec.pluginId) || text(inside(spec, 'query', 'spec', 'query')) || text(spec.query),
    source: {
      type: text(inside(spec, 'query', 'group')),
      name: text(inside(spec, 'query', 'datasource', 'name')),
    },
  }
}

function source(value: unknown): DataSourceReference {
  return isObject(value) ? { type: text(value.type), name: text(value.uid) } : { type: '', name: text(value) }
}

/** The objects of a list, with their indexes. */
function listOf(value: unknown): { value: Json; index: number }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item, index) => (isObject(item) ? [{ value: item, index }] : []))
}
