import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Json } from '../sandbox/grafana/state.ts'
import {
  DEPLOYMENT,
  dashboardFile,
  PASSWORD,
  problemOf,
  result,
  type Scene,
  scene,
  states,
} from './grafana-scene.ts'

let here: Scene

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

const stored = (uid: string) => {
  const found = here.grafana.state.dashboards.find((d) => d.uid === uid)
  if (!found) throw new Error(`no dashboard ${uid}`)
  return found
}

test('a first import creates everything, a second one writes nothing', async () => {
  const dashboards = [dashboardFile('overview'), dashboardFile('details')]
  const first = await here.run({ dashboards })
  expect(states(first)).toEqual([
    'data source Chat Prometheus: created',
    'folder Chat: created',
    'dashboard Title of overview: created',
    'dashboard Title of details: created',
  ])
  expect(first.dataSource).toBe(DEPLOYMENT)
  expect(result(first, 'Title of overview').url).toBe(`${here.grafana.url}/d/overview`)
  expect(stored('overview').folderUid).toBe(DEPLOYMENT)
  expect(here.lines).toContain('Grafana: dashboard "Title of overview" created')
  here.asked()

  const second = await here.run({ dashboards })
  expect(new Set(second.results.map((r) => r.state))).toEqual(new Set(['unchanged']))
  expect(here.written()).toEqual([])
  expect(here.grafana.state.dashboards.map((d) => d.version)).toEqual([1, 1])
})

test('200 dashboards cost one list and 200 writes, and unchanged again one list', async () => {
  const dashboards = Array.from({ length: 200 }, (_, i) => dashboardFile(`d${i}`))
  await here.run({ dashboards })
  const about = (asked: readonly string[]) => asked.filter((line) => line.includes('dashboard'))
  const first = about(here.asked())
  expect(first).toHaveLength(201)
  expect(first[0]).toBe('GET /apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards')
  await here.run({ dashboards })
  expect(about(here.asked())).toHaveLength(1)
  expect(new Set(here.grafana.state.dashboards.map((d) => d.version))).toEqual(new Set([1]))
})

test('the health of a data source is asked for while the dashboards are listed, once', async () => {
  const dashboards = Array.from({ length: 20 }, (_, i) => dashboardFile(`d${i}`))
  await here.run({ dashboards })
  here.grafana.state.pageSize = 1
  here.asked()
  await here.run({ dashboards })
  const asked = here.asked()
  const isHealth = (line: string) => line.endsWith('/health')
  expect(asked.filter(isHealth)).toHaveLength(1)
  expect(asked.findIndex(isHealth)).toBeLessThan(asked.findLastIndex((line) => line.includes('/apis/')))
})

test('the health of a data source that has to be written is asked for after that', async () => {
  await here.run()
  Object.assign(here.grafana.state.dataSources[0] ?? {}, { url: 'http://127.0.0.1:1' })
  here.asked()
  const outcome = await here.run()
  const about = here.asked().filter((line) => line.includes('/datasources/'))
  expect(about).toEqual([
    `GET /api/datasources/uid/${DEPLOYMENT}`,
    `PUT /api/datasources/uid/${DEPLOYMENT}`,
    `GET /api/datasources/uid/${DEPLOYMENT}/health`,
  ])
  expect(result(outcome, 'Chat Prometheus').state).toBe('updated')
})

test('keys of any name are compared, listed or read one by one', async () => {
  const more = JSON.parse('{"__proto__":{"a":1},"constructor":{"b":2},"toString":3}') as Json
  for (const names of [['a'], ['a', 'b', 'c', 'd']]) {
    const dashboards = names.map((name) => dashboardFile(name, more))
    await here.run({ dashboards })
    const again = await here.run({ dashboards })
    expect(new Set(again.results.map(({ state }) => state))).toEqual(new Set(['unchanged']))
  }
})

test('only the dashboard whose file changed is written', async () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => dashboardFile(name))
  await here.run({ dashboards: [a, b, c, d].flatMap((x) => x ?? []) })
  here.asked()
  const changed = dashboardFile('b', { title: 'New title' })
  const outcome = await here.run({ dashboards: [a, changed, c, d].flatMap((x) => x ?? []) })
  expect(states(outcome)).toContain('dashboard New title: updated')
  expect(here.written()).toEqual(['POST /api/dashboards/db'])
  expect(here.grafana.state.dashboards).toHaveLength(4)
  expect(stored('b').version).toBe(2)
})

