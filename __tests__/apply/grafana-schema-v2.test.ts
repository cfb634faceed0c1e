import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Json } from '../sandbox/grafana/state.ts'
import { DEPLOYMENT, dashboardFile, problemOf, result, type Scene, scene } from './grafana-scene.ts'

let here: Scene

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

const query = (expr: string, group = 'prometheus', name?: string) => ({
  kind: 'DataQuery',
  ...{ group, version: 'v0', spec: { expr }, ...(name && { datasource: { name } }) },
})
const panel = (id: number, title: string, asked: Json) => ({
  kind: 'Panel',
  spec: {
    ...{ id, title, description: '', links: [] },
    data: {
      kind: 'QueryGroup',
      spec: {
        queries: [{ kind: 'PanelQuery', spec: { refId: 'A', hidden: false, query: asked } }],
        transformations: [],
        queryOptions: {},
      },
    },
    vizConfig: { kind: 'VizConfig', group: 'timeseries', version: '12.4.0', spec: { options: {} } },
  },
})
const spec = (more: Json = {}): Json => ({
  title: 'V2',
  elements: { 'panel-1': panel(1, 'up', query('up', 'prometheus', 'theirs')) },
  layout: {
    kind: 'GridLayout',
    spec: {
      items: [
        {
          kind: 'GridLayoutItem',
          spec: { x: 0, y: 0, width: 12, height: 8, element: { kind: 'ElementReference', name: 'panel-1' } },
        },
      ],
    },
  },
  ...more,
})
const file = (content: Json = spec(), version = 'v2beta1', uid = 'two') => ({
  file: `dashboards/${uid}.json`,
  json: {
    apiVersion: `dashboard.grafana.app/${version}`,
    kind: 'Dashboard',
    metadata: { name: uid },
    spec: content,
  },
})
const stored = (uid = 'two') => {
  const found = here.grafana.state.dashboards.find((d) => d.uid === uid)
  if (!found) throw new Error(`no dashboard ${uid}`)
  return found
}
/** Saved by the editor of Grafana, which keeps the annotations of the resource. */
const edit = (more: Json) => {
  stored().spec = { ...stored().spec, ...more }
  stored().version += 1
}

test('a dashboard of schema v2 is written as a resource, to our folder and data source, once', async () => {
  const first = await here.run({ dashboards: [file()] })
  expect(result(first, 'V2').state).toBe('created')
  expect(here.written()).toContain(
    'PUT /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/two',
  )
  expect(stored()).toMatchObject({ storedVersion: 'v2beta1', folderUid: DEPLOYMENT })
  expect(stored().message).toBe('Written by deploy-monitoring for chat-monitoring')
  expect(JSON.stringify(stored().spec.elements)).toContain(`"datasource":{"name":"${DEPLOYMENT}"}`)
  expect(JSON.stringify(stored().spec.annotations)).toContain('Deployments')
  const second = await here.run({ dashboards: [file()] })
  expect(result(second, 'V2').state).toBe('unchanged')
  expect(here.written()).toEqual([])
})

test('a changed file updates it; in a list, too, without a read of those that are unchanged', async () => {
  const others = ['a', 'b', 'c', 'd'].map((uid) => file(spec({ title: `V2 ${uid}` }), 'v2beta1', uid))
  await here.run({ dashboards: [file(), ...others] })
  here.asked()
  const changed = file(spec({ title: 'New', tags: ['x'] }))
  const outcome = await here.run({ dashboards: [changed, ...others] })
  expect(result(outcome, 'New')).toMatchObject({
    ...{ state: 'updated', why: 'changed in dashboards/two.json' },
    change: { owner: 'ours', diff: '~ title\n+ tags' },
  })
  expect(here.asked().filter((line) => line.includes('/apis'))).toEqual([
    'GET /apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards',
    'GET /apis',
    'GET /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/two',
    'PUT /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/two',
  ])
  expect(stored().version).toBe(2)
})

