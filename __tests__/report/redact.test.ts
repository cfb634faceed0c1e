import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, jest, test } from '@jest/globals'
import { runnerLog } from '../../src/action/log.ts'
import { publish } from '../../src/action/publish.ts'
import { terminalLog } from '../../src/cli/log.ts'
import { addSecret } from '../../src/lib/redact.ts'
import type { RunReport } from '../../src/report/report.ts'
import { toResult } from '../../src/report/result.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import { createReportBuilder } from '../../src/run/record.ts'
import { keptLog } from '../support/fly-fake.ts'
import { evidence, report, target } from '../support/report.ts'
import { scratchFolder } from '../support/scratch.ts'
import { FORMS, leak } from '../support/secret-forms.ts'

const SECRET = 'glsa_8Zq0tR4vX2n_B6mK1pL9sD3fG7h_5wYcE'
const reason = { class: 'refused', why: 'w', next: 'n', certainty: 'proven', detail: 'd' } as const
const claim = { certainty: 'proven', why: 'w', next: 'n' } as const
const named = { uid: 'u', title: 't' }
const at = { file: 'f.yml', line: 1, column: 1 }

/** Everything that a report can have in it. */
const FULL: Omit<RunReport, 'verdict'> = report({
  changes: [{ subject: 's', what: 'w', result: 'failed', why: 'y', seconds: 1 }],
  dashboards: [{ title: 't', url: 'https://grafana.example/d/x', result: 'created' }],
  problems: [
    { code: 'a', severity: 'warning', at, message: 'm', hint: 'h' },
    { code: 'b', severity: 'warning', message: 'm', hint: 'h' },
  ],
  skipped: [{ part: 'p', why: 'w', set: 's' }],
  timings: [{ step: 's', seconds: 1, note: 'n' }],
  evidence: evidence({
    targets: [target(), target({ state: 'down', reason, shared: reason })],
    services: [{ service: 's', app: 'a', expected: 0, up: 0, resting: 0, reason }],
    metrics: [
      {
        ...{ service: 's', name: 'n', type: 't', state: 'missing', actualType: 'a', nearMiss: 'm' },
        ...{ machines: { with: 0, of: 1 }, ...claim },
      },
    ],
    undeclared: [{ service: 's', names: ['n'] }],
    panels: [
      {
        ...{ dashboard: named, panel: { id: 1, title: 't' }, refId: 'A', expr: 'e', query: 'q' },
        ...{ state: 'no-data', series: 0, value: 'v', absent: ['a'], ...claim },
      },
    ],
    rules: [{ group: 'g', name: 'n', kind: 'alerting', state: 'error', detail: 'd', ...claim }],
    alerts: [{ name: 'n', state: 'firing', labels: { severity: 's' }, summary: 's', since: 'now' }],
    checks: [{ area: 'configuration', subject: 's', outcome: 'broken', ...claim }],
  }),
})

/** Fields that hold one of a few words of ours. */
const WORDS = ['mode', 'kind', 'severity', 'code', 'state', 'class', 'certainty', 'area', 'outcome', 'result']

/** The same with the text in the place of every other text. */
function planted<T>(value: T, text: string, name = ''): T {
  if (typeof value === 'string') return (WORDS.includes(name) ? value : text) as T
  if (Array.isArray(value)) return value.map((inner) => planted(inner, text, name)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, planted(inner, text, key)]),
  ) as T
}

/** Everything that a step writes, each by the name of where it goes. */
async function published(full: Omit<RunReport, 'verdict'>): Promise<Record<string, string>> {
  using folder = scratchFolder()
  const [temp, output] = [join(folder.path, 'temp'), join(folder.path, 'output')]
  const summary = join(folder.path, 'summary')
  mkdirSync(temp)
  for (const file of [output, summary]) writeFileSync(file, '')
  const journal = Object.assign(createReportBuilder(keptLog()), full)
  const closed = await journal.close('panels')
  const stdout: string[] = []
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => stdout.push(String(text)) > 0)
  const before = process.env.GITHUB_OUTPUT
  process.env.GITHUB_OUTPUT = output
  try {
    publish(closed, { GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: temp }, runnerLog())
  } finally {
    write.mockRestore()
    if (before === undefined) delete process.env.GITHUB_OUTPUT
    else process.env.GITHUB_OUTPUT = before
  }
  const files = readdirSync(temp, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return {
    annotations: stdout.join(''),
    'job summary': readFileSync(summary, 'utf8'),
    outputs: readFileSync(output, 'utf8'),
    ...Object.fromEntries(
      files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
    ),
    terminal: renderTerminalReport(closed),
    json: JSON.stringify(toResult(closed)),
  }
}

const long = (text: string) => `${'x '.repeat(140)}${text} ${'y '.repeat(400)}`
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'in the middle': (text) => `said ${text}: no`,
  'at the end': (text) => `said: ${text}`,
  alone: (text) => text,
  // Limits of 300, 500 and 1,000 characters, after which a text is cut.
  'across where a text is cut': (text) => [280, 480, 980].reduce((all, n) => all.padEnd(n) + text, ''),
  'behind much else': long,
}

addSecret(SECRET)

test.each(Object.keys(FORMS))('a secret that is %s is in nothing that a step writes', async (form) => {
  for (const [place, put] of Object.entries(PLACES)) {
    const text = put((FORMS[form] as (secret: string) => string)(SECRET))
    for (const problems of [
      FULL.problems,
      FULL.problems.map((one) => ({ ...one, severity: 'error' as const })),
    ])
      for (const [name, written] of Object.entries(await published(planted({ ...FULL, problems }, text)))) {
        expect([place, name, written]).not.toEqual([place, name, ''])
        expect([place, name, leak(written, SECRET, 8)]).toEqual([place, name, undefined])
      }
  }
})

test('no line of either log has it', () => {
  const lines: string[] = []
  const stream = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  for (const log of [terminalLog(stream, { debug: true }), runnerLog()])
    for (const put of Object.values(PLACES))
      for (const form of Object.values(FORMS)) {
        const text = put(form(SECRET))
        log.info(text)
        log.debug(text)
        log.problem({ code: 'c', severity: 'error', at: { ...at, file: text }, message: text, hint: text })
        log.block(text, [text])
      }
  write.mockRestore()
  expect(lines.length).toBeGreaterThan(1_000)
  expect(leak(lines.join(''), SECRET, 8)).toBeUndefined()
})
