import { expect, test } from '@jest/globals'
import { exitCodeOf } from '../../src/cli/run.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
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
  expect(text).toBe(`✔ Proven: 1 of 1 target scraped after this deploy

Where to look
  Prometheus  https://chat-monitoring.fly.dev
  health      https://chat.fly.dev/health
  Overview    https://g.example/d/o
  curl -u "prometheus:\${PROMETHEUS_PASSWORD:-$(npx --allow-git=root github:fechatter/deploy-monitoring password)}" "https://chat-monitoring.fly.dev/api/v1/targets?state=active"

Scrape targets
  up  notify_server  148e1234a56789 nrt  42 samples

What this run did
  ✔  chat  deployed  1.3 s  It says so.

Skipped
  – Remote write: No target was given. To enable it: grafana-prometheus-url.

Timings
  deploy  2.5 s  4 starts of flyctl
`)
})

test('failures come first, with what to do; places are in the form that editors recognise', () => {
  const down = target({ state: 'down', why: 'Refused.' })
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
  expect(text.split('\n')[0]).toBe('✖ Failed: 1 of 2 targets scraped after this deploy')
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
