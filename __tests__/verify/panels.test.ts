import { expect, test } from '@jest/globals'
import { parse } from 'valibot'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { queryAnswer } from '../../src/model/prometheus.ts'
import {
  describeData,
  describeEmpty,
  freshOnly,
  numbersOf,
  type PanelContext,
} from '../../src/verify/panels/explain.ts'
import { panelQueries, type WrittenDashboard } from '../../src/verify/panels/panel-queries.ts'
import { presenceQueries, readPresence, selectorText } from '../../src/verify/panels/presence.ts'
import { expandQuery, resolveVariables, timeRange } from '../../src/verify/panels/variables.ts'
import { fc } from '../support/property.ts'
import { recorded } from './fixtures.ts'

const dashboard = (json: unknown): WrittenDashboard => ({ uid: 'd', title: 'D', json })
const queries = (json: unknown) => panelQueries(dashboard(json))

test('panels in rows, collapsed or old, are found; hidden queries are not run', () => {
  const found = queries({
    panels: [
      {
        id: 1,
        title: 'plain',
        targets: [
          { refId: 'A', expr: 'a' },
          { refId: 'B', expr: 'b', hide: true },
        ],
      },
      { id: 2, type: 'row', panels: [{ id: 3, title: 'folded', targets: [{ expr: 'c' }] }] },
      { id: 4, type: 'text' },
    ],
    rows: [{ panels: [{ id: 5, title: 'old', targets: [{ expr: 'd' }] }] }],
  })
  expect(found.map(({ panel, refId, expr }) => [panel.id, refId, expr])).toEqual([
    [1, 'A', 'a'],
    [3, 'A', 'c'],
    [5, 'A', 'd'],
  ])
})

test.each([
  [{ datasource: { type: 'loki', uid: 'x' } }, { expr: 'x' }, /not Prometheus but loki/],
  [{ datasource: { uid: '-- Mixed --' } }, { expr: 'x', datasource: { type: 'loki' } }, /loki/],
  [
    {},
    { type: 'math', expression: '$A', datasource: { type: '__expr__', uid: '__expr__' } },
    /Grafana calculates/,
  ],
  [
    { datasource: { type: 'datasource', uid: '-- Dashboard --' } },
    { panelId: 2 },
    /not Prometheus|another panel/,
  ],
  [{}, { expr: '  ' }, /no PromQL/],
  [{}, {}, /no PromQL/],
])('%j %j is not sent to Prometheus', (panel, target, why) => {
  expect(queries({ panels: [{ ...panel, targets: [target] }] })[0]?.skipReason).toMatch(why)
})

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  [{ datasource: '${DS_PROMETHEUS}' }, { expr: 'x' }],
  [{ datasource: null }, { expr: 'x' }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  [{ datasource: { type: 'prometheus', uid: '${datasource}' } }, { expr: 'x' }],
  [{ datasource: { uid: '-- Mixed --' } }, { expr: 'x', datasource: { type: 'prometheus', uid: 'p' } }],
])('%j %j is sent to Prometheus', (panel, target) => {
  expect(queries({ panels: [{ ...panel, targets: [target] }] })[0]?.skipReason).toBeUndefined()
})

test('no JSON makes the search for queries fail', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (panels, target) => {
      expect(Array.isArray(queries({ panels }))).toBe(true)
      expect(Array.isArray(queries({ panels: [{ targets: [target] }], templating: panels }))).toBe(true)
    }),
  )
  const loop: { panels: unknown[] } = { panels: [] }
  loop.panels.push(loop)
  expect(queries(loop)).toEqual([])
})

const find = (values: Record<string, string[]>) => async (label: string, selector: string | undefined) =>
  values[`${selector ?? ''}/${label}`] ?? []
const resolve = (list: unknown[], values: Record<string, string[]> = {}) =>
  resolveVariables(dashboard({ templating: { list } }), find(values))

test('variables have the values that a viewer would get', async () => {
  const variable = (given: object) => ({ type: 'query', name: 'v', query: 'label_values(up, job)', ...given })
  const values = { 'up/job': ['web', 'api'] }
  const value = async (given: object) => (await resolve([variable(given)], values)).v
  expect(await value({ current: { value: 'web' } })).toBe('web')
  expect(await value({ current: { value: 'gone' } })).toBe('api')
  expect(await value({})).toBe('api')
  expect(await value({ includeAll: true })).toEqual(['api', 'web'])
  expect(await value({ includeAll: true, allValue: '.+', current: { value: ['$__all'] } })).toBe('.+')
  expect(await value({ multi: true, current: { value: ['web', 'gone'] } })).toEqual(['web'])
  expect(await value({ multi: true, current: { value: 'web' } })).toEqual(['web'])
  expect(await value({ query: { query: 'label_values(up, job)' }, current: { value: 'web' } })).toBe('web')
  expect(await value({ query: 'query_result(up)', current: { value: 'kept' } })).toBe('kept')
  expect(await value({ query: 'query_result(up)' })).toBeUndefined()
})

