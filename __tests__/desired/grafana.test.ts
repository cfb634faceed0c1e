import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { desiredGrafana } from '../../src/desired/grafana/grafana.ts'
import { readInputs } from '../../src/inputs/read.ts'
import type { GrafanaDesired } from '../../src/model/grafana.ts'

/** What Grafana is to have, by what was given. */
const grafana = (env: Record<string, string>, more: Record<string, unknown> = {}, app?: string) => {
  const config = parseConfig(presetConfig({}))
  if (app !== undefined) config.monitoring.app = app
  const project = {
    config: { ...config, grafana: { ...config.grafana, ...more } },
    dashboards: [],
    source: undefined,
    dashboardSources: [],
    workspace: { root: '/', folder: '/' },
  }
  const inputs = readInputs({ INPUT_MODE: 'deploy', FLY_API_TOKEN: 'FlyV1 x', ...env })
  return desiredGrafana(project as unknown as Parameters<typeof desiredGrafana>[0], inputs, {
    commit: 'abc',
    secrets: new Map(),
  })
}

const uidOf = (source: GrafanaDesired['dataSource'] | undefined) =>
  source && 'existing' in source ? source.own?.uid : source?.uid

const GRAFANA = { GRAFANA_URL: 'https://tools.example.com/grafana/', GRAFANA_API_KEY: 'glsa_x' }
const CLOUD = { GRAFANA_URL: 'https://example.grafana.net', GRAFANA_API_KEY: 'glsa_x' }
const REMOTE_WRITE = {
  GRAFANA_PROMETHEUS_URL: 'https://prometheus-prod-01-eu-west-0.grafana.net/api/prom/push',
  GRAFANA_PROMETHEUS_USER: '123456',
  GRAFANA_PROMETHEUS_API_KEY: 'glc_x',
}

test('without a Grafana nothing is wanted of one', () => {
  expect(grafana({})).toBeUndefined()
})

test("this deployment's Prometheus, with its password", () => {
  expect(grafana({ ...GRAFANA, PROMETHEUS_PASSWORD: 'sesame-open-123' })?.dataSource).toEqual({
    uid: 'fechatter-monitoring',
    name: 'Prometheus of fechatter-monitoring',
    url: 'https://fechatter-monitoring.fly.dev',
    ...{ user: 'prometheus', password: 'sesame-open-123', timeInterval: '15s' },
  })
})

test.each([
  ['a stack that is written to: its own', { ...CLOUD, ...REMOTE_WRITE }, 'grafanacloud-prom'],
  ['a stack that nothing is written to: ours', CLOUD, undefined],
  ['written to a stack, but read in another Grafana: ours', { ...GRAFANA, ...REMOTE_WRITE }, undefined],
])('%s', (_what, env, existing) => {
  const found = grafana(env)?.dataSource
  if (existing === undefined) expect(found).toMatchObject({ uid: 'fechatter-monitoring' })
  else expect(found).toEqual({ existing })
})

test('a data source that is named comes before all others', () => {
  const found = grafana({ ...CLOUD, ...REMOTE_WRITE }, { datasource: 'Mimir' })?.dataSource
  expect(found).toEqual({ existing: 'Mimir' })
})

test('the folder has a uid that no dashboard has, which older versions demand', () => {
  expect(grafana(GRAFANA)?.folder).toEqual({ uid: 'fechatter-monitoring-folder', title: 'Fechatter' })
})

test('apps whose long names begin alike have folders and data sources of their own', () => {
  const begin = 'x'.repeat(62)
  for (const env of [GRAFANA, { ...GRAFANA, INPUT_MODE: 'dashboards' }]) {
    const wanted = ['1', '2'].map((end) => grafana(env, {}, begin + end))
    const folders = wanted.map((desired) => desired?.folder.uid ?? '')
    const sources = wanted.map((desired) => uidOf(desired?.dataSource) ?? '')
    expect(new Set([...folders, ...sources]).size).toBe(4)
    for (const uid of [...folders, ...sources]) expect(uid).toMatch(/^[\w-]{1,40}$/)
    for (const desired of wanted) {
      const asked = desired?.ruleGroups.flatMap(({ rules }) =>
        rules.map(({ data }) => data[0]?.datasourceUid),
      )
      expect(new Set(asked)).toEqual(new Set([uidOf(desired?.dataSource)]))
    }
  }
})

test('mode dashboards shows the password to no address that only a file names, and knows its data source all the same', () => {
  const env = { ...GRAFANA, INPUT_MODE: 'dashboards', PROMETHEUS_PASSWORD: 'sesame-open-123' }
  const own = { uid: 'fechatter-monitoring', name: 'Prometheus of fechatter-monitoring' }
  expect(grafana(env)?.dataSource).toEqual({ existing: own.uid, own })
  const named = grafana({ ...env, 'INPUT_PROMETHEUS-URL': 'https://prometheus.example.com' })
  expect(named?.dataSource).toMatchObject({
    ...own,
    ...{ url: 'https://prometheus.example.com', password: 'sesame-open-123' },
  })
})

test('a deploy is annotated with its commit, an import of dashboards alone as such', () => {
  const tags = ['deploy', 'fechatter-monitoring', 'deploy-monitoring', 'abc']
  expect(grafana(GRAFANA)?.annotation).toEqual({ text: 'Deployed abc', tags })
  expect(grafana({ ...GRAFANA, INPUT_MODE: 'dashboards' })?.annotation).toEqual({
    text: 'Dashboards of abc imported',
    tags: [...tags, 'dashboards-only'],
  })
})

test('with dashboards of its own, no rule leads to one that Grafana does not have', () => {
  const led = (more: Record<string, unknown>) =>
    new Set(
      grafana(GRAFANA, more)?.ruleGroups.flatMap(({ rules }) =>
        rules.map(({ annotations }) => annotations.__dashboardUid__),
      ),
    )
  expect(led({})).toEqual(new Set(['fechatter-overview', 'fechatter-monitoring']))
  expect(led({ dashboards: ['dashboards'] })).toEqual(new Set([undefined]))
})
