import { expect, test } from '@jest/globals'
import type { QueryAnswer } from '../../src/model/prometheus.ts'
import type { QuerySource } from '../../src/verify/panels/query-source.ts'
import { intervalValue } from '../../src/verify/panels/variables/interval.ts'
import { createAskOptions } from '../../src/verify/panels/variables/options.ts'
import { applyVariableRegex, sortOptions } from '../../src/verify/panels/variables/regex.ts'
import { resolveVariables } from '../../src/verify/panels/variables/resolve.ts'

const WINDOW = { at: 60_000, scrapedMs: 30_000, rulesMs: 30_000 }

type Labels = Record<string, string>

const vector = (rows: readonly Labels[]): QueryAnswer => ({
  result: {
    resultType: 'vector',
    result: rows.map((metric) => ({ metric, value: [60, '1'] as [number, string] })),
  },
  warnings: [],
  infos: [],
})

/** Answers by the text of the query; everything else is empty. */
function source(answers: Record<string, readonly Labels[]>): QuerySource & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    query: async (query) => {
      asked.push(query)
      return vector(answers[query] ?? [])
    },
    labelNames: async (selector) => ['job', selector ?? 'all'],
  }
}

const fresh = (selector: string) => `last_over_time(${selector}[30000ms])`

async function resolve(list: readonly object[], answers: Record<string, readonly Labels[]> = {}) {
  const dashboard = { uid: 'd', title: 'D', json: { templating: { list } }, dataSourceUid: 'mon' }
  const ask = createAskOptions(source(answers), WINDOW)
  return resolveVariables(dashboard, { ask, macros: { __range: '6h' }, rangeMs: 6 * 3_600_000 })
}

const jobs = { [`group by (job) (${fresh('up')})`]: [{ job: 'web' }, { job: 'api' }] }
const variable = (given: object = {}) => ({
  ...{ type: 'query', name: 'v', query: 'label_values(up, job)', ...given },
})
const value = async (given: object) => (await resolve([variable(given)], jobs)).values.v

test('variables have the values that a viewer would get', async () => {
  expect(await value({ current: { value: 'web' } })).toBe('web')
  expect(await value({ current: { value: 'gone' } })).toBe('api')
  expect(await value({ current: { text: 'web', value: 'gone' } })).toBe('web')
  expect(await value({})).toBe('api')
  expect(await value({ includeAll: true })).toEqual(['api', 'web'])
  expect(await value({ includeAll: true, current: { value: 'gone' } })).toEqual(['api', 'web'])
  expect(await value({ includeAll: true, allValue: '.+', current: { value: ['$__all'] } })).toEqual({
    all: '.+',
  })
  expect(await value({ current: { value: '$__all' } })).toBe('api')
  expect(await value({ multi: true, current: { value: ['web', 'gone'] } })).toEqual(['web'])
  expect(await value({ multi: true, current: { value: 'web' } })).toEqual(['web'])
  expect(await value({ query: { query: 'label_values(up, job)', refId: 'x' } })).toBe('api')
  expect(await value({ sort: 2 })).toBe('web')
  expect(await value({ regex: '/^w/' })).toBe('web')
})

test('a variable without options is empty, "All" of it is nothing, and the reason is known', async () => {
  const { values, gaps } = await resolve([
    variable({ name: 'one', query: 'label_values(typo, job)' }),
    variable({ name: 'all', query: 'label_values(typo, job)', includeAll: true }),
    variable({ name: 'custom', query: 'label_values(typo, job)', includeAll: true, allValue: '.*' }),
  ])
  expect(values).toEqual({ one: '', all: [], custom: { all: '.*' } })
  expect([...gaps.keys()]).toEqual(['one', 'all'])
  expect(gaps.get('one')).toMatchObject({
    kind: 'empty',
    why: expect.stringContaining('`label_values(typo, job)` returns nothing'),
    series: [{ metric: 'typo' }],
  })
  const filtered = await resolve([variable({ regex: '/^prod-/' })], jobs)
  expect(filtered.gaps.get('v')).toMatchObject({
    kind: 'empty',
    why: expect.stringContaining('/^prod-/ matches none of the 2 values'),
    series: [],
  })
})

test('every query function of the data source', async () => {
  const answers = {
    [`group by (job) (${fresh('{job!=""}')})`]: [{ job: 'a' }],
    [`group by (__name__) (${fresh('{__name__=~".*(?:web_).*"}')})`]: [{ __name__: 'web_up' }],
    'topk(1, web_up)': [{ __name__: 'web_up', host: 'h1' }],
    [fresh('web_up{host="h1"}')]: [{ __name__: 'web_up', host: 'h1' }],
    [`group by (job) (${fresh('{__name__=~"web_.*", env="x,y"}')})`]: [{ job: 'b' }],
  }
  const one = async (query: string, regex = '') =>
    (await resolve([variable({ query, regex })], answers)).values.v
  expect(await one('label_values(job)')).toBe('a')
  expect(await one('label_values({}, job)')).toBe('a')
  expect(await one('label_values({__name__=~"web_.*", env="x,y"}, job)')).toBe('b')
  expect(await one('metrics(web_)')).toBe('web_up')
  expect(await one('label_names()')).toBe('job')
  expect(await one('query_result(topk(1, web_up))')).toBe('web_up{host="h1"} 1 60000')
  expect(await one('query_result(topk(1, web_up))', '/host="([^"]+)"/')).toBe('h1')
  expect(await one('web_up{host="h1"}')).toBe('web_up{host="h1"}')
})