test.each([
  [
    'through the API, which keeps our mark',
    (json: Json) => ({ ...json, title: 'Mine' }),
    'was changed in Grafana since this action last wrote it.',
  ],
  [
    "in Grafana's editor, which writes only what it knows",
    ({ __deployMonitoring: _, ...json }: Json) => ({ ...json, title: 'Mine', schemaVersion: 42 }),
    'was created or changed manually in Grafana and differs from dashboards/overview.json.',
  ],
])('an edit by hand %s is kept and said, and replaced only when told so', async (_how, edit, why) => {
  const dashboards = [dashboardFile('overview')]
  await here.run({ dashboards })
  stored('overview').spec = edit(stored('overview').spec)
  here.asked()

  const kept = await here.run({ dashboards })
  expect(problemOf(kept, 'Title of overview')).toMatchObject({
    code: 'grafana-dashboard-edited',
    severity: 'warning',
    at: { file: 'dashboards/overview.json' },
    message: expect.stringContaining(why),
  })
  expect(here.written()).toEqual([])
  expect(stored('overview').spec.title).toBe('Mine')

  const replaced = await here.run({ dashboards, overwrite: 'always' })
  expect(result(replaced, 'Title of overview').state).toBe('updated')
  expect(stored('overview').spec.title).toBe('Title of overview')
  expect(states(await here.run({ dashboards }))).toContain('dashboard Title of overview: unchanged')
})

test('a refresh that Grafana raised to its least interval is no edit, and a new one is written', async () => {
  await here.run({ dashboards: [dashboardFile('overview', { refresh: '1s' })] })
  expect(stored('overview').spec.refresh).toBe('5s')
  here.asked()
  await here.run({ dashboards: [dashboardFile('overview', { refresh: '1s' })] })
  expect(here.written()).toEqual([])
  const outcome = await here.run({ dashboards: [dashboardFile('overview', { refresh: '1m' })] })
  expect(result(outcome, 'Title of overview').state).toBe('updated')
})

test('what was deleted by hand comes back', async () => {
  const dashboards = [dashboardFile('overview')]
  await here.run({ dashboards })
  here.grafana.state.dashboards.length = 0
  here.grafana.state.folders.length = 0
  here.grafana.state.dataSources.length = 0
  const outcome = await here.run({ dashboards })
  expect(new Set(outcome.results.map((r) => r.state))).toEqual(new Set(['created']))
})

test('a renamed folder keeps its uid and its dashboards', async () => {
  const dashboards = [dashboardFile('overview')]
  await here.run({ dashboards })
  const outcome = await here.run({ dashboards, folder: { uid: DEPLOYMENT, title: 'Chat service' } })
  expect(result(outcome, 'Chat service')).toMatchObject({ state: 'updated', why: 'renamed from "Chat"' })
  expect(result(outcome, 'Title of overview').state).toBe('unchanged')
  expect(here.grafana.state.folders.map((f) => f.title)).toEqual(['Chat service'])
})

test('a dashboard moved by hand stays and is reported as moved, and moves back when told so', async () => {
  const dashboards = [dashboardFile('overview')]
  await here.run({ dashboards })
  stored('overview').folderUid = 'theirs'
  expect(problemOf(await here.run({ dashboards }), 'Title of overview')).toMatchObject({
    code: 'grafana-dashboard-moved',
    severity: 'warning',
    message:
      'The dashboard "Title of overview" (overview) was moved in Grafana to the folder with the uid theirs. It was left there, unchanged.',
    hint: 'Move it back to the folder "Chat", or set `grafana.overwrite: always` in monitoring.yml to have that done.',
  })
  const changed = [dashboardFile('overview', { title: 'New' })]
  expect(problemOf(await here.run({ dashboards: changed }), 'New')?.code).toBe('grafana-dashboard-moved')
  const back = await here.run({ dashboards, overwrite: 'always' })
  expect(result(back, 'Title of overview')).toMatchObject({
    why: 'moved back to its folder, as configured',
    change: { diff: '~ folder' },
  })
  expect(stored('overview').folderUid).toBe(DEPLOYMENT)
  expect(here.grafana.state.dashboards).toHaveLength(1)
})

