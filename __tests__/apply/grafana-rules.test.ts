import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Json } from '../sandbox/grafana/state.ts'
import { DEPLOYMENT, problemOf, result, ruleGroup, type Scene, scene, states } from './grafana-scene.ts'

let here: Scene

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

const group = (title: string) => here.grafana.state.ruleGroups.find((g) => g.title === title)
const titles = (rules: readonly Json[] = []) => rules.map((rule) => rule.title)

test('rule groups are written once and stay editable in Grafana', async () => {
  const ruleGroups = [ruleGroup('targets', ['Down']), ruleGroup('http', ['Slow', 'Errors'])]
  const first = await here.run({ ruleGroups })
  expect(states(first)).toEqual(
    expect.arrayContaining(['rule group targets: created', 'rule group http: created']),
  )
  expect(group('http')?.folderUid).toBe(DEPLOYMENT)
  expect(group('http')?.rules.map((rule) => rule.provenance)).toEqual([undefined, undefined])
  here.asked()
  const second = await here.run({ ruleGroups })
  expect(result(second, 'http').state).toBe('unchanged')
  expect(here.written()).toEqual([])
})

test('a changed rule is written; what somebody paused stays paused; what others added stays', async () => {
  await here.run({ ruleGroups: [ruleGroup('http', ['Slow', 'Errors'])] })
  const stored = group('http')
  Object.assign(stored?.rules[0] ?? {}, { isPaused: true })
  stored?.rules.push({ ...(stored.rules[1] ?? {}), uid: 'made-by-hand', title: 'Theirs' })
  here.asked()
  const outcome = await here.run({ ruleGroups: [ruleGroup('http', ['Slow', 'Errors'], { for: '10m' })] })
  expect(result(outcome, 'http').state).toBe('updated')
  expect(titles(group('http')?.rules)).toEqual(['Slow', 'Errors', 'Theirs'])
  expect(group('http')?.rules.map((rule) => [rule.for, rule.isPaused])).toEqual([
    ['10m', true],
    ['10m', false],
    ['5m', false],
  ])
  expect(
    states(await here.run({ ruleGroups: [ruleGroup('http', ['Slow', 'Errors'], { for: '10m' })] })),
  ).toContain('rule group http: unchanged')
})

test('groups that are no longer defined go, with our rules only', async () => {
  await here.run({
    ruleGroups: [ruleGroup('old', ['A']), ruleGroup('shared', ['B']), ruleGroup('http', ['C'])],
  })
  group('shared')?.rules.push({ ...(group('shared')?.rules[0] ?? {}), uid: 'made-by-hand', title: 'Theirs' })
  here.grafana.state.ruleGroups.push({ folderUid: 'elsewhere', title: 'old', interval: 60, rules: [] })
  const outcome = await here.run({ ruleGroups: [ruleGroup('http', ['C'])] })
  expect(result(outcome, 'old')).toMatchObject({ state: 'removed', why: 'no longer defined' })
  expect(result(outcome, 'shared')).toMatchObject({
    why: 'no longer defined; 1 rule not managed by this action kept',
  })
  expect(here.grafana.state.ruleGroups.map((g) => `${g.folderUid} ${g.title} ${titles(g.rules)}`)).toEqual([
    `${DEPLOYMENT} shared Theirs`,
    `${DEPLOYMENT} http C`,
    'elsewhere old ',
  ])
})

test('groups of another deployment and of people are not ours, even in our folder', async () => {
  await here.run({ ruleGroups: [ruleGroup('http', ['C'])] })
  const rule = {
    ...(group('http')?.rules[0] ?? {}),
    uid: 'dm-00000000-1',
    ruleGroup: 'other',
    title: 'Other',
  }
  here.grafana.state.ruleGroups.push({ folderUid: DEPLOYMENT, title: 'other', interval: 60, rules: [rule] })
  await here.run({ ruleGroups: [ruleGroup('http', ['C'])] })
  expect(titles(group('other')?.rules)).toEqual(['Other'])
})

test('rules wait for their data source, and take the uid of one that was named', async () => {
  const ruleGroups = [ruleGroup('http', ['Slow'])]
  const outcome = await here.run({ ruleGroups }, 'editor')
  expect(problemOf(outcome, 'http')).toMatchObject({
    code: 'grafana-not-tried',
    message: expect.stringContaining('datasources:create'),
  })
  await here.run()
  const named = ruleGroup('http', ['Slow'])
  const rules = named.rules.map((rule) => ({
    ...rule,
    data: rule.data.map((q) => (q.refId === 'A' ? { ...q, datasourceUid: 'Chat Prometheus' } : q)),
  }))
  await here.run({ dataSource: { existing: 'Chat Prometheus' }, ruleGroups: [{ ...named, rules }] })
  expect(JSON.stringify(group('http')?.rules[0]?.data)).toContain(`"datasourceUid":"${DEPLOYMENT}"`)
})

test('a viewer cannot write rules and is told what is missing', async () => {
  await here.run()
  const outcome = await here.run({ ruleGroups: [ruleGroup('http', ['Slow'])] }, 'viewer')
  const problem = problemOf(outcome, 'http')
  expect(problem?.message).toContain('refuses')
  expect(problem?.hint).toContain('Editor role')
})

