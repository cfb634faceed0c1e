import { expect, test } from '@jest/globals'
import { parseDuration } from '../../src/lib/duration.ts'

test.each([
  ['15s', 15_000],
  ['1m30s', 90_000],
  ['15d', 1_296_000_000],
  ['250ms', 250],
  ['1h1ms', 3_600_001],
  ['0s', 0],
])('%s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds))

test.each(['', '15', 's', '1s1m', '1.5m', ' 15s', '15 s', '-1s'])('%j is no duration', (text) =>
  expect(parseDuration(text)).toBeUndefined(),
)