test('a variable that another one depends on is resolved first', async () => {
  const list = [
    { type: 'custom', name: 'env', query: 'prod,dev' },
    { type: 'query', name: 'job', query: 'label_values(up{env="$env"}, job)' },
  ]
  expect(await resolve(list, { 'up{env="prod"}/job': ['api'] })).toEqual({ env: 'prod', job: 'api' })
})

test('custom, interval, constant, text and data source variables', async () => {
  const found = await resolve([
    { type: 'custom', name: 'a', query: 'Production : prod, dev' },
    { type: 'interval', name: 'b', query: '1m,5m', current: { value: '5m' } },
    { type: 'constant', name: 'c', query: 'x' },
    { type: 'textbox', name: 'd', query: '', current: { value: 'y' } },
    { type: 'datasource', name: 'e', query: 'prometheus' },
    { type: 'adhoc', name: 'f' },
  ])
  expect(found).toEqual({ a: 'prod', b: '5m', c: 'x', d: 'y', e: 'default' })
})

const expand = (expr: string, given: { minStep?: string; range?: number } = {}) => {
  const [query] = queries({ panels: [{ targets: [{ expr, interval: given.minStep }] }] })
  if (!query) throw new Error('no query')
  const context = { scrapeInterval: 15_000, now: 1_800_000_000_000, range: given.range ?? 3_600_000 }
  return expandQuery(query, { job: ['a', 'b.c'], i: '2m' }, context)
}

test('macros and variables become what Grafana would send', () => {
  expect(expand('rate(x{job=~"$job"}[$__rate_interval])').query).toBe(
    String.raw`rate(x{job=~"(a|b\\.c)"}[60s])`,
  )
  expect(expand('x[$__range]').query).toBe('x[3600s]')
  expect(expand('rate(x[$__rate_interval])', { minStep: '$i' }).query).toBe('rate(x[135s])')
  expect(expand('rate(x[$__rate_interval])', { range: 24 * 3_600_000 }).query).toBe('rate(x[123s])')
  expect(expand('x{a="$nope"}').unknown).toEqual(['nope'])
})

test('the range comes from the dashboard', () => {
  expect(timeRange(dashboard({ time: { from: 'now-30m' } }))).toBe(1_800_000)
  expect(timeRange(dashboard({ time: { from: 'now/d' } }))).toBe(6 * 3_600_000)
  expect(timeRange(dashboard(null))).toBe(6 * 3_600_000)
})

const answer = (name: string) => {
  const { data, warnings = [], infos = [] } = JSON.parse(recorded(name))
  return { result: parse(queryAnswer, data), warnings, infos }
}

test.each([
  ['query-up.json', 5, 5],
  ['query-empty.json', 0, 0],
  ['query-nan.json', 1, 0],
  ['query-inf.json', 1, 0],
  ['query-scalar.json', 1, 1],
  ['query-string.json', 1, 1],
  ['query-range-vector.json', 5, 5],
])('%s: %i series, %i with a number', (name, series, finite) => {
  expect(numbersOf(answer(name))).toMatchObject({ series, finite })
})

const world = (given: Partial<PanelContext> = {}): PanelContext => ({
  present: new Map(),
  declared: new Set(),
  afterTraffic: new Set(),
  downService: new Map(),
  names: [],
  scrapeIntervalMs: 15_000,
  ...given,
})
/** A world in which these selectors have series. */
const having = (...selectors: string[]) =>
  new Map(selectors.flatMap((text) => parsePromql(text).selectors.map((s) => [selectorText(s), 1] as const)))
const empty = (query: string, given: Partial<PanelContext> = {}) =>
  describeEmpty(parsePromql(query), world(given), new Map())

test('NaN only, infinity only, data with a warning of Prometheus, data', () => {
  const told = (name: string) => describeData(numbersOf(answer(name)), parsePromql('1'), world())
  expect(told('query-nan.json').state).toBe('nan')
  expect(told('query-inf.json').state).toBe('nan')
  expect(told('query-warning-annotation.json')).toMatchObject({
    state: 'nan',
    why: expect.stringContaining('quantile value'),
  })
  expect(told('query-info-annotation.json').state).toBe('data')
  expect(told('query-rate.json').state).toBe('data')
  const remark = { series: 1, finite: 1, value: '1', warnings: ['look here'] }
  expect(describeData(remark, parsePromql('1'), world())).toMatchObject({
    state: 'warning',
    why: expect.stringContaining('look here'),
  })
})

