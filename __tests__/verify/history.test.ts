import { expect, test } from '@jest/globals'
import { matchesWildcard } from '../../src/verify/accept.ts'
import { addHistory, withHistory } from '../../src/verify/history.ts'
import { evidence, target } from '../support/report.ts'

const MARK = '2026-11-22T19:55:00.000Z'
const words = { last: 'It last held', never: 'No such time' }
const since = (lastHeld: string | null | undefined, deployBegan?: string) =>
  withHistory('Broken.', lastHeld, { mark: MARK, ...(deployBegan !== undefined && { deployBegan }) }, words)

test('since when, and whether the deploy did it, in one sentence', () => {
  expect(since(undefined)).toBe('Broken.')
  expect(since(null)).toBe('Broken. No such time is known from the last 2 days.')
  expect(since('2026-11-22T19:50:00.000Z')).toBe('Broken. It last held at 19:50 UTC.')
  expect(since('2026-11-21T08:00:00.000Z')).toBe('Broken. It last held at 2026-11-21 08:00 UTC.')
  expect(since('2026-11-22T19:50:00.000Z', '2026-11-22T19:52:00.000Z')).toBe(
    'Broken. It last held at 19:50 UTC, just before or during this deploy.',
  )
  expect(since('2026-11-22T17:00:00.000Z', '2026-11-22T19:52:00.000Z')).toBe(
    'Broken. It last held at 17:00 UTC, so this deploy did not break it.',
  )
})

const refused = { class: 'refused', why: '', next: '', certainty: 'proven', detail: '' } as const
const down = target({ state: 'down', reason: refused, address: '[fdaa:0:1::a]:9091' })
const AT = Date.parse('2026-11-22T19:40:00Z') / 1000

/** A Prometheus that answers every query with this series, and counts them. */
function answering(labels: Record<string, string>) {
  const queries: string[] = []
  const query = async (expr: string) => {
    queries.push(expr)
    const result = [{ metric: labels, value: [0, String(AT)] as [number, string] }]
    return { result: { resultType: 'vector' as const, result }, warnings: [], infos: [] }
  }
  // biome-ignore lint/suspicious/noExplicitAny: only `query` is asked
  return { queries, prometheus: { query } as any }
}
const lastOf = async (labels: Record<string, string>, targets = [down]) => {
  const found = await addHistory(evidence({ targets }), answering(labels).prometheus)
  return found.targets[0]?.lastHeld
}

test('the history of a target is that of its address, else that of its service when all of it is down', async () => {
  const iso = '2026-11-22T19:40:00.000Z'
  // Prometheus and Fly may spell one address differently.
  expect(await lastOf({ job: 'notify_server', instance: '[fdaa:0:1:0::a]:9091' })).toBe(iso)
  expect(await lastOf({ job: 'notify_server', instance: '[fdaa:0:1::9]:9091' })).toBe(iso)
  expect(await lastOf({ job: 'other', instance: '[fdaa:0:1::a]:9091' })).toBeNull()
  expect(await lastOf({ job: 'notify_server', instance: '[fdaa:0:1::9]:9091' }, [down, target()])).toBeNull()
})

test('nothing is asked when nothing failed, and a target that is scraped has no last scrape', async () => {
  const { queries, prometheus } = answering({})
  await addHistory(evidence(), prometheus)
  const lost = target({ state: 'down', reason: { ...refused, class: 'samples-lost' } })
  await addHistory(evidence({ targets: [lost] }), prometheus)
  expect(queries).toEqual([])
})

test.each([
  ['a', 'a', true],
  ['a', 'ab', false],
  ['a*', 'ab', true],
  ['*b', 'ab', true],
  ['a*b*c', 'a-b-b-c', true],
  ['ab*bc', 'abc', false],
  ['*', '', true],
  ['D / * (A)', 'D / Rate [5m] (A)', true],
])('%s matches %s: %s', (pattern, text, right) => {
  expect(matchesWildcard(pattern, text)).toBe(right)
})
