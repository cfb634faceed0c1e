import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { diffDataSource, withPassword } from '../../src/plan/grafana/data-source.ts'
import { changesOf, type GrafanaPlan } from '../../src/plan/grafana/diff.ts'
import {
  DEPLOYMENT,
  dashboardFile,
  PASSWORD,
  result,
  ruleGroup,
  type Scene,
  scene,
  states,
} from '../apply/grafana-scene.ts'
import type { Json } from '../sandbox/grafana/state.ts'

/** What a run would do, told before, is what it does. */
let here: Scene

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

const everything = {
  dashboards: ['a', 'b', 'c', 'd'].map((name) => dashboardFile(name)),
  ruleGroups: [ruleGroup('http', ['Slow', 'Errors'])],
  annotation: { text: 'Deployed abc', tags: ['abc'] },
}

const told = (plan: GrafanaPlan): string[] =>
  changesOf(plan).map(({ what, subject, reason }) => `${what} ${subject}: ${reason}`)

const changeOf = (plan: GrafanaPlan, subject: string) => {
  const found = changesOf(plan).find((change) => change.subject === subject)
  if (!found) throw new Error(`no change of ${subject} in ${told(plan).join(', ')}`)
  return found
}

const stored = (uid: string): { spec: Json } => {
  const found = here.grafana.state.dashboards.find((d) => d.uid === uid)
  if (!found) throw new Error(`no dashboard ${uid}`)
  return found
}

test('a plan writes nothing, is plain data without a secret, and is carried out as it stands', async () => {
  const plan = await here.plan(everything)
  expect(here.written()).toEqual([])
  expect(told(plan)).toEqual([
    'create the data source Chat Prometheus: it does not exist yet',
    'create the folder Chat: it does not exist yet',
    ...['a', 'b', 'c', 'd'].map((name) => `create the dashboard Title of ${name}: it does not exist yet`),
    'create the rule group http: it does not exist yet',
    'create the annotation Deployed abc: it does not exist yet',
  ])
  const text = JSON.stringify(plan)
  expect(text).not.toContain(PASSWORD)
  const read: GrafanaPlan = JSON.parse(text)
  expect(read).toEqual(plan)
  const outcome = await here.apply(read, everything)
  expect(states(outcome)).toEqual(
    changesOf(plan).map(({ object }) => `${object.kind} ${object.name}: created`),
  )
})

test('carrying out observes nothing: it writes, and proves what it wrote', async () => {
  const first = await here.plan(everything)
  here.asked()
  await here.apply(first, everything)
  expect(here.asked().filter((line) => line.startsWith('GET '))).toEqual([
    `GET /api/datasources/uid/${DEPLOYMENT}/health`,
  ])
  const again = await here.plan(everything)
  expect(told(again)).toEqual([])
  here.asked()
  expect(new Set((await here.apply(again, everything)).results.map(({ state }) => state))).toEqual(
    new Set(['unchanged']),
  )
  expect(here.asked()).toEqual([])
})

test('a change tells what becomes different, panel by panel, and whose the dashboard is', async () => {
  await here.run({ dashboards: [dashboardFile('a'), dashboardFile('b')] })
  const panel = (id: number, title: string, expr: string) => ({ id, title, targets: [{ refId: 'A', expr }] })
  const panels = [
    { type: 'row', id: 9, title: 'Traffic', panels: [panel(2, 'rate', 'rate(x[5m])')] },
    panel(1, 'up', 'up == 1'),
  ]
  Object.assign(stored('b').spec, { title: 'By hand' })
  const dashboards = [dashboardFile('a', { panels, refresh: '1m', tags: ['new'] }), dashboardFile('b')]
  const plan = await here.plan({ dashboards, overwrite: 'always' })
  expect(changeOf(plan, 'Title of a')).toMatchObject({
    ...{ what: 'update the dashboard', reason: 'changed in dashboards/a.json', owner: 'ours' },
    diff: '~ tags\n~ refresh\n~ panel "up"\n-   query A: up\n+   query A: up == 1\n+ panel "Traffic"\n+ panel "rate"',
  })
  expect(changeOf(plan, 'Title of b')).toMatchObject({
    ...{ reason: 'overwritten, as configured', owner: 'edited', diff: '~ title' },
  })
})

test('no file of the workspace is named for a dashboard that this action makes', async () => {
  const made = { ...dashboardFile('a'), made: true as const }
  await here.run({ dashboards: [made] })
  Object.assign(stored('a').spec, { title: 'By hand' })
  const plan = await here.plan({ dashboards: [made] })
  const [problem] = (await here.apply(plan, { dashboards: [made] })).results.flatMap((one) =>
    'problem' in one ? (one.problem ?? []) : [],
  )
  expect(problem).toEqual({
    ...{ code: 'grafana-dashboard-edited', severity: 'warning', message: expect.any(String) },
    hint: expect.stringContaining('save a copy under another name first'),
  })
  expect(JSON.stringify(problem)).not.toContain('a.json')
})

