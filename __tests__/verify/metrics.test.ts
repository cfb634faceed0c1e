import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import type { ServiceConfig } from '../../src/config/schema.ts'
import { similarMetricName } from '../../src/lib/similar-name.ts'
import type { MetricEvidence } from '../../src/verify/evidence.ts'
import type { TargetMetrics } from '../../src/verify/metrics/observe.ts'
import { judgeService, labelQuestions, type ServiceView } from '../../src/verify/metrics/service.ts'

function service(metrics: Record<string, unknown>): ServiceConfig {
  const config = parseConfig({
    monitoring: { app: 'mon' },
    apps: [{ app: 'shop' }],
    services: [{ name: 'api', app: 'shop', port: 9090, metrics }],
  })
  const [only] = config.services
  if (!only) throw new Error('no service')
  return only
}

/** What each machine exposes: names of series with samples, and types by the name in the `# TYPE` line. */
type Page = [samples: readonly string[], types?: Record<string, string>, unlabelled?: readonly string[]]

const target = ([samples, types = {}, unlabelled = []]: Page, i: number, job = 'api'): TargetMetrics => ({
  job,
  instance: `i${i}`,
  machine: `m${i + 1}`,
  samples: new Set(samples),
  types: new Map(Object.entries(types)),
  unlabelled: new Set(unlabelled),
  delayed: new Map(),
  old: new Set(),
})

const view = (metrics: Record<string, unknown>, pages: readonly Page[]): ServiceView => ({
  service: service(metrics),
  targets: pages.map((page, i) => target(page, i)),
  stored: [...new Set(pages.flatMap(([samples]) => samples))],
})

const judgeAll = (metrics: Record<string, unknown>, ...pages: Page[]) => {
  const one = view(metrics, pages)
  return judgeService(one, [one])
}

const judge = (metrics: Record<string, unknown>, ...pages: Page[]): MetricEvidence[] =>
  judgeAll(metrics, ...pages).metrics

test('a metric with samples and the declared type is present', () => {
  expect(judge({ a_total: 'counter' }, [['a_total'], { a_total: 'counter' }])).toMatchObject([
    { name: 'a_total', state: 'present', certainty: 'proven', machines: { with: 1, of: 1 } },
  ])
})

test('OpenMetrics declares the type of a counter without _total', () => {
  expect(judge({ a_total: 'counter' }, [['a_total'], { a: 'counter' }])[0]).toMatchObject({
    state: 'present',
    actualType: 'counter',
  })
})

const HISTOGRAM: Page = [['d_bucket', 'd_sum', 'd_count'], { d: 'histogram' }]

test('a histogram is known by its buckets, a summary by its count', () => {
  expect(judge({ d: 'histogram' }, HISTOGRAM, HISTOGRAM)[0]).toMatchObject({
    state: 'present',
    machines: { with: 2, of: 2 },
  })
  expect(judge({ d: 'summary' }, [['d_sum', 'd_count'], { d: 'summary' }])[0]?.state).toBe('present')
})

test('a histogram without buckets is missing', () => {
  expect(judge({ d: 'histogram' }, [['d_sum', 'd_count'], { d: 'histogram' }])[0]).toMatchObject({
    state: 'missing',
    why: 'It is a histogram without buckets: the service sends d_sum and d_count, but no d_bucket.',
  })
})

test('a native histogram has one series with the plain name', () => {
  expect(judge({ d: 'histogram' }, [['d'], { d: 'histogram' }])[0]?.state).toBe('present')
})

test.each([
  ['with quantiles', ['d', 'd_sum', 'd_count'], 'it has quantiles and no d_bucket'],
  ['without quantiles', ['d_sum', 'd_count'], 'it has only a sum and a count and no d_bucket'],
])(
  'a histogram that is exposed as a summary %s is reported as such, whether it waits for traffic or not',
  (_, samples, why) => {
    for (const declared of ['histogram', { type: 'histogram', expect: 'after-traffic' }])
      expect(judge({ d: declared }, [samples, { d: 'summary' }])[0]).toMatchObject({
        state: 'wrong-type',
        actualType: 'summary',
        why: expect.stringContaining(why),
        next: expect.stringContaining('set_buckets'),
      })
  },
)

