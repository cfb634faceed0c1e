import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createRedactor, hideAll } from '../../src/lib/redact.ts'
import { fc } from '../support/property.ts'
import { FORMS, leak } from '../support/secret-forms.ts'

const knows = (...secrets: string[]) => {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.add(secret)
  return redactor
}

const PASSWORDS = {
  'a service account token': 'glsa_8Zq0tR4vX2nB6mK1pL9sD3fG7hJ5wYcE_1a2b3c4d',
  'a derived password': 'q3Zx-9Lk_2VbN7mTfR8wYpA1sD4gH6jK0eU5iO_cXvQ',
  'random base64': 'k8Jf+2Qz/Lw0VtRn5YbXc7Pd1Gh=',
  'random hex': 'c0ffee1234567890deadbeefcafe4242',
  'words and a number': 'correct horse battery 42 staple',
  'nothing that a text shows as it is': `pa"s\\s'<&>%41 #wörd_*🔑+/=?`,
  words: 'correct-horse-battery-staple',
}

test.each(Object.entries(PASSWORDS))('%s is found in every form', (_, secret) => {
  const { hide } = knows(secret)
  for (const [form, write] of Object.entries(FORMS)) {
    const text = `server said: ${write(secret)} (HTTP 500).`
    expect([form, leak(hide(text), secret)]).toEqual([form, undefined])
    expect([form, leak(hide(JSON.stringify({ text })), secret)]).toEqual([form, undefined])
  }
  expect(hide(`at ${secret}, and`)).toBe('at ***, and')
})

test('no part of a random secret that is long enough to tell stays, wherever it was broken off', () => {
  const secret = fc.string({ unit: fc.constantFrom(...'abcXYZ0189+/-_!"% '), minLength: 16, maxLength: 60 })
  fc.assert(
    fc.property(secret, fc.nat(), fc.nat(), fc.constantFrom(...Object.values(FORMS)), (raw, a, b, write) => {
      const trimmed = raw.trim()
      const [from = 0, to = 0] = [a % (trimmed.length + 1), b % (trimmed.length + 1)].toSorted(
        (x, y) => x - y,
      )
      const text = `x ${write(trimmed.slice(from, to))}`
      const shown = knows(raw).hide(text)
      expect(leak(shown, trimmed, 16)).toBeUndefined()
    }),
  )
})

test('each line of a secret is one', () => {
  const { hide } = knows('-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA7x\nqqZ0\r\n-----END KEY-----\n')
  expect(hide('MIIEpAIBAAKCAQEA7x\nand qqZ0')).toBe('***\nand ***')
})

test('what others write is left as it is, also where it has words of a password', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const { hide } = knows(
    ...Object.values(PASSWORDS),
    ...['Prometheus2024!', 'grafana-rules-7731', 'monitoring 20261122', 'the Metrics of 9090'],
    'abc',
  )
  expect(hide(readme)).toBe(readme)
})

test('words of a password are hidden where they were broken off, not where a text has them too', () => {
  const { hide } = knows('correct horse battery staple')
  expect(hide('say "correct horse bat", then correct horse b…')).toBe('say "***", then ***…')
  expect(hide('a correct horse born')).toBe('a correct horse born')
})

test('a name that is shown on purpose does not hide behind a password that has it', () => {
  const redactor = knows('chat-monitoring-2026-secret')
  redactor.spare(['chat-monitoring'])
  const [address, secret] = redactor
    .hide('https://chat-monitoring.fly.dev chat-monitoring-2026-secret')
    .split(' ')
  expect(address).toBe('https://chat-monitoring.fly.dev')
  expect(secret).toMatch(/^[a-z-]*\*\*\*$/)
})

test('what is too short to be a secret hides nothing', () => {
  expect(knows('a', 'abc', ' xyz\n').hide('abc 616263 YWJj xyz')).toBe('abc 616263 YWJj xyz')
})

test('what is a secret by its looks is one, whoever it belongs to', () => {
  const { hide } = createRedactor()
  expect(hide(`proxy http://me:pass,word!@proxy:3128/ says ghp_${'a1B2'.repeat(6)}, no me@example.com`)).toBe(
    'proxy http://me:***@proxy:3128/ says ***, no me@example.com',
  )
  expect(hide('{"url":"http://a:1","mail":"me@example.com"}')).toBe(
    '{"url":"http://a:1","mail":"me@example.com"}',
  )
})

test('hiding twice is hiding once, and JSON stays JSON', () => {
  const secret = PASSWORDS['nothing that a text shows as it is']
  const { hide } = knows(secret)
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constant(secret))), (texts) => {
      const shown = hide(JSON.stringify(texts))
      expect(hide(shown)).toBe(shown)
      expect(JSON.parse(shown)).toHaveLength(texts.length)
    }),
  )
})

test('words of ours stay in a report, texts do not', () => {
  const report = { state: 'up', seconds: 1, list: [{ why: 'fine' }], absent: undefined }
  expect(hideAll(report)).toEqual(report)
})

/** Milliseconds of this process for some work. */
function cost(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

test.each([
  ['plain text', 'The quick brown fox jumps over the lazy dog. '],
  ['percent signs', '%25'],
  ['backslashes', '\\'],
  ['entities', '&amp;'],
  ['escape sequences that never end', '\u001b]'],
  ['addresses', 'http://a:b:'],
  ['tokens that are none', 'eyJaaaaaaaaaaa.eyJaaaaaaaaaaa-'],
  ['the beginning of a secret', 'q3Zx-9L'],
  ['a whole secret', PASSWORDS['a derived password']],
])('%s: the work grows with the text and no faster, with twenty secrets', (_, piece) => {
  const { hide } = knows(
    ...Object.values(PASSWORDS),
    ...Array.from({ length: 20 }, (_, i) => `${'0123456789abcdefXYZ'.slice(i)}${i}secret-${i * 7919}`),
  )
  const text = (length: number) => piece.repeat(length / piece.length)
  hide(text(50_000))
  const [small = 0, large = 0] = [50_000, 400_000].map((length) => cost(() => hide(text(length))))
  expect(large).toBeLessThan(8 * 4 * Math.max(small, 5))
})
