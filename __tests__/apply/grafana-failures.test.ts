import { createServer } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import type { Fault, GrafanaOptions } from '../sandbox/grafana/server.ts'
import {
  DEPLOYMENT,
  dashboardFile,
  problemOf,
  result,
  ruleGroup,
  type Scene,
  scene,
  states,
} from './grafana-scene.ts'

/** Servers that restart, refuse, cut, are old, or live elsewhere than at the root. */
let here: Scene

const at = async (options?: GrafanaOptions): Promise<Scene> => {
  here = await scene(options)
  return here
}

afterEach(() => here.close())

const many = Array.from({ length: 20 }, (_, i) => dashboardFile(`d${i}`))

/** Resolves when the stand-in has been asked this often for a path. */
async function asked(count: number, path: string): Promise<void> {
  const seen = () => here.grafana.requests().filter((r) => r.path.startsWith(path)).length
  while (seen() < count) await new Promise((next) => setTimeout(next, 5))
}

/** In place of a Grafana that is down: breaks every connection; resolves when it has broken this many. */
async function brokenUntil(connections: number): Promise<void> {
  await here.grafana.stop()
  const server = createServer()
  await new Promise<void>((reached) => {
    let seen = 0
    server.on('connection', (socket) => {
      socket.destroy()
      if (++seen === connections) reached()
    })
    server.listen(Number(new URL(here.grafana.url).port), '127.0.0.1')
  })
  await new Promise((closed) => server.close(closed))
  await here.grafana.start()
}

test('a Grafana that restarts in the middle costs time, and nothing is written twice', async () => {
  await at()
  const running = here.run({ dashboards: many })
  await asked(8, '/api/dashboards/db')
  await brokenUntil(4)
  const outcome = await running
  expect(new Set(outcome.results.map((r) => r.state))).toEqual(new Set(['created']))
  expect(here.grafana.state.dashboards.map((d) => d.version)).toEqual(many.map(() => 1))
  here.asked()
  await here.run({ dashboards: many })
  expect(here.asked().filter((line) => !line.startsWith('GET '))).toEqual([])
})

test('a save whose answer is lost is looked up, not repeated', async () => {
  await at({ legacy: true })
  here.grafana.fault({ method: 'POST', path: /dashboards\/db/, answer: 'cut-after' })
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] })
  expect(result(outcome, 'Title of overview').state).toBe('created')
  const posts = here.asked().filter((line) => line === 'POST /api/dashboards/db')
  expect(posts).toHaveLength(1)
})

test.each([
  ['POST', /api\/folders$/, 'Chat'],
  ['POST', /api\/datasources$/, 'Chat Prometheus'],
  ['POST', /api\/annotations$/, 'Deployed'],
])('a lost answer to %s %s does not make two', async (method, path, name) => {
  for (const answer of ['cut-after', 'cut'] as const) {
    await at()
    here.grafana.fault({ method, path, answer })
    const outcome = await here.run({ annotation: { text: 'Deployed', tags: ['sha:1'] } })
    expect(result(outcome, name).state).toBe('created')
    const { folders, dataSources, annotations } = here.grafana.state
    expect([folders.length, dataSources.length, annotations.length]).toEqual([1, 1, 1])
    if (answer === 'cut-after') await here.close()
  }
})

test('answers that break in the middle are asked for again, and nothing is given up', async () => {
  await at()
  const group = ruleGroup('chat', ['Down'])
  await here.run({ dashboards: many.slice(0, 5), ruleGroups: [group] })
  here.asked()
  // Every request once, whatever its method.
  for (const path of [
    'datasources',
    'folders',
    'apis',
    'uid/d',
    'search',
    'rule-groups',
    'alert-rules',
    'db',
  ])
    here.grafana.fault({ path: new RegExp(path), answer: 'half' })
  const outcome = await here.run({ dashboards: many, ruleGroups: [ruleGroup('chat', ['Down', 'Slow'])] })
  expect(outcome.results.filter(({ state }) => state === 'failed')).toEqual([])
  expect(here.grafana.state.dashboards.map(({ version }) => version)).toEqual(many.map(() => 1))
  expect(here.grafana.state.ruleGroups.flatMap(({ rules }) => rules)).toHaveLength(2)
})