test('another type than declared is wrong, also when it has no sample yet', () => {
  expect(judge({ a: 'gauge' }, [['a'], { a: 'counter' }])[0]?.state).toBe('wrong-type')
  expect(judge({ a: 'gauge' }, [[], { a: 'counter' }])[0]?.state).toBe('wrong-type')
})

test('one old release among three machines is named, not outvoted', () => {
  const recent: Page = [['a_total'], { a_total: 'counter' }]
  expect(judge({ a_total: 'counter' }, recent, recent, [['a_total'], { a_total: 'gauge' }])[0]).toMatchObject(
    {
      state: 'wrong-type',
      actualType: 'gauge',
      machines: { with: 2, of: 3 },
      why: 'Only 2 of 3 machines expose it as a counter; m3 as a gauge.',
    },
  )
  expect(judge({ a_total: 'counter' }, recent, [['a'], { a: 'counter' }], recent)[0]).toMatchObject({
    state: 'partial',
    nearMiss: 'a',
    machines: { with: 2, of: 3 },
    why: 'Only 2 of 3 machines expose it; m2 exposes a.',
  })
  const waiting = { a_total: { type: 'counter', expect: 'after-traffic' } }
  expect(judge(waiting, recent, [['a'], { a: 'counter' }], recent)[0]?.state).toBe('partial')
  expect(judge(waiting, recent, [[], {}], recent)[0]?.state).toBe('present')
})

test.each([
  ['gauge', 'info'],
  ['gauge', 'stateset'],
  ['stateset', 'stateset'],
  ['stateset', 'gauge'],
  ['info', 'info'],
  ['info', 'gauge'],
  ['unknown', 'counter'],
])('declared as %s and exposed as %s: Prometheus stores the same', (declared, actual) => {
  expect(judge({ a: declared }, [['a'], { a: actual }])[0]).toMatchObject({
    state: 'present',
    certainty: 'proven',
    actualType: actual,
  })
})

test('the type of an info metric is announced without _info', () => {
  expect(judge({ build_info: 'info' }, [['build_info'], { build: 'info' }])[0]?.state).toBe('present')
})

test('a series of a histogram may be declared by itself', () => {
  expect(judge({ d_count: 'counter' }, HISTOGRAM)[0]).toMatchObject({ state: 'present', certainty: 'proven' })
  expect(judge({ d_bucket: 'gauge' }, HISTOGRAM)[0]?.state).toBe('wrong-type')
})

test.each([
  ['a_requests_total', 'a_requests', 'does not add `_total`'],
  ['a_requests', 'a_requests_total', 'stored with `_total`'],
  ['a_requests_total', 'a_requests_total_total', 'stored with `_total`'],
  ['http_requests_total', 'http.requests.total', ''],
  ['http_requests_total', 'http.requests', ''],
  ['http_requests_total', 'U__http_2e_requests_2e_total', ''],
  ['http_requests_total', 'http_dot_requests_dot_total', ''],
  ['http.requests.total', 'http_requests_total', ''],
])(
  '%s under the name %s with samples is a failure that names both, whether it waits for traffic or not',
  (name, other, reason) => {
    for (const expects of ['always', 'after-traffic']) {
      const [found] = judge({ [name]: { type: 'counter', expect: expects } }, [
        [other],
        { [other]: 'counter' },
      ])
      expect(found).toMatchObject({ state: 'missing', certainty: 'proven', nearMiss: other })
      expect(found?.why).toContain(`The service exposes ${other} instead.`)
      expect(found?.why).toContain(reason)
      expect(found?.next).toContain(other)
      expect(found?.next).not.toContain('after-traffic')
    }
  },
)

