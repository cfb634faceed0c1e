import { expect, test } from '@jest/globals'
import { normaliseDashboard } from '../../src/desired/grafana/dashboard.ts'
import { classicView } from '../../src/formats/dashboard-v2.ts'
import type { JsonObject } from '../../src/lib/json-value.ts'
import { panelQueries } from '../../src/verify/panels/panel-queries.ts'

const HOME = { deployment: 'mon', dataSource: { uid: 'mon', name: 'Prometheus of mon' } }

const target = (expr: string, group: string, name?: string, more: JsonObject = {}) => ({
  kind: 'PanelQuery',
  spec: {
    ...{ refId: 'A', hidden: false },
    query: {
      ...{ kind: 'DataQuery', group, version: 'v0', spec: { expr } },
      ...(name !== undefined && { datasource: { name } }),
      ...more,
    },
  },
})
const panel = (id: number, queries: unknown[], title = `p${id}`) => ({
  kind: 'Panel',
  spec: {
    ...{ id, title, vizConfig: { kind: 'VizConfig', group: 'timeseries', spec: {} } },
    data: { kind: 'QueryGroup', spec: { queries, queryOptions: { timeFrom: '5m' } } },
  },
})
const item = (name: string, more: JsonObject = {}) => ({
  kind: 'GridLayoutItem',
  spec: { element: { kind: 'ElementReference', name }, ...more },
})
const grid = (...items: unknown[]) => ({ kind: 'GridLayout', spec: { items } })

const dashboard = (spec: JsonObject, version = 'v2') => {
  const json = { apiVersion: `dashboard.grafana.app/${version}`, metadata: { name: 'd' }, spec }
  const found = normaliseDashboard({ file: 'd.json', json }, HOME)
  if (found.kind === 'problem') throw new Error(found.problem.message)
  return found.dashboard
}
const sources = (json: JsonObject) =>
  panelQueries({ uid: 'd', title: 'D', json: classicView(json), dataSourceUid: 'mon' }).map(
    ({ panel: { title }, expr, repeatedFor, timeFrom, unasked }) =>
      [title, expr, repeatedFor.join(), timeFrom, unasked?.state ?? 'asked'].join(' '),
  )

test('every query that the layout shows is verified: in rows, tabs and for what it is repeated', () => {
  const { json } = dashboard({
    title: 'D',
    elements: {
      a: panel(1, [target('a', 'prometheus', 'theirs')]),
      b: panel(2, [target('b', 'prometheus')]),
      c: panel(3, [target('{app="x"}', 'loki', 'logs')]),
      hidden: panel(4, [target('never', 'prometheus')]),
      library: { kind: 'LibraryPanel', spec: { id: 5, title: 'Users', libraryPanel: { uid: 'users' } } },
    },
    layout: {
      kind: 'TabsLayout',
      spec: {
        tabs: [
          { kind: 'TabsLayoutTab', spec: { layout: grid(item('a'), item('library')) } },
          {
            kind: 'TabsLayoutTab',
            spec: {
              layout: {
                kind: 'RowsLayout',
                spec: {
                  rows: [
                    {
                      kind: 'RowsLayoutRow',
                      spec: {
                        repeat: { mode: 'variable', value: 'region' },
                        layout: grid(item('b', { repeat: { mode: 'variable', value: 'app' } }), item('c')),
                      },
                    },
                  ],
                },
              },
            },
          },
        ],
      },
    },
  })
  expect(sources(json)).toEqual([
    'p1 a  5m asked',
    'Users    not-checked',
    'p2 b region,app 5m asked',
    'p3 {app="x"} region 5m other-source',
  ])
})

test('references to Prometheus become ours; those to other types, and to declared variables, stay', () => {
  const { json, otherDataSources } = dashboard({
    title: 'D',
    elements: {
      a: panel(1, [
        target('a', 'prometheus', 'theirs'),
        target('b', 'prometheus', undefined, { labels: { 'grafana.app/export-label': 'prometheus-1' } }),
        target('c', 'prometheus', '$ds'),
        target('{}', 'loki', 'logs'),
        target('d', 'grafana-amazonprometheus-datasource', 'aws'),
        target('sum(fly_app_x_y)', 'prometheus', 'fly'),
      ]),
    },
    layout: grid(item('a')),
    variables: [
      {
        kind: 'DatasourceVariable',
        spec: { name: 'ds', pluginId: 'prometheus', current: { text: 'Old', value: 'old' } },
      },
      {
        kind: 'QueryVariable',
        spec: {
          name: 'job',
          query: {
            ...{ kind: 'DataQuery', group: 'prometheus', datasource: { name: 'theirs' } },
            spec: { query: 'label_values(up, job)' },
          },
        },
      },
    ],
  })
  const text = JSON.stringify(json)
  const names = [...text.matchAll(/"datasource":\{"name":"([^"]+)"\}/g)].map(([, name]) => name)
  expect(names).toEqual(['mon', 'mon', '$ds', 'logs', 'aws', 'fly', 'mon', '-- Grafana --'])
  expect(text).not.toContain('export-label')
  expect(text).toContain('"current":{"text":"Prometheus of mon","value":"mon"}')
  expect(otherDataSources).toEqual(['fly'])
  expect(classicView(json)).toMatchObject({
    templating: {
      list: [
        { type: 'datasource', name: 'ds', query: 'prometheus' },
        { type: 'query', query: 'label_values(up, job)', datasource: { type: 'prometheus', uid: 'mon' } },
      ],
    },
  })
})

test('v2alpha1 names data sources in its own way', () => {
  const { json, apiVersions } = dashboard(
    {
      title: 'D',
      elements: {
        a: {
          kind: 'Panel',
          spec: {
            ...{ id: 1, title: 'p1', vizConfig: { kind: 'timeseries', spec: {} } },
            data: {
              kind: 'QueryGroup',
              spec: {
                queries: ['prometheus', 'loki'].map((type) => ({
                  kind: 'PanelQuery',
                  spec: {
                    ...{ refId: 'A', hidden: false, datasource: { type, uid: 'theirs' } },
                    query: { kind: type, spec: { expr: 'up' } },
                  },
                })),
              },
            },
          },
        },
      },
      layout: grid(item('a')),
    },
    'v2alpha1',
  )
  expect(apiVersions).toEqual(['v2alpha1'])
  expect(sources(json)).toEqual(['p1 up   asked', 'p1 up   other-source'])
})

test.each([
  ['v2', ['v2', 'v2beta1']],
  ['v2beta1', ['v2beta1', 'v2']],
  ['v2beta2', ['v2beta2']],
])('a file of %s is sent as %j, whichever is served first', (version, versions) => {
  const spec = { title: 'D', elements: {}, layout: grid() }
  expect(dashboard(spec, version).apiVersions).toEqual(versions)
})
