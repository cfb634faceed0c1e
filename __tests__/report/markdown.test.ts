import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { oneLine } from '../../src/lib/text.ts'
import { breakCommands } from '../../src/lib/workflow-commands.ts'
import {
  details,
  escapeMarkdown,
  fenced,
  inlineCode,
  markdownLink,
  table,
} from '../../src/report/markdown.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { type Rendered, rendered } from '../support/github-markdown.ts'
import { COMMANDS, hostileTexts } from '../support/hostile.ts'
import { evidence, report } from '../support/report.ts'
import { commandsIn } from '../support/runner-commands.ts'

const CRAFTED = [
  'www.evil.example',
  'see (www.evil.example), WWW.evil.example',
  'https://evil.example/a?b=c&d HTTP://evil.example ftp://evil.example',
  'mail me@evil.example or mailto:me@evil.example, xmpp:me@evil.example/x',
  '@octocat @acme/team x@octocat',
  '#1 acme/chat#2 GH-3 gh-4 fixes #5',
  'a5c3785 a5c3785ed8d6a35868bc169f07e40e889087fd2e octocat@a5c3785 x/y@a5c3785, 1234567.',
  '![x](https://evil.example/x.png) [x](https://evil.example) [x]: https://evil.example',
  '<https://evil.example> <me@evil.example> <img src=x onerror=alert(1)> <!-- --> <script>',
  '**bold** _it_ __it__ *it* ~~no~~ ~no~ `code` ``code`` a_b_c snake_case _x',
  'a | b || c \\| d \\',
  '| --- | --- |',
  '# heading',
  '#heading ##',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '> quote',
  '---',
  '===',
  '    indented',
  '```sh',
  '~~~',
  '[ ] task',
  '[^1] and [^1]: note',
  '&lt;b&gt; &#64;octocat &amp;copy; &copy',
  '</code></summary></details></td></table>',
  '$x$ $$x$$ :tada:',
  '\u200b@\u200boctocat',
  'w\u200bww.evil.example',
  'https:/\\/evil.example h\tttps://evil.example',
  '\u00e9_a_ _\u00e9_ \u{1f600}*x*\u{1f600}',
  '*',
  '&',
  '\\',
]

const PIECES = [
  'www.',
  'http',
  '://',
  '@',
  '#',
  'GH-',
  '1',
  'a1b2c3d',
  '.',
  'evil.example',
  ' ',
  '_',
  '*',
  '`',
  '|',
  '\\',
]
const MORE = [
  '~',
  '<',
  '>',
  '[',
  ']',
  '(',
  ')',
  '&',
  ';',
  '-',
  '+',
  '=',
  '!',
  '$',
  ':',
  '/',
  '"',
  'x',
  '\u00e9',
  '\n',
  '<b>',
  '&#64;',
]
const mixtures = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ maxLength: 2 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''))

const TEXTS = [...CRAFTED, ...fc.sample(fc.oneof(mixtures, hostileTexts), 1_500)].filter(
  (text) => oneLine(text) !== '',
)

interface Construct {
  document(text: string): string
  /** All that the document is made of. */
  tags: string[]
  /** The element that the text is in, and what it shows. */
  place: string
  shows?(line: string): string
}

const TABLE = ['table', 'tbody', 'td', 'th', 'thead', 'tr']

/** A foreign text in each construct that a summary is made of. */
const CONSTRUCTS: Record<string, Construct> = {
  'a cell': {
    document: (text) => table(['a', 'b'], [['x', escapeMarkdown(text)]]),
    tags: TABLE,
    place: 'td',
  },
  'a cell of code': {
    document: (text) => table(['a'], [[inlineCode(text)]]),
    tags: ['code', ...TABLE],
    place: 'code',
  },
  'an item': {
    document: (text) => `- ${escapeMarkdown(text)}<br>→ x`,
    tags: ['br', 'li', 'ul'],
    place: 'li',
    shows: (line) => `${line}→ x`,
  },
  'a heading': {
    document: (text) => `# ✅ ${escapeMarkdown(text)}`,
    tags: ['h1'],
    place: 'h1',
    shows: (line) => `✅ ${line}`,
  },
  'bold text': {
    document: (text) => `- **${escapeMarkdown(text)}**: x`,
    tags: ['li', 'strong', 'ul'],
    place: 'strong',
  },
  'a paragraph': { document: (text) => `${escapeMarkdown(text)}\n`, tags: ['p'], place: 'p' },
  'a folded block': {
    document: (text) => details(text, 'x'),
    tags: ['details', 'p', 'summary'],
    place: 'summary',
  },
  'a code block': {
    document: (text) => fenced([text], 'sh'),
    tags: ['code', 'pre'],
    place: 'code',
    shows: (line) => `${breakCommands(line)}\n`,
  },
}

test('the renderer of the tests makes links, or nothing here could fail', () => {
  const raw = rendered(CRAFTED.slice(0, 9))
  expect(raw.flatMap(({ links }) => links).length).toBeGreaterThan(10)
  expect(raw.flatMap(({ references }) => references).length).toBeGreaterThan(10)
  expect(raw.flatMap(({ tags }) => tags)).toContain('img')
})

const all = rendered(Object.values(CONSTRUCTS).flatMap(({ document }) => TEXTS.map(document)))

