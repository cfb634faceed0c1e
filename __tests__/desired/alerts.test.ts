import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { safeParse } from 'valibot'
import { parse } from 'yaml'
import { declaredMetrics } from '../../src/config/declared-metrics.ts'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import type { Config } from '../../src/config/schema.ts'
import { type DEFAULT_THRESHOLDS, thresholdSchema } from '../../src/config/thresholds.ts'
import { alertsOf, ruleGroups } from '../../src/desired/alerts/groups.ts'
import { monitoringPanels, overviewPanels } from '../../src/desired/alerts/panels.ts'
import { isAlert } from '../../src/desired/alerts/rule.ts'
import { renderGrafanaRules } from '../../src/desired/grafana/rules.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { parseDuration } from '../../src/lib/duration.ts'
import { configurations } from '../support/configurations.ts'
import { fc } from '../support/property.ts'

const PRESET = presetConfig({}) as { services: object[] }
const presetWith = (changes: object): Config => parseConfig({ ...PRESET, ...changes })
const config = presetWith({})
const names = (any: Config, remoteWrite = false) =>
  alertsOf(ruleGroups(any, { remoteWrite })).map((alert) => alert.alert)

test('every alert says how long, how bad, what, why, where to look and what to do', () => {
  for (const alert of alertsOf(ruleGroups(config, { remoteWrite: true }))) {
    expect(alert).toMatchObject({
      alert: expect.stringMatching(/^[A-Z][A-Za-z]+$/),
      for: expect.stringMatching(/^\d+m$/),
      severity: expect.stringMatching(/^(critical|warning|none)$/),
      summary: expect.stringMatching(/.{10,}/),
      description: expect.stringMatching(/.{30,}\.$/),
    })
    expect([...Object.values(overviewPanels), ...Object.values(monitoringPanels)]).toContainEqual(alert.panel)
    expect(existsSync(`docs/alerts/${alert.alert}.md`)).toBe(true)
  }
})

const RUNBOOKS = readdirSync('docs/alerts').filter((name) => name !== 'README.md')

test.each(RUNBOOKS)('%s says what a person sees, three things to look at, and how to silence it', (name) => {
  const text = readFileSync(`docs/alerts/${name}`, 'utf8')
  const alert = name.replace('.md', '')
  expect(text).toMatch(new RegExp(`^# ${alert}\n\n\\*\\*What you see:\\*\\* .{10,}\n`))
  const section = (title: string) => text.split(`\n## ${title}\n\n`)[1]?.split('\n## ')[0] ?? ''
  expect(section('Three things to look at').match(/^- /gm)).toHaveLength(3)
  // Next to an agent there is no Alertmanager.
  expect(section('Silence it')).toMatch(
    new RegExp(`amtool silence add alertname=${alert} -d 8h|New silence with \`alertname=${alert}\``),
  )
})