test.each([
  ['repo', 'infra', 'managed by Git Sync (infra)'],
  ['terraform', '', 'managed by Terraform'],
  ['classic-file-provisioning', 'p', 'provisioned from a file on the Grafana server'],
  ['plugin', 'k6-app', 'managed by a plugin (k6-app)'],
])('a dashboard managed by %s is read the same way one by one and in a list', async (kind, id, words) => {
  for (const names of [['overview'], ['overview', 'b', 'c', 'd', 'e']]) {
    const dashboards = names.map((name) => dashboardFile(name))
    await here.run({ dashboards, overwrite: 'always' })
    const annotations = { 'grafana.app/managedBy': kind, 'grafana.app/managerId': id }
    stored('overview').annotations = annotations
    const changed = names.map((name) => dashboardFile(name, { title: `New ${name}` }))
    here.asked()
    const kept = await here.run({ dashboards: changed, overwrite: 'always' })
    expect(problemOf(kept, 'New overview')?.message).toBe(
      `The dashboard "New overview" (overview) is ${words} and differs from dashboards/overview.json. It was left unchanged.`,
    )
    expect(here.written()).toHaveLength(names.length - 1)
    stored('overview').annotations = { ...annotations, 'grafana.app/managerAllowsEdits': 'true' }
    const written = await here.run({ dashboards: changed, overwrite: 'always' })
    expect(result(written, 'New overview').state).toBe('updated')
  }
})

test("somebody else's dashboard of the same uid is an error, and the others are written", async () => {
  const spec = { uid: 'overview', title: 'Theirs' }
  const theirs = {
    id: 7,
    uid: 'overview',
    spec,
    version: 3,
    folderUid: '',
    provisioned: false,
    created: 1,
    updated: 1,
  }
  here.grafana.state.dashboards.push({ ...theirs, message: '', versions: [] })
  const dashboards = [dashboardFile('overview'), dashboardFile('details')]
  const outcome = await here.run({ dashboards })
  expect(problemOf(outcome, 'Title of overview')).toMatchObject({
    code: 'grafana-dashboard-clash',
    severity: 'error',
    hint: 'Give the dashboard in dashboards/overview.json another uid, or set `grafana.overwrite: always` in monitoring.yml to replace it.',
  })
  expect(result(outcome, 'Title of details').state).toBe('created')
  expect(stored('overview').spec.title).toBe('Theirs')
})

test('a provisioned dashboard is left alone', async () => {
  const dashboards = [dashboardFile('overview')]
  await here.run({ dashboards })
  stored('overview').provisioned = true
  const changed = [dashboardFile('overview', { title: 'New' })]
  expect(problemOf(await here.run({ dashboards: changed }), 'New')?.code).toBe(
    'grafana-dashboard-provisioned',
  )
  expect(stored('overview').version).toBe(1)
})

test('files that hold no dashboard, and two of one uid, are named; the rest is written', async () => {
  const outcome = await here.run({
    dashboards: [
      { file: 'a.json', json: [1] },
      { file: 'b.json', json: { panels: [] } },
      dashboardFile('overview'),
      { ...dashboardFile('overview'), file: 'copy.json' },
    ],
  })
  expect(problemOf(outcome, 'a.json')?.code).toBe('grafana-dashboard-shape')
  expect(problemOf(outcome, 'b.json')?.code).toBe('grafana-dashboard-title')
  expect(outcome.results.map((r) => ('problem' in r ? r.problem.code : r.state))).toEqual([
    ...['created', 'created', 'created'],
    ...['grafana-dashboard-shape', 'grafana-dashboard-title', 'grafana-dashboard-duplicate'],
  ])
})

test('a viewer token writes nothing and is told which role it lacks, for each object', async () => {
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] }, 'viewer')
  expect(problemOf(outcome, 'Chat Prometheus')).toMatchObject({
    code: 'grafana-forbidden',
    message: expect.stringContaining('Permissions needed: datasources:create (HTTP 403)'),
    hint: expect.stringContaining('Admin role'),
  })
  expect(problemOf(outcome, 'Chat')?.hint).toContain('Editor role')
  expect(problemOf(outcome, 'Title of overview')).toMatchObject({
    code: 'grafana-not-tried',
    message: expect.stringContaining('folders:create'),
  })
  expect(here.grafana.state).toMatchObject({ dataSources: [], folders: [], dashboards: [] })
})