test('a page in text format announces the name that its samples will have', () => {
  const types = { b_total: 'counter', a_requests: 'counter' }
  const declared = { a_requests_total: { type: 'counter', expect: 'after-traffic' } }
  expect(judge(declared, [['b_total'], types])[0]).toMatchObject({ state: 'missing', nearMiss: 'a_requests' })
  expect(judge(declared, [['b_total'], { b: 'counter', a_requests: 'counter' }])[0]?.state).toBe('waiting')
})

test('a metric with a prefix or a unit is the declared one; one of another type or of other words may be another', () => {
  const waiting = (name: string, page: Page) =>
    judge({ [name]: { type: 'counter', expect: 'after-traffic' } }, page)[0]
  expect(
    waiting('web_jobs_total', [['shop_web_jobs_total'], { shop_web_jobs_total: 'counter' }]),
  ).toMatchObject({
    state: 'missing',
    nearMiss: 'shop_web_jobs_total',
  })
  expect(waiting('web_jobs_total', [['shop_web_jobs_total'], { shop_web_jobs_total: 'gauge' }])?.state).toBe(
    'waiting',
  )
  expect(waiting('web_messages_sent_total', [['web_messages_received_total'], {}])).toMatchObject({
    state: 'waiting',
    certainty: 'not checked',
  })
})

test('a metric of another service is named with that service', () => {
  const api = view({ jobs_done_total: 'counter' }, [[['api_up']]])
  const jobs: ServiceView = {
    service: { ...service({ jobs_queue: 'gauge' }), name: 'jobs' },
    targets: [target([['jobs_done_total'], { jobs_done_total: 'counter' }], 0, 'jobs')],
    stored: ['jobs_done_total'],
  }
  expect(judgeService(api, [api, jobs]).metrics[0]).toMatchObject({
    state: 'missing',
    why: 'The service does not expose it; jobs does.',
  })
  const shared = { ...jobs, service: { ...service({ jobs_done_total: 'counter' }), name: 'jobs' } }
  expect(judgeService(api, [api, shared]).metrics[0]?.why).toBe('The service does not expose it.')
})

test('a metric with a similar name is suggested', () => {
  const page: Page = [
    ['notify_online_users_count', 'other'],
    { notify_online_users_count: 'gauge', other: 'gauge' },
  ]
  expect(judge({ notify_online_users_gauge: 'gauge' }, page)[0]).toMatchObject({
    state: 'missing',
    nearMiss: 'notify_online_users_count',
    why: 'The service exposes notify_online_users_count instead.',
  })
})

test('a metric that is declared itself is not suggested', () => {
  const page: Page = [['sse_connections_total'], { sse_connections_total: 'counter' }]
  const [active] = judge({ sse_connections_active: 'gauge', sse_connections_total: 'counter' }, page)
  expect(active?.nearMiss).toBeUndefined()
})

test('before the first event: waiting, inferred when the service announces the metric', () => {
  const declared = { a_total: { type: 'counter', expect: 'after-traffic' } }
  expect(judge(declared, [[]])[0]).toMatchObject({ state: 'waiting', certainty: 'not checked' })
  expect(judge(declared, [[], { a_total: 'counter' }])[0]).toMatchObject({
    state: 'waiting',
    certainty: 'inferred',
  })
})

test('an announced metric without samples is missing, and no advice hides that', () => {
  const [found] = judge({ a_total: 'counter' }, [[], { a_total: 'counter' }])
  expect(found).toMatchObject({
    state: 'missing',
    why: 'The service announces it, but sends no sample of it.',
  })
  expect(found?.next).not.toContain('after-traffic')
})

test('a metric that only some machines have is partial, unless it waits for traffic', () => {
  const pages: Page[] = [[['a'], { a: 'gauge' }], [[]], [[]]]
  expect(judge({ a: 'gauge' }, ...pages)[0]).toMatchObject({
    state: 'partial',
    machines: { with: 1, of: 3 },
    why: 'Only 1 of 3 machines expose it; missing on m2 and m3.',
  })
  expect(judge({ a: { type: 'gauge', expect: 'after-traffic' } }, ...pages)[0]?.state).toBe('present')
})