test('who is notified: the named contact point, the policies, or no one', async () => {
  const plain = [ruleGroup('http', ['Slow'])]
  const named = [ruleGroup('http', ['Slow'], { receiver: 'on-call' })]
  expect((await here.run({ ruleGroups: plain })).notified).toBe('no-one')
  expect((await here.run()).notified).toBeUndefined()

  const missing = await here.run({ ruleGroups: named })
  expect(problemOf(missing, 'http')).toMatchObject({
    code: 'grafana-receiver',
    message: expect.stringContaining('on-call'),
  })

  const webhook = { type: 'webhook', settings: { url: 'http://127.0.0.1:9/' }, disableResolveMessage: false }
  here.grafana.state.contactPoints.push({ ...webhook, uid: 'p', name: 'on-call' })
  const outcome = await here.run({ ruleGroups: named })
  expect(outcome.notified).toBe('receiver')
  expect(group('http')?.rules[0]?.notification_settings).toEqual({ receiver: 'on-call' })

  here.grafana.state.policies = { receiver: 'on-call' }
  expect((await here.run({ ruleGroups: plain })).notified).toBe('policies')
  const mail = { ...webhook, type: 'email', settings: { addresses: '<example@email.com>' } }
  here.grafana.state.contactPoints.splice(0, 1, { ...mail, uid: 'd', name: 'on-call' })
  expect((await here.run({ ruleGroups: plain })).notified).toBe('no-one')
})

test.each([
  ['through the API', { for: '30m' }],
  ["in Grafana's editor", { labels: { severity: 'warning' } }],
  ['its contact point', { notification_settings: { receiver: 'other' } }],
])(
  'a rule changed by hand (%s) is kept and reported, and put back only when configured',
  async (_how, edit) => {
    const ruleGroups = [ruleGroup('http', ['Slow', 'Errors'])]
    await here.run({ ruleGroups })
    const rule = group('http')?.rules[0] ?? {}
    Object.assign(rule, edit)
    here.asked()
    const kept = await here.run({ ruleGroups })
    expect(states(kept)).toEqual(
      expect.arrayContaining(['rule group http: unchanged', 'alert rule Slow: kept']),
    )
    expect(problemOf(kept, 'Slow')).toMatchObject({
      code: 'grafana-rule-edited',
      severity: 'warning',
      message: expect.stringContaining('was changed in Grafana since this action last wrote it'),
      hint: expect.stringContaining('`grafana.overwrite: always`'),
    })
    expect(here.written()).toEqual([])
    const back = await here.run({ ruleGroups, overwrite: 'always' })
    expect(result(back, 'http')).toMatchObject({
      state: 'updated',
      why: '1 difference from the definition; 1 rule changed in Grafana overwritten, as configured',
      change: { owner: 'edited', diff: expect.stringMatching(/^~ rule "Slow", changed in Grafana/) },
    })
    expect(group('http')?.rules[0]).not.toMatchObject(edit)
    here.asked()
    await here.run({ ruleGroups })
    expect(here.written()).toEqual([])
  },
)

test('next to a rule that is kept, the others of its group are still written', async () => {
  await here.run({ ruleGroups: [ruleGroup('http', ['Slow', 'Errors'])] })
  Object.assign(group('http')?.rules[0] ?? {}, { for: '30m' })
  const outcome = await here.run({ ruleGroups: [ruleGroup('http', ['Slow', 'Errors'], { for: '10m' })] })
  expect(result(outcome, 'http').state).toBe('updated')
  expect(result(outcome, 'Slow').state).toBe('kept')
  expect(group('http')?.rules.map((rule) => rule.for)).toEqual(['30m', '10m'])
})

test('rules that are provisioned are left alone: the same are unchanged, others are reported', async () => {
  const http = ruleGroup('http', ['Slow', 'Errors'])
  await here.run({ ruleGroups: [http] })
  for (const rule of group('http')?.rules ?? []) rule.provenance = 'file'
  here.asked()
  expect(result(await here.run({ ruleGroups: [http] }), 'http').state).toBe('unchanged')
  const changed = [ruleGroup('http', ['Slow', 'Errors'], { for: '10m' })]
  const outcome = await here.run({ ruleGroups: changed })
  expect(result(outcome, 'http').state).toBe('kept')
  expect(problemOf(outcome, 'http')?.code).toBe('grafana-rule-provisioned')
  expect(here.written()).toEqual([])
})

test('an interval changed by hand is kept with its rules', async () => {
  const ruleGroups = [ruleGroup('http', ['Slow'])]
  await here.run({ ruleGroups })
  Object.assign(group('http') ?? {}, { interval: 300 })
  expect(result(await here.run({ ruleGroups }), 'Slow').state).toBe('kept')
  expect(group('http')?.interval).toBe(300)
  await here.run({ ruleGroups, overwrite: 'always' })
  expect(group('http')?.interval).toBe(60)
})

test('a rule moved by hand to another group stays there, and is never removed', async () => {
  const ruleGroups = [ruleGroup('http', ['Slow', 'Errors'])]
  await here.run({ ruleGroups })
  const [moved] = group('http')?.rules.splice(0, 1) ?? []
  here.grafana.state.ruleGroups.push({
    ...{ folderUid: DEPLOYMENT, title: 'mine', interval: 60 },
    rules: [{ ...moved, ruleGroup: 'mine' }],
  })
  const outcome = await here.run({ ruleGroups })
  expect(problemOf(outcome, 'Slow')?.message).toContain('was moved in Grafana to the group "mine"')
  expect(titles(group('mine')?.rules)).toEqual(['Slow'])
  expect(titles(group('http')?.rules)).toEqual(['Errors'])
})

test('rules that an earlier version wrote without a record get one, once', async () => {
  const ruleGroups = [ruleGroup('http', ['Slow'])]
  await here.run({ ruleGroups })
  Object.assign(group('http')?.rules[0] ?? {}, { annotations: { summary: 'Slow' } })
  expect(result(await here.run({ ruleGroups }), 'http')).toMatchObject({
    why: 'to record what this action wrote',
  })
  here.asked()
  await here.run({ ruleGroups })
  expect(here.written()).toEqual([])
})
