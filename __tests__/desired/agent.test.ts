import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { alertsOf, allGroups, recordedByRules, ruleGroups } from '../../src/desired/alerts/groups.ts'
import { withoutRecording } from '../../src/desired/alerts/without-recording.ts'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { desiredGrafana } from '../../src/desired/grafana/grafana.ts'
import { renderedFiles } from '../../src/desired/manual/files.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { selectorsOf } from '../../src/formats/promql/rewrite.ts'
import { readInputs } from '../../src/inputs/read.ts'

const STORE = [{ url: 'https://vm.example/api/v1/write' }]

const agentWith = (monitoring: object = {}, more: object = {}) =>
  parseConfig({
    monitoring: { app: 'mon', engine: 'agent', ...monitoring },
    apps: [{ app: 'chat' }],
    services: [
      {
        ...{ name: 'web', app: 'chat', port: 9090 },
        metrics: { http_requests_total: 'counter', http_request_duration_seconds: 'histogram' },
      },
    ],
    slos: [{ service: 'web', of: 'http_requests_total', errors: 'status=~"5.."', objective: 99.9 }],
    remote_write: STORE,
    ...more,
  })

const fechatter = parseConfig({
  ...(presetConfig({}) as object),
  monitoring: { app: 'mon', engine: 'agent' },
  remote_write: STORE,
})

const rendered = (config: ReturnType<typeof agentWith>) =>
  renderMonitoring(
    config,
    { flyToken: 't', password: 'p', remoteWrite: undefined, receivers: {} },
    { rules: '', own: [{ file: 'own.yml', text: 'groups: []' }] },
  )

test('an agent starts with its own flags, those of its version, and without rules', () => {
  const app = rendered(agentWith())
  expect(app.engine).toBe('agent')
  expect(app.files.map(({ name }) => name)).toEqual(['prometheus.yml'])
  const file = parse(app.files[0]?.content ?? '')
  expect(file).not.toHaveProperty('rule_files')
  expect(file.global).toEqual({
    scrape_interval: '15s',
    scrape_timeout: '10s',
    external_labels: { monitor: 'mon' },
  })
  expect(app.flyToml).toContain('"--agent"')
  expect(app.flyToml).toContain('"--storage.agent.path=/prometheus/agent"')
  expect(app.flyToml).not.toContain('storage.tsdb')
  const older = rendered(agentWith({ image: 'registry.fly.io/mon:v2.42.0' }))
  expect(older.flyToml).toContain('"--enable-feature=agent"')
  expect(older.flyToml).not.toContain('"--agent"')
})

test('the files for a manual deploy say which engine the entrypoint starts', () => {
  const files = renderedFiles(agentWith(), 'monitoring.yml', ['own.yml'])
  expect(files.map(({ path }) => path)).toEqual(['monitoring/prometheus-fly.yml', 'fly.monitoring.toml'])
  expect(files[1]?.text).toContain('PROMETHEUS_ENGINE = "agent"')
  expect(files[1]?.text).not.toMatch(/RETENTION|rules/)
})

test.each([
  ['a team', agentWith()],
  ['Fechatter', fechatter],
])('alerts of %s read no recorded series, and only those of this deployment', (_, config) => {
  const groups = ruleGroups(config, { remoteWrite: true })
  const recorded = new Set(recordedByRules(allGroups(config, { remoteWrite: true })))
  expect(recordedByRules(groups)).toEqual([])
  expect(recorded.size).toBeGreaterThan(4)
  const server = alertsOf(allGroups(config, { remoteWrite: true })).map(({ alert }) => alert)
  expect(alertsOf(groups).map(({ alert }) => alert)).toEqual(server)
  for (const { alert, expr } of alertsOf(groups)) {
    expect([alert, parsePromql(expr).errors]).toEqual([alert, []])
    for (const selector of selectorsOf(expr) ?? []) {
      expect([alert, recorded.has(selector.metric ?? '')]).toEqual([alert, false])
      expect(selector.matchers).toContainEqual(expect.objectContaining({ label: 'monitor', value: 'mon' }))
    }
  }
})