test('dashboards that never come through are given up alone', async () => {
  await at({ legacy: true })
  await here.run({ dashboards: many.slice(0, 3) })
  for (const [uid, answer] of [
    ['d0', 'half'],
    ['d1', 'cut'],
    ['d2', { status: 200, body: '<html>blocked</html>' }],
  ] as const)
    here.grafana.fault({ path: new RegExp(`uid/${uid}$`), times: 99, answer })
  const outcome = await here.run({ dashboards: many, ruleGroups: [ruleGroup('chat', ['Down'])] })
  const failed = outcome.results.flatMap((r) =>
    r.state === 'failed' ? [`${r.name}: ${r.problem.code}`] : [],
  )
  expect(failed).toEqual([
    'Title of d0: grafana-broken-answer',
    'Title of d1: grafana-connection',
    'Title of d2: grafana-not-grafana',
  ])
  expect(here.grafana.state.dashboards).toHaveLength(20)
  expect(here.grafana.state.ruleGroups).toHaveLength(1)
}, 30_000)

test('a removal whose answer got lost is not a failure', async () => {
  await at()
  await here.run({ ruleGroups: [ruleGroup('chat', ['Down']), ruleGroup('old', ['Gone'])] })
  here.grafana.fault({ method: 'DELETE', answer: 'cut-after' })
  const outcome = await here.run({ ruleGroups: [ruleGroup('chat', ['Down'])] })
  expect(result(outcome, 'old').state).toBe('removed')
  expect(here.grafana.state.ruleGroups.flatMap(({ rules }) => rules)).toHaveLength(1)
})

test('an outage that lasts stops the run once, and a second run completes it', async () => {
  await at()
  const broken: Fault = {
    path: /./,
    after: 12,
    times: 1000,
    answer: { status: 401, body: { message: 'gone' } },
  }
  here.grafana.fault(broken)
  const first = await here.run({ dashboards: many })
  const failed = first.results.flatMap((r) => (r.state === 'failed' ? [r.problem.code] : []))
  expect(failed.filter((code) => code === 'grafana-unauthorized').length).toBeLessThanOrEqual(3)
  expect(failed).toContain('grafana-not-tried')
  const done = here.grafana.state.dashboards.length
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(20)

  await here.close()
  await at()
  const second = await here.run({ dashboards: many })
  expect(second.results.every((r) => r.state === 'created')).toBe(true)
})

test('a health check that fails does not stop the rest', async () => {
  await at()
  here.grafana.fault({ path: /\/health$/, times: 9, answer: { status: 401, body: { message: 'proxy' } } })
  const outcome = await here.run({ dashboards: many })
  expect(outcome.results[0]).toMatchObject({ kind: 'data source', state: 'failed' })
  expect(here.grafana.state.dashboards).toHaveLength(20)
})

test('one dashboard that Grafana rejects does not stop the others', async () => {
  await at()
  const long = dashboardFile('tagged', { tags: ['x'.repeat(51)] })
  const outcome = await here.run({ dashboards: [long, dashboardFile('overview')] })
  expect(problemOf(outcome, 'Title of tagged')).toMatchObject({
    code: 'grafana-rejected',
    message: expect.stringContaining('dashboard tag too long, max 50 characters'),
  })
  expect(result(outcome, 'Title of overview').state).toBe('created')
})

test('what another run has just written the same is not a conflict; another content is', async () => {
  await at()
  const [one, other] = [dashboardFile('d1'), dashboardFile('d2')]
  const plan = await here.plan({ dashboards: [one, other] })
  await here.run({ dashboards: [one, dashboardFile('d2', { tags: ['other'] })] })
  const outcome = await here.apply(plan)
  expect(states(outcome)).toEqual([
    'data source Chat Prometheus: created',
    'folder Chat: unchanged',
    'dashboard Title of d1: created',
    'dashboard Title of d2: failed',
  ])
  expect(problemOf(outcome, 'Title of d2')?.code).toBe('grafana-conflict')
})

test('a refusal without a permission names the role for what was asked', async () => {
  await at()
  const forbidden = { status: 403, body: { message: 'Forbidden' } }
  here.grafana.fault({ method: 'PUT', path: /rule-groups/, answer: forbidden })
  const outcome = await here.run({ ruleGroups: [ruleGroup('http', ['Slow'])] })
  expect(problemOf(outcome, 'http')?.hint).toMatch(/^Alert rules need the Editor role/)
})

test('a busy Grafana is waited for: 429 with Retry-After, also on writes', async () => {
  await at()
  const busy = { status: 429, headers: { 'retry-after': '0' }, body: { message: 'tenant queue is full' } }
  here.grafana.fault({ method: 'POST', path: /dashboards\/db/, times: 2, answer: busy })
  here.grafana.fault({ method: 'GET', path: /folders/, times: 2, answer: busy })
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] })
  expect(outcome.results.every((r) => r.state === 'created')).toBe(true)
})

