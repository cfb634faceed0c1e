import { isJsonObject, type JsonObject, stringIn } from '../lib/json-value.ts'
import {
  type DashboardInput,
  type DashboardModel,
  dashboardInputs,
  fromLibrary,
  isDashboardUid,
  libraryCopies,
  openDashboard,
} from './dashboard-model.ts'
import { listOf, panelsIn } from './dashboard-panels.ts'
import type { JsonPath } from './json-places.ts'

/** The parts of a dashboard that are checked, each with its path in the file. */
export interface Dashboard {
  path: JsonPath
  /** Empty when there is none. */
  uid: string
  /** Whether Grafana accepts the uid, if there is one. */
  isUidValid: boolean
  title: string
  /** Schema v2, from Grafana 12 on. */
  isV2: boolean
  /** Whether the content is that of its schema. */
  hasContent: boolean
  variables: readonly Variable[]
  annotations: readonly Annotation[]
  inputs: readonly DashboardInput[]
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

/** A query whose results are marked in every panel. */
export interface Annotation {
  path: JsonPath
  name: string
  expr: string
}

export interface Panel {
  path: JsonPath
  id: number | undefined
  title: string
  type: string
  unit: string
  /** The uid of the library panel that it shows, if the file has no copy of it. */
  library: string | undefined
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

/** The dashboard in a JSON value; undefined for anything else. */
export function readDashboard(value: unknown): Dashboard | undefined {
  const found = openDashboard(value)
  if (typeof found === 'string') return undefined
  if (found.isV2) return fromElements(found)
  return Array.isArray(found.spec.panels) || Array.isArray(found.spec.rows) ? fromModel(found) : undefined
}

function fromModel(found: DashboardModel): Dashboard {
  const { spec, path } = found
  const templating = isJsonObject(spec.templating) ? spec.templating : {}
  const copies = libraryCopies(found)
  return {
    ...headOf(found),
    variables: listOf(templating.list).map(({ value, index }) =>
      variable(value, [...path, 'templating', 'list', index]),
    ),
    annotations: annotationsIn(isJsonObject(spec.annotations) ? spec.annotations.list : undefined, [
      ...path,
      'annotations',
      'list',
    ]),
    inputs: dashboardInputs(found),
    panels: panelsIn(spec, path).map((placed) => {
      const { panel: whole, uid, isCopied } = fromLibrary(placed.panel, copies)
      const at = isCopied ? [...path, '__elements', String(uid), 'model'] : placed.path
      return { ...panel(whole, at), id: idOf(placed.panel), library: isCopied ? undefined : uid }
    }),
  }
}

/** What both schemas have. */
const headOf = ({ path, uid, title, isV2, spec }: DashboardModel) => ({
  hasContent: !isV2 || (isJsonObject(spec.elements) && isJsonObject(spec.layout)),
  path,
  uid: uid === undefined ? '' : String(uid),
  isUidValid: uid === undefined || isDashboardUid(uid),
  title,
  isV2,
})

const idOf = ({ id }: JsonObject): number | undefined => (typeof id === 'number' ? id : undefined)

function panel(value: JsonObject, path: JsonPath): Panel {
  const defaults = isJsonObject(value.fieldConfig) ? value.fieldConfig.defaults : undefined
  const axes = listOf(value.yaxes).map((axis) => stringIn(axis.value.format))
  return {
    path,
    id: idOf(value),
    library: undefined,
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
function fromElements(found: DashboardModel): Dashboard {
  const { spec, path } = found
  const elements = isJsonObject(spec.elements) ? spec.elements : {}
  return {
    ...headOf(found),
    variables: listOf(spec.variables).map(({ value, index }) =>
      elementVariable(value, [...path, 'variables', index]),
    ),
    annotations: annotationsIn(spec.annotations, [...path, 'annotations']),
    inputs: [],
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
    id: idOf(spec),
    library: undefined,
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

/** Of both schemas: the older one has the query in the annotation itself, or in its `target`. */
const annotationsIn = (list: unknown, path: JsonPath): Annotation[] =>
  listOf(list).map(({ value, index }) => ({
    path: [...path, index],
    name: stringIn(value.name) || stringIn(inside(value, 'spec', 'name')),
    expr:
      stringIn(value.expr) ||
      stringIn(inside(value, 'target', 'expr')) ||
      stringIn(inside(value, 'spec', 'query', 'spec', 'expr')),
  }))

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
