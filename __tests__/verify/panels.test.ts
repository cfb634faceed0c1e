import { expect, test } from '@jest/globals'
import { parse } from 'valibot'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { withMatchers } from '../../src/formats/promql/rewrite.ts'
import { queryAnswer } from '../../src/model/prometheus-answers.ts'
import type { Finding, PanelContext } from '../../src/verify/panels/absent.ts'
import { freshOnly, numbersOf } from '../../src/verify/panels/answer-numbers.ts'
import { describeData } from '../../src/verify/panels/describe.ts'
import { adHocMatchers, expandQuery, timeRange } from '../../src/verify/panels/expand.ts'
import type { LibraryPanelAnswer } from '../../src/verify/panels/library-panels.ts'
import { panelQueries, type WrittenDashboard } from '../../src/verify/panels/panel-queries.ts'
import { presenceQueries, readPresence } from '../../src/verify/panels/presence.ts'
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
  [{ datasource: 'Loki' }, { expr: 'x' }, /another data source, `Loki`/],
  [{ datasource: { type: 'prometheus', uid: 'fly-metrics' } }, { expr: 'x' }, /`fly-metrics`/],
  [{ datasource: '$logs' }, { expr: 'x' }, /not Prometheus but loki/],
  [{ datasource: { type: 'prometheus', uid: '$other' } }, { expr: 'x' }, /the value of `\$other`/],
])('%j %j is a query of another data source', (panel, target, why) => {
  const list = [
    { type: 'datasource', name: 'logs', query: 'loki' },
    { type: 'datasource', name: 'other', query: 'prometheus', current: { value: 'fly' } },
  ]
  const json = { panels: [{ ...panel, targets: [target] }], templating: { list } }
  const [found] = panelQueries({ ...dashboard(json), dataSourceUid: 'mon' })
  expect(found?.unasked).toEqual({ state: 'other-source', why: expect.stringMatching(why) })
})

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  [{ datasource: '${DS_PROMETHEUS}' }, { expr: 'x' }],
  [{ datasource: null }, { expr: 'x' }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  [{ datasource: { type: 'prometheus', uid: '${datasource}' } }, { expr: 'x' }],
  [{ datasource: { uid: '-- Mixed --' } }, { expr: 'x', datasource: { type: 'prometheus', uid: 'mon' } }],
])('%j %j is sent to Prometheus', (panel, target) => {
  const json = { panels: [{ ...panel, targets: [target] }] }
  expect(panelQueries({ ...dashboard(json), dataSourceUid: 'mon' })[0]?.unasked).toBeUndefined()
})

test('an empty query counts only where the panel has no other; panels without queries have none', () => {
  expect(queries({ panels: [{ targets: [{ expr: '  ' }] }] })[0]?.unasked).toMatchObject({ state: 'no-data' })
  expect(queries({ panels: [{ targets: [{ expr: '' }, { expr: 'up' }] }] }).map(({ expr }) => expr)).toEqual([
    'up',
  ])
  expect(queries({ panels: [{ type: 'text', targets: [{ refId: 'A' }] }] })).toEqual([])
})

test('a hidden query counts where an expression of Grafana needs it', () => {
  const expression = { refId: 'B', expression: '$A', datasource: { type: '__expr__', uid: '__expr__' } }
  const found = queries({ panels: [{ targets: [{ refId: 'A', expr: 'up', hide: true }, expression] }] })
  expect(found.map(({ refId }) => refId)).toEqual(['A', 'B'])
})

test('library panels have the model of Grafana, or a reason why they are not checked', () => {
  const json = { panels: [{ id: 7, libraryPanel: { uid: 'l', name: 'Orders' } }] }
  const found = (answer?: LibraryPanelAnswer) =>
    panelQueries(dashboard(json), new Map(answer && [['l', answer]]))
  const model = { title: 'Orders', targets: [{ refId: 'A', expr: 'orders' }] }
  expect(found({ kind: 'model', model })).toMatchObject([
    { panel: { id: 7, title: 'Orders' }, expr: 'orders' },
  ])
  expect(found({ kind: 'missing' })[0]?.unasked?.state).toBe('error')
  expect(found({ kind: 'unread', why: 'HTTP 502.' })[0]?.unasked).toMatchObject({
    state: 'not-checked',
    why: expect.stringContaining('HTTP 502.'),
  })
  expect(found()[0]?.unasked).toMatchObject({ state: 'not-checked', why: expect.stringContaining('Orders') })
})

test('annotations of Prometheus are queries too, unless they are switched off', () => {
  const list = [
    { name: 'a', datasource: { type: 'prometheus', uid: 'mon' }, enable: true, expr: 'changes(x[5m]) > 0' },
    { name: 'b', datasource: { type: 'prometheus', uid: 'mon' }, enable: false, expr: 'y' },
    { name: 'c', datasource: { type: 'grafana', uid: '-- Grafana --' }, enable: true },
  ]
  expect(queries({ panels: [], annotations: { list } })).toMatchObject([
    { panel: { title: 'Annotation "a"' }, isAnnotation: true },
  ])
})