test("somebody else's dashboard that is taken over is told as theirs, with its folder", async () => {
  await here.run({ dashboards: [dashboardFile('a')] })
  const { __deployMonitoring, ...spec } = stored('a').spec
  Object.assign(stored('a'), { spec, folderUid: '' })
  expect(told(await here.plan({ dashboards: [dashboardFile('a')] }))).toEqual([])
  const plan = await here.plan({ dashboards: [dashboardFile('a')], overwrite: 'always' })
  expect(changeOf(plan, 'Title of a')).toMatchObject({ owner: 'unmanaged', diff: '~ folder' })
})

test('a data source tells old and new address, but no password in one', async () => {
  await here.run()
  Object.assign(here.grafana.state.dataSources[0] ?? {}, { url: 'http://me:hunter2@127.0.0.1:1/x' })
  const plan = await here.plan()
  expect(changeOf(plan, 'Chat Prometheus')).toMatchObject({
    ...{ reason: 'new url', diff: `~ url: http://127.0.0.1:1/x → ${here.prometheus.url}` },
  })
})

test('a new password is part of the plan, and sent also when Prometheus refuses the old one only later', async () => {
  await here.run()
  here.prometheus.password = 'battery staple'
  const dataSource = { ...here.desired.dataSource, password: 'battery staple' }
  expect(told(await here.plan({ dataSource }))).toEqual([
    'update the data source Chat Prometheus: new password',
  ])
  const starting = { status: 400, body: { status: 'ERROR', message: 'connection refused' } }
  here.grafana.fault({ path: /\/health$/, answer: starting })
  const plan = await here.plan({ dataSource })
  expect(told(plan)).toEqual([])
  const outcome = await here.apply(plan, { dataSource })
  expect(result(outcome, 'Chat Prometheus')).toMatchObject({ state: 'updated', why: 'new password' })
})

test('rule groups tell their rules: added, changed, removed, and whole groups', async () => {
  await here.run({ ruleGroups: [ruleGroup('http', ['Slow', 'Errors', 'Gone']), ruleGroup('old', ['Last'])] })
  const [changed] = ruleGroup('http', ['Slow'], { for: '10m' }).rules
  const wanted = ruleGroup('http', ['Errors', 'New'])
  const rules = [...(changed ? [changed] : []), ...wanted.rules]
  const plan = await here.plan({ ruleGroups: [{ ...wanted, interval: 30, rules }] })
  expect(changeOf(plan, 'http')).toMatchObject({
    ...{ what: 'update the rule group', reason: '4 differences from the definition', owner: 'ours' },
    diff: '~ interval: 60 s → 30 s\n~ rule "Slow": for 5m → 10m\n+ rule "New"\n- rule "Gone"',
  })
  expect(changeOf(plan, 'old')).toMatchObject({
    ...{ what: 'remove the rule group', reason: 'no longer defined', diff: '- rule "Last"' },
  })
})

test('a data source of another engine gets its header, and loses it with the next engine', () => {
  const stored = (jsonData: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
    ok: true as const,
    value: {
      ...{ uid: 'mon', name: 'Mon', type: 'prometheus', access: 'proxy', url: 'https://x', readOnly: false },
      ...{ basicAuth: false, basicAuthUser: '', jsonData: { timeInterval: '15s', ...jsonData }, ...more },
    },
  })
  const own = { uid: 'mon', name: 'Mon', url: 'https://x', timeInterval: '15s' }
  const bodyOf = (asked: typeof own & { authorization?: string }, read: ReturnType<typeof stored>) => {
    const { planned } = diffDataSource(asked, read, undefined, 'https://g')
    return 'action' in planned && 'body' in planned.action ? planned.action.body : undefined
  }
  const fly = { ...own, authorization: 'FlyV1 fm2_secret' }
  const toFly = bodyOf(fly, stored({ custom: 1 }))
  expect(toFly).toMatchObject({ jsonData: { custom: 1, httpHeaderName1: 'Authorization' } })
  expect(JSON.stringify(toFly)).not.toContain('fm2_secret')
  expect(withPassword({ a: 1 }, fly)).toEqual({
    a: 1,
    secureJsonData: { httpHeaderValue1: 'FlyV1 fm2_secret' },
  })
  const asWanted = stored(
    { httpHeaderName1: 'Authorization' },
    { secureJsonFields: { httpHeaderValue1: true } },
  )
  expect(bodyOf(fly, asWanted)).toBeUndefined()
  const back = bodyOf(own, asWanted)
  expect(JSON.parse(JSON.stringify(back)).jsonData).not.toHaveProperty('httpHeaderName1')
  expect(bodyOf(own, stored({ httpHeaderName1: 'X-Scope-OrgID' }))).toBeUndefined()
})
