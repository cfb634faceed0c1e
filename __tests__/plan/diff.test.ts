import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addSecret } from '../../src/lib/redact.ts'
import { firingOf } from '../../src/plan/backtest/firing.ts'
import { lineDiff, MAX_LINES, safeLine } from '../../src/plan/diff/lines.ts'
import { monthlyPrice } from '../../src/plan/diff/price.ts'
import { ruleChanges, ruleLines, rulesIn } from '../../src/plan/diff/rules.ts'

test('texts are compared line by line, with their indentation', () => {
  const before = 'a:\n  - one\n  - two\nb: 1\n'
  const after = 'a:\n  - one\n  - three\nb: 1\n'
  expect(lineDiff(before, after)).toEqual([
    '@@ line 1 @@',
    ' a:',
    '   - one',
    '-  - two',
    '+  - three',
    ' b: 1',
  ])
  expect(lineDiff(before, before)).toEqual([])
})

test('applied to the old text, a difference is the new one', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' c', ''), { maxLength: 20 })
    .map((lines) => `${lines.join('\n')}\n`)
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after)
      const of = (sign: string) => lines.filter((line) => line.startsWith(sign)).length
      return of('+') - of('-') === after.split('\n').length - before.split('\n').length
    }),
  )
})

test('many differences are bounded, and their number is shown', () => {
  const long = Array.from({ length: 5_000 }, (_, i) => `line ${i}`).join('\n')
  const lines = lineDiff('', long)
  expect(lines).toHaveLength(MAX_LINES + 1)
  expect(lines.at(-1)).toMatch(/^~ … and 4801 more lines$/)
})

test.each([
  ['    password: hunter2', '    password: ***'],
  ['  basic_auth: { username: a }', '  basic_auth: { username: a }'],
  ['password_file: /etc/x', 'password_file: /etc/x'],
  ['- url: https://me:pass@host/x', '- url: https://***@host/x'],
  ['  "api_key" = "x"', '  "api_key" = ***'],
  ['credentials: abc', 'credentials: ***'],
])('credentials that no one has told us: %s', (line, shown) => {
  expect(safeLine('-', line)).toBe(`-${shown}`)
})

test('a known secret, a terminal sequence and a long line', () => {
  addSecret('very-secret-value')
  expect(safeLine('+', 'x: very-secret-value')).toBe('+x: ***')
  expect(safeLine('+', 'a\u001b[31mb\u202ec')).toBe('+ab c')
  expect(safeLine('+', `${' '.repeat(5_000)}${'x'.repeat(100_000)}`).length).toBeLessThan(500)
})

const file = (rules: string) => rulesIn(`groups: [{ name: g, rules: [${rules}] }]`)

test('rules are compared by name and service', () => {
  const before = file(`
    { alert: A, expr: "a\\n  > 1", for: 5m, labels: { service: x } },
    { alert: A, expr: a > 1, labels: { service: y } },
    { alert: Gone, expr: b },
    { record: "r:r", expr: c }`)
  const after = file(`
    { alert: A, expr: a > 1, labels: { service: y } },
    { alert: A, expr: a > 2, for: 10m, labels: { service: x } },
    { record: "r:r", expr: c, labels: { l: v } },
    { alert: New, expr: d }`)
  expect(ruleLines(ruleChanges(before, after))).toEqual([
    ...['~ alert A: expr, for 5m → 10m', '-   a > 1', '+   a > 2'],
    ...['- alert Gone', '~ record r:r: labels', '+ alert New: d for 0s'],
  ])
  expect(ruleChanges(before, before)).toEqual([])
})

test.each(['', 'a: [', 'groups: 3', 'groups: [{ rules: [1, { alert: 3 }] }]', '&a [*a]'])(
  'a text that is not a rule file has no rules: %j',
  (text) => {
    expect(rulesIn(text)).toEqual([])
  },
)

test('firing begins after `for`, ends with a gap, and counts per series', () => {
  const options = { forSeconds: 120, step: 60, end: 1_000 }
  expect(firingOf([[0, 60]], options)).toEqual({ fired: 0, seconds: 0, now: false })
  expect(firingOf([[0, 60, 120, 180]], options)).toEqual({ fired: 1, seconds: 60, now: false })
  expect(firingOf([[0, 60, 120, 300, 360, 420]], options)).toEqual({ fired: 2, seconds: 0, now: false })
  expect(firingOf([[820, 880, 940, 1_000], [0]], options)).toEqual({ fired: 1, seconds: 60, now: true })
  expect(firingOf([[0], [500]], { ...options, forSeconds: 0 })).toMatchObject({ fired: 2 })
})

test('the price names machine and volume, date and source; where none is known there is none', () => {
  const small = { region: 'iad', size: 'shared-cpu-1x', memoryMb: 512, volumeGb: 10 }
  expect(monthlyPrice(small, undefined)).toMatch(
    /^about \$5\.19 for 30 days: machine shared-cpu-1x with 512 MB in iad \$3\.69, volume of 10 GB \$1\.50; .*fly\.io\/docs\/about\/pricing, read on 2026-11-27/,
  )
  expect(monthlyPrice(small, small)).toBe(monthlyPrice(small, undefined))
  const large = { ...small, size: 'performance-2x', memoryMb: 4096 }
  expect(monthlyPrice(large, small)).toMatch(/^about \$67\.50 for 30 days, now \$5\.19: /)
  expect(monthlyPrice({ ...small, region: 'xyz' }, undefined)).toBeUndefined()
  expect(monthlyPrice({ ...small, size: 'a100-40gb' }, undefined)).toBeUndefined()
})
