import { expect, test } from '@jest/globals'
import { queryUrl } from '../../src/config/query-url.ts'
import { judgeRemoteWrite, type RemoteWriteFacts } from '../../src/verify/remote-write/judge.ts'
import { progressOf, type RemoteWriteQueue, readQueue } from '../../src/verify/remote-write/queue.ts'
import { newestArrival } from '../../src/verify/remote-write/read-back.ts'
import { fc } from '../support/property.ts'

test.each([
  ['https://prometheus-prod-01.grafana.net/api/prom/push', 'https://prometheus-prod-01.grafana.net/api/prom'],
  ['https://mimir.example/api/v1/push', 'https://mimir.example/prometheus'],
  ['https://mimir.example/tenant/api/v1/push/', 'https://mimir.example/tenant/prometheus'],
  ['http://[fdaa::1]:8428/api/v1/write', 'http://[fdaa::1]:8428'],
  ['http://vm.internal:8428/prometheus/api/v1/write', 'http://vm.internal:8428/prometheus'],
  ['https://vmauth.example/insert/0/prometheus/api/v1/write', 'https://vmauth.example/select/0/prometheus'],
  ['http://vm.internal:8480/insert/3:7/prometheus/', 'http://vm.internal:8481/select/3:7/prometheus'],
  ['https://vmauth.example/insert/multitenant/prometheus/api/v1/write', undefined],
  ['http://receive.internal:19291/api/v1/receive', undefined],
  ['https://somewhere.example/other', undefined],
  ['not a url', undefined],
])('the query address of %s', (push, wanted) => {
  expect(queryUrl(push)).toBe(wanted)
})

const URL_ = 'http://[::1]:9009/api/prom/push'
const exposition = (queue: Partial<RemoteWriteQueue>, url = URL_): string =>
  Object.entries({
    samples_total: queue.total,
    samples_failed_total: queue.failed,
    samples_retried_total: queue.retried,
    queue_highest_sent_timestamp_seconds: queue.sentUntil,
  })
    .map(([name, value]) => `prometheus_remote_storage_${name}{remote_name="x",url="${url}"} ${value ?? 0}\n`)
    .join('')

const queue = (given: Partial<RemoteWriteQueue> = {}): RemoteWriteQueue => ({
  total: 0,
  failed: 0,
  retried: 0,
  sentUntil: 0,
  ...given,
})

test('the counters of this queue are read, in any notation, and no others', () => {
  const text = `${exposition({ total: 9 }, 'http://other/push')}${exposition({ total: 25, sentUntil: 1795378582 }).replace('1795378582', '1.795378582e+09')}go_x 1\n`
  expect(readQueue(text, { url: URL_ })).toEqual(queue({ total: 25, sentUntil: 1795378582 }))
  expect(readQueue(text, { url: 'http://nobody/push' })).toBeUndefined()
  expect(readQueue('', { url: URL_ })).toBeUndefined()
})

test('a masked password in the address does not matter', () => {
  const text = exposition({ total: 1 }, 'http://u:xxxxx@h/push')
  expect(readQueue(text, { url: 'http://u:secret@h/push' })).toEqual(queue({ total: 1 }))
})

test('two tenants at one address are told apart by their names', () => {
  const text = exposition({ total: 1 }) + exposition({ total: 7 }).replaceAll('"x"', '"tenant-b"')
  expect(readQueue(text, { url: URL_, name: 'tenant-b' })).toEqual(queue({ total: 7 }))
  expect(readQueue(text, { url: URL_, name: 'x' })).toEqual(queue({ total: 1 }))
  expect(readQueue(text, { url: URL_, name: 'tenant-c' })).toBeUndefined()
  // The one of the inputs has a name that Prometheus made up.
  expect(readQueue(text, { url: URL_, others: ['tenant-b'] })).toEqual(queue({ total: 1 }))
})

test('the newest sample is found among raw samples, and the end of a series is none', () => {
  const matrix = (values: [number, string][]) => ({
    result: { resultType: 'matrix' as const, result: [{ metric: {}, values }] },
    warnings: [],
    infos: [],
  })
  expect(
    newestArrival(
      matrix([
        [10, '1'],
        [25.5, '0'],
        [40, 'NaN'],
      ]),
    ),
  ).toBe(25_500)
  expect(newestArrival(matrix([]))).toBeUndefined()
})