test('without a # TYPE line the type is not proven, and one that says nothing is not the same', () => {
  expect(judge({ a: 'gauge' }, [['a']])[0]).toMatchObject({
    state: 'present',
    certainty: 'inferred',
    why: expect.stringContaining('sends no # TYPE line'),
  })
  expect(judge({ a: 'gauge' }, [['a'], { a: 'unknown' }])[0]).toMatchObject({
    state: 'present',
    certainty: 'inferred',
    why: expect.stringContaining('says `unknown` or `untyped`'),
  })
  expect(judge({ d: 'histogram' }, [['d_bucket', 'd_count', 'd_sum']])[0]).toMatchObject({
    state: 'present',
    actualType: 'histogram',
  })
})

test('without a machine that is up nothing is checked', () => {
  expect(judge({ a: 'gauge' })[0]).toMatchObject({ state: 'unknown', certainty: 'not checked' })
})

test('undeclared metrics are listed by family, without times of creation', () => {
  const { others } = judgeAll({ a: 'gauge' }, [
    ['a', 'd_bucket', 'd_sum', 'd_count', 'd_created', 'users_count', 'jobs_total', 'jobs_created'],
    { a: 'gauge', d: 'histogram', users_count: 'gauge', jobs: 'counter', jobs_created: 'gauge' },
  ])
  expect([...others.keys()].toSorted()).toEqual(['d', 'jobs_total', 'users_count'])
})

test('a name in storage without a sample now and without a # TYPE line is of an earlier release', () => {
  const one = view({ a: 'gauge' }, [[['a'], { a: 'gauge' }]])
  const { others } = judgeService({ ...one, stored: ['a', 'old'] }, [one])
  expect([...others.keys()]).toEqual([])
})

test.each([
  ['notify_online_users_gauge', 'notify_online_users_count'],
  ['analytics_sessions_active', 'analytics_active_sessions'],
  ['analytics_processing_duration_seconds', 'analytics_event_processing_duration_seconds'],
  ['bot_ai_agent_requests_total', 'bot_ai_requests_total'],
  ['bot_processing_duration_seconds', 'bot_nats_event_processing_duration_seconds'],
  ['notify_nats_events_processed_total', 'notify_nats_messages_processed_total'],
  ['go_goroutines', undefined],
  ['process.cpu.seconds.total', 'process_cpu_seconds_total'],
])('%s: meant is %s', (name, wanted) => {
  const real = [
    'notify_online_users_count',
    'notify_nats_messages_processed_total',
    'analytics_active_sessions',
    'analytics_event_processing_duration_seconds',
    'bot_ai_requests_total',
    'bot_nats_event_processing_duration_seconds',
    'process_cpu_seconds_total',
  ]
  expect(similarMetricName(name, real)).toBe(wanted)
})

test('a metric with series that lack a declared label is wrong, also on one machine only', () => {
  const declared = { a_total: { type: 'counter', labels: ['method', 'status'] } }
  const types = { a_total: 'counter' }
  const lacks: Page = [['a_total'], types, ['a_total{status=""}']]
  expect(judge(declared, lacks)[0]).toMatchObject({
    state: 'wrong-labels',
    certainty: 'proven',
    why: 'It has series without the label status, which the configuration declares: panels and rules that select or group by it leave these series out.',
    machines: { with: 0, of: 1 },
  })
  expect(judge(declared, [['a_total'], types], lacks)[0]).toMatchObject({
    state: 'wrong-labels',
    why: expect.stringContaining('(1 of 2 targets: m2)'),
    next: expect.stringContaining('Compare the releases'),
  })
  expect(judge(declared, [['a_total'], types])[0]?.state).toBe('present')
})

test('the labels of a histogram are asked of its series, whichever it has', () => {
  const declared = { d: { type: 'histogram', labels: ['route'] } }
  const one = judgeAll(declared, HISTOGRAM)
  expect(labelQuestions([one])).toEqual([{ name: 'd_bucket', jobs: ['api'], without: 'route' }])
  expect(judge(declared, [HISTOGRAM[0], { d: 'histogram' }, ['d_bucket{route=""}']])[0]?.state).toBe(
    'wrong-labels',
  )
})
