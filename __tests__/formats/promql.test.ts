import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expandGrafana, macroValues, references } from '../../src/formats/promql/grafana-variables.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { matches, patternFault } from '../../src/formats/promql/patterns.ts'
import { unquote } from '../../src/formats/promql/strings.ts'
import { parsePanelQuery } from '../../src/lint/query/variables.ts'
import { fc } from '../support/property.ts'
import { scratchFolder } from '../support/scratch.ts'

/** What Prometheus takes. */
const ACCEPTED = [
  'up',
  'sum by (service, le) (rate(x_bucket{a="b", c=~"d|e", f!="", g!~"h.*"}[5m] offset 1h))',
  'sum(x) without (a)',
  'histogram_quantile(0.9, sum(rate(x_bucket[5m])) by (le))',
  '{__name__=~"a.*"}',
  'x[5m:]',
  'x[5m:30s] offset -5m',
  'max_over_time(rate(x[5m])[1h:])',
  'x @ 1609746000 offset 5m',
  'x @ end()',
  'a and on (b) c unless d or e',
  'a * on (b) group_left (c) d',
  'a / ignoring (b) c',
  'a > bool 1',
  '1 > bool 2',
  '-x ^ 2 % 3',
  '5. + .5 + 1e3 + 0x1F + NaN + Inf',
  'count_values("version", build)',
  'topk(3, x)',
  'label_replace(x, "a", "$1", "b", "(.*)")',
  'label_join(x, "a", ",", "b", "c")',
  'round(x)',
  'round(x, 0.5)',
  'time() - day_of_week()',
  'vector(1)',
  'scalar(x) * 2',
  "x{a='it\\'s'}",
  'x{a=`\\d`}',
  'x # a comment with "quotes\n + 1',
  'avg',
  'sum by (on, offset, bool) (x)',
  '{"x y", a="b"}',
]

/** What Prometheus refuses, and what we say about it. */
const REFUSED: [string, RegExp][] = [
  ['', /empty/],
  ['sum(', /ends too early/],
  ['sum(x', /is a "\)" missing/],
  ['up{a="b" == 0', /Unexpected "==": is a "}" missing/],
  ['x{a="b}', /not closed/],
  ['"a', /not closed/],
  ['rate(x)', /rate expects a range vector/],
  ['x[5m', /is a "]" missing/],
  ['x[5 m]', /Unexpected "m"/],
  ['x[0s]', /longer than 0/],
  ['(x)[5m]', /follow a selector/],
  ['x offset 5m [1m]', /before offset/],
  ['x offset 5m offset 1m', /twice/],
  ['sum(x) offset 5m', /follow a selector or a subquery/],
  ['sum()', /sum expects 1 argument, not 0/],
  ['topk(x)', /topk expects 2 arguments/],
  ['sum(1)', /sum expects an instant vector/],
  ['rates(x[5m])', /Unknown function "rates"/],
  ['Rate(x[5m])', /Unknown function "Rate"/],
  ['holt_winters(x[5m], 0.1, 0.2)', /double_exponential_smoothing/],
  ['1 > 2', /needs bool/],
  ['a + bool b', /bool is allowed only/],
  ['1 and 2', /needs instant vectors/],
  ['a and on (b) group_left c', /cannot be combined with/],
  ['a * on (b) group_left (b) c', /both in on and/],
  ['{a=~".*"}', /does not match everything/],
  ['{}', /does not match everything/],
  ['x{__name__="y"}', /named twice/],
  ['x{a=~"("}', /regular expression/],
  ['x{a=~"(?=b)"}', /regular expression/],
  ['x{a="\\d"}', /Unknown escape/],
  ['x{a="\\\'"}', /Unknown escape/],
  ['"a" + 1', /not a string/],
  ['-"a"', /sign/],
  ['round()', /1 or 2 arguments/],
  ['label_join(x, "a")', /at least 3/],
  ['x{,}', /Unexpected ","/],
  ['rate(x[$__rate_interval])', /Unexpected "\$"/],
  ['sum(rate(x[5m])', /ends too early/],
  ['sum(x,)', /Unexpected "\)"/],
]

