import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { flyQuery } from '../../src/desired/alerts/fly-query.ts'
import { alertsOf, ruleGroups } from '../../src/desired/alerts/groups.ts'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { renderGrafanaRules } from '../../src/desired/grafana/rules.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'

const config = parseConfig({
  monitoring: { engine: 'fly', organization: 'acme' },
  apps: [{ app: 'chat' }, { app: 'jobs' }],
  services: [
    {
      ...{ name: 'web', app: 'chat', port: 9090 },
      metrics: {
        users: 'gauge',
        http_requests_total: { type: 'counter', labels: ['status'] },
        http_request_duration_seconds: 'histogram',
      },
    },
    { name: 'worker', app: 'jobs', port: 9091, may_stop: true, metrics: { done_total: 'counter' } },
  ],
})
const alerts = alertsOf(ruleGroups(config, { remoteWrite: false }))
const dashboards = shippedDashboards(config)

const queriesIn = (text: string): string[] =>
  [...text.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(([, expr = '']) => JSON.parse(expr) as string)

const queries = [...alerts.map(({ expr }) => expr), ...dashboards.flatMap(({ text }) => queriesIn(text))]

test('every query is valid PromQL, names its apps, and reads nothing that only a Prometheus of ours has', () => {
  expect(queries.length).toBeGreaterThan(25)
  for (const query of queries) {
    const parsed = parsePromql(expandGrafana(query, { __rate_interval: '1m' }).query)
    expect([query, parsed.errors]).toEqual([query, []])
    for (const { metric = '', matchers, within } of parsed.selectors) {
      expect([query, metric]).toEqual([query, expect.stringMatching(/^[a-z_]+$/)])
      expect(metric).not.toBe('ALERTS')
      expect([query, matchers.map(({ label }) => label)]).toEqual([query, expect.arrayContaining(['app'])])
      const labels = [
        ...matchers.map(({ label }) => label),
        ...within.flatMap((call) => call.labels?.names ?? []),
      ]
      expect(labels.filter((label) => label === 'service' || label === 'job')).toEqual([])
    }
  }
})

test('the alerts are those that Fly can evaluate the data for, each once in Grafana', () => {
  expect([...new Set(alerts.map(({ alert }) => alert))]).toEqual([
    ...['TargetDown', 'ServiceAbsent', 'MetricAbsent', 'RequestErrorsHigh', 'RequestErrorsElevated'],
    ...['RequestLatencyHigh', 'TrafficStopped', 'MachineOutOfMemory', 'MachineThrottled'],
    ...['MachineVolumeFilling', 'EdgeErrorsHigh', 'FlyMetricsMissing'],
  ])
  const own = [
    {
      file: 'rules.yml',
      text: 'groups: [{ name: team, rules: [{ alert: Many, expr: \'sum by (service) (users{service="web"}) > 9\' }] }]',
    },
  ]
  const groups = renderGrafanaRules(config, { remoteWrite: false, dataSourceUid: 'u', own })
  const team = groups.find(({ title }) => title.includes('own team'))
  expect(team?.rules[0]?.data[0]?.model.expr).toBe('sum by (app) (users{app="chat"}) > 9')
  expect(dashboards.map(({ uid }) => uid)).toEqual([
    ...['deploy-monitoring-web', 'deploy-monitoring-worker', 'deploy-monitoring-fly'],
  ])
})

test.each([
  ['up', 'up{app=~"chat|jobs"}'],
  ['up{job="worker"}', 'up{app="jobs"}'],
  ['up{service=~"web|worker",region="nrt"}', 'up{app=~"chat|jobs",region="nrt"}'],
  ['up{service="nobody"}', 'up{app=""}'],
  ['up{app="chat"}', 'up{app="chat"}'],
  ['{__name__=~"a|b"}', '{app=~"chat|jobs",__name__=~"a|b"}'],
  [
    'sum by (app, service) (rate(x{service!="web"}[$__rate_interval]))',
    'sum by (app) (rate(x{app="jobs"}[$__rate_interval]))',
  ],
  ['a * on (service) group_left () b', 'a{app=~"chat|jobs"} * on (app) group_left () b{app=~"chat|jobs"}'],
])('%s is asked as %s', (query, expected) => {
  expect(flyQuery(query, config)).toBe(expected)
})
