import { expect, test } from '@jest/globals'
import {
  judgeRemoteWrite,
  progressOf,
  queryUrl,
  type RemoteWriteFacts,
  type RemoteWriteQueue,
  readQueue,
} from '../../src/verify/remote-write/judge.ts'
import { fc } from '../support/property.ts'

test.each([
  ['https://prometheus-prod-01.grafana.net/api/prom/push', 'https://prometheus-prod-01.grafana.net/api/prom'],
  ['https://mimir.example/api/v1/push', 'https://mimir.example/prometheus'],
  ['https://mimir.example/tenant/api/v1/push/', 'https://mimir.example/tenant/prometheus'],
  ['http://[fdaa::1]:8428/api/v1/write', 'http://[fdaa::1]:8428'],
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
    samples_pending: queue.pending,
    queue_highest_sent_timestamp_seconds: queue.sentUntil,
  })
    .map(([name, value]) => `prometheus_remote_storage_${name}{remote_name="x",url="${url}"} ${value ?? 0}\n`)
    .join('')

const queue = (given: Partial<RemoteWriteQueue> = {}): RemoteWriteQueue => ({
  total: 0,
  failed: 0,
  retried: 0,
  pending: 0,
  sentUntil: 0,
  ...given,
})

test('the counters of this queue are read, in any notation, and no others', () => {
  const text = `${exposition({ total: 9 }, 'http://other/push')}${exposition({ total: 25, sentUntil: 1795378582 }).replace('1795378582', '1.795378582e+09')}go_x 1\n`
  expect(readQueue(text, URL_)).toEqual(queue({ total: 25, sentUntil: 1795378582 }))
  expect(readQueue(text, 'http://nobody/push')).toBeUndefined()
  expect(readQueue('', URL_)).toBeUndefined()
})

test('a masked password in the address does not matter', () => {
  expect(readQueue(exposition({ total: 1 }, 'http://u:xxxxx@h/push'), 'http://u:secret@h/push')).toEqual(
    queue({ total: 1 }),
  )
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
    { total: 200, retried: 175, pending: 45 },
    'retrying',
  ],
  ['a server that never answers', {}, { total: 25, pending: 45 }, 'nothing'],
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
    ...given,
  })

test('only a sample that was read back is proven', () => {
  expect(judged({ arrived: true })).toMatchObject({ outcome: 'holds', certainty: 'proven' })
  expect(judged({ unreadable: 'the key allows writing but not reading.' })).toMatchObject({
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