test.each(ACCEPTED)('%j is accepted', (query) => {
  expect(parsePromql(query)).toMatchObject({ ok: true, errors: [] })
})

test.each(REFUSED)('%j is refused', (query, said) => {
  const { ok, errors } = parsePromql(query)
  expect(ok).toBe(false)
  expect(errors.map(({ message }) => message).join('\n')).toMatch(said)
  for (const { from, to } of errors) {
    expect(from).toBeLessThanOrEqual(to)
    expect(to).toBeLessThanOrEqual(query.length)
  }
})

const promtool = spawnSync('promtool', ['--version'], { encoding: 'utf8' })
const major = /version (\d+)/.exec(promtool.stdout ?? promtool.stderr ?? '')?.[1]
/** Known to Prometheus 3 alone, or no longer known to it. */
const ONLY_3 = ['{"x y", a="b"}', '5. + .5 + 1e3 + 0x1F + NaN + Inf']
const ONLY_2 = ['holt_winters(x[5m], 0.1, 0.2)']

const withPromtool = major === undefined ? test.skip : test
withPromtool('promtool judges the same queries the same way (skipped without promtool on PATH)', () => {
  using folder = scratchFolder()
  const known = (query: string) => major !== '2' || ![...ONLY_3, ...ONLY_2].includes(query)
  const queries = [...ACCEPTED, ...REFUSED.map(([query]) => query)].filter(
    (query) => query !== '' && known(query),
  )
  const file = join(folder.path, 'rules.yml')
  const rules = queries.map((expr, i) => ({ record: `r:${i}`, expr }))
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'g', rules }] }))
  const { stderr } = spawnSync('promtool', ['check', 'rules', '--lint=none', file], { encoding: 'utf8' })
  const refused = new Set(
    [...stderr.matchAll(/"r:(\d+)": could not parse/g)].map(([, i]) => queries[Number(i)]),
  )
  expect(refused.size).toBeGreaterThan(30)
  expect(queries.filter((query) => parsePromql(query).ok === refused.has(query))).toEqual([])
})

test('selectors have their metric, matchers, range and enclosing calls', () => {
  const { selectors, type } = parsePromql(
    'sum by (a) (rate(x{b="c\\"d", __name__!="y"}[5m])) / on () {__name__="z"}',
  )
  expect(type).toBe('vector')
  expect(selectors).toEqual([
    {
      metric: 'x',
      matchers: [
        { label: 'b', op: '=', value: 'c"d', from: 19, to: 27 },
        { label: '__name__', op: '!=', value: 'y', from: 29, to: 42 },
      ],
      within: [{ name: 'rate' }, { name: 'sum', labels: { kind: 'by', names: ['a'] } }],
      range: '5m',
      from: 17,
      to: 43,
    },
    { metric: 'z', matchers: [], within: [], range: undefined, from: 58, to: 72 },
  ])
})

test('a matcher compares as Prometheus does: anchored, dots match newlines, an absent label is empty', () => {
  const cases: [string, string, string, boolean][] = [
    ['=~', 'a|b', 'b', true],
    ['=~', 'a|b', 'ab', false],
    ['=~', '.+', '', false],
    ['=~', 'a.b', 'a\nb', true],
    ['!~', 'a.*', 'b', true],
    ['!=', 'a', '', true],
    ['=~', '(?i)A', 'a', true],
  ]
  for (const [op, value, text, expected] of cases)
    expect([op, value, text, matches({ op: op as '=~', value }, text)]).toEqual([op, value, text, expected])
  expect(patternFault('a{2000}')).toMatch(/repeat count/)
  expect(unquote('"\\x41\\u00e9\\101\\n"')).toEqual({ ok: true, value: 'AéA\n' })
})

