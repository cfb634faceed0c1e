import { afterEach, beforeEach, expect, test } from '@jest/globals'
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

/** A Grafana 10.1: what it cannot is done in its way, or said. */
let here: Scene
const folder = { uid: `${DEPLOYMENT}-folder`, title: 'Chat' }

beforeEach(async () => {
  here = await scene({ old: true })
})

afterEach(() => here.close())

test('a first import creates everything, a second one writes nothing', async () => {
  // The data source, too, is called as one of the dashboards.
  const dashboards = [dashboardFile(DEPLOYMENT), dashboardFile('details')]
  const wanted = { folder, dashboards, ruleGroups: [ruleGroup('http', ['A', 'B'])] }
  const first = await here.run(wanted)
  expect(new Set(first.results.map((r) => r.state))).toEqual(new Set(['created']))
  expect(here.grafana.state.ruleGroups).toMatchObject([{ title: 'http', interval: 60 }])
  here.asked()
  const second = await here.run(wanted)
  expect(new Set(second.results.map((r) => r.state))).toEqual(new Set(['unchanged']))
  expect(here.written()).toEqual([])
})

test('rules are created by themselves before their group is written, and only once', async () => {
  await here.run({ folder, ruleGroups: [ruleGroup('http', ['A'])] })
  here.asked()
  await here.run({ folder, ruleGroups: [ruleGroup('http', ['A', 'B'], { for: '10m' })] })
  const group = `/api/v1/provisioning/folder/${folder.uid}/rule-groups/http`
  expect(here.asked().filter((line) => !line.startsWith('GET '))).toEqual([
    `PUT ${group}`,
    'POST /api/v1/provisioning/alert-rules',
    `PUT ${group}`,
  ])
  const rules = here.grafana.state.ruleGroups.flatMap((g) => g.rules)
  expect(rules.map(({ title, for: held, provenance }) => [title, held, provenance])).toEqual([
    ['A', '10m', undefined],
    ['B', '10m', undefined],
  ])
})

test('a bare 500, as of Grafana 11, is understood too, and one that stays is told', async () => {
  const path = /rule-groups/
  const answer = { status: 500, body: { message: 'Internal Server Error', traceID: '' } }
  const wanted = { folder, ruleGroups: [ruleGroup('http', ['A'])] }
  here.grafana.fault({ method: 'PUT', path, answer })
  expect(result(await here.run(wanted), 'http').state).toBe('created')
  here.grafana.fault({ method: 'PUT', path, answer })
  const changed = { folder, ruleGroups: [ruleGroup('http', ['A'], { for: '1h' })] }
  expect(problemOf(await here.run(changed), 'http')?.code).toBe('grafana-server')
})

test('groups that are no longer defined go', async () => {
  await here.run({ folder, ruleGroups: [ruleGroup('http', ['A', 'B']), ruleGroup('old', ['C'])] })
  const outcome = await here.run({ folder, ruleGroups: [ruleGroup('http', ['A', 'B'])] })
  expect(result(outcome, 'old').state).toBe('removed')
  expect(here.grafana.state.ruleGroups.map(({ title }) => title)).toEqual(['http'])
})

test('a contact point of a rule is forgotten there: said, and the policies are looked at instead', async () => {
  here.grafana.state.contactPoints.push({
    ...{ uid: 'x', name: 'on-call', type: 'webhook', settings: {}, disableResolveMessage: false },
  })
  const wanted = { folder, ruleGroups: [ruleGroup('http', ['A'], { receiver: 'on-call' })] }
  for (const state of ['created', 'unchanged']) {
    const outcome = await here.run(wanted)
    expect(result(outcome, 'http').state).toBe(state)
    expect(problemOf(outcome, 'on-call')).toMatchObject({
      code: 'grafana-receiver-ignored',
      severity: 'warning',
    })
    expect(outcome.notified).toBe('no-one')
  }
  here.grafana.state.policies = { receiver: 'on-call' }
  expect((await here.run(wanted)).notified).toBe('policies')
})

test('an Editor, who may not write rules there, is told so', async () => {
  const outcome = await here.run(
    { folder, ruleGroups: [ruleGroup('http', ['A'])], dataSource: { existing: 'prom' } },
    'editor',
  )
  expect(result(outcome, 'Chat').state).toBe('created')
  await here.run({ folder })
  const again = await here.run({ folder, ruleGroups: [ruleGroup('http', ['A'])] }, 'editor')
  expect(problemOf(again, 'http')?.hint).toContain('alert rules need the Admin role')
})

test('a folder title that is taken is named with the key to change', async () => {
  await here.run({ folder })
  const other = { deployment: 'other', folder: { uid: 'other-folder', title: 'Chat' } }
  const outcome = await here.run({ ...other, dashboards: [dashboardFile('overview')] })
  expect(problemOf(outcome, 'Chat')).toMatchObject({
    code: 'grafana-conflict',
    hint: expect.stringContaining('set grafana.folder in monitoring.yml'),
  })
  expect(problemOf(outcome, 'Title of overview')?.code).toBe('grafana-not-tried')
})

test("somebody's dashboard of the same title is not replaced by a new one of ours", async () => {
  const twins = [dashboardFile('one', { title: 'Same' }), dashboardFile('two', { title: 'Same' })]
  await here.run({ folder, dashboards: twins.slice(0, 1) })
  const outcome = await here.run({ folder, dashboards: twins })
  expect(states(outcome).slice(2)).toEqual(['dashboard Same: unchanged', 'dashboard Same: failed'])
  expect(outcome.results.at(-1)).toMatchObject({
    problem: { code: 'grafana-conflict', hint: expect.stringContaining('another title') },
  })
  expect(here.grafana.state.dashboards.map(({ uid, version }) => [uid, version])).toEqual([['one', 1]])
})