test('an editor token does all but the data source', async () => {
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] }, 'editor')
  expect(states(outcome)).toEqual([
    'data source Chat Prometheus: failed',
    'folder Chat: created',
    'dashboard Title of overview: created',
  ])
  expect(outcome.dataSource).toBeUndefined()
  expect(states(await here.run({ dashboards: [dashboardFile('overview')] }))).toEqual([
    'data source Chat Prometheus: created',
    'folder Chat: unchanged',
    'dashboard Title of overview: unchanged',
  ])
})

test('a token that is none ends the run before anything is written', async () => {
  await expect(here.run({}, 'expired')).rejects.toMatchObject({
    problems: [{ code: 'grafana-unauthorized', hint: expect.stringContaining('has expired') }],
  })
  expect(here.written()).toEqual([])
})

test('however many files wait for it, a read that ends the run has no other effect', async () => {
  const unhandled: unknown[] = []
  const listener = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', listener)
  const dashboards = [1, 2, 3, 4].map((n) => dashboardFile(`d${n}`))
  await expect(here.run({ dashboards }, 'expired')).rejects.toThrow(/HTTP 401/)
  await new Promise((next) => setImmediate(next))
  process.off('unhandledRejection', listener)
  expect(unhandled).toEqual([])
})

test('a new password is noticed by its 401 and sent', async () => {
  await here.run()
  here.prometheus.password = 'battery staple'
  const own = { ...here.desired.dataSource, password: 'battery staple' }
  const outcome = await here.run({ dataSource: own })
  expect(result(outcome, 'Chat Prometheus')).toMatchObject({ state: 'updated', why: 'new password' })
  expect(here.grafana.state.dataSources[0]?.secrets).toEqual({ basicAuthPassword: 'battery staple' })
})

test('a data source that gets no answer is told from one that is missing', async () => {
  here.prometheus.password = 'something else'
  const outcome = await here.run()
  expect(outcome.dataSource).toBe(DEPLOYMENT)
  const problem = problemOf(outcome, 'Chat Prometheus')
  expect(problem).toMatchObject({
    code: 'grafana-datasource-unhealthy',
    hint: expect.stringContaining('password'),
  })
  expect(JSON.stringify(outcome)).not.toContain(PASSWORD)
})

test('a changed address corrects the data source and keeps what people set on it', async () => {
  await here.run()
  const [ds] = here.grafana.state.dataSources
  Object.assign(ds ?? {}, { name: 'Renamed', isDefault: true, url: 'http://127.0.0.1:1' })
  Object.assign(ds?.jsonData ?? {}, { httpMethod: 'GET', exemplarTraceIdDestinations: [{ name: 'x' }] })
  const outcome = await here.run()
  expect(result(outcome, 'Renamed')).toMatchObject({ state: 'updated', why: 'new url' })
  expect(ds).toMatchObject({
    ...{ name: 'Renamed', isDefault: true, url: here.prometheus.url },
    jsonData: { httpMethod: 'GET', exemplarTraceIdDestinations: [{ name: 'x' }], timeInterval: '15s' },
  })
})

test('a new data source never becomes the default one', async () => {
  await here.run()
  expect(here.grafana.state.dataSources[0]?.isDefault).toBe(false)
})

test('a provisioned data source that differs is kept, one of another type is an error', async () => {
  await here.run()
  const [ds] = here.grafana.state.dataSources
  Object.assign(ds ?? {}, { readOnly: true, jsonData: { timeInterval: '1m' } })
  expect(problemOf(await here.run(), 'Chat Prometheus')).toMatchObject({
    code: 'grafana-datasource-provisioned',
    message: expect.stringContaining('scrape interval'),
  })
  Object.assign(ds ?? {}, { readOnly: false, type: 'loki' })
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] })
  expect(problemOf(outcome, 'Chat Prometheus')?.code).toBe('grafana-datasource-type')
  expect(result(outcome, 'Title of overview').state).toBe('created')
  expect(ds?.type).toBe('loki')
})

test('an existing data source is found by uid or name, and never written', async () => {
  await here.run()
  here.asked()
  const dashboards = [dashboardFile('overview')]
  for (const existing of [DEPLOYMENT, 'Chat Prometheus']) {
    const outcome = await here.run({ dataSource: { existing }, dashboards, overwrite: 'always' })
    expect(outcome.dataSource).toBe(DEPLOYMENT)
  }
  expect(here.written()).toEqual(['POST /api/dashboards/db'])
  const outcome = await here.run({ dataSource: { existing: 'nope' }, dashboards })
  expect(problemOf(outcome, 'nope')?.code).toBe('grafana-datasource-missing')
  expect(problemOf(outcome, 'dashboards/overview.json')?.code).toBe('grafana-not-tried')
})

