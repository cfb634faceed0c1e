import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { ruleGroups } from '../../src/desired/alerts/groups.ts'
import { normaliseDashboard } from '../../src/desired/grafana/dashboard.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { contractOf } from '../../src/lint/contract.ts'
import { lintDashboardText } from '../../src/lint/dashboard/lint.ts'
import { lintPrometheusConfig } from '../../src/lint/prometheus/lint.ts'
import { prometheusContext } from '../../src/lint/prometheus/subject.ts'
import { lintQuery } from '../../src/lint/query/lint.ts'
import { lintRules } from '../../src/lint/rules/lint.ts'

import { fc } from '../support/property.ts'

const ROOT = join(import.meta.dirname, '../..')
const REAL = join(ROOT, '../shared/fixtures/fechatter')
const real = existsSync(REAL)
  ? test
  : (name: string, run: () => void) => test.skip(`${name} (its files are not in this clone)`, run)

const config = parseConfig(presetConfig({}))
const groups = ruleGroups(config, { remoteWrite: true })
const names = new Set(
  groups.flatMap(({ rules }) => rules.flatMap((rule) => ('record' in rule ? [rule.record] : []))),
)
const recorded = new Map([...names].map((name) => [name, undefined] as const))
const contract = contractOf(config, { recorded, assumed: true })
const lint = (text: string) => lintDashboardText({ file: 'd.json', text }, { contract, seen: new Map() })
const told = (value: unknown) =>
  lint(JSON.stringify(value, null, 1)).map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)
const codes = (value: unknown) => lint(JSON.stringify(value)).map(({ code }) => code)

test.each(readdirSync(join(ROOT, 'dashboards')).filter((name) => name.endsWith('.json')))(
  'the shipped %s has no finding, with histograms and with summaries',
  (name) => {
    const text = readFileSync(join(ROOT, 'dashboards', name), 'utf8')
    expect(lint(text)).toEqual([])
    const services = config.services.map((service) => ({
      ...service,
      metrics: Object.fromEntries(
        Object.entries(service.metrics).map(([metric, entry]) => [
          metric,
          typeof entry === 'object' && entry.type === 'histogram'
            ? { ...entry, type: 'summary' as const }
            : entry,
        ]),
      ),
    }))
    const summaries = contractOf({ ...config, services }, { recorded, assumed: false })
    expect(lintDashboardText({ file: 'd.json', text }, { contract: summaries, seen: new Map() })).toEqual([])
  },
)

test('series of Fly are there with monitoring.fly_metrics, as far as they are copied', () => {
  const withFly = { ...config, monitoring: { ...config.monitoring, fly_metrics: true } }
  const board = (expr: string) =>
    JSON.stringify({
      ...{ uid: 'd', title: 'D', schemaVersion: 39 },
      panels: [{ id: 1, type: 'timeseries', title: 'P', targets: [{ refId: 'A', expr }] }],
    })
  const found = (of: typeof config, expr: string) =>
    lintDashboardText(
      { file: 'd.json', text: board(expr) },
      { contract: contractOf(of, { recorded, assumed: false }), seen: new Map() },
    ).flatMap(({ code }) => (code === 'dashboard/fly-metrics' ? [code] : []))
  const [copied, other] = ['fly_instance_memory_mem_total', 'fly_instance_net_recv_bytes']
  expect([found(config, copied), found(withFly, copied), found(withFly, other)]).toEqual([
    ['dashboard/fly-metrics'],
    [],
    ['dashboard/fly-metrics'],
  ])
})

test('the rules that ship have no finding', () => {
  expect(lintRules(renderRules(config, { remoteWrite: true }), 'rules.yml', { contract })).toEqual([])
})

real(
  "Fechatter's own dashboard: the metric that nobody promised, and the buckets that may not be there",
  () => {
    const text = readFileSync(join(REAL, 'fechatter-overview.json'), 'utf8')
    expect(lint(text).map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)).toEqual([
      '143:19 query/undeclared-metric',
      '212:19 query/maybe-summary',
      '217:19 query/maybe-summary',
    ])
  },
)

