import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { lintPrometheusConfig } from '../../src/lint/prometheus-config.ts'
import { lintRules } from '../../src/lint/rules.ts'
import { templateFault } from '../../src/lint/template.ts'

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
)('%s: promtool %s and we agree', (_, version, parts, { input, results }) => {
  const context = { version: parts, ports: new Map(), exists: () => false }
  const errors = lintPrometheusConfig(input, 'prometheus.yml', context).filter((p) => p.severity === 'error')
  expect(errors.length > 0).toBe(results[version]?.exitCode !== 0)
})

/** What promtool 3.14 says of one thing at a time. */
const PARTS: { text: string; refused: boolean }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/lint/promtool-config-parts.json'), 'utf8'),
)
test.each(PARTS)('$text: promtool and we agree', ({ text, refused }) => {
  const context = { version: VERSIONS['3.14.0'], ports: new Map(), exists: () => true }
  const errors = lintPrometheusConfig(text, 'prometheus.yml', context).filter((p) => p.severity === 'error')
  expect(errors.length > 0).toBe(refused)
})

test('a kind of discovery that a newer Prometheus may have is left to it; the older ones lack less', () => {
  const problems = (text: string, version: { major: number; minor: number }) =>
    lintPrometheusConfig(text, 'p.yml', { version, ports: new Map(), exists: () => true }).map((p) => p.code)
  const job = 'scrape_configs:\n- job_name: a\n  teapot_sd_configs: [{ teapots: 3 }]\n'
  expect(problems(job, VERSIONS['3.14.0'])).toEqual([])
  const alerting = `${job}alerting: { alertmanagers: [{ api_version: v1 }] }\n`
  expect(problems(alerting, VERSIONS['3.14.0'])).toEqual(['prometheus/shape'])
  expect(problems(alerting, VERSIONS['2.42.0'])).toEqual([])
})

test('a size may be as long as it likes', () => {
  const limited = (size: string) =>
    lintPrometheusConfig(`scrape_configs:\n- job_name: a\n  body_size_limit: ${size}\n`, 'p.yml', {
      version: VERSIONS['3.14.0'],
      ports: new Map(),
      exists: () => true,
    }).filter(({ code }) => code === 'prometheus/shape')
  for (const size of ['10MB', '1.5GiB', '.5KB', '1GB512MB', '5.B']) expect(limited(size)).toEqual([])
  for (const size of ['10', '1.5.5B', `"${'1'.repeat(900_000)}"`]) expect(limited(size)).toHaveLength(1)
})

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
  '%s: promtool 3 and we agree',
  (_, { input, results }) => {
    const errors = lintRules(input, 'rules.yml', { contract: undefined }).filter(
      (p) => p.severity === 'error',
    )
    expect(errors.length > 0).toBe(results['3.14.0']?.exitCode !== 0)
  },
)

test('a mistake in a query is told at its place, whatever way the query is written', () => {
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

test.each([
  '{{ $labels.instance }} of {{ $labels.job }} is at {{ $value | humanize }}',
  '{{ with query "up" }}{{ . | first | value }}{{ else }}none{{ end }}',
  '{{- range $i, $x := query "up" -}} {{ $x }} {{- end -}}',
  '{{ if gt $value 1.5 }}a{{ else if eq $value 0.0 }}b{{ end }}',
  '{{/* a comment }} */}}x',
  '{{ printf "%.2f }}" $value }}',
  '{{ $x := 1 }}{{ $x }}',
  'no template at all }}',
])('%j is a template', (text) => {
  expect(templateFault(text)).toBeUndefined()
})

test.each<[string, RegExp]>([
  ['{{ $labels.instance', /not closed/],
  ['{{ $labels.instance down }}', /function down does not exist/],
  ['{{ $lables.instance }}', /variable \$lables does not exist/],
  ['{{ if true }}x', /has no \{\{ end/],
  ['{{ end }}', /end \}\} too many/],
  ['{{ }}', /empty/],
  ['{{ else }}', /outside/],
  ['{{ humanise $value }}', /function humanise/],
])('%j is none', (text, said) => {
  expect(templateFault(text)).toMatch(said)
})
