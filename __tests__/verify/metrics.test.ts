import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import type { ServiceConfig } from '../../src/config/schema.ts'
import { similarMetricName } from '../../src/lib/similar-name.ts'
import { targetsMetadataAnswer } from '../../src/model/prometheus.ts'
import {
  type ExposedMetrics,
  families,
  judgeContract,
  readTypes,
  undeclared,
} from '../../src/verify/metrics/judge.ts'
import { recordedData } from './fixtures.ts'

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

const exposed = (
  samples: Record<string, number>,
  types: Record<string, string> = {},
  machines = 1,
): ExposedMetrics => ({
  machines,
  samples: new Map(Object.entries(samples)),
  types: new Map(Object.entries(types)),
})

const judge = (metrics: Record<string, unknown>, what: ExposedMetrics) =>
  judgeContract(service(metrics), what)

test('a metric with samples and the declared type is present', () => {
  expect(judge({ a_total: 'counter' }, exposed({ a_total: 1 }, { a_total: 'counter' }))).toMatchObject([
    { name: 'a_total', state: 'present', certainty: 'proven', machines: { with: 1, of: 1 } },
  ])
})

test('OpenMetrics declares the type of a counter without _total', () => {
  expect(judge({ a_total: 'counter' }, exposed({ a_total: 1 }, { a: 'counter' }))[0]).toMatchObject({
    state: 'present',
    actualType: 'counter',
  })
})

test('a histogram is known by its buckets, a summary by its count', () => {
  const histogram = exposed({ d_bucket: 2, d_sum: 2, d_count: 2 }, { d: 'histogram' }, 2)
  expect(judge({ d: 'histogram' }, histogram)[0]).toMatchObject({
    state: 'present',
    machines: { with: 2, of: 2 },
  })
  const summary = exposed({ d_sum: 1, d_count: 1 }, { d: 'summary' })
  expect(judge({ d: 'summary' }, summary)[0]?.state).toBe('present')
})

test('a histogram that is exposed as a summary is reported as such, whether it waits for traffic or not', () => {
  const summary = exposed({ d: 1, d_sum: 1, d_count: 1 }, { d: 'summary' })
  for (const declared of ['histogram', { type: 'histogram', expect: 'after-traffic' }])
    expect(judge({ d: declared }, summary)[0]).toMatchObject({
      state: 'wrong-type',
      actualType: 'summary',
      why: expect.stringContaining('exposed as a summary'),
      next: expect.stringContaining('set_buckets'),
    })
})

test('another type than declared is wrong, also when it has no sample yet', () => {
  expect(judge({ a: 'gauge' }, exposed({ a: 1 }, { a: 'counter' }))[0]?.state).toBe('wrong-type')
  expect(judge({ a: 'gauge' }, exposed({}, { a: 'counter' }))[0]?.state).toBe('wrong-type')
})

test('a metric with a similar name is suggested', () => {
  const what = exposed(
    { notify_online_users_count: 1, other: 1 },
    { notify_online_users_count: 'gauge', other: 'gauge' },
  )
  expect(judge({ notify_online_users_gauge: 'gauge' }, what)[0]).toMatchObject({
    state: 'missing',
    nearMiss: 'notify_online_users_count',
    why: 'notify_online_users_gauge is missing; the service exposes notify_online_users_count.',
  })
})

test('a metric that is declared itself is not suggested', () => {
  const what = exposed({ sse_connections_total: 1 }, { sse_connections_total: 'counter' })
  const [active] = judge({ sse_connections_active: 'gauge', sse_connections_total: 'counter' }, what)
  expect(active?.nearMiss).toBeUndefined()
})

test('before the first event: waiting, inferred when the service announces the metric', () => {
  const declared = { a_total: { type: 'counter', expect: 'after-traffic' } }
  expect(judge(declared, exposed({}))[0]).toMatchObject({ state: 'waiting', certainty: 'not checked' })
  expect(judge(declared, exposed({}, { a_total: 'counter' }))[0]).toMatchObject({
    state: 'waiting',
    certainty: 'inferred',
  })
})

test('an announced metric without samples is missing', () => {
  expect(judge({ a_total: 'counter' }, exposed({}, { a_total: 'counter' }))[0]).toMatchObject({
    state: 'missing',
    next: expect.stringContaining('after-traffic'),
  })
})

test('a metric that only some machines have is partial, unless it waits for traffic', () => {
  const what = exposed({ a: 1 }, { a: 'gauge' }, 3)
  expect(judge({ a: 'gauge' }, what)[0]).toMatchObject({ state: 'partial', machines: { with: 1, of: 3 } })
  expect(judge({ a: { type: 'gauge', expect: 'after-traffic' } }, what)[0]?.state).toBe('present')
})

test('without a # TYPE line the type is not proven', () => {
  expect(judge({ a: 'gauge' }, exposed({ a: 1 }))[0]).toMatchObject({
    state: 'present',
    certainty: 'inferred',
  })
  expect(judge({ a: 'gauge' }, exposed({ a: 1 }, { a: 'unknown' }))[0]).toMatchObject({
    certainty: 'inferred',
  })
  const buckets = exposed({ d_bucket: 1, d_count: 1, d_sum: 1 })
  expect(judge({ d: 'histogram' }, buckets)[0]).toMatchObject({ state: 'present', actualType: 'histogram' })
})

test('without a machine that is up nothing is checked', () => {
  expect(judge({ a: 'gauge' }, exposed({}, {}, 0))[0]).toMatchObject({
    state: 'unknown',
    certainty: 'not checked',
  })
})

test('undeclared metrics are listed by family', () => {
  const what = exposed(
    { a: 1, d_bucket: 1, d_sum: 1, d_count: 1, users_count: 1 },
    { a: 'gauge', d: 'histogram', users_count: 'gauge' },
  )
  expect(families(what).toSorted()).toEqual(['a', 'd', 'users_count'])
  expect(undeclared(service({ a: 'gauge' }), what)).toEqual({ service: 'api', names: ['d', 'users_count'] })
})

test('recorded metadata gives types', () => {
  const types = readTypes(recordedData('targets-metadata.json', targetsMetadataAnswer))
  expect(types.get('notify_sse_connections_total')).toBe('counter')
  expect(types.get('notify_online_users_gauge')).toBe('gauge')
})

test.each([
  ['notify_online_users_gauge', 'notify_online_users_count'],
  ['analytics_sessions_active', 'analytics_active_sessions'],
  ['analytics_processing_duration_seconds', 'analytics_event_processing_duration_seconds'],
  ['bot_ai_agent_requests_total', 'bot_ai_requests_total'],
  ['bot_processing_duration_seconds', 'bot_nats_event_processing_duration_seconds'],
  ['notify_nats_events_processed_total', 'notify_nats_messages_processed_total'],
  ['go_goroutines', undefined],
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