test('a proxy that answers 502 for a moment is waited for', async () => {
  await at()
  const bad = { status: 502, body: '<html>Bad Gateway</html>' }
  here.grafana.fault({ times: 3, answer: bad })
  here.grafana.fault({ method: 'POST', path: /dashboards\/db/, answer: bad })
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] })
  expect(outcome.results.every((r) => r.state === 'created')).toBe(true)
})

test('a Grafana without the list is searched, and asked for what exists', async () => {
  await at({ legacy: true })
  await here.run({ dashboards: many })
  expect(here.asked().filter((line) => line.startsWith('GET /api/dashboards/uid'))).toEqual([])
  const outcome = await here.run({ dashboards: many })
  const second = here.asked()
  expect(second.filter((line) => line.startsWith('GET /api/dashboards/uid'))).toHaveLength(20)
  expect(second.filter((line) => !line.startsWith('GET '))).toEqual([])
  expect(states(outcome).filter((line) => line.endsWith('unchanged'))).toHaveLength(22)
  expect(here.grafana.state.dashboards.map((d) => d.version)).toEqual(many.map(() => 1))
})

test('on a big shared Grafana only a bounded part is listed', async () => {
  await at()
  await here.run({ dashboards: many })
  const [one] = here.grafana.state.dashboards
  if (!one) throw new Error('nothing was written')
  for (let i = 0; i < 500; i++)
    here.grafana.state.dashboards.push({ ...one, uid: `a-other-${i}`, folderUid: '' })
  here.asked()
  const outcome = await here.run({ dashboards: many })
  const lists = here.asked().filter((line) => line.includes('/apis/'))
  expect(lists).toHaveLength(1)
  expect(outcome.results.every((r) => r.state === 'unchanged')).toBe(true)
})

test.each([
  ['bigger than we take', { status: 200, body: 'x'.repeat(33 * 1024 * 1024) }],
  ['answered in another form', { status: 200, body: { items: 'none' } }],
  ['refused for an hour', { status: 429, headers: { 'retry-after': '3600' }, body: { message: 'quota' } }],
])('a list that is %s is done without', async (_what, answer) => {
  await at()
  await here.run({ dashboards: many })
  here.grafana.fault({ path: /^\/apis\//, answer })
  here.asked()
  const outcome = await here.run({ dashboards: many })
  expect(outcome.results.every((r) => r.state === 'unchanged')).toBe(true)
  expect(here.asked().filter((line) => /^GET \/apis\/.*\/dashboards\/./.test(line))).toHaveLength(20)
})

test('a list that comes in pages is read to its end', async () => {
  await at()
  await here.run({ dashboards: many })
  const [one] = here.grafana.state.dashboards
  if (!one) throw new Error('nothing was written')
  for (let i = 0; i < 60; i++)
    here.grafana.state.dashboards.push({ ...one, uid: `a-other-${i}`, folderUid: '' })
  here.grafana.state.pageSize = 30
  here.asked()
  const outcome = await here.run({ dashboards: many })
  expect(here.asked().filter((line) => line.includes('dashboards'))).toHaveLength(3)
  expect(outcome.results.every((r) => r.state === 'unchanged')).toBe(true)
})

test('another namespace, as on Grafana Cloud, is asked for', async () => {
  await at({ namespace: 'stacks-42' })
  await here.run({ dashboards: many })
  here.asked()
  await here.run({ dashboards: many })
  expect(here.asked().filter((line) => /dashboards|settings/.test(line))).toEqual([
    'GET /apis/dashboard.grafana.app/v0alpha1/namespaces/default/dashboards',
    'GET /api/frontend/settings',
    'GET /apis/dashboard.grafana.app/v0alpha1/namespaces/stacks-42/dashboards',
  ])
})

test('Grafana under a sub-path', async () => {
  await at({ basePath: '/grafana' })
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] })
  expect(outcome.results.every((r) => r.state === 'created')).toBe(true)
  expect(result(outcome, 'Title of overview').url).toMatch(/\/grafana\/d\/overview$/)
})

test('a folder that the token may not see is found taken, and used', async () => {
  await at()
  await here.run({}, 'editor')
  const [folder] = here.grafana.state.folders
  Object.assign(folder ?? {}, { maker: 'somebody else', created: Date.now() })
  const outcome = await here.run({ dashboards: [dashboardFile('overview')] }, 'editor')
  expect(result(outcome, 'Chat').state).toBe('unchanged')
  expect(here.grafana.state.dashboards[0]?.folderUid).toBe(DEPLOYMENT)
})
