import { expect, test } from '@jest/globals'
import { pauseBefore } from '../../src/lib/retry.ts'

test('Retry-After in seconds and as a date is honoured, however long', () => {
  expect(pauseBefore(1, '0')).toBe(0)
  expect(pauseBefore(5, ' 60 ')).toBe(60_000)
  const date = new Date(Date.now() + 600_000).toUTCString()
  expect(pauseBefore(1, date)).toBeGreaterThan(590_000)
  expect(pauseBefore(1, date)).toBeLessThanOrEqual(600_000)
  expect(pauseBefore(1, new Date(0).toUTCString())).toBe(0)
})

test.each([undefined, '', 'soon', '-3', ['1', '2']])(
  'with Retry-After %j the pauses double, up to 5 s, with jitter',
  (header) => {
    for (const [attempt, base] of [
      [1, 250],
      [2, 500],
      [4, 2_000],
      [9, 5_000],
    ] as const) {
      const pause = pauseBefore(attempt, header)
      expect(pause).toBeGreaterThanOrEqual(base)
      expect(pause).toBeLessThanOrEqual(base * 1.4)
    }
  },
)