const MARK = 1_000_000
test.each<[string, Partial<RemoteWriteQueue>, Partial<RemoteWriteQueue>, string]>([
  ['sent', {}, { total: 20, sentUntil: 1_005 }, 'sent'],
  [
    '401: every sample failed although the time moves on',
    {},
    { total: 20, failed: 20, sentUntil: 1_005 },
    'refused',
  ],
  ['429 for some', {}, { total: 20, failed: 1, sentUntil: 1_005 }, 'refused'],
  [
    'a URL that cannot be reached: nothing fails, nothing arrives',
    {},
    { total: 200, retried: 175 },
    'retrying',
  ],
  ['a server that never answers', {}, { total: 25 }, 'nothing'],
  ['only what was sent before verification began', {}, { total: 20, sentUntil: 999 }, 'nothing'],
  [
    'old failures do not count',
    { total: 50, failed: 50, sentUntil: 900 },
    { total: 70, failed: 50, sentUntil: 1_005 },
    'sent',
  ],
  ['it came through after some retries', {}, { total: 60, retried: 40, sentUntil: 1_005 }, 'sent'],
])('%s', (_, before, now, kind) => {
  expect(progressOf(queue(before), queue(now), MARK).kind).toBe(kind)
})

test('nothing counts as sent while samples are rejected', () => {
  const counter = fc.nat(1000)
  fc.assert(
    fc.property(counter, counter, counter, (total, failed, retried) => {
      const { kind } = progressOf(
        queue(),
        queue({ total: total + failed, failed, retried, sentUntil: 2_000 }),
        MARK,
      )
      if (failed > 0) expect(kind).toBe('refused')
      else expect(kind === 'sent').toBe(total > retried)
    }),
  )
})

const SENT = { kind: 'sent', samples: 5 } as const
const judged = (given: Partial<RemoteWriteFacts>) =>
  judgeRemoteWrite('h', {
    arrived: false,
    unreadable: undefined,
    foundNothing: 0,
    progress: SENT,
    refused: 0,
    delayMs: 4_000,
    isNamed: false,
    ...given,
  })

const NO_READING = { why: 'the key allows writing but not reading (HTTP 403).', next: 'Give it the right.' }

test('only a sample that was read back is proven', () => {
  expect(judged({ arrived: true })).toMatchObject({ outcome: 'holds', certainty: 'proven' })
  expect(judged({ unreadable: NO_READING })).toMatchObject({
    outcome: 'holds',
    certainty: 'inferred',
    why: expect.stringContaining('allows writing but not reading'),
  })
  expect(judged({ progress: { kind: 'retrying', retried: 3 } }).outcome).toBe('broken')
  expect(judged({ progress: { kind: 'nothing' } })).toMatchObject({
    outcome: 'broken',
    certainty: 'inferred',
  })
  expect(judged({ progress: undefined })).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('no remote-write queue'),
  })
})

test('what was accepted and cannot be read back is not there', () => {
  expect(judged({ foundNothing: 73 })).toMatchObject({
    outcome: 'broken',
    certainty: 'inferred',
    why: expect.stringContaining('73 times'),
  })
})

test('what arrived never outweighs what was refused', () => {
  for (const progress of [SENT, { kind: 'nothing' } as const])
    for (const arrived of [true, false])
      expect(judged({ arrived, progress, refused: 3 })).toMatchObject({
        outcome: 'broken',
        certainty: 'proven',
        why: expect.stringContaining('dropped 3'),
      })
})

test('a target of the file that cannot be read back is not checked, and never green', () => {
  expect(judged({ unreadable: NO_READING, isNamed: true })).toMatchObject({
    outcome: 'not-checked',
    certainty: 'not checked',
    why: expect.stringContaining('not reading (HTTP 403)'),
    next: 'Give it the right.',
  })
  // What the counters say is wrong stays wrong.
  expect(judged({ unreadable: NO_READING, isNamed: true, progress: { kind: 'nothing' } }).outcome).toBe(
    'broken',
  )
})

test.each([
  [401, 'HTTP 401', 'Compare user and key'],
  [403, 'HTTP 403', 'the right to write'],
  [404, 'HTTP 404', 'Correct the path'],
  [429, 'HTTP 429', 'Send less with `keep`'],
  [503, 'HTTP 503', 'log and the state of the server'],
  [204, 'HTTP 204', 'Look for limits'],
  ['none', 'did not answer', 'Compare user and key'],
] as const)('rejected samples, and %s for an empty request', (answer, says, next) => {
  expect(judged({ refused: 3, answer })).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining(says),
    next: expect.stringContaining(next),
  })
})

test('how late a server shows its samples is said', () => {
  expect(judged({ arrived: true, delayMs: 32_400 }).why).toContain('only 32 s after its scrape')
  expect(judged({ arrived: true, delayMs: 4_000 }).why).not.toContain('after its scrape:')
})