test('a repeated row repeats the panels in it, open or collapsed', () => {
  const one = (title: string, more = {}) => ({ title, targets: [{ expr: 'x' }], ...more })
  const found = queries({
    panels: [
      { type: 'row', repeat: 'a', collapsed: true, panels: [one('in', { repeat: 'b' })] },
      { type: 'row', repeat: 'c' },
      one('after'),
      { type: 'row' },
      one('free'),
    ],
  })
  expect(found.map(({ panel, repeatedFor }) => [panel.title, repeatedFor])).toEqual([
    ['in', ['a', 'b']],
    ['after', ['c']],
    ['free', []],
  ])
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
  expect(expand('rate(x[$__rate_interval])', { minStep: '$i' }).query).toBe('rate(x[480s])')
  expect(expand('rate(x[$__rate_interval])', { range: 24 * 3_600_000 }).query).toBe('rate(x[135s])')
  expect(expand('x{a="$nope"}').unknown).toEqual(['nope'])
})

test('the formats of references are those of Grafana, which escape nothing for PromQL', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  expect(expand('x{a=~"${job:regex}"}').query).toBe(String.raw`x{a=~"(a|b\.c)"}`.replaceAll('\\\\', '\\'))
  expect(expand('x{a=~"${job:pipe}"}').query).toBe('x{a=~"a|b.c"}')
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  const context = { scrapeInterval: 15_000, now: 0, range: 3_600_000 }
  const [query] = queries({ panels: [{ targets: [{ expr: 'x{a=~"$job"}' }] }] })
  if (!query) throw new Error('no query')
  expect(expandQuery(query, { job: { all: 'a.*' } }, context).query).toBe('x{a=~"a.*"}')
  expect(expandQuery(query, { job: [] }, context).query).toBe('x{a=~"()"}')
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes it
  const [then] = queries({ panels: [{ targets: [{ expr: 'x @ ${__to:date:seconds}' }] }] })
  expect(then && expandQuery(then, {}, { ...context, now: 60_000 }).query).toBe('x @ 60')
})

test('saved ad hoc filters are added to every selector', () => {
  const filters = [
    { key: 'env', operator: '=', value: 'prod' },
    { key: 'zone', operator: '=|', values: ['a.b', 'c'] },
  ]
  const matchers = adHocMatchers(dashboard({ templating: { list: [{ type: 'adhoc', filters }] } }))
  expect(withMatchers('sum(rate(a[5m])) / b{x="y",} + c{}', matchers)).toBe(
    String.raw`sum(rate(a{env="prod",zone=~"a\\.b|c"}[5m])) / b{x="y",env="prod",zone=~"a\\.b|c"} + c{env="prod",zone=~"a\\.b|c"}`,
  )
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

const context = (given: Partial<PanelContext> = {}): PanelContext => ({
  declared: new Set(),
  afterTraffic: new Set(),
  downService: new Map(),
  names: [],
  targetLabels: new Set(),
  recorded: new Map(),
  alerts: new Set(),
  scrapeIntervalMs: 15_000,
  intervalOf: () => 15_000,
  ...given,
})
const described = (query: string, name: string, given: Partial<PanelContext> = {}): Finding =>
  describeData(numbersOf(answer(name)), { parsed: parsePromql(query), absent: [], context: context(given) })

test('NaN only, infinity only, data with a warning of Prometheus, data', () => {
  expect(described('1', 'query-nan.json').state).toBe('nan')
  expect(described('1', 'query-inf.json').state).toBe('nan')
  expect(described('1', 'query-warning-annotation.json')).toMatchObject({
    state: 'nan',
    why: expect.stringContaining('quantile value'),
  })
  expect(described('1', 'query-info-annotation.json').state).toBe('data')
  expect(described('1', 'query-rate.json').state).toBe('data')
  const numbers = { series: 1, finite: 1, value: '1', warnings: ['look here'] }
  expect(describeData(numbers, { parsed: parsePromql('1'), absent: [], context: context() })).toMatchObject({
    state: 'warning',
    why: expect.stringContaining('look here'),
  })
})

test('NaN is normal where events are counted and none happened, not in what a service sends', () => {
  expect(described('rate(a[5m]) / rate(b[5m])', 'query-nan.json').state).toBe('waiting')
  expect(described('job:errors:ratio_rate5m', 'query-nan.json').state).toBe('waiting')
  expect(described('a', 'query-nan.json', { afterTraffic: new Set(['a']) }).state).toBe('waiting')
  expect(described('a / b', 'query-nan.json').state).toBe('nan')
})

test('a range that does not hold enough scrapes at every moment is a line with gaps', () => {
  expect(described('irate(a[20s])', 'query-rate.json')).toMatchObject({
    state: 'warning',
    why: expect.stringContaining('[20s] does not always hold two scrapes'),
  })
  expect(described('irate(a[30s])', 'query-rate.json').state).toBe('data')
  expect(described('max_over_time(a[15s])', 'query-rate.json').state).toBe('data')
  expect(described('max_over_time(a[5s])', 'query-rate.json').state).toBe('warning')
})

test('selectors without fresh samples are removed from a query at any position', () => {
  const past = (query: string, ...present: string[]) =>
    freshOnly(
      query,
      parsePromql(query).selectors.filter(({ metric = '' }) => !present.includes(metric)),
    )
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