test('every rule of any configuration parses, and no two are the same rule', () => {
  fc.assert(
    fc.property(configurations, fc.boolean(), (any, remoteWrite) => {
      const rules = ruleGroups(any, { remoteWrite }).flatMap((group) => group.rules)
      for (const { expr } of rules)
        expect({ expr, errors: parsePromql(expr).errors }).toEqual({ expr, errors: [] })
      const keys = rules.map((rule) =>
        isAlert(rule) ? `${rule.alert} ${rule.about}` : `${rule.record} ${rule.labels?.slo}`,
      )
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { numRuns: 50 },
  )
})

test('the rules of the preset read only what its services promise, what Prometheus knows, and what is recorded before', () => {
  const known = new Set(['up', 'scrape_samples_scraped', 'scrape_duration_seconds'])
  for (const metric of config.services.flatMap(declaredMetrics)) {
    known.add(metric.name)
    if (metric.type === 'histogram') known.add(`${metric.name}_bucket`)
  }
  for (const group of ruleGroups(config, { remoteWrite: true }))
    for (const rule of group.rules) {
      const read = parsePromql(rule.expr).selectors.map((selector) => selector.metric ?? '?')
      expect(read.filter((metric) => !known.has(metric) && !metric.startsWith('prometheus_'))).toEqual([])
      if (!isAlert(rule)) known.add(rule.record)
    }
})

test('rules about Fechatter come with the metrics that they read, and only with them', () => {
  const services = [
    { name: 'chat', app: 'fechatter', port: 80, metrics: { notify_sse_connections_active: 'gauge' } },
  ]
  const one = presetWith({ services })
  expect(ruleGroups(one, { remoteWrite: false }).at(-1)).toMatchObject({
    name: 'fechatter',
    rules: [{ record: 'service:notify_sse_connections:sum' }, { alert: 'NotifySSEConnectionsDropped' }],
  })
  const none = presetWith({ services: [{ name: 'chat', app: 'fechatter', port: 80 }] })
  expect(ruleGroups(none, { remoteWrite: false }).map((group) => group.name)).toEqual([
    'targets',
    'monitoring',
  ])
})

test('a service that was renamed keeps its rules', () => {
  const services = PRESET.services.map((service) => ({
    ...service,
    name: `new-${(service as { name: string }).name}`,
  }))
  const text = renderRules(presetWith({ services }), { remoteWrite: true })
  expect(text.replaceAll('new-', '')).toBe(renderRules(config, { remoteWrite: true }))
})

test('nobody is woken about a service that may stop', () => {
  const stopping = (count: number) =>
    presetWith({ services: PRESET.services.map((service, i) => ({ ...service, may_stop: i < count })) })
  const absent = alertsOf(ruleGroups(stopping(1), { remoteWrite: false })).find(
    (a) => a.alert === 'ServiceAbsent',
  )
  expect(absent?.expr).not.toContain('fechatter_server')
  expect(absent?.expr).toContain('notify_server')
  expect(names(stopping(4))).not.toContain('ServiceAbsent')
})

test('rules about remote write ship only with remote write', () => {
  const withIt = names(config, true).filter((name) => !names(config, false).includes(name))
  expect(withIt).toEqual(['RemoteWriteBehind', 'RemoteWriteFailing'])
})

test.each(Object.entries(OTHER_THRESHOLDS()))('alerts.%s changes the rules', (key, value) => {
  const render = (any: Config) => renderRules(any, { remoteWrite: true })
  const changed = presetWith({ alerts: { [key]: value } })
  expect(render(changed)).not.toBe(render(config))
  // And whoever is woken finds on the alert's page that it can be set.
  const before = new Map(
    alertsOf(ruleGroups(config, { remoteWrite: true })).map((a) => [a.alert + a.about, a.expr]),
  )
  for (const { alert, about, expr } of alertsOf(ruleGroups(changed, { remoteWrite: true })))
    if (before.get(alert + about) !== expr)
      expect(readFileSync(`docs/alerts/${alert}.md`, 'utf8')).toContain(`\`alerts.${key}\``)
})

/** Another value for every threshold: the test does not compile when one is forgotten. */
function OTHER_THRESHOLDS(): Required<typeof DEFAULT_THRESHOLDS> {
  return {
    error_budget: 0.01,
    latency_p95: '1s500ms',
    min_request_rate: 3,
    traffic_lost: 0.7,
    min_message_rate: 0,
    cache_hit_ratio: 0.7,
    sse_connections_lost: 0.7,
    sse_connections_min: 7,
    nats_processed_ratio: 0.7,
    clickhouse_failure_ratio: 0.07,
    bot_failure_ratio: 0.07,
    slow_scrape: '3s',
    remote_write_delay: '7m',
    volume_used_ratio: 0.7,
  }
}

test.each([
  { error_budget: 0.06 },
  { cache_hit_ratio: 1 },
  { volume_used_ratio: 80 },
  { latency_p95: '0.5' },
  { sse_connections_min: 2.5 },
  { min_request_rate: -1 },
  { latency: '1s' },
])('impossible: %j', (thresholds) => {
  expect(safeParse(thresholdSchema, thresholds).success).toBe(false)
})

test('a scrape is slow at half of its timeout, whatever the interval', () => {
  const limit = (scrape_interval: string) =>
    alertsOf(
      ruleGroups(presetWith({ monitoring: { app: 'mon', scrape_interval } }), { remoteWrite: false }),
    ).find((a) => a.alert === 'ScrapeSlow')?.expr
  expect(limit('1s')).toMatch(/> 0\.5$/)
  expect(limit('1m')).toMatch(/> 5$/)
})

test('links lead to the Grafana that has the dashboards, or at least to the path in any', () => {
  const links = (grafanaUrl?: string) => {
    const file = parse(renderRules(config, { remoteWrite: true, ...(grafanaUrl && { grafanaUrl }) })) as {
      groups: { rules: { alert?: string; annotations?: { dashboard_url: string } }[] }[]
    }
    return file.groups[0]?.rules.find(({ alert }) => alert === 'TargetDown')?.annotations?.dashboard_url
  }
  expect(links('https://grafana.example/sub/')).toBe(
    'https://grafana.example/sub/d/fechatter-monitoring?viewPanel=1',
  )
  expect(links()).toBe('/d/fechatter-monitoring?viewPanel=1')
})

test('Grafana gets the same alerts, in its own words', () => {
  const groups = renderGrafanaRules(config, { remoteWrite: true, dataSourceUid: 'prom', receiver: 'team' })
  const rules = groups.flatMap((group) => group.rules)
  expect(rules.map((rule) => rule.title.replace(/ \(.*/, ''))).toEqual(names(config, true))
  for (const key of ['uid', 'title'] as const)
    expect(new Set(rules.map((r) => r[key])).size).toBe(rules.length)
  // Grafana accepts these faults without a word, and then fails on them at every evaluation (measured on 12.4).
  for (const { interval } of groups) expect(interval % 10).toBe(0)
  for (const { data, condition, for: lasts } of rules) {
    for (const { datasourceUid } of data) expect(['prom', '__expr__']).toContain(datasourceUid)
    expect(data.map(({ refId }) => refId)).toContain(condition)
    expect(data.flatMap(({ model }) => parsePromql(String(model.expr ?? '1')).errors)).toEqual([])
    expect(parseDuration(lasts)).toBeGreaterThan(0)
  }
  for (const rule of rules) {
    expect(rule.annotations).toMatchObject({
      __dashboardUid__: expect.stringMatching(/^fechatter-(overview|monitoring)$/),
      __panelId__: expect.stringMatching(/^\d$/),
      runbook_url: expect.stringMatching(/^https:\/\/.*\.md$/),
    })
    // $value is the number in Prometheus and a text about all queries in Grafana.
    expect(JSON.stringify(rule.annotations)).not.toMatch(/\$value\b/)
    expect(rule.receiver).toBe(rule.title === 'Watchdog' ? undefined : 'team')
  }
})

test('two deployments in one Grafana do not share a rule', () => {
  const uids = (app: string) =>
    renderGrafanaRules(presetWith({ monitoring: { app } }), {
      remoteWrite: false,
      dataSourceUid: 'prom',
    }).flatMap((group) => group.rules.map((rule) => rule.uid))
  expect(uids('staging').filter((uid) => uids('production').includes(uid))).toEqual([])
})
