import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createDataSourceProxy } from '../../src/clients/grafana/data-source-proxy.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import { judge } from '../../src/verify/verdict.ts'
import {
  deployment,
  type Endpoint,
  endpoint,
  metrics,
  type RunningPrometheus,
  startPrometheus,
  until,
  verified,
} from './verify-world.ts'

let scrapes = 0
/** Live traffic: every scrape finds more than the one before. */
const SHOP = () => {
  scrapes++
  return `# TYPE shop_requests_total counter
shop_requests_total{status="200"} ${scrapes * 5}
# TYPE shop_idle_total counter
shop_idle_total 0
# TYPE shop_seconds histogram
shop_seconds_bucket{le="1"} ${scrapes}
shop_seconds_bucket{le="+Inf"} ${scrapes}
shop_seconds_sum ${scrapes}
shop_seconds_count ${scrapes}
# TYPE shop_wait_seconds summary
shop_wait_seconds{quantile="0.95"} 0.2
shop_wait_seconds_sum ${scrapes}
shop_wait_seconds_count ${scrapes}
# TYPE shop_online_users_count gauge
shop_online_users_count 3
# TYPE shop_labelled_total counter
# TYPE shop_level gauge
shop_level 1
shop_untyped 1
# TYPE shop:colon gauge
shop:colon 1
`
}

const CONTRACT = {
  shop_requests_total: { type: 'counter', labels: ['status'] },
  shop_idle_total: { type: 'counter', labels: ['status'] },
  shop_seconds: 'histogram',
  shop_wait_seconds: 'histogram',
  shop_online_users_gauge: 'gauge',
  shop_labelled_total: { type: 'counter', expect: 'after-traffic' },
  shop_never_total: { type: 'counter', expect: 'after-traffic' },
  shop_announced_total: 'counter',
  shop_level: 'counter',
  shop_untyped: 'gauge',
  'shop:colon': 'gauge',
}