test('a deploy is annotated once, and going back to an earlier commit is another one', async () => {
  const deploy = async (commit: string) => {
    const outcome = await here.run({ annotation: { text: `Deployed ${commit}`, tags: [commit] } })
    return result(outcome, `Deployed ${commit}`).state
  }
  expect(await deploy('abc123')).toBe('created')
  expect(await deploy('abc123')).toBe('unchanged')
  expect(await deploy('def456')).toBe('created')
  expect(await deploy('abc123')).toBe('created')
  expect(await deploy('abc123')).toBe('unchanged')
  expect(here.grafana.state.annotations.map((a) => a.tags)).toEqual(
    ['abc123', 'def456', 'abc123'].map((commit) => ['deploy', DEPLOYMENT, commit]),
  )
})

/** As `init` writes them: with a variable that holds the data source's name. */
const choosing = dashboardFile('overview', {
  templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
})

test('a data source of ours that nobody has made yet is named; the dashboards are there before it', async () => {
  const dashboards = [choosing]
  const dataSource = { existing: DEPLOYMENT, own: { uid: DEPLOYMENT, name: 'Chat Prometheus' } }
  const outcome = await here.run({ dataSource, dashboards })
  expect(problemOf(outcome, DEPLOYMENT)).toMatchObject({
    code: 'grafana-datasource-missing',
    hint: expect.stringContaining('prometheus-url'),
  })
  expect(result(outcome, 'Title of overview').state).toBe('created')
  const made = await here.run({ dashboards })
  expect(states(made)).toEqual([
    'data source Chat Prometheus: created',
    'folder Chat: unchanged',
    'dashboard Title of overview: unchanged',
  ])
})

test('who renames our data source makes no run write the dashboards again', async () => {
  const dashboards = [choosing]
  await here.run({ dashboards })
  Object.assign(here.grafana.state.dataSources[0] ?? {}, { name: 'Renamed' })
  const own = { uid: DEPLOYMENT, name: 'Chat Prometheus' }
  here.asked()
  for (const more of [{ dataSource: { existing: DEPLOYMENT, own } }, {}])
    await here.run({ ...more, dashboards })
  expect(here.written()).toEqual([])
})

test('a slash at the end of the URL of a data source is no difference', async () => {
  await here.run()
  const [ds] = here.grafana.state.dataSources
  Object.assign(ds ?? {}, { url: `${here.prometheus.url}/` })
  here.asked()
  expect(result(await here.run(), 'Chat Prometheus').state).toBe('unchanged')
  expect(here.written()).toEqual([])
})

test('the way out of a data source that differs or whose name is taken is named', async () => {
  await here.run()
  const [ds] = here.grafana.state.dataSources
  Object.assign(ds ?? {}, { readOnly: true, url: 'http://127.0.0.1:1' })
  expect(problemOf(await here.run(), 'Chat Prometheus')).toMatchObject({
    code: 'grafana-datasource-unhealthy',
    hint: expect.stringMatching(
      /url http:\/\/127\.0\.0\.1:1, not http:.*`grafana\.datasource: Chat Prometheus`/,
    ),
  })
  Object.assign(ds ?? {}, { uid: 'other', readOnly: false })
  expect(problemOf(await here.run(), 'Chat Prometheus')).toMatchObject({
    code: 'grafana-conflict',
    hint: expect.stringContaining('`grafana.datasource: Chat Prometheus`'),
  })
})

test('an import without a deploy is annotated once, and does not stand for a deploy of its commit', async () => {
  const tags = ['abc']
  const run = async (more: readonly string[]) => {
    const outcome = await here.run({ annotation: { text: 'now', tags: [...tags, ...more] } })
    return result(outcome, 'now').state
  }
  expect(await run(['dashboards-only'])).toBe('created')
  expect(await run(['dashboards-only'])).toBe('unchanged')
  expect(await run([])).toBe('created')
  expect(await run([])).toBe('unchanged')
  expect(await run(['dashboards-only'])).toBe('unchanged')
})
