import { expect, test } from '@jest/globals'
import type { Diagnostic } from '../../src/lib/errors.ts'
import type { Publication } from '../../src/report/publication.ts'
import { renderSarif } from '../../src/report/sarif.ts'
import { report } from '../support/report.ts'

const ABOUT: Publication = {
  ...{
    mode: 'plan',
    config: '',
    folder: '.',
    names: [],
    commit: '',
    runUrl: '',
    runId: 1,
    source: undefined,
  },
}
const finding = (over: Partial<Diagnostic> = {}): Diagnostic => ({
  ...{ code: 'fly/type', severity: 'error', at: { file: 'fly.toml', line: 3, column: 7 } },
  ...{ message: 'app is 3.', hint: 'Use a name.' },
  ...over,
})

interface Log {
  version: string
  runs: {
    tool: { driver: { rules: { id: string; helpUri: string; defaultConfiguration: { level: string } }[] } }
    automationDetails: { id: string }
    results: {
      ruleId: string
      ruleIndex: number
      level: string
      message: { text: string }
      locations: unknown[]
      partialFingerprints: Record<string, string>
    }[]
  }[]
}

function sarif(problems: readonly Diagnostic[], about: Partial<Publication> = {}) {
  const log = renderSarif(report({ problems: [...problems], checked: { file: 1 } }), {
    ...ABOUT,
    ...about,
  }) as Log
  const [run] = log.runs
  if (!run) throw new Error('no run')
  const fingerprints = run.results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0])
  return { ...run, rules: run.tool.driver.rules, fingerprints }
}

test('a result for each finding in a file, errors first, with its rule and the page about it', () => {
  const { results, rules } = sarif([
    finding({
      severity: 'warning',
      code: 'fly/no-checks',
      at: { file: 'a b/fly#1.toml', line: 1, column: 1 },
    }),
    finding(),
    finding({ at: { file: 'other.toml', line: 1, column: 1 } }),
    { code: 'input/url', severity: 'error', message: 'No place.', hint: '' },
  ])
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['fly/type', 'error'],
    ['fly/type', 'error'],
    ['fly/no-checks', 'warning'],
  ])
  expect(results.map(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id === ruleId)).toEqual([true, true, true])
  expect(rules).toMatchObject([
    {
      helpUri: 'https://github.com/fechatter/deploy-monitoring/blob/main/docs/findings/fly/type.md',
      defaultConfiguration: { level: 'error' },
    },
    { id: 'fly/no-checks' },
  ])
  expect(results[0]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'fly.toml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 3, startColumn: 7 },
      },
    },
  ])
  expect(JSON.stringify(results[2]?.locations)).toContain('"a%20b/fly%231.toml"')
})

test('a finding keeps its fingerprint when its line moves, and equal findings have different ones', () => {
  const before = sarif([
    finding(),
    finding({ at: { file: 'fly.toml', line: 9, column: 7 } }),
    finding({ message: 'x' }),
  ])
  const moved = sarif([
    finding({ at: { file: 'fly.toml', line: 30, column: 7 } }),
    finding({ at: { file: 'fly.toml', line: 90, column: 7 } }),
    finding({ message: 'x', at: { file: 'fly.toml', line: 40, column: 7 } }),
  ])
  expect(moved.fingerprints).toEqual(before.fingerprints)
  expect(new Set(before.fingerprints).size).toBe(3)
})

test('configurations and modes have categories of their own', () => {
  const ids = [{}, { config: 'staging.yml' }, { mode: 'deploy' }].map(
    (about) => sarif([], about).automationDetails.id,
  )
  expect(new Set(ids).size).toBe(3)
  expect(ids[0]).toMatch(/^deploy-monitoring\/plan\/[0-9a-f]{16}\/$/)
})

test('texts have no links, mentions, placeholders or secrets of others, and a bound', () => {
  const { results } = sarif([
    finding({ message: `[a](http://evil.test) @octocat #1 {0} ${'x'.repeat(9_000)}` }),
  ])
  const text = results[0]?.message.text ?? ''
  expect(text).not.toMatch(/\]\(|@octocat|#1|\{0\}|:\/\//)
  expect(text.length).toBeLessThan(2_100)
})

test('no more results than GitHub shows, the errors among them', () => {
  const problems = [
    ...Array.from({ length: 6_000 }, () => finding({ severity: 'warning' })),
    finding({ message: 'the error' }),
  ]
  const { results } = sarif(problems)
  expect(results).toHaveLength(5_000)
  expect(results[0]?.message.text).toContain('the error')
})

test('without a check of files there is no log, which would close every alert', () => {
  const run = report({
    problems: [{ code: 'input/url', severity: 'error', message: 'No place.', hint: '' }],
    checked: undefined,
  })
  expect(renderSarif(run, ABOUT)).toBeUndefined()
  expect(renderSarif(report({ checked: {} }), ABOUT)).toBeDefined()
})