test('an edit by hand is kept and reported, a move is reported as such; both are undone when configured', async () => {
  await here.run({ dashboards: [file()] })
  edit({ title: 'Mine' })
  expect(problemOf(await here.run({ dashboards: [file()] }), 'V2')?.code).toBe('grafana-dashboard-edited')
  expect(result(await here.run({ dashboards: [file()], overwrite: 'always' }), 'V2').state).toBe('updated')
  expect(stored().spec.title).toBe('V2')
  expect(result(await here.run({ dashboards: [file()] }), 'V2').state).toBe('unchanged')
  stored().folderUid = 'theirs'
  stored().version += 1
  expect(problemOf(await here.run({ dashboards: [file()] }), 'V2')?.code).toBe('grafana-dashboard-moved')
  await here.run({ dashboards: [file()], overwrite: 'always' })
  expect(stored().folderUid).toBe(DEPLOYMENT)
})

test('a save through /api in between, which drops the record, is an edit', async () => {
  await here.run({ dashboards: [file()] })
  delete stored().annotations
  edit({ title: 'Mine' })
  expect(problemOf(await here.run({ dashboards: [file()] }), 'V2')?.code).toBe('grafana-dashboard-edited')
})

test('a dashboard of ours that changes its schema is updated, in either direction', async () => {
  const classic = dashboardFile('two', { title: 'V2' })
  await here.run({ dashboards: [classic] })
  expect(result(await here.run({ dashboards: [file()] }), 'V2')).toMatchObject({
    ...{ state: 'updated', change: { diff: '~ schema: v2' } },
  })
  expect(result(await here.run({ dashboards: [classic] }), 'V2').state).toBe('updated')
  expect(result(await here.run({ dashboards: [classic] }), 'V2').state).toBe('unchanged')
})

test('a lost answer is no reason to write twice', async () => {
  here.grafana.fault({ method: 'PUT', path: /\/two$/, answer: 'cut-after' })
  const outcome = await here.run({ dashboards: [file()] })
  expect(result(outcome, 'V2').state).toBe('created')
  expect(stored().version).toBe(1)
  expect(result(await here.run({ dashboards: [file()] }), 'V2').state).toBe('unchanged')
})

test('the version that Grafana serves is used; what serves none is asked for an update of it', async () => {
  await here.run({ dashboards: [file(spec(), 'v2')] })
  expect(stored().storedVersion).toBe('v2beta1')
  // Grafana 13, from its documentation.
  here.grafana.state.apiVersions = ['v2', 'v1', 'v0alpha1']
  await here.run({ dashboards: [file(spec({ title: 'New' }), 'v2beta1')] })
  expect(stored().storedVersion).toBe('v2')
  here.grafana.state.apiVersions = ['v0alpha1']
  const outcome = await here.run({ dashboards: [file(spec({ title: 'Newer' })), dashboardFile('old')] })
  expect(problemOf(outcome, 'Newer')).toMatchObject({
    code: 'grafana-dashboard-v2',
    message: expect.stringContaining('serves none of its APIs'),
    hint: expect.stringContaining('Update Grafana'),
  })
  expect(result(outcome, 'Title of old').state).toBe('created')
})

test('an error of Grafana is not taken for a version that it does not serve', async () => {
  here.grafana.fault({ path: /^\/apis$/, answer: { status: 500, body: { message: 'Internal' } } })
  const outcome = await here.run({ dashboards: [file()] })
  expect(problemOf(outcome, 'V2')?.code).toBe('grafana-server')
})

test('an older Grafana gets its classic dashboards through /api, and refuses schema v2', async () => {
  await here.close()
  here = await scene({ old: true })
  const outcome = await here.run({ dashboards: [file(), dashboardFile('old')] })
  expect(problemOf(outcome, 'V2')?.code).toBe('grafana-dashboard-v2')
  expect(result(outcome, 'Title of old').state).toBe('created')
})
