import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import type { State } from '../sandbox/grafana/state.ts'
import { until } from '../sandbox/until.ts'
import { fakeFlyctl, keptLog } from '../support/fly-fake.ts'

const CONFIG = `
monitoring: { app: mon, organization: acme }
apps: [{ app: web }]
services: [{ name: web, app: web, port: 9090 }]
`
const point = (name: string) => ({
  ...{ uid: name, name, type: 'slack', settings: {}, disableResolveMessage: false },
})

/** What a deploy has written, with a contact point for everything and one for what is critical. */
async function deployed(set: (state: State) => void): Promise<GrafanaStandin> {
  const grafana = await startGrafana()
  const { state } = grafana
  state.folders.push({
    ...{ id: 1, uid: 'mon-folder', title: 'Web', version: 1, parentUid: '', created: 0, maker: '' },
  })
  state.dataSources.push({
    ...{ id: 2, uid: 'mon', name: 'Prometheus of mon', type: 'prometheus', access: 'proxy', url: 'http://p' },
    ...{ basicAuth: false, basicAuthUser: '', isDefault: false, jsonData: {}, secrets: {}, version: 1 },
    readOnly: false,
  })
  state.contactPoints.push(point('team'), point('pager'))
  state.policies = { receiver: 'team' }
  set(state)
  return grafana
}

const writes = (grafana: GrafanaStandin) =>
  grafana
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, status }) => `${method} ${path.replace(/dm-\w+-\w+/, 'UID')} ${status}`)
const CREATED = 'PUT /api/v1/provisioning/folder/mon-folder/rule-groups/mon%20drill 200'
const REMOVED = 'DELETE /api/v1/provisioning/alert-rules/UID 204'

/** Mode drill through a Grafana. `during`: what happens meanwhile. */
async function drill(
  grafana: GrafanaStandin,
  {
    config = CONFIG,
    during = async () => {},
  }: { config?: string; during?: (cancel: () => void) => Promise<void> } = {},
) {
  using fake = fakeFlyctl()
  fake.on('version', { stdout: '{"Version":"0.4.88"}' })
  const workspace = join(fake.folder, 'workspace')
  mkdirSync(workspace)
  writeFileSync(join(workspace, 'monitoring.yml'), config)
  const env = {
    INPUT_MODE: 'drill',
    'INPUT_FLY-API-TOKEN': 'fake-token',
    'INPUT_GRAFANA-URL': grafana.url,
    'INPUT_GRAFANA-API-KEY': TOKENS.editor,
    INPUT_TIMEOUT: '5m',
    GITHUB_WORKSPACE: workspace,
    PATH: `${fake.folder}:${process.env.PATH}`,
    FLY_FAKE: fake.folder,
  }
  const cancelled = new AbortController()
  const [report] = await Promise.all([
    run({ env, log: keptLog(), signal: cancelled.signal, scratch: join(fake.folder, 'scratch') }),
    during(() => cancelled.abort(new Error('cancelled'))),
  ])
  await grafana.close()
  return {
    report,
    kind: report.verdict.kind,
    problems: report.problems.map(({ code }) => code),
    claims: (report.evidence?.checks ?? []).map(
      ({ subject, outcome, why }) => `${subject} ${outcome}: ${why}`,
    ),
  }
}

test('one marked alert goes through the policies, is accepted, and is removed', async () => {
  const grafana = await deployed((state) => {
    state.policies = {
      receiver: 'team',
      routes: [{ receiver: 'pager', object_matchers: [['severity', '=', 'critical']] }],
    }
  })
  const { claims, kind, problems } = await drill(grafana)
  expect({ kind, problems }).toEqual({ kind: 'proven', problems: [] })
  expect(claims).toEqual([expect.stringMatching(/^pager holds: It accepted the alert after \d+ s\.$/)])
  expect(writes(grafana)).toEqual([CREATED, REMOVED])
  expect(grafana.state.ruleGroups).toEqual([])
  const { body } = grafana.requests().find(({ method }) => method === 'PUT') ?? {}
  expect(body).toMatchObject({
    interval: 10,
    rules: [
      {
        title: expect.stringMatching(/^Drill \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        labels: { severity: 'critical' },
        annotations: { summary: expect.stringMatching(/^This is a drill/) },
        notification_settings: null,
      },
    ],
  })
})

test.each<[string, (state: State) => void, string, RegExp]>([
  ['the contact point of the configuration', () => {}, 'pager', /^pager holds/],
  [
    'a contact point without an integration',
    (state) => void state.emptyContactPoints.push('lost'),
    'lost',
    /^lost broken: .*has no integration: no one is notified/,
  ],
  [
    'a silence',
    (state) =>
      void state.silences.push({
        status: { state: 'active' },
        matchers: [{ name: 'severity', value: 'critical' }],
      }),
    'pager',
    /^Grafana broken: .*a silence or a mute timing mutes it/,
  ],
])('%s', async (_, set, receiver, expected) => {
  const grafana = await deployed(set)
  const { claims } = await drill(grafana, { config: `${CONFIG}alerts: { receiver: ${receiver} }\n` })
  expect(claims).toEqual([expect.stringMatching(expected)])
  expect(writes(grafana)).toEqual([CREATED, REMOVED])
})

test('a contact point that refuses is named with its answer', async () => {
  const grafana = await deployed((state) => void state.receiverErrors.set('team', '401 Unauthorized'))
  const { claims, kind } = await drill(grafana)
  expect(claims).toEqual(['team broken: The contact point did not accept the alert: 401 Unauthorized'])
  expect(kind).toBe('failed')
})

test('a run that is cancelled removes the rule', async () => {
  // No contact point ever sends anything.
  const grafana = await deployed((state) => void state.contactPoints.splice(0))
  grafana.state.policies = { receiver: 'team' }
  grafana.state.contactPoints.push(point('other'))
  await drill(grafana, {
    during: async (cancel) => {
      await until('the rule', async () => writes(grafana).includes(CREATED))
      cancel()
    },
  })
  expect(writes(grafana)).toEqual([CREATED, REMOVED])
})

test('a rule that cannot be removed is reported, and does not fire for long', async () => {
  const grafana = await deployed(() => {})
  grafana.fault({ method: 'DELETE', times: 9, answer: { status: 403, body: { message: 'no' } } })
  const { report } = await drill(grafana, {
    // The end of the alert is waited for.
    during: async () => {
      await until('the removal', async () => writes(grafana).some((line) => line.startsWith('DELETE')))
      grafana.state.ruleGroups.splice(0)
    },
  })
  expect(report.problems).toMatchObject([
    { code: 'drill-left-behind', message: expect.stringContaining('Drill 2'), severity: 'warning' },
  ])
})

test('without what a deploy writes there is no drill, and nothing is written', async () => {
  const grafana = await deployed((state) => void state.folders.splice(0))
  const { problems, kind } = await drill(grafana)
  expect({ problems, kind }).toEqual({ problems: ['drill-not-deployed'], kind: 'failed' })
  expect(writes(grafana)).toEqual([])
})