real("Fechatter's own Prometheus configuration: placeholders, static targets, one instance for all", () => {
  const text = readFileSync(join(REAL, 'prometheus-fly.yml'), 'utf8')
  const found = lintPrometheusConfig(
    text,
    'p.yml',
    prometheusContext(config, () => true),
  )
  expect(found.map(({ code, at }) => `${at?.line} ${code}`)).toEqual([
    '53 prometheus/placeholder',
    '55 prometheus/placeholder',
    '56 prometheus/placeholder',
    '20 prometheus/static-internal',
    '30 prometheus/static-internal',
    '38 prometheus/static-internal',
    '46 prometheus/static-internal',
    '23 prometheus/instance-label',
    '33 prometheus/instance-label',
    '41 prometheus/instance-label',
    '49 prometheus/instance-label',
  ])
})

const target = { refId: 'A', expr: 'sum(' }
const source = { type: 'prometheus', uid: '$ds' }
const panel = { id: 1, type: 'text', title: 'P', datasource: source, targets: [target] }
const templating = { list: [{ type: 'datasource', name: 'ds', query: 'prometheus' }] }
const model = { uid: 'd', title: 'D', templating, panels: [panel] }

test.each<[string, unknown]>([
  ['as it is exported', model],
  ['wrapped for the API', { dashboard: model, overwrite: true }],
  [
    'as a resource',
    { apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', metadata: { name: 'd' }, spec: model },
  ],
  ['with folded rows', { ...model, panels: [{ type: 'row', panels: [panel] }] }],
  ['with rows of old', { ...model, panels: undefined, rows: [{ panels: [panel] }] }],
  [
    'in the second schema',
    {
      apiVersion: 'dashboard.grafana.app/v2beta1',
      kind: 'Dashboard',
      metadata: { name: 'd' },
      spec: {
        title: 'D',
        elements: {
          p: {
            kind: 'Panel',
            spec: {
              id: 1,
              title: 'P',
              vizConfig: { kind: 'VizConfig', group: 'text' },
              data: {
                kind: 'QueryGroup',
                spec: {
                  queries: [
                    {
                      kind: 'PanelQuery',
                      spec: { query: { kind: 'DataQuery', group: 'prometheus', spec: { expr: 'sum(' } } },
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
  ],
])('queries are found in a dashboard %s', (_, value) => {
  // An import refuses the second schema and inputs of other data sources, which is a finding of its own.
  expect(codes(value).filter((code) => !/schema-v2|input$/.test(code))).toEqual(['query/syntax'])
})

test.each<[string, unknown]>([
  ['of Loki by type', { ...model, panels: [{ ...panel, datasource: { type: 'loki', uid: 'x' } }] }],
  [
    'of Loki by variable',
    {
      ...model,
      templating: { list: [{ type: 'datasource', name: 'ds', query: 'loki' }] },
      panels: [{ ...panel, datasource: '$ds' }],
    },
  ],
  [
    'of Loki by input',
    {
      ...model,
      __inputs: [{ name: 'DS_LOKI', pluginId: 'loki' }],
      panels: [{ ...panel, datasource: `\${DS_LOKI}` }],
    },
  ],
  [
    'of Loki by their looks',
    {
      ...model,
      panels: [{ ...panel, datasource: null, targets: [{ expr: '{app="x"} |= "error" | json' }] }],
    },
  ],
  ['of Grafana itself', { ...model, panels: [{ ...panel, datasource: '-- Grafana --' }] }],
  [
    'that are calculated',
    {
      ...model,
      panels: [{ ...panel, targets: [{ expr: 'sum(', datasource: { type: '__expr__', uid: '__expr__' } }] }],
    },
  ],
  ['that are hidden', { ...model, panels: [{ ...panel, targets: [{ ...target, hide: true }] }] }],
])('queries %s are left alone', (_, value) => {
  expect(codes(value).filter((code) => code !== 'dashboard/input')).toEqual([])
})

test('queries of variables are checked too, at their place', () => {
  const variable = (query: unknown) => ({
    ...model,
    panels: [],
    templating: { list: [...templating.list, { type: 'query', name: 'v', datasource: source, query }] },
  })
  expect(told(variable('label_values(fechatter_active_user, service)'))).toEqual([
    '18:14 query/undeclared-metric',
  ])
  expect(told(variable({ query: 'label_values(fechatter_active_users{a="b", service)' }))).toEqual([
    '18:14 query/syntax',
  ])
  expect(codes(variable('label_values(fechatter_messages_sent_total, service)'))).toEqual([])
  expect(codes(variable('label_values(service)'))).toEqual([])
})

test('names and values that a variable makes are not judged', () => {
  const ask = (expr: string) =>
    codes({
      ...model,
      templating: { list: [...templating.list, { type: 'textbox', name: 'v' }] },
      panels: [{ ...panel, targets: [{ expr }] }],
    })
  expect(ask('fechatter_$v')).toEqual([])
  expect(ask('fechatter_active_users{service=~"$v"}')).toEqual([])
  expect(ask('fechatter_active_users{service=~"nobody"}')).toEqual(['query/never-matches'])
  expect(ask('fechatter_active_users{service="bot_server"}')).toEqual(['query/never-matches'])
  expect(ask('fechatter_active_users{service!="fechatter_server"}')).toEqual(['query/never-matches'])
})

test('labels of other programs are left alone in a dashboard that merely lies in the repository', () => {
  const panels = [{ ...panel, targets: [{ expr: 'up{job="postgres"} * pg_up' }] }]
  const text = JSON.stringify({ ...model, panels })
  const codesOf = (found: boolean) =>
    lintDashboardText({ file: 'd.json', text, found }, { contract, seen: new Map() })
  expect(codesOf(true).map(({ code }) => code)).toEqual(['dashboard/unrelated'])
  expect(codesOf(false).map(({ code }) => code)).toEqual(['dashboard/unrelated', 'query/never-matches'])
})

test('unnamed JSON is not a dashboard only because it has panels, and a template is not a syntax error', () => {
  const found = (text: string, named = false) =>
    lintDashboardText({ file: 'd.json', text, found: !named }, { contract: undefined, seen: new Map() }).map(
      ({ code }) => code,
    )
  const other = '{ "openapi": "3.0", "panels": { "type": "array" } }'
  expect(found(other)).toEqual([])
  expect(found(other, true)).toEqual(['dashboard/shape'])
  const template = '{ "panels": [{ "title": "{{ include "name" . }}" }], "schemaVersion": {{ version }} }'
  expect(found(template)).toEqual([])
  expect(found('{ "panels": [\n{%- for p in panels %} {} {% endfor %}] }')).toEqual([])
  expect(found(template, true)).toEqual(['dashboard/json'])
  expect(found('{ "legendFormat": "{{pod}}" "panels": [] }')).toEqual(['dashboard/json'])
})

test('an input of any name is a data source', () => {
  const board = {
    uid: 'd',
    title: 'D',
    __inputs: [{ name: 'DS_PROMETHEUS-2', type: 'datasource', pluginId: 'prometheus' }],
    panels: [{ type: 'stat', datasource: `\${DS_PROMETHEUS-2}`, targets: [{ expr: 'sum(' }] }],
  }
  expect(codes(board)).toEqual(['query/syntax'])
  const loki = { ...board, __inputs: [{ ...board.__inputs[0], pluginId: 'loki' }] }
  expect(codes(loki)).toEqual(['dashboard/input'])
})

test.each([
  'up{a="b", a="c"}',
  'up{a="b", a!="b"}',
  'up{a="b", a=~"c.*"}',
  'up{a=~"c.*", a="b"}',
  'up{a="b", a!~"b|c"}',
  'up{a="", a=~".+"}',
])('%s never matches', (expr) => {
  const [problem, ...more] = lint(JSON.stringify({ uid: 'd', title: 'D', panels: [panelOf(expr)] }))
  expect([problem?.code, ...more]).toEqual(['query/never-matches'])
})

test('thousands of values that one label cannot have at once are one finding, and take no time', () => {
  const matchers = Array.from({ length: 6_000 }, () => 'a="1",a=~"1.*"').join()
  for (const last of ['a="2"', 'a!="1"', 'a=~"2.*"']) {
    const { reports } = lintQuery(`up{${matchers},${last}}`, {
      kind: 'rule',
      contract: undefined,
      isOurs: false,
    })
    expect(reports.map(({ rule }) => rule.code)).toEqual(['query/never-matches'])
  }
  expect(lintQuery(`up{${matchers}}`, { kind: 'rule', contract: undefined, isOurs: false }).reports).toEqual(
    [],
  )
})

test.each(['up{a="b", a=~"b|c"}', 'up{a="b", a!="c"}', 'up{a=~"b.*", a!="b"}', 'up{a="$b", a="c"}'])(
  '%s may match',
  (expr) => {
    const list = [{ name: 'b', type: 'query', query: 'x' }]
    const board = { uid: 'd', title: 'D', templating: { list }, panels: [panelOf(expr)] }
    expect(codes(board)).toEqual([])
  },
)

test.each([
  ['rate(x{s=~"5.."}[5m]) / rate(x[5m])', true],
  ['(rate(x{a="b",s="e"}[2m]) / rate(x{a="b"}[2m])) * 100 > 5', true],
  ['sum by (s, a) (rate(x{s="e"}[5m])) / sum by (s, a) (rate(x[5m]))', true],
  ['sum by (a) (rate(x{s="e"}[5m])) / sum by (a) (rate(x[5m]))', false],
  ['sum(rate(x{s="e"}[5m])) / sum(rate(x[5m]))', false],
  ['sum without (s) (rate(x{s="e"}[5m])) / sum without (s) (rate(x[5m]))', false],
  ['rate(x{s="e"}[5m]) / ignoring (s) rate(x{s="f"}[5m])', false],
  ['rate(x{s="e"}[5m]) / on (a) group_left () sum by (a) (rate(x[5m]))', false],
  ['rate(x{s="e"}[5m]) / rate(x[1h])', false],
  ['x / x offset 1d', false],
  ['x{s="e"} / max_over_time(x[1d])', false],
  ['(x{s="e"} + 1) / x', false],
  ['rate(x_sum{s="e"}[5m]) / rate(x_count[5m])', false],
  ['rate(x{job=~"$job",s="e"}[$__rate_interval]) / rate(x{job=~"$job"}[$__rate_interval])', true],
  ['rate(x{job=~"$job",s="e"}[$w]) / rate(x{job=~"$other"}[$w])', false],
  ['rate(x{s="e"}[$w]) / rate(x[$v])', false],
])('%s divides series by themselves: %s', (expr, isFound) => {
  const { reports } = lintQuery(expr, { kind: 'panel', contract: undefined, isOurs: false })
  const found = reports.filter(({ rule }) => rule.code === 'query/ratio-of-itself')
  expect(found).toHaveLength(isFound ? 1 : 0)
})

test.each([
  ['a{x="1"} / sum by (p) (b)', 'write `/ on (p) group_left`'],
  ['a{x="1"} / (sum by (p, q) (sum by (p, x) (b)) + 1)', 'write `/ on (p) group_left`'],
  ['sum(b) * sum by (x, p) (a{x="1"})', 'write `* on () group_right`'],
  ['a{x="1"} and sum by (p) (b)', 'write `and on (p)`'],
  ['a{x="1"} / histogram_quantile(0.9, sum by (le, p) (b))', 'write `/ on (p) group_left`'],
  ['a{x="1"} / ignoring (q) sum without (x, p) (a)', undefined],
  ['a{x="1"} / sum without (x, p) (a)', 'write `/ ignoring (x, p) group_left`'],
  // Which labels the two have, or that one series of a side is for each of the other, is not known.
  ['a{x="1"} / sum without (x) (b)', undefined],
  ['sum without (p) (a{x="1"}) / sum by (p) (b)', undefined],
  ['sum by (x, q) (a{x="1"}) / sum by (p, q) (b)', undefined],
  ['sum without (p) (a{x="1"}) / sum without (x) (a)', undefined],
])('%s: the labels to match by are those that both sides keep', (expr, clause) => {
  const { reports } = lintQuery(expr, { kind: 'rule', contract: undefined, isOurs: false })
  const start = 'Aggregate both sides by the same labels'
  expect(reports.map(({ hint }) => hint)).toEqual([
    `${start}${clause === undefined ? '' : `, or ${clause}`}.`,
  ])
})

test('a label is to be ignored where it is the only one in which the sides differ', () => {
  const hints = ['a{x="1"} / b{x="2"}', 'a{x="1"} / sum by (x) (b{x="2"})'].map(
    (expr) => lintQuery(expr, { kind: 'rule', contract: undefined, isOurs: false }).reports[0]?.hint,
  )
  expect(hints).toEqual(['Write `/ ignoring (x)`.', 'Leave `x` out of the labels that are compared.'])
})

const MESSAGES = 'rate(fechatter_messages_sent_total[5m])'
const REQUESTS = 'rate(fechatter_http_requests_total[5m])'
const EVENTS = 'rate(notify_nats_events_processed_total[5m])'

test.each([
  `${EVENTS} / ${REQUESTS}`,
  `sum by (service) (${EVENTS}) / sum by (service) (${REQUESTS})`,
  `sum(${EVENTS}) / ${EVENTS}`,
  `${REQUESTS} > sum without (route) (${EVENTS})`,
  `sum by (job) (${EVENTS}) * on (job) sum by (job) (${REQUESTS})`,
  `${EVENTS} and ${REQUESTS} > 0`,
  `sum by (service) (${EVENTS}) > bool topk(3, ${REQUESTS})`,
  `1 - (${EVENTS} / ignoring (service) ${REQUESTS})`,
])('%s: no series of the two sides match', (expr) => {
  expect(codes({ uid: 'd', title: 'D', panels: [panelOf(expr)] })).toEqual(['query/never-matches'])
})

test.each([
  `sum(${EVENTS}) / sum(${REQUESTS})`,
  `${MESSAGES} / ${REQUESTS}`,
  `sum by (service) (${MESSAGES}) / sum by (service) (${REQUESTS})`,
  `${EVENTS} or ${REQUESTS}`,
  `${EVENTS} unless ${REQUESTS}`,
  `${EVENTS} / on () group_left sum(${REQUESTS})`,
  `${EVENTS} / ignoring (service, job, app, instance) ${REQUESTS}`,
  `${EVENTS} / on (instance) ${REQUESTS}`,
  `label_replace(${EVENTS}, "service", "x", "", "") / ${REQUESTS}`,
  `sum(${EVENTS}) / scalar(${REQUESTS})`,
  `sum(${EVENTS} + ${EVENTS}) / 2`,
  `${EVENTS} / up`,
])('%s: some may', (expr) => {
  expect(codes({ uid: 'd', title: 'D', panels: [panelOf(expr)] })).toEqual([])
})

const panelOf = (expr: string) => ({
  type: 'stat',
  datasource: { type: 'prometheus' },
  fieldConfig: { defaults: { unit: 'short' } },
  targets: [{ expr }],
})

const HOME = { deployment: 'mon', dataSource: { uid: 'ours', name: 'Ours' } }
const whole = { uid: 'd', title: 'D', schemaVersion: 39, panels: [] }

test.each<[string, unknown]>([
  ['schema v2 without a layout', { title: 'D', uid: 'd', elements: {} }],
  [
    'schema v2 as a resource',
    {
      apiVersion: 'dashboard.grafana.app/v2beta1',
      kind: 'Dashboard',
      metadata: { name: 'd' },
      spec: { ...whole },
    },
  ],
  ['an input for Loki', { ...whole, __inputs: [{ name: 'L', type: 'datasource', pluginId: 'loki' }] }],
  ['a constant without a value', { ...whole, __inputs: [{ name: 'C', type: 'constant' }] }],
  ['a title of spaces', { ...whole, title: '  ' }],
  ['a title that is not a text', { ...whole, title: 3 }],
  ['a uid of spaces', { ...whole, uid: 'a b' }],
  ['a uid that is not a text', { ...whole, uid: 3.5 }],
  [
    'a name of a resource that is not a uid',
    { apiVersion: 'dashboard.grafana.app/v1beta1', metadata: { name: 'a.b' }, spec: { ...whole } },
  ],
  [
    'a resource of another kind',
    { apiVersion: 'grafana.integreatly.org/v1beta1', kind: 'GrafanaDashboard', spec: whole },
  ],
  ['a list', [whole]],
  ['four wrappers', { dashboard: { dashboard: { dashboard: { dashboard: whole } } } }],
  [
    'too many levels',
    {
      ...whole,
      x: Array(200)
        .fill(0)
        .reduce((inner) => [inner], []),
    },
  ],
])('what an import refuses is an error of the plan: %s', (_, json) => {
  expect(normaliseDashboard({ file: 'd.json', json }, HOME).kind).toBe('problem')
  const found = lint(JSON.stringify(json))
  expect(found.filter(({ severity }) => severity === 'error')).not.toEqual([])
  // A dashboard that nothing imports may have any form.
  const other = lintDashboardText(
    { file: 'd.json', text: JSON.stringify(json), found: true },
    { contract, seen: new Map() },
  )
  expect(other.filter(({ code }) => /schema-v2|input$|shape/.test(code))).toEqual([])
})

test('whatever an import refuses, the plan refuses too', () => {
  const name = fc.constantFrom('d', 'a b', '', 3, null)
  const spec = fc.record(
    {
      uid: name,
      title: fc.constantFrom('D', ' ', '', 3, null),
      panels: fc.constantFrom([], {}, null),
      elements: fc.constantFrom({}, []),
      layout: fc.constantFrom({}),
      __inputs: fc.array(
        fc.record(
          {
            name,
            type: fc.constantFrom('datasource', 'constant'),
            pluginId: fc.constantFrom('loki', 'prometheus'),
            value: name,
          },
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: [] },
  )
  const wrap = (inner: fc.Arbitrary<unknown>) =>
    fc.oneof(
      inner,
      inner.map((dashboard) => ({ dashboard })),
      fc.record({
        apiVersion: fc.constantFrom('dashboard.grafana.app/v1beta1', 'dashboard.grafana.app/v2alpha1', 'v1'),
        kind: fc.constant('Dashboard'),
        metadata: fc.record({ name }),
        spec: inner,
      }),
    )
  fc.assert(
    fc.property(wrap(wrap(spec)), (json) => {
      const isRefused = normaliseDashboard({ file: 'd.json', json }, HOME).kind === 'problem'
      const errors = lint(JSON.stringify(json)).filter(({ severity }) => severity === 'error')
      if (isRefused) expect(errors).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the copy of a library panel in an export is checked, at its place; one that is missing is reported', () => {
  const panels = [{ id: 7, title: 'L', libraryPanel: { uid: 'lib', name: 'L' } }]
  const model = {
    type: 'timeseries',
    targets: [{ refId: 'A', expr: 'sum(', datasource: { type: 'prometheus', uid: 'x' } }],
  }
  expect(codes({ ...whole, panels, __elements: { lib: { uid: 'lib', model } } })).toContain('query/syntax')
  expect(codes({ ...whole, panels })).toEqual(['dashboard/library-panel'])
})

test('a unit is missed where the metric has one: a plain count needs none', () => {
  const panel = (expr: string) => ({ type: 'timeseries', title: 'P', targets: [{ refId: 'A', expr }] })
  const board = (expr: string) => ({ uid: 'd', title: 'D', schemaVersion: 39, panels: [panel(expr)] })
  const isReported = (expr: string) => codes(board(expr)).includes('dashboard/no-unit')
  expect(isReported('histogram_quantile(0.9, sum by (le) (rate(http_seconds_bucket[5m])))')).toBe(true)
  expect(isReported('process_resident_memory_bytes')).toBe(true)
  expect(isReported('count(up == 1)')).toBe(false)
  expect(isReported('sum(rate(http_seconds_count[5m]))')).toBe(false)
  expect(isReported('sum by (le) (rate(http_seconds_bucket[5m]))')).toBe(false)
  expect(isReported('100 - avg(irate(node_cpu_seconds_total{mode="idle"}[5m])) * 100')).toBe(false)
  expect(isReported('rate(process_cpu_seconds_total[5m])')).toBe(false)
  expect(isReported('(mem_total_bytes - mem_free_bytes) / mem_total_bytes')).toBe(false)
  expect(isReported('rate(http_seconds_sum[5m]) / rate(http_seconds_count[5m])')).toBe(true)
  expect(isReported('rate(net_received_bytes_total[5m])')).toBe(true)
})