/** Each query with what it must come to: the state, and what is named as absent. */
const PANELS: Record<string, [expr: string, state: string, absent?: string[]]> = {
  rate: ['sum(rate(shop_requests_total[$__rate_interval]))', 'data'],
  interval: ['sum(increase(shop_requests_total[$__interval])) or sum(shop_level)', 'warning'],
  range: ['sum(increase(shop_requests_total[$__range]))', 'data'],
  variable: ['shop_requests_total{service=~"$service"}', 'data'],
  bracketed: ['shop_requests_total{service=~"[[service]]"}', 'data'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  braces: ['shop_requests_total{service=~"${service:regex}"}', 'data'],
  quantile: ['histogram_quantile(0.95, sum by (le) (rate(shop_seconds_bucket[$__rate_interval])))', 'data'],
  recorded: ['shop:requests:rate', 'data'],
  self: ['prometheus_build_info', 'data'],
  zero: ['sum(rate(shop_idle_total[$__rate_interval]))', 'data'],
  zero_meant: ['sum(rate(shop_never_total[1m])) or 0 * sum(up)', 'data', ['shop_never_total']],
  nan: ['sum(rate(shop_idle_total[1m])) / sum(rate(shop_idle_total[1m]))', 'waiting'],
  infinite: ['1 / sum(shop_idle_total)', 'nan'],
  dead: ['sum(rate(shop_reqests_total[1m]))', 'no-data', ['shop_reqests_total']],
  no_failure: [
    'shop_requests_total{status="500",service="shop"}',
    'waiting',
    ['shop_requests_total{status="500"}'],
  ],
  dead_label: [
    'shop_requests_total{status="500",service="shpo"}',
    'no-data',
    ['shop_requests_total{service="shpo"}'],
  ],
  buckets_of_summary: ['rate(shop_wait_seconds_bucket[1m])', 'no-data', ['shop_wait_seconds_bucket']],
  short: ['rate(shop_requests_total[1s])', 'no-data'],
  compared: ['shop_level > 5', 'waiting'],
  waiting: ['rate(shop_never_total[1m])', 'waiting', ['shop_never_total']],
  of_the_dead: ['dead_level', 'no-data', ['dead_level']],
  syntax: ['sum(', 'error'],
  many_to_many: ['up * on (service) group_left () {__name__=~"up|scrape_duration_seconds"}', 'error'],
  misspelt_zero: ['sum(shop_reqests_total) or 0 * sum(up)', 'warning', ['shop_reqests_total']],
  undeclared: ['up{job="$nobody_knows"}', 'no-data'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  only_grafana: ['up{job="${__user.login}"}', 'not-checked'],
}

const DASHBOARD = {
  uid: 'shop',
  title: 'Shop',
  json: {
    time: { from: 'now-5m', to: 'now' },
    templating: {
      list: [
        {
          type: 'query',
          name: 'service',
          query: 'label_values(up, service)',
          includeAll: true,
          multi: true,
          current: { value: ['$__all'] },
        },
      ],
    },
    panels: [
      ...Object.entries(PANELS).map(([title, [expr]], id) => ({
        id,
        title,
        targets: [{ refId: 'A', expr }],
      })),
      { id: 99, title: 'logs', datasource: { type: 'loki' }, targets: [{ expr: '{app="shop"}' }] },
    ],
  },
}

const RULES = `groups:
  - name: shop
    rules:
      - { record: "instance:shop_level:sum", expr: "sum by (job, instance) (shop_level)" }
      - { record: "shop:requests:rate", expr: "sum(rate(shop_requests_total[1m]))" }
      - { alert: ShopAlwaysFires, expr: "vector(1)", annotations: { summary: "it fires" } }
      - { alert: ShopBroken, expr: "up * on (service) group_left () {__name__=~'up|scrape_duration_seconds'}" }
`

let running: RunningPrometheus
let shop: Endpoint
let dead: Endpoint
let evidence: Evidence

beforeAll(async () => {
  shop = await endpoint(metrics(SHOP))
  dead = await endpoint((_, response) => {
    response.statusCode = 404
    response.end()
  })
  const {
    config,
    machines,
    prometheus: file,
  } = deployment([
    { name: 'shop', port: shop.port, metrics: CONTRACT },
    // Refused would be given half a minute to start.
    { name: 'dead', port: dead.port, metrics: { dead_level: 'gauge' } },
  ])
  const own = { job_name: 'prometheus', static_configs: [{ targets: ['127.0.0.1:PORT'] }] }
  running = await startPrometheus(
    { ...file, rule_files: ['FOLDER/rules.yml'], scrape_configs: [...file.scrape_configs, own] },
    { files: { 'rules.yml': RULES } },
  )
  const shippedRules = [RULES.replace('ShopBroken', 'ShopForgotten')]
  const request = { config, machines, dashboards: [DASHBOARD], shippedConfig: running.config }
  ;({ evidence } = await verified(running, { ...request, shippedRules }))
}, 120_000)

afterAll(async () => {
  for (const one of [running, shop, dead]) await one[Symbol.asyncDispose]()
})

test.each([
  ['shop_requests_total', 'present', 'proven'],
  ['shop_idle_total', 'wrong-labels', 'proven'],
  ['shop_seconds', 'present', 'proven'],
  ['shop_wait_seconds', 'wrong-type', 'proven'],
  ['shop_online_users_gauge', 'missing', 'proven'],
  ['shop_labelled_total', 'waiting', 'inferred'],
  ['shop_never_total', 'waiting', 'not checked'],
  ['shop_announced_total', 'missing', 'proven'],
  ['shop_level', 'wrong-type', 'proven'],
  ['shop_untyped', 'present', 'inferred'],
  ['shop:colon', 'present', 'proven'],
  ['dead_level', 'unknown', 'not checked'],
])('metric %s is %s, %s', (name, state, certainty) => {
  expect(evidence.metrics.find((metric) => metric.name === name)).toMatchObject({ state, certainty })
})

test('the suggestion and the summary are named, the rest is counted', () => {
  const metric = (name: string) => evidence.metrics.find((one) => one.name === name)
  expect(metric('shop_online_users_gauge')?.nearMiss).toBe('shop_online_users_count')
  expect(metric('shop_wait_seconds')?.why).toContain('exposed as a summary')
  expect(evidence.undeclared.find(({ service }) => service === 'shop')?.names).toEqual([
    'shop_online_users_count',
  ])
})

test.each(Object.entries(PANELS))('panel %s', (title, [, state, absent]) => {
  const found = evidence.panels.find(({ panel }) => panel.title === title)
  expect(found?.state).toBe(state)
  if (absent) expect(found?.absent).toEqual(absent)
})

test('panels say why', () => {
  const why = (title: string) => evidence.panels.find(({ panel }) => panel.title === title)?.why
  expect(why('dead')).toContain('Did you mean shop_requests_total?')
  expect(why('buckets_of_summary')).toContain('exposed as a summary')
  expect(why('short')).toContain('too short')
  expect(why('of_the_dead')).toContain('No target of dead is up')
  expect(why('undeclared')).toContain('has no variable `$nobody_knows`')
  expect(why('only_grafana')).toContain('$__user')
  expect(why('logs')).toContain('loki')
})

test('rules: loaded, healthy, evaluated; one fails, one was not loaded; what fires is shown', () => {
  const state = (name: string) => evidence.rules.find((rule) => rule.name === name)?.state
  expect(state('shop:requests:rate')).toBe('ok')
  expect(state('ShopAlwaysFires')).toBe('ok')
  expect(state('ShopBroken')).toBe('error')
  expect(state('ShopForgotten')).toBe('missing')
  expect(evidence.alerts).toMatchObject([{ name: 'ShopAlwaysFires', state: 'firing', summary: 'it fires' }])
})

test('the verdict holds every failure, and fail-on decides which count', () => {
  const verdict = judge(evidence, 'panels')
  expect(verdict.kind).toBe('failed')
  const areas = Map.groupBy(verdict.failures, ({ area }) => area)
  expect(areas.get('targets')).toHaveLength(1)
  expect(areas.get('metrics')).toHaveLength(6)
  expect(areas.get('rules')).toHaveLength(2)
  // Data from a fallback is told, too.
  const bad = Object.entries(PANELS).filter(
    ([title, [, state]]) => title === 'misspelt_zero' || !['data', 'warning', 'waiting'].includes(state),
  )
  // Whether the panel with logs counts is another question: its data source is not Prometheus.
  const ours = areas.get('panels')?.filter(({ subject }) => !subject.includes('logs'))
  expect(ours).toHaveLength(bad.length)
  expect(verdict.failures.every(({ decides }) => decides)).toBe(true)
})

test('panels of recorded series wait for the rules', async () => {
  await using fresh = await endpoint(metrics(SHOP))
  const { config, machines, prometheus: file } = deployment([{ name: 'shop', port: fresh.port }])
  const rules =
    'groups: [{ name: slow, interval: 6s, rules: [{ record: "a:b", expr: "sum(increase(shop_requests_total[1m]))" }] }]'
  await using other = await startPrometheus(
    { ...file, rule_files: ['FOLDER/r.yml'] },
    { files: { 'r.yml': rules } },
  )
  const panels = [{ id: 1, title: 'recorded', targets: [{ expr: 'a:b' }] }]
  const { evidence: found } = await verified(other, {
    config,
    machines,
    dashboards: [{ uid: 'd', title: 'D', json: { panels } }],
  })
  expect(found.panels.map(({ state }) => state)).toEqual(['data'])
}, 60_000)

test('the evidence is plain data', () => {
  expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
})

test('dashboards ask the data source that they use', async () => {
  const asked: string[] = []
  const proxy = await endpoint((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(404, { 'content-type': 'application/json' })
    response.end('{"message":"Unable to find datasource"}')
  })
  const { config, machines } = deployment([{ name: 'shop', port: shop.port }])
  const grafana = { url: `http://[::1]:${proxy.port}`, token: 't', pool: running.pool }
  const dashboardSource = createDataSourceProxy(grafana, 'shop')
  const found = await verified(running, { config, machines, dashboards: [DASHBOARD], dashboardSource })
  expect(asked.length).toBeGreaterThan(0)
  expect(new Set(asked)).toEqual(new Set(['POST /api/datasources/proxy/uid/shop/api/v1/query']))
  const states = found.evidence.panels.map(({ panel, state }) => [panel.title, state])
  expect(states.filter(([, state]) => state !== 'error')).toEqual([['logs', 'other-source']])
  expect(found.evidence.panels.find(({ state }) => state === 'error')).toMatchObject({
    why: 'The data source does not answer: Grafana has no data source "shop" yet.',
    next: expect.stringContaining('Run mode deploy'),
  })
  expect(judge(found.evidence, 'panels').kind).toBe('failed')
  await proxy[Symbol.asyncDispose]()
}, 60_000)

test('rates need two scrapes: they are waited for', async () => {
  await using fresh = await endpoint(metrics(SHOP))
  const { config, machines, prometheus: file } = deployment([{ name: 'shop', port: fresh.port }], '3s')
  await using other = await startPrometheus(file)
  await until(() => other.prometheus.ready().catch(() => false))
  const panels = [
    { id: 1, title: 'rate', targets: [{ expr: 'rate(shop_requests_total[$__rate_interval])' }] },
  ]
  const dashboards = [{ uid: 'd', title: 'D', json: { panels } }]
  const { evidence: found } = await verified(other, { config, machines, dashboards })
  expect(found.panels.map(({ state }) => state)).toEqual(['data'])
  expect(judge(found, 'panels')).toEqual({ kind: 'proven', failures: [] })
}, 60_000)
