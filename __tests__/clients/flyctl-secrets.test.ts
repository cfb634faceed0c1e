import { expect, test } from '@jest/globals'
import { secretLines } from '../../src/clients/flyctl/secrets.ts'
import { parseSecrets } from '../sandbox/platform/secretsParse.ts'
import { fc } from '../support/property.ts'

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.stringMatching(/^["'#=\n\r \\]{0,40}$/),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

test('any value reaches Fly as the base64 of its bytes, whatever flyctl makes of quotes, hashes and lines', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (values) => {
      const secrets = values.map((value, i) => ({ name: `NAME_${i}`, value: value.toWellFormed() }))
      const read = parseSecrets(secretLines(secrets))
      expect(read.size).toBe(secrets.length)
      for (const { name, value } of secrets)
        expect(Buffer.from(read.get(name) ?? '', 'base64').equals(Buffer.from(value))).toBe(true)
    }),
  )
})

test('a value that would end flyctl’s reader early is refused, as is a name that could be read as a value', () => {
  const long = [{ name: 'A', value: 'x'.repeat(49_200) }]
  expect(() => secretLines(long)).toThrow('flyctl accepts about 48,000')
  const fits = [
    { name: 'A', value: 'x'.repeat(48_000) },
    { name: 'B', value: 'after' },
  ]
  expect(parseSecrets(secretLines(fits)).get('B')).toBe(btoa('after'))
  for (const name of ['', '1A', 'A B', 'A=B', '#A', 'A\nB'])
    expect(() => secretLines([{ name, value: 'x' }])).toThrow('is not a valid name')
})
