import { isObject, type Json } from './state.ts'

/** Keys of a dashboard of schema v2, with what Grafana serves for one that was not sent [k8s.v2-invalid]. */
const KEYS: Json = {
  ...{ annotations: null, cursorSync: '', elements: null, links: null, preload: false, tags: null },
  ...{ layout: { kind: 'GridLayout', spec: { items: null } }, title: '', variables: null },
  timeSettings: {
    ...{ from: '', to: '', autoRefresh: '', autoRefreshIntervals: null },
    ...{ hideTimepicker: false, fiscalYearStartMonth: 0 },
  },
}

/** Schema v2 is typed: unknown keys are dropped, known ones are always served. */
export const typed = (spec: Json): Json =>
  Object.fromEntries(Object.keys(KEYS).map((key) => [key, spec[key] ?? KEYS[key]]))

/** Schema v2 as the classic versions serve it, as far as a dashboard of queries goes [k8s.v2-as-legacy]. */
export function converted(spec: Json): Json {
  const elements = Object.values(isObject(spec.elements) ? spec.elements : {}).filter(isObject)
  const time = isObject(spec.timeSettings) ? spec.timeSettings : {}
  const items = inside(spec, 'layout', 'spec', 'items')
  const places = Array.isArray(items) ? items.filter(isObject) : []
  return {
    ...{ annotations: { list: [] }, editable: true, fiscalYearStartMonth: 0, graphTooltip: 0 },
    panels: elements.map((element, index) => panel(element, places[index] ?? {})),
    ...{ preload: false, refresh: time.autoRefresh, schemaVersion: 42, tags: spec.tags },
    ...{ time: { from: time.from, to: time.to }, title: spec.title },
  }
}

const inside = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((here, key) => (isObject(here) ? here[key] : undefined), value)

function panel(element: Json, place: Json): Json {
  const queries = inside(element, 'spec', 'data', 'spec', 'queries')
  const targets = (Array.isArray(queries) ? queries.filter(isObject) : []).map((query) => ({
    datasource: sourceOf(query),
    ...(inside(query, 'spec', 'query', 'spec') as Json),
    refId: inside(query, 'spec', 'refId'),
  }))
  const at = (key: string) => inside(place, 'spec', key)
  return {
    ...(targets[0] && { datasource: targets[0].datasource }),
    gridPos: { h: at('height'), w: at('width'), x: at('x'), y: at('y') },
    id: inside(element, 'spec', 'id'),
    options: inside(element, 'spec', 'vizConfig', 'spec', 'options'),
    pluginVersion: inside(element, 'spec', 'vizConfig', 'version'),
    ...{ targets, title: inside(element, 'spec', 'title') },
    type: inside(element, 'spec', 'vizConfig', 'group'),
  }
}

const sourceOf = (query: Json): Json => ({
  type: inside(query, 'spec', 'query', 'group'),
  uid: inside(query, 'spec', 'query', 'datasource', 'name'),
})