/** Pieces of queries, so that random ones are almost right. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...`( ) [ ] { } , = =~ != + - * / ^ == > and or unless on by bool offset @ : 5m 1 "a" 'b $x \${y:csv} [[z]] # \n \\`.split(
          ' ',
        ),
      ),
      fc.constantFrom(
        'sum',
        'rate',
        'x',
        'topk',
        'histogram_quantile',
        'group_left',
        'without',
        '"a|b',
        '\uD800',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '))

test('every text has a result, with places inside the query', () => {
  fc.assert(
    fc.property(pieces, (query) => {
      const { errors, selectors } = parsePromql(query)
      for (const { from, to } of [...errors, ...selectors]) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(query.length)
      }
      for (const { from, to } of references(query)) expect(query.slice(from, to)).toMatch(/^(?:\$|\[\[)/)
      parsePanelQuery(query)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['deep parentheses', `${'('.repeat(30_000)}x${')'.repeat(30_000)}`],
  ['long sums', `x${' + x'.repeat(20_000)}`],
  ['open braces', '{'.repeat(90_000)],
  ['quotes', '"'.repeat(90_001)],
  ['signs', '-'.repeat(90_000)],
  ['a pattern that backtracks', `x{a=~"${'(a*)*'.repeat(50)}b"}`],
  ['many open numbers', '5. + '.repeat(10_000)],
  ['100 kB and more', 'x'.repeat(100_001)],
  ['variables everywhere', '$a '.repeat(20_000)],
])('%s are answered, not endured', (_, query) => {
  const { parsed } = parsePanelQuery(query)
  expect(parsed.selectors.length).toBeLessThanOrEqual(query.length)
})

test("Grafana's variables take the form that their place asks for", () => {
  const variables = { one: 'a"b\\c', many: ['x.y', 'z'], list: ['p', 'q'] }
  const expanded = (query: string) => expandGrafana(query, variables).query
  expect(expanded('x{a="$one"}')).toBe('x{a="a\\"b\\\\c"}')
  expect(expanded(`x{a=~"\${many}"}`)).toBe('x{a=~"(x\\\\.y|z)"}')
  expect(expanded('x{a=~`[[many]]`}')).toBe('x{a=~`(x\\.y|z)`}')
  expect(expanded(`x{a=~"\${list:pipe}", b="\${list:csv}"}`)).toBe('x{a=~"p|q", b="p,q"}')
  expect(expanded('label_replace(x, "a", "$1", "b", "(.*)")')).toBe(
    'label_replace(x, "a", "$1", "b", "(.*)")',
  )
  expect(expandGrafana('x{a="$none"} # $one', variables)).toEqual({
    query: 'x{a="$none"} # $one',
    unknown: ['none'],
  })
  const times = macroValues({ from: 0, to: 3_600_000, step: 30_000, scrapeInterval: 15_000 })
  expect(expandGrafana('rate(x[$__rate_interval]) + $__range_s', times).query).toBe('rate(x[60s]) + 3600')
})

test.each([
  'sum(rate($metric{job=~"$job", $filter, [[label]]="x"}[$interval])) by ($by)',
  'topk($n, x)',
  '$aggregation(x)',
  'x $operator y',
  `rate(x[\${__range_s}s])`,
  'x offset $shift',
  `\${query}`,
])('%j counts as valid, because some value makes it valid', (query) => {
  expect(parsePanelQuery(query).parsed.errors).toEqual([])
})

test.each(['sum(rate(x{a="$b"}[$__rate_interval])', 'rate(x{a=~"$b"})', 'sum($metric'])(
  '%j is wrong whatever the variables hold',
  (query) => {
    expect(parsePanelQuery(query).parsed.errors).not.toEqual([])
  },
)

test('a long name before a mistake takes no time', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    expect(parsePromql(`${name.repeat(99_000)} + 1(`).errors).toMatchObject([{ message: 'Unexpected "("' }])
})