test('variables are resolved after those that they mention, in any order and without end in a circle', async () => {
  const list = [
    variable({ name: 'job', query: 'label_values(up{env="$env"}, job)', regex: '/^$prefix/' }),
    { type: 'custom', name: 'env', query: 'prod,dev' },
    { type: 'constant', name: 'prefix', query: 'w' },
  ]
  const answers = { [`group by (job) (${fresh('up{env="prod"}')})`]: [{ job: 'api' }, { job: 'web' }] }
  expect((await resolve(list, answers)).values).toEqual({ env: 'prod', job: 'web', prefix: 'w' })
  const circle = [
    variable({ name: 'a', query: 'label_values(x{b="$b"}, l)' }),
    variable({ name: 'b', query: 'label_values(x{a="$a"}, l)' }),
  ]
  expect((await resolve(circle)).values).toEqual({ a: '', b: '' })
})

test('what is missing in one variable explains those that depend on it', async () => {
  const { gaps } = await resolve([
    variable({ name: 'first', query: 'label_values(typo, job)' }),
    variable({ name: 'second', query: 'label_values(up{job="$first"}, instance)' }),
  ])
  expect(gaps.get('second')?.why).toContain('`$first`')
})

test('a variable of another data source keeps its saved value; without one only Grafana knows it', async () => {
  const loki = { type: 'loki', uid: 'l' }
  const { values, gaps } = await resolve([
    variable({ name: 'saved', datasource: loki, current: { value: 'prod' } }),
    variable({ name: 'open', datasource: loki }),
    variable({ name: 'all', datasource: loki, includeAll: true, current: { value: '$__all' } }),
  ])
  expect(values).toEqual({ saved: 'prod' })
  expect([gaps.get('open')?.kind, gaps.get('all')?.kind]).toEqual(['unknown', 'unknown'])
})

test('custom, constant, text and data source variables', async () => {
  const { values } = await resolve([
    { type: 'custom', name: 'a', query: 'Production : prod, dev' },
    { type: 'custom', name: 'b', query: 'x\\,y,z' },
    { type: 'custom', name: 'c', query: '[{"text":"T","value":"t"}]', valuesFormat: 'json' },
    { type: 'constant', name: 'd', query: 'x', current: { value: 'old' } },
    { type: 'textbox', name: 'e', query: '', current: { value: 'y' } },
    { type: 'datasource', name: 'f', query: 'prometheus' },
    { type: 'adhoc', name: 'g' },
  ])
  expect(values).toEqual({ a: 'prod', b: 'x,y', c: 't', d: 'x', e: 'y', f: 'default' })
})

test('interval variables: the saved one, the first, or a round part of the time range', () => {
  const hour = 3_600_000
  expect(intervalValue({ current: { value: '5m' } }, '1m,5m', hour)).toBe('5m')
  expect(intervalValue({}, '1m,5m', hour)).toBe('1m')
  const auto = { current: { value: '$__auto_interval_i' }, auto_count: 30, auto_min: '10s' }
  expect(intervalValue(auto, '1m', hour)).toBe('120s')
  expect(intervalValue({ ...auto, auto_min: '5m' }, '1m', hour)).toBe('300s')
})

test.each([
  ['/([^:]+):.*/', ['alpha:9100', 'x'], ['alpha']],
  ['/^prod-/', ['prod-a', 'dev'], ['prod-a']],
  ['prod.*', ['prod-a', 'a-prod'], ['prod-a']],
  ['/(?<text>\\w+)=(?<value>\\d+)/', ['a=1'], ['1']],
  ['/(\\w)/g', ['ab'], ['a', 'b']],
  ['/^(?!x)/', ['x', 'y'], ['y']],
  ['/A/i', ['a'], ['a']],
])('the regex %s leaves of %j: %j', (regex, values, left) => {
  const found = applyVariableRegex(regex, values)
  expect(found.ok && found.options.map((option) => option.value)).toEqual(left)
})

test('a regex that is not valid, or takes too long, is an error', () => {
  expect(applyVariableRegex('/(/', ['a'])).toMatchObject({ ok: false })
  const slow = () => applyVariableRegex('/^(a+)+$/', [`${'a'.repeat(60)}!`])
  expect(slow()).toMatchObject({ ok: false, error: expect.stringContaining('was stopped') })
  expect(slow()).toMatchObject({ ok: false })
})

test('options are sorted as Grafana sorts them, each once', () => {
  const sorted = (sort: unknown) =>
    sortOptions(
      ['b10', 'B9', 'a', 'a'].map((text) => ({ text, value: text })),
      sort,
    ).map(({ text }) => text)
  expect(sorted(0)).toEqual(['b10', 'B9', 'a'])
  expect(sorted(1)).toEqual(['B9', 'a', 'b10'])
  expect(sorted(2)).toEqual(['b10', 'a', 'B9'])
  expect(sorted(3)).toEqual(['a', 'B9', 'b10'])
  expect(sorted(5)).toEqual(['a', 'b10', 'B9'])
  expect(sorted(7)).toEqual(['a', 'B9', 'b10'])
})

test('the same query of several dashboards is asked once', async () => {
  const answers = source(jobs)
  const ask = createAskOptions(answers, WINDOW)
  await Promise.all([ask('label_values(up, job)'), ask('label_values(up, job)')])
  expect(answers.asked).toHaveLength(1)
})
