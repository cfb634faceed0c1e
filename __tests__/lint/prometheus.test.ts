import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { lintPrometheusConfig } from '../../src/lint/prometheus/lint.ts'
import { lintRules } from '../../src/lint/rules/lint.ts'

interface Recorded {
  name: string
  args: string[]
  input: string
  results: Record<string, { exitCode: number; stdout: string; stderr: string }>
}

const RECORDED: Recorded[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/lint/promtool-check.json'), 'utf8'),
)
const VERSIONS = { '3.14.0': { major: 3, minor: 14 }, '2.42.0': { major: 2, minor: 42 } }

/** What promtool passes and does not work; and what it checks in other files than the one it is given. */
const BEYOND = ['01-seed-unexpanded-remote-write-url.yml', '17-good-with-bad-rules.yml']

const configs = RECORDED.filter(({ args, name }) => args[2] === 'config' && !BEYOND.includes(name))
test.each(
  configs.flatMap((one) =>
    Object.entries(VERSIONS).map(([version, parts]) => [one.name, version, parts, one] as const),
  ),
)('%s: what promtool %s accepts has no error here', (_, version, parts, { input, results }) => {
  const context = { version: parts, ports: new Map(), exists: () => false }
  const errors = lintPrometheusConfig(input, 'prometheus.yml', context).filter((p) => p.severity === 'error')
  if (results[version]?.exitCode === 0) expect(errors).toEqual([])
})

/** What promtool 3.14 says of one thing at a time. */
const PARTS: { text: string; refused: boolean }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/lint/promtool-config-parts.json'), 'utf8'),
)
test.each(PARTS.filter(({ refused }) => !refused))(
  '$text: accepted by promtool, no error here',
  ({ text }) => {
    const context = { version: VERSIONS['3.14.0'], ports: new Map(), exists: () => true }
    const errors = lintPrometheusConfig(text, 'prometheus.yml', context).filter((p) => p.severity === 'error')
    expect(errors).toEqual([])
  },
)

test('what promtool passes and Prometheus cannot use is an error here', () => {
  const seed = RECORDED.find(({ name }) => name === BEYOND[0])
  const context = { version: VERSIONS['3.14.0'], ports: new Map(), exists: () => true }
  const problems = lintPrometheusConfig(seed?.input ?? '', 'prometheus.yml', context)
  expect(
    problems
      .filter(({ code }) => code === 'prometheus/placeholder')
      .map(({ at }) => `${at?.line}:${at?.column}`),
  ).toEqual(['8:10', '10:17', '11:17'])
})

const rules = RECORDED.filter(({ args }) => args[2] === 'rules')
test.each(rules.map((one) => [one.name, one] as const))(
  '%s: what promtool 3 accepts has no error here',
  (_, { input, results }) => {
    const errors = lintRules(input, 'rules.yml', { contract: undefined }).filter(
      (p) => p.severity === 'error',
    )
    if (results['3.14.0']?.exitCode === 0) expect(errors).toEqual([])
  },
)

test('a mistake in a query is reported at its place, in every YAML style', () => {
  const place = (expr: string) => {
    const text = `groups:\n- name: g\n  rules:\n  - record: a:b\n    expr: ${expr}\n`
    const [problem] = lintRules(text, 'r.yml', { contract: undefined })
    return `${problem?.at?.line}:${problem?.at?.column}`
  }
  expect(place('sum(rate(x))')).toBe('5:20')
  expect(place('"sum(rate(x))"')).toBe('5:21')
  expect(place('|\n      sum(\n        rate(x)\n      )')).toBe('7:14')
  // Folding and escapes hide the place: then it is that of the query.
  expect(place('>\n      sum(\n        rate(x)\n      )')).toBe('5:11')
  expect(place('"sum(\\u0072ate(x))"')).toBe('5:11')
})

test('an alert over a range needs no `for`: one failed scrape does not fire it', () => {
  const codes = (expr: string) =>
    lintRules(
      `groups:\n  - name: a\n    rules:\n      - alert: A\n        expr: ${expr}\n        labels: { severity: page }\n`,
      'r.yml',
      { contract: undefined },
    ).map(({ code }) => code)
  expect(codes('up == 0')).toContain('rules/no-for')
  expect(codes('increase(failures_total[5m]) > 0')).not.toContain('rules/no-for')
})
