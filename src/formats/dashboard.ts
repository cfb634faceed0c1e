import { isJsonObject, type JsonObject, stringIn } from '../lib/json-value.ts'
import type { JsonPath } from './json-places.ts'

/** The parts of a dashboard that are checked, each with its path in the file. */
export interface Dashboard {
  path: JsonPath
  uid: string
  title: string
  variables: readonly Variable[]
  /** Names of `__inputs`, with the type of data source that each one needs. */
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
  /** Grafana's option "Min step" of the query, or of its panel; may hold a variable. Empty when there is none. */
  minStep: string
}

/** A reference to a data source: by type, and by uid, name or variable. */
export interface DataSourceReference {
  type: string
  name: string
}

/** Rows, collapsed or not, and their panels nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 10

/**
 * The dashboard in a JSON value: an export, wrapped as in a request to the API, or a Kubernetes resource.
 * Undefined for anything else.
 */
export function readDashboard(value: unknown): Dashboard | undefined {
  if (!isJsonObject(value)) return undefined
  if (isJsonObject(value.dashboard)) return fromModel(value.dashboard, ['dashboard'])
  if (isJsonObject(value.spec) && /dashboard/i.test(stringIn(value.kind) + stringIn(value.apiVersion))) {
    const name = isJsonObject(value.metadata) ? stringIn(value.metadata.name) : ''
    const model = isJsonObject(value.spec.elements)
      ? fromElements(value.spec, ['spec'])
      : fromModel(value.spec, ['spec'])
    return model && { ...model, uid: model.uid || name }
  }
  return isJsonObject(value.elements) ? fromElements(value, []) : fromModel(value, [])
}

function fromModel(model: JsonObject, path: JsonPath): Dashboard | undefined {
  if (!Array.isArray(model.panels) && !Array.isArray(model.rows)) return undefined
  const templating = isJsonObject(model.templating) ? model.templating.list : undefined
  const inputs = listOf(model.__inputs).map(({ value }): [string, string] => [
    stringIn(value.name),
    stringIn(value.pluginId),
  ])
  return {
    path,
    uid: stringIn(model.uid),
    title: stringIn(model.title),
    variables: listOf(templating).map(({ value, index }) =>
      variable(value, [...path, 'templating', 'list', index]),
    ),
    inputs: new Map(inputs),
    panels: panelsOf(model, path, 0),
  }
}

function panelsOf(parent: JsonObject, path: JsonPath, depth: number): Panel[] {
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

function panel(value: JsonObject, path: JsonPath): Panel {
  const defaults = isJsonObject(value.fieldConfig) ? value.fieldConfig.defaults : undefined
  const axes = listOf(value.yaxes).map((axis) => stringIn(axis.value.format))
  return {
    path,
    id: typeof value.id === 'number' ? value.id : undefined,
    title: stringIn(value.title),
    type: stringIn(value.type),
    unit: (isJsonObject(defaults) ? stringIn(defaults.unit) : '') || axes[0] || stringIn(value.format),
    source: source(value.datasource),
    targets: listOf(value.targets).map(({ value: target, index }) => ({
      path: [...path, 'targets', index],
      expr: stringIn(target.expr),
      source: source(target.datasource),
      hidden: target.hide === true,
      minStep: stringIn(target.interval) || stringIn(value.interval),
    })),
  }
}

function variable(value: JsonObject, path: JsonPath): Variable {
  const query = isJsonObject(value.query) ? stringIn(value.query.query) : stringIn(value.query)
  return {
    path,
    name: stringIn(value.name),
    type: stringIn(value.type),
    query,
    source: source(value.datasource),
  }
}

/** Dashboard schema v2 of Grafana 12: panels by name, variables and queries as separate resources. */
function fromElements(spec: JsonObject, path: JsonPath): Dashboard {
  const elements = isJsonObject(spec.elements) ? spec.elements : {}
  return {
    path,
    uid: stringIn(spec.uid),
    title: stringIn(spec.title),
    variables: listOf(spec.variables).map(({ value, index }) =>
      elementVariable(value, [...path, 'variables', index]),
    ),
    inputs: new Map(),
    panels: Object.entries(elements).flatMap(([name, element]) =>
      isJsonObject(element) && isJsonObject(element.spec) && element.kind === 'Panel'
        ? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
        : [],
    ),
  }
}

const inside = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((here, key) => (isJsonObject(here) ? here[key] : undefined), value)

function elementPanel(spec: JsonObject, path: JsonPath): Panel {
  const queries = inside(spec, 'data', 'spec', 'queries')
  return {
    path,
    id: typeof spec.id === 'number' ? spec.id : undefined,
    title: stringIn(spec.title),
    type: stringIn(inside(spec, 'vizConfig', 'group')) || stringIn(inside(spec, 'vizConfig', 'kind')),
    unit: stringIn(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
    source: { type: '', name: '' },
    targets: listOf(queries).map(({ value, index }) => {
      const query = inside(value, 'spec', 'query')
      return {
        path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
        expr: stringIn(inside(query, 'spec', 'expr')),
        source: {
          type: stringIn(inside(query, 'group')) || stringIn(inside(query, 'kind')),
          name: stringIn(inside(query, 'datasource', 'name')),
        },
        hidden: inside(value, 'spec', 'hidden') === true,
        minStep: stringIn(inside(query, 'spec', 'interval')),
      }
    }),
  }
}

const KINDS: Record<string, string> = { DatasourceVariable: 'datasource', QueryVariable: 'query' }

function elementVariable(value: JsonObject, path: JsonPath): Variable {
  const spec = isJsonObject(value.spec) ? value.spec : {}
  return {
    path,
    name: stringIn(spec.name),
    type: KINDS[stringIn(value.kind)] ?? 'other',
    query:
      stringIn(spec.pluginId) || stringIn(inside(spec, 'query', 'spec', 'query')) || stringIn(spec.query),
    source: {
      type: stringIn(inside(spec, 'query', 'group')),
      name: stringIn(inside(spec, 'query', 'datasource', 'name')),
    },
  }
}

function source(value: unknown): DataSourceReference {
  return isJsonObject(value)
    ? { type: stringIn(value.type), name: stringIn(value.uid) }
    : { type: '', name: stringIn(value) }
}

/** The objects of a list, with their indexes. */
function listOf(value: unknown): { value: JsonObject; index: number }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item, index) => (isJsonObject(item) ? [{ value: item, index }] : []))
}
