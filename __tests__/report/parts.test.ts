import { expect, test } from '@jest/globals'
import { proseMarkdown } from '../../src/report/markdown.ts'
import { plainParts, prose, verbatim } from '../../src/report/parts.ts'
import { rendered } from '../support/github-markdown.ts'

const code = (text: string, of = prose): string[] =>
  of(text).flatMap((part) => (part.code ? [part.text] : []))

test.each([
  ['Name it in `alerts.receiver`, or use `alerts.notify`.', ['alerts.receiver', 'alerts.notify']],
  ['Bind [::]:9091 instead of 0.0.0.0:9091.', ['[::]:9091', '0.0.0.0:9091']],
  ['Read its log: flyctl logs -a chat.', ['flyctl logs -a chat']],
  [
    'Ask it: flyctl ssh console -a chat --machine 148e1234a56789, then again.',
    ['flyctl ssh console -a chat --machine 148e1234a56789'],
  ],
  ['notify_server on machine 148e1234a56789 (nrt)', ['notify_server', '148e1234a56789']],
  [
    'It has no /metrics on port 9090 (HTTP 404), see fly.toml and chat.internal:80.',
    ['/metrics', '9090', 'fly.toml', 'chat.internal:80'],
  ],
  ['https://chat.fly.dev/metrics is public.', ['https://chat.fly.dev/metrics']],
  ['the digest of flyctl_0.1.2_Linux_x86_64.tar.gz', []],
  ['The word and/or the number 15 are text.', []],
  ['a ` b `c` d`e`f', ['c']],
])('%s', (text, wanted) => {
  expect(code(text)).toEqual(wanted)
})

test('a backtick of others is a character like any other', () => {
  expect(plainParts(verbatim('said `x` and ``y``'))).toBe('said `x` and ``y``')
  expect(code('said `x`', verbatim)).toEqual([])
})

test('what others put into one of our texts is code at most, whatever it is', () => {
  const attacks = [
    '<script>',
    '[x](https://evil.example)',
    '`](https://evil.example)`',
    '@octocat',
    '</code><b>',
    '#1 a5c3785 |',
  ]
  const shown = rendered(
    attacks.flatMap((text) => [
      proseMarkdown(`It says \`${text}\` there.`),
      proseMarkdown(`It says: ${text}.`),
    ]),
  )
  for (const { tags, links, references } of shown) {
    expect(tags.filter((tag) => !['p', 'code'].includes(tag))).toEqual([])
    expect([...links, ...references]).toEqual([])
  }
})
