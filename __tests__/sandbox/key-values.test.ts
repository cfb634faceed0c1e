import { expect, test } from '@jest/globals'
import { keyValues } from './key-values.ts'

test('reads short and long values; what looks like a command inside a long one stays a value', () => {
  const text = 'a=1\nb<<END\nx=y\n\nc<<END\nEND\nempty=\nd==<<\n'
  expect(keyValues(text)).toEqual({ a: '1', b: 'x=y\n\nc<<END', empty: '', d: '=<<' })
})

test.each([
  ['a value without an end', 'a<<END\nx\n'],
  ['a line that is no command', 'hello\n'],
])('%s is an error, as in the runner', (_what, text) => {
  expect(() => keyValues(text)).toThrow()
})