test('an empty answer is traced to the metric, with a suggestion', () => {
  expect(empty('sum(rate(shop_userz_total[5m]))', { names: ['shop_users_total'] })).toMatchObject({
    state: 'no-data',
    absent: ['shop_userz_total'],
    why: expect.stringContaining('Did you mean shop_users_total?'),
  })
})

test('an empty answer is traced to the label', () => {
  const told = empty('shop_users_total{env="prod"}', { present: having('shop_users_total') })
  expect(told).toMatchObject({
    state: 'no-data',
    absent: ['shop_users_total{env="prod"}'],
    why: expect.stringContaining('none of its series'),
  })
})

test('buckets that a summary does not have', () => {
  const told = empty('histogram_quantile(0.9, rate(d_seconds_bucket[5m]))', {
    names: ['d_seconds', 'd_seconds_count'],
    declared: new Set(['d_seconds']),
    afterTraffic: new Set(['d_seconds_bucket']),
  })
  expect(told).toMatchObject({ state: 'no-data', why: expect.stringContaining('exposed as a summary') })
})

test('no traffic yet, a service that is down, a range that is too short', () => {
  expect(
    empty('rate(a_total[5m])', { afterTraffic: new Set(['a_total']), declared: new Set(['a_total']) }).state,
  ).toBe('waiting')
  expect(empty('rate(a_total[5m]) / rate(b_total[5m])', { afterTraffic: new Set(['a_total']) }).state).toBe(
    'no-data',
  )
  expect(empty('a', { downService: new Map([['a', 'api']]) }).why).toContain('No target of api is up')
  expect(empty('rate(a[20s])', { present: having('a') })).toMatchObject({
    state: 'no-data',
    why: expect.stringContaining('[20s] is too short'),
  })
  expect(empty('a > 5', { present: having('a') })).toMatchObject({ state: 'no-data', certainty: 'inferred' })
})

test('a zero in place of a misspelt metric causes a warning, in place of a declared metric it does not', () => {
  const zero = { series: 1, finite: 1, value: '0', warnings: [] }
  const told = (query: string) =>
    describeData(
      zero,
      parsePromql(query),
      world({ present: having('up'), declared: new Set(['shop_users_total']) }),
    ).state
  expect(told('sum(rate(shop_userz_total[5m])) or 0 * sum(up)')).toBe('warning')
  expect(told('sum(rate(shop_users_total[5m])) or 0 * sum(up)')).toBe('data')
  expect(told('sum(rate(shop_users_total_bucket[5m])) or 0 * sum(up)')).toBe('data')
  expect(told('sum(rate(prometheus_something_total[5m])) or 0 * sum(up)')).toBe('data')
})

test('selectors without fresh samples are removed from a query at any position', () => {
  const past = (query: string, ...present: string[]) =>
    freshOnly(query, parsePromql(query), having(...present))
  expect(past('a + b', 'a', 'b')).toBeUndefined()
  expect(past('sum(rate(a{x="y"}[5m] offset 1m)) or b', 'b')).toBe(
    'sum(rate({__name__="verify:nothing"}[5m] offset 1m)) or b',
  )
})

test('the presence query is valid PromQL for any selectors', () => {
  const value = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\n', '}', ' or vector(1)', 'ü'))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
      const selectors = values.map((text) => ({
        metric: 'a',
        matchers: [{ label: 'l', op: '=' as const, value: text, from: 0, to: 0 }],
      }))
      const batches = presenceQueries(selectors, { at: 0, scrapedMs: 1500, rulesMs: 9000 })
      for (const { query, texts } of batches) {
        const parsed = parsePromql(query)
        expect(parsed.errors).toEqual([])
        expect(parsed.selectors).toHaveLength(texts.length)
      }
    }),
  )
})

test('many selectors need few queries, and their answers are matched', () => {
  const selectors = Array.from({ length: 1000 }, (_, i) => ({ metric: `metric_${i}`, matchers: [] }))
  const batches = presenceQueries(selectors, { at: 0, scrapedMs: 1000, rulesMs: 1000 })
  expect(batches.length).toBeGreaterThan(1)
  expect(batches.length).toBeLessThan(20)
  expect(batches.flatMap(({ texts }) => texts)).toHaveLength(1000)
  const result = parse(queryAnswer, {
    resultType: 'vector',
    result: [{ metric: { verify: '1' }, value: [0, '7'] }],
  })
  expect([...readPresence(['a', 'b'], { result, warnings: [], infos: [] })]).toEqual([
    ['a', 0],
    ['b', 7],
  ])
})
