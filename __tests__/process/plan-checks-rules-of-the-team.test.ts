import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { CLEAN } from '../support/lint-examples.ts'
import { scratchFolder } from '../support/scratch.ts'

const log = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }
const MONITORING = `${CLEAN['monitoring.yml']}alerts: { notify: { slack: {} }, rules: [monitoring/rules] }\n`
const RULES = `groups:
  - name: chat
    rules:
      - alert: NoUsers
        expr: users < 1
        for: 5m
        labels: { severity: critical }
        annotations: { summary: nobody is there }
`
const unitTest = (value: number) => `rule_files: [users.yml]
tests:
  - interval: 1m
    input_series:
      - series: users{service="web"}
        values: ${value}x20
    alert_rule_test:
      - eval_time: 10m
        alertname: NoUsers
        exp_alerts:
          - exp_labels: { severity: critical, service: web }
            exp_annotations: { summary: nobody is there }
`

/** What a plan says about a repository with these files in monitoring/rules. */
async function planOf(files: Record<string, string>, path = process.env.PATH) {
  using folder = scratchFolder()
  const all = Object.entries({ ...CLEAN, 'monitoring.yml': MONITORING, ...files })
  for (const [name, text] of all) {
    const place = join(
      folder.path,
      'repository',
      name.includes('/') || name in CLEAN ? name : `monitoring/rules/${name}`,
    )
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, text)
  }
  mkdirSync(join(folder.path, 'scratch'))
  const env = { INPUT_MODE: 'plan', GITHUB_WORKSPACE: join(folder.path, 'repository'), PATH: path }
  const report = await run({
    env,
    log,
    signal: new AbortController().signal,
    scratch: join(folder.path, 'scratch'),
  })
  return {
    problems: report.problems.map(({ code, at }) => `${at?.file}:${at?.line}:${at?.column} ${code}`),
    skipped: report.skipped.map(({ part }) => part),
    messages: report.problems.map(({ message }) => message),
  }
}

test('rules with a test that passes', async () => {
  const { problems } = await planOf({ 'users.yml': RULES, 'users_test.yml': unitTest(0) })
  expect(problems).toEqual([])
})

test('a test that names its rule files by a pattern', async () => {
  const pattern = (value: number) => unitTest(value).replace('users.yml', '"../*/*.yml"')
  const files = (value: number) => ({ 'users.yml': RULES, 'users_test.yml': pattern(value) })
  expect((await planOf(files(0))).problems).toEqual([])
  expect((await planOf(files(5))).problems).toEqual(['monitoring/rules/users_test.yml:9:9 rules/test-failed'])
})

test('a test that fails is named at its place', async () => {
  const { problems, messages } = await planOf({ 'users.yml': RULES, 'users_test.yml': unitTest(5) })
  expect(problems).toEqual(['monitoring/rules/users_test.yml:9:9 rules/test-failed'])
  expect(messages[0]).toContain('NoUsers')
})

test('without promtool tests are said to be skipped', async () => {
  const { problems, skipped } = await planOf(
    { 'users.yml': RULES, 'users_test.yml': unitTest(5) },
    '/nowhere',
  )
  expect(problems).toEqual([])
  expect(skipped).toContain('promtool test rules: monitoring/rules/users_test.yml')
})

test.each([
  ['no rule file', { 'a.yml': 'hello: world\n' }, 'a.yml:1:1 rules/shape'],
  ['rules next to something else', { 'a.yml': `${RULES}receivers: []\n` }, 'a.yml:9:12 rules/shape'],
  ['text', { 'a.yml': 'just text\n' }, 'a.yml:1:1 rules/shape'],
  [
    'a rule without a name',
    { 'a.yml': RULES.replace('alert: NoUsers', 'interval: 1m') },
    'a.yml:4:9 rules/shape',
  ],
  [
    'a metric that no service declares',
    { 'a.yml': RULES.replace('users <', 'user <') },
    'a.yml:5:15 query/undeclared-metric',
  ],
  [
    'a query that can never return anything',
    { 'a.yml': RULES.replace('users <', 'users{service="chat"} <') },
    'a.yml:5:21 query/never-matches',
  ],
  ['a name of ours', { 'a.yml': RULES.replace('NoUsers', 'ServiceAbsent') }, 'a.yml:4:16 rules/name-taken'],
  [
    'two of one name',
    { 'a.yml': RULES, 'b.yml': RULES.replace('users <', 'users <= ') },
    'b.yml:4:16 rules/name-taken',
  ],
  [
    'two of one name in one file',
    { 'a.yml': `${RULES}${RULES.slice(RULES.indexOf('      - alert'))}` },
    'a.yml:9:16 rules/name-taken',
  ],
  [
    'a test of another file',
    { 'users.yml': RULES, 'a_test.yml': unitTest(0).replace('users.yml', '../../../etc/passwd') },
    'a_test.yml:1:14 rules/test-failed',
  ],
  [
    'a template that Prometheus cannot parse',
    { 'a.yml': RULES.replace('nobody is there', '"{{ $label.service }}"') },
    'a.yml:8:37 rules/template',
  ],
  [
    'a second document with rules',
    { 'a.yml': `${RULES}---\n${RULES.replace('NoUsers', 'NoOne')}` },
    'a.yml:1:1 rules/shape',
  ],
  [
    'a recording rule with `for`',
    { 'a.yml': RULES.replace('alert: NoUsers', 'record: users:low').replace(/ {8}annotations.*\n/, '') },
    'a.yml:6:14 rules/shape',
  ],
  [
    'an interval that is not a duration',
    { 'a.yml': RULES.replace('    rules:', '    interval: 1x\n    rules:') },
    'a.yml:3:15 rules/shape',
  ],
  [
    'a label with the name of the metric',
    { 'a.yml': RULES.replace('severity: critical', 'severity: critical, __name__: x') },
    'a.yml:7:49 rules/shape',
  ],
  ['no YAML', { 'a.yml': 'groups: [\n' }, 'a.yml:2:1 yaml/syntax'],
])('%s', async (_, files, expected) => {
  const { problems } = await planOf(files as unknown as Record<string, string>, '/nowhere')
  expect(problems).toEqual([`monitoring/rules/${expected}`])
})

test.each([
  ['a file without content', ''],
  ['a file of comments', '# later\n'],
  ['no groups', 'groups:\n'],
  ['a group without rules', 'groups:\n  - name: later\n    rules:\n'],
  ['a byte order mark and CRLF', `\ufeff${RULES.replaceAll('\n', '\r\n')}`],
  ['a document start', `---\n${RULES}`],
])('Prometheus accepts %s, and so does a plan', async (_, text) => {
  const { problems } = await planOf({ 'a.yml': text })
  expect(problems).toEqual([])
})

test('a folder without rule files is named; the case of their names does not matter', async () => {
  const of = async (name: string) => (await planOf({ [name]: RULES })).problems
  expect(await of('rules.txt')).toEqual(['monitoring.yml:8:42 file/missing'])
  expect(await of('RULES.YML')).toEqual([])
})

test('a file that does not exist is named where the configuration names it', async () => {
  const { problems } = await planOf({
    'monitoring.yml': `${CLEAN['monitoring.yml']}alerts: { notify: { slack: {} }, rules: [rules/none.yml] }\n`,
  })
  expect(problems).toEqual(['monitoring.yml:8:42 file/missing'])
})
