import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, jest, test } from '@jest/globals'
import { runnerLog } from '../../src/action/log.ts'
import { publish } from '../../src/action/publish.ts'
import { terminalLog } from '../../src/cli/log.ts'
import { addSecret } from '../../src/lib/redact.ts'
import { renderHtmlReport } from '../../src/report/html/page.ts'
import type { RunReport } from '../../src/report/report.ts'
import { toResult } from '../../src/report/result.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import { createReportBuilder } from '../../src/run/report-builder.ts'
import { keptLog } from '../support/fly-fake.ts'
import { fullReport, planted } from '../support/planted.ts'
import { scratchFolder } from '../support/scratch.ts'
import { FORMS, leak } from '../support/secret-forms.ts'

const SECRET = 'glsa_8Zq0tR4vX2n_B6mK1pL9sD3fG7h_5wYcE'
const at = { file: 'f.yml', line: 1, column: 1 }

const FULL: Omit<RunReport, 'verdict'> = fullReport()

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
    html: renderHtmlReport(closed),
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
