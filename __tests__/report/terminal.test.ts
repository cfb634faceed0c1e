import { stripVTControlCharacters, styleText } from 'node:util'
import { expect, test } from '@jest/globals'
import stringWidth from 'string-width'
import { exitCodeOf } from '../../src/cli/exit-code.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import type { Screen } from '../../src/report/terminal-text.ts'
import { UNICODE } from '../../src/report/unicode-ruler.ts'
import type { Failure } from '../../src/verify/failure.ts'
import { evidence, report, target } from '../support/report.ts'

const failure = (decides: boolean): Failure => ({
  code: 'target-refused',
  area: 'targets',
  outcome: 'broken',
  subject: 'notify_server on machine 148e',
  why: 'The connection was refused.',
  next: 'Bind [::].',
  decides,
})

test('the report of a proven run', () => {
  const text = renderTerminalReport(
    report({
      changes: [{ subject: 'chat', what: 'deployed', result: 'done', why: 'It says so.', seconds: 1.25 }],
      dashboards: [{ title: 'Overview', url: 'https://g.example/d/o', result: 'created' }],
      skipped: [{ part: 'Remote write', why: 'No target was given.', set: 'grafana-prometheus-url' }],
      timings: [{ step: 'deploy', seconds: 2.5, note: '4 starts of flyctl' }],
    }),
  )
  expect(text).toBe(`What this run did
  ✔  chat  deployed (1.3 s): It says so.

Skipped
  – Remote write: No target was given. To enable it: grafana-prometheus-url.

Timings
  deploy  2.5 s  4 starts of flyctl

Scrape targets
  up  notify_server  148e1234a56789 nrt  42 samples

Where to look
  Prometheus   https://chat-monitoring.fly.dev
  its targets  https://chat-monitoring.fly.dev/targets
  Overview     https://g.example/d/o
  curl -u "prometheus:\${PROMETHEUS_PASSWORD:-$(npx --allow-git=root github:fechatter/deploy-monitoring password)}" "https://chat-monitoring.fly.dev/api/v1/targets?state=active"

✔ Proven: 1 of 1 target scraped after this deploy
`)
})

test('the verdict and what to do are last; places are in the form that editors recognise', () => {
  const why = 'The connection was refused.'
  const reason = { class: 'refused', why, next: '', certainty: 'proven', detail: 'refused' } as const
  const down = target({ machine: '148e', state: 'down', reason })
  const text = renderTerminalReport(
    report({
      verdict: { kind: 'failed', failures: [failure(true)] },
      evidence: evidence({ targets: [target(), down] }),
      problems: [
        {
          code: 'x',
          severity: 'warning',
          at: { file: 'fly.toml', line: 7, column: 2 },
          message: 'Scales to zero.',
          hint: 'Keep one.',
        },
      ],
    }),
  )
  expect(text).toMatch(
    /\n✖ 1 of 2 targets of notify_server is down, machine 148e in nrt: the connection was refused\n {2}Failed: 1 of 2 targets scraped after this deploy\n$/,
  )
  expect(text).toContain(
    '  ✖ notify_server on machine 148e: The connection was refused. [target-refused]\n    → Bind [::].\n',
  )
  expect(text).toContain('  fly.toml:7:2: warning: Scales to zero. [x]\n    → Keep one.\n')
  expect(text.indexOf('  down')).toBeLessThan(text.indexOf('  up'))
})

test('untrusted text stays on its line', () => {
  const text = renderTerminalReport(
    report({ evidence: evidence({ targets: [target({ service: 'a\nb\u001b[31m', state: 'unknown' })] }) }),
  )
  expect(text).toContain('  not checked  a b  ')
})

test.each([
  ['proven', report(), false, 0],
  ['not healthy', report({ verdict: { kind: 'failed', failures: [failure(true)] } }), false, 1],
  [
    'not healthy, and not required to be',
    report({ verdict: { kind: 'unproven', failures: [failure(false)] } }),
    false,
    0,
  ],
  ['wrong inputs or files', report({ verdict: { kind: 'failed', failures: [] }, refused: true }), false, 2],
  ['findings of a plan', report({ mode: 'plan', verdict: { kind: 'failed', failures: [] } }), false, 2],
  ['a platform that fails', report({ verdict: { kind: 'failed', failures: [] } }), false, 3],
  ['interrupted, whatever is known', report({ verdict: { kind: 'failed', failures: [] } }), true, 130],
])('exit code: %s', (_, known, interrupted, code) => {
  expect(exitCodeOf(known, interrupted)).toBe(code)
})

test('equal problems without a place are counted, not joined by an empty name', () => {
  const problem = {
    code: 'grafana-not-tried',
    severity: 'error',
    message: 'Not attempted.',
    hint: 'Again.',
  } as const
  const at = { file: 'a.json', line: 1, column: 1 }
  const text = renderTerminalReport(report({ problems: [problem, problem, { ...problem, at }] }))
  expect(text).toContain('✖ 2 objects: Not attempted. [grafana-not-tried]')
  expect(text).toContain('a.json:1:1: error: Not attempted.')
})

/** A terminal in colours. */
const colourful = (width: number): Screen => ({
  ruler: UNICODE,
  width,
  colours: true,
  paint: (tone, text) =>
    styleText(tone === 'code' ? 'cyan' : tone === 'bad' ? 'red' : 'bold', text, { validateStream: false }),
})

test.each([40, 60, 100])(
  'no line is wider than a terminal of %s columns, and a wrapped line is indented',
  (width) => {
    const long =
      'Nothing listens on the port: the service is not started yet, uses another port, or listens on 0.0.0.0 only. '
    const wide = '日本語のサービス名'
    const text = renderTerminalReport(
      report({
        verdict: {
          kind: 'failed',
          failures: [{ ...failure(true), why: long, subject: `${wide} on machine 1` }],
        },
        evidence: evidence({ targets: [target({ service: wide, state: 'down', why: long }), target()] }),
        changes: [{ subject: 'chat', what: 'deploy', result: 'failed', why: long, seconds: 1 }],
        skipped: [{ part: 'Remote write', why: long, set: 'grafana-prometheus-url' }],
        monitoring: undefined,
      }),
      colourful(width),
    )
    const lines = stripVTControlCharacters(text).split('\n')
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([])
    const at = lines.findIndex((line) => line.startsWith(`  ✖ ${wide}`))
    expect(lines[at + 1]).toMatch(/^ {6}\S/)
  },
)

test('code has a colour where there are colours, and its backticks elsewhere', () => {
  const of = (screen?: Screen) =>
    renderTerminalReport(
      report({ verdict: { kind: 'failed', failures: [{ ...failure(true), next: 'Set `alerts.notify`.' }] } }),
      screen,
    )
  expect(of()).toContain('→ Set `alerts.notify`.')
  expect(of(colourful(80))).toContain('→ Set \u001b[36malerts.notify\u001b[39m.')
})

test('a fleet is shown by service and region, and what is cut is counted', () => {
  const targets = Array.from({ length: 240 }, (_, i) =>
    target({ machine: `m${i}`, region: i % 2 ? 'fra' : 'nrt' }),
  )
  const text = renderTerminalReport(report({ evidence: evidence({ targets }) }))
  expect(text).toContain('  up  notify_server  240 machines nrt and fra  10080 samples\n')
  const changes = Array.from(
    { length: 55 },
    (_, i) => ({ subject: `s${i}`, what: 'deploy', result: 'done', why: '' }) as const,
  )
  expect(renderTerminalReport(report({ changes }))).toContain('  … and 15 more\n')
})