describe.each(Object.entries(CONSTRUCTS))('foreign text in %s', (name, { document, tags, place, shows }) => {
  const first = Object.keys(CONSTRUCTS).indexOf(name) * TEXTS.length
  const each = <T>(look: (text: string, seen: Rendered | undefined) => T | undefined) =>
    TEXTS.flatMap((text, i) => look(text, all[first + i]) ?? [])

  test('is shown unchanged', () => {
    const wrong = each((text, seen) => {
      const [wanted, found] = [oneLine(text), seen?.texts(place).at(-1)?.trimEnd()]
      return found === (shows?.(wanted) ?? wanted).trimEnd() ? undefined : { text, is: document(text), found }
    })
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test('is not markup, a link, or a reference for GitHub', () => {
    const wrong = each((text, seen) => {
      const { tags: found = [], links = [], references = [] } = seen ?? {}
      const extra = found.filter((tag) => !tags.includes(tag) && tag !== 'code')
      const missing = tags.filter((tag) => !found.includes(tag))
      const isRight = extra.length + missing.length + links.length + references.length === 0
      return isRight ? undefined : { text, is: document(text), extra, missing, links, references }
    })
    expect(wrong.slice(0, 3)).toEqual([])
  })
})

test('a summary of untrusted text has no links of that text', () => {
  const text = [...CRAFTED, ...COMMANDS].join(' ')
  const claim = { certainty: 'proven', why: text } as const
  const target = { service: text, app: text, machine: text, region: text, address: text, ...claim }
  const failure = {
    code: 'x',
    area: 'targets',
    outcome: 'broken',
    subject: text,
    why: text,
    next: text,
    decides: true,
  } as const
  const full = report({
    verdict: { kind: 'unproven', failures: [failure] },
    health: ['https://chat.fly.dev/health'],
    changes: [{ subject: text, what: text, result: 'done', why: text, seconds: 1 }],
    dashboards: [{ title: text, url: 'https://grafana.example/d/x', result: 'created' }],
    problems: [
      { code: 'x', severity: 'warning', message: text, hint: text, at: { file: text, line: 1, column: 1 } },
    ],
    skipped: [{ part: text, why: text, set: text }],
    timings: [{ step: text, seconds: 1, note: text }],
    evidence: evidence({
      targets: [{ ...target, state: 'down' }],
      metrics: [
        {
          ...claim,
          service: text,
          name: text,
          type: 'gauge',
          state: 'missing',
          machines: { with: 0, of: 1 },
        },
        {
          ...claim,
          service: text,
          name: text,
          type: 'gauge',
          state: 'waiting',
          machines: { with: 0, of: 1 },
        },
      ],
      alerts: [{ name: text, state: 'firing', summary: text, since: text, labels: {} }],
      checks: [{ ...claim, area: 'reload', subject: text, outcome: 'warning', next: text }],
    }),
  })
  const summary = renderSummary(full, 'https://github.com/acme/chat/blob/abc')
  expect(commandsIn(summary)).toEqual([])
  const [seen] = rendered([summary])
  const ours =
    /^https:\/\/(?:chat-monitoring\.fly\.dev|chat\.fly\.dev\/health|grafana\.example\/d\/x$|github\.com\/acme\/chat\/blob\/abc\/)/
  expect(seen?.links.filter((href) => !ours.test(href))).toEqual([])
  expect(seen?.links).toHaveLength(4)
  expect(seen?.references).toEqual([])
  expect(seen?.tags).toEqual(
    ['br', 'code', 'details', 'h1', 'h2', 'li', 'p', 'pre', 'strong', 'summary', 'ul', ...TABLE].toSorted(),
  )
})

test('a link leads where it should, whatever its address and its label hold', () => {
  const addresses = [
    'https://grafana.example/d/x?a=1&copy=2&lt;b',
    'https://grafana.example/d/x`y|z\\w?q=`|\\<>"\'()[]{}*_~!@#frag|`<>',
    'http://a.example/www.b.example',
  ]
  const pairs = [...addresses, ...fc.sample(mixtures, 500).map((text) => `https://a.example/${text}`)].map(
    (address, i) => ({ address, label: TEXTS[i] ?? '' }),
  )
  const shown = rendered(
    pairs.map(({ address, label }) => table(['a', 'b'], [[markdownLink(label, address), '`x`']])),
  )
  const same = (url: string) => new URL(url).href.replace(/[<>|`\\]|%[2-7][\dA-F]/gi, (c) => decoded(c))
  expect(shown.map(({ links }) => links.map(same))).toEqual(pairs.map(({ address }) => [same(address)]))
  expect(shown.flatMap(({ references }) => references)).toEqual([])
  for (const [i, { label }] of pairs.entries()) expect(shown[i]?.texts('a')).toEqual([oneLine(label)])
})

const decoded = (char: string): string => (char.length > 1 ? decodeURIComponent(char) : char)

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'x'])(
  '%s is no address',
  (address) => {
    expect(rendered([markdownLink('x', address)])[0]?.links).toEqual([])
  },
)

test('text that a runner masks is unchanged', () => {
  for (const secret of ['my_own_TOKEN_1a2b3c4d', 'lJPECAAAAAAA+/a==', 'p-a.s/s+w=o!r,d'])
    expect(escapeMarkdown(`token ${secret} refused`)).toContain(secret)
})