test.each([
  ['a team', agentWith()],
  ['Fechatter', fechatter],
])('dashboards of %s ask for what an agent has, and only for this deployment', (_, config) => {
  const all = shippedDashboards(config)
  expect(all.length).toBeGreaterThan(1)
  for (const { text } of all) {
    expect(text).not.toMatch(/ALERTS|prometheus_rule_|service:targets|monitoring:volume|slo:|tsdb_head/)
    const { panels, templating } = JSON.parse(text)
    const lists = panels.filter(({ type }: { type: string }) => type === 'alertlist')
    const title = config.grafana.folder ?? config.apps[0]?.app
    // Older versions of Grafana look for the title, newer ones for the uid.
    expect(lists).toMatchObject([{ options: { folder: { uid: expect.stringMatching(/-folder$/), title } } }])
    for (const { targets = [], gridPos } of panels) {
      for (const { expr } of targets) {
        const selectors = selectorsOf(expr) ?? []
        expect(selectors.length).toBeGreaterThan(0)
        for (const { matchers } of selectors)
          expect(matchers).toContainEqual(expect.objectContaining({ label: 'monitor', value: 'mon' }))
      }
      // No holes where a panel was left out.
      const row = panels.filter((one: { gridPos: { y: number } }) => one.gridPos.y === gridPos.y)
      expect(row.reduce((sum: number, one: { gridPos: { w: number } }) => sum + one.gridPos.w, 0)).toBe(24)
    }
    for (const { name, query } of templating.list)
      if (name === 'service') expect(query).toBe('label_values(up{monitor="mon"}, service)')
  }
})

test('a recorded series is replaced by its expression, with the labels and matchers of both', () => {
  const rules = [
    { record: 'a:rate', expr: 'sum by (job) (rate(a[5m]))' },
    { record: 'b:ratio', expr: 'sum(rate(b[5m])) / a:rate', labels: { service: 'web' } },
    { record: 'b:ratio', expr: 'vector(1)', labels: { service: 'api' } },
  ]
  const replaced = (query: string) => withoutRecording(query, rules).replace(/\s+/g, ' ')
  expect(replaced('a:rate{job="x"} > 1')).toBe('( sum by (job) (rate(a{job="x"}[5m])) ) > 1')
  expect(replaced('b:ratio{service="api"}')).toBe('( label_replace((vector(1)), "service", "api", "", "") )')
  expect(replaced('b:ratio{service=~"w.*"}')).toBe(
    '( label_replace((sum(rate(b[5m])) / ( sum by (job) (rate(a[5m])) )), "service", "web", "", "") )',
  )
  expect(replaced('min_over_time(a:rate[1h] offset 1d)')).toBe(
    'min_over_time(( sum by (job) (rate(a[5m])) )[1h:75s] offset 1d)',
  )
  expect(replaced('rate(c[$__rate_interval]) / a:rate')).toBe(
    'rate(c[$__rate_interval]) / ( sum by (job) (rate(a[5m])) )',
  )
})

const grafanaOf = (
  remote_write: object[],
  { secrets = {}, url = 'https://grafana.example', ...more }: Record<string, unknown> = {},
) => {
  const config = agentWith({}, { remote_write, ...more })
  const project = { config, dashboards: [], ruleSources: [{ file: 'own.yml', text: OWN_RULES }] }
  const inputs = readInputs({
    ...{ INPUT_MODE: 'dashboards', FLY_API_TOKEN: 'FlyV1 x', GRAFANA_URL: url, GRAFANA_API_KEY: 'glsa_x' },
  } as Record<string, string>)
  return desiredGrafana(project as unknown as Parameters<typeof desiredGrafana>[0], inputs, {
    ...{ commit: undefined, secrets: new Map(Object.entries(secrets as Record<string, string>)) },
  })
}

const OWN_RULES = `groups:
  - name: own
    rules:
      - { alert: Busy, expr: 'service:requests:rate5m{service="web"} > 5', for: 5m, labels: { severity: page } }
`
const KEYED = [{ url: 'https://vm.example/api/v1/write', user: 'u', password_env: 'STORE_KEY' }]

test('Grafana asks the store, with its key, in every mode that knows it', () => {
  expect(grafanaOf(KEYED, { secrets: { STORE_KEY: 'k' } })?.dataSource).toMatchObject({
    ...{ uid: 'mon', url: 'https://vm.example', user: 'u', password: 'k' },
  })
  expect(grafanaOf(STORE)?.dataSource).not.toHaveProperty('user')
  // Without the key, the data source of an earlier deploy is used.
  expect(grafanaOf(KEYED)?.dataSource).toMatchObject({ existing: 'mon', own: { uid: 'mon' } })
  const cloud = [{ ...KEYED[0], url: 'https://p.grafana.net/api/prom/push' }]
  expect(
    grafanaOf(cloud, { url: 'https://acme.grafana.net', secrets: { STORE_KEY: 'k' } })?.dataSource,
  ).toEqual({ existing: 'grafanacloud-prom' })
})

test('an alert of the team reads no recorded series either, and only those of this deployment', () => {
  const groups = grafanaOf(STORE)?.ruleGroups ?? []
  const own = groups.find(({ title }) => title === 'mon own own')?.rules[0]
  const expr = String(own?.data[0]?.model.expr)
  expect(expr).toContain('rate(http_requests_total{service="web",monitor="mon"}[5m])')
  expect(expr).not.toContain('service:requests:rate5m')
})
