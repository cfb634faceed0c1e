import { expect, test } from '@jest/globals'
import { actionOutputs } from '../../src/action/outputs.ts'
import { masks } from '../../src/lib/redact/forms.ts'
import { actionItems } from '../../src/report/action-items.ts'
import { headline, statusLine } from '../../src/report/headline.ts'
import { renderHtmlReport } from '../../src/report/html/page.ts'
import { escapeMarkdown, fenced, inlineCode, markdownLink } from '../../src/report/markdown.ts'
import { toResult } from '../../src/report/result.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { createReportBuilder } from '../../src/run/report-builder.ts'
import { acceptance } from '../../src/verify/accept.ts'
import { judge } from '../../src/verify/verdict.ts'
import { keptLog } from '../support/fly-fake.ts'
import { evidence, report, target } from '../support/report.ts'

const down = target({
  service: 'bot_server',
  state: 'down',
  reason: {
    class: 'refused',
    why: 'Nothing listens.',
    next: 'Bind [::].',
    certainty: 'proven',
    detail: 'connection refused',
  },
})
const failure = {
  code: 'target-refused',
  area: 'targets',
  outcome: 'broken',
  subject: 'bot_server on machine 1',
  why: 'Nothing listens.',
  next: 'Bind [::].',
  decides: true,
} as const

test('the headline has three states, and counts what is not proven', () => {
  const red = evidence({ targets: [target(), down] })
  expect(headline(report())).toBe('Proven: 1 of 1 target scraped after this deploy')
  expect(headline(report({ verdict: { kind: 'failed', failures: [failure] }, evidence: red }))).toBe(
    'bot_server is down: nothing listens',
  )
  expect(statusLine(report({ verdict: { kind: 'failed', failures: [failure] }, evidence: red }))).toBe(
    'Failed: 1 of 2 targets scraped after this deploy',
  )
  const metric = { ...failure, area: 'metrics' } as const
  const open = [
    { ...metric, decides: false },
    { ...metric, because: 'bot' },
    { ...metric, outcome: 'not-checked' },
  ] as const
  expect(headline(report({ verdict: { kind: 'unproven', failures: open } }))).toBe(
    'Not proven: bot_server on machine 1: nothing listens, and 1 more problem',
  )
  expect(statusLine(report({ verdict: { kind: 'unproven', failures: open } }))).toBe(
    'Not proven: 1 of 1 target scraped after this deploy; 1 other claim does not hold and 1 claim could not be checked',
  )
  const accepted = { code: 'c', subject: 's', reason: 'r', until: '2027-01-31' }
  expect(headline(report({ verdict: { kind: 'proven', failures: [{ ...metric, accepted }] } }))).toBe(
    'Proven: 1 of 1 target scraped after this deploy; 1 claim accepted',
  )
  expect(
    headline(report({ verdict: { kind: 'unproven', failures: [] }, evidence: evidence({ targets: [] }) })),
  ).toBe('Not proven: 0 of 0 targets scraped after this deploy')
  const failed = { verdict: { kind: 'failed', failures: [] }, evidence: undefined } as const
  expect(headline(report(failed))).toBe('Failed: nothing was changed')
  expect(headline(report({ ...failed, mode: 'verify' }))).toBe('Failed: nothing was verified')
  const step = (result: 'done' | 'failed' | 'not-run' | 'unchanged') => ({
    subject: 'a',
    what: 'w',
    result,
    why: '',
  })
  const changes = [step('done'), step('unchanged'), step('failed'), step('not-run')]
  expect(headline(report({ ...failed, changes }))).toBe('Failed: 1 of 3 steps done')
})

test('a run that was refused says that nothing was changed', () => {
  const refused = { verdict: { kind: 'failed', failures: [] }, refused: true, evidence: undefined } as const
  expect(headline(report({ ...refused }))).toBe(
    'Failed before it began: inputs or files are not valid, nothing was changed',
  )
})

test.each([
  ['AbortError', 'run-cancelled', 'The run was cancelled during `verify`.'],
  ['TimeoutError', 'run-timeout', 'The time was up during `verify`.'],
])('%s is not an internal error, and names the stage', async (name, code, message) => {
  const journal = createReportBuilder(keptLog())
  const aborted = Object.assign(new Error('This operation was aborted'), { name })
  await journal.timed('verify', () => Promise.reject(aborted)).catch((error) => journal.failed(error))
  expect(await journal.close('targets')).toMatchObject({
    verdict: { kind: 'failed' },
    problems: [{ code, message }],
  })
})

test('verdict, what to do, then the tables with the failed target on top', () => {
  const text = renderSummary(
    report({
      verdict: { kind: 'failed', failures: [failure] },
      evidence: evidence({ targets: [target(), down] }),
    }),
  )
  const order = [
    '# ❌ `bot_server` is down: nothing listens\n\nFailed: 1 of 2',
    '## What to do',
    '🔴 **`bot_server` on machine 1**',
    '## Scrape targets',
    '🔴&nbsp;down | `bot_server`',
    '<summary>🟢 1 target up</summary>',
    '🟢&nbsp;up | `notify_server`',
    'Check it yourself',
  ]
  const places = order.map((part) => text.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a diagnostic links to its line and to its documentation', () => {
  const at = { file: 'ops/my dashboard#1.json', line: 7, column: 3 }
  const problem = {
    code: 'query/undeclared-metric',
    severity: 'warning',
    at,
    message: 'No such metric.',
    hint: 'Why?',
  } as const
  const of = (mode: 'plan' | 'deploy', source?: string) =>
    renderSummary({ ...report({ problems: [problem] }), mode }, source).split('\n')
  const place = '`ops/my dashboard#1.json:7:3`'
  const docs =
    '[query/undeclared-metric](<https://github.com/fechatter/deploy-monitoring/blob/main/docs/findings/query/undeclared-metric.md>)'
  const file = 'https://github.com/acme/chat/blob/abc/ops/my%20dashboard%231.json#L7'
  expect(of('plan', 'https://github.com/acme/chat/blob/abc')).toContain(
    `- [${place}](<${file}>): No such metric.<br>→ Why?`,
  )
  expect(of('plan')).toContain(`🟡 ${docs}`)
  expect(of('deploy')).toContain(`- 🟡 **${place}**: No such metric.<br>→ Why?`)
})

test('the outputs count the services’ targets', () => {
  expect(
    actionOutputs(
      report({ evidence: evidence({ targets: [target(), down, target({ state: 'resting' })] }) }),
    ),
  ).toMatchObject({
    verdict: 'proven',
    'monitoring-url': 'https://chat-monitoring.fly.dev',
    'targets-up': '1',
    'targets-total': '2',
    changed: 'false',
  })
})

test('a run without evidence still has a summary and every output', () => {
  const empty = report({
    verdict: { kind: 'failed', failures: [] },
    monitoring: undefined,
    evidence: undefined,
    health: [],
    apps: [],
  })
  expect(renderSummary(empty)).toBe('# ❌ Failed: nothing was changed\n')
  expect(Object.values(actionOutputs(empty))).not.toContain(undefined)
})

test('ten thousand targets stay below GitHub’s limit and none is silently gone', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => target({ machine: `m${i}` }))
  const text = renderSummary(report({ evidence: evidence({ targets: many }) }))
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
  expect(text).toContain('| `notify_server` | 10000&nbsp;nrt | ')
})

test('untrusted text is escaped and otherwise unchanged', () => {
  expect(
    escapeMarkdown(
      '<img src=x onerror=alert(1)> @octocat #1 [x](javascript:1) http://a_b www.x.y "a_b" a1b2c3d',
    ),
  ).toBe(
    '\\<img src=x onerror=alert(1)> @&#8203;octocat #&#8203;1 \\[x\\](javascript:1) `http://a_b` www\\.x.y "`a_b`" `a1b2c3d`',
  )
  expect(inlineCode('a1b2c3d | @b')).toBe('<code>a1b2c3d \\| @&#8203;b</code>')
})

test('links lead to http(s) and nowhere else', () => {
  expect(markdownLink('a|b', 'https://x.example/y?a=<b>')).toBe('[a\\|b](<https://x.example/y?a=%3Cb%3E>)')
  expect(markdownLink('x', 'javascript:alert(1)')).toBe('x')
})

test('a fence is longer than any inside', () => {
  expect(fenced(['````', 'x'], 'sh')).toBe('`````sh\n````\nx\n`````')
})

test('a runner masks every form of a secret, but no short part of it', () => {
  expect(masks('a b"c\nsecond line')).toEqual([
    'a b"c\nsecond line',
    'a b"c',
    'second line',
    Buffer.from('a b"c\nsecond line').toString('base64'),
    'a%20b%22c%0Asecond%20line',
    'a b\\"c\\nsecond line',
  ])
  expect(masks('abc')).toEqual([Buffer.from('abc').toString('base64')])
})

test('the consequences of one cause are reported once', () => {
  const metric = (name: string) =>
    ({
      ...failure,
      code: 'metric-unknown',
      area: 'metrics',
      subject: name,
      why: 'No machine is up.',
      decides: false,
    }) as const
  const failures = [failure, metric('a'), metric('b'), metric('c')]
  expect(
    actionItems(report({ verdict: { kind: 'unproven', failures } })).map(({ subject }) => subject),
  ).toEqual(['bot_server on machine 1', 'a and 2 more'])
})

test('a consequence of another failure is not a separate action item', () => {
  const failures = [failure, { ...failure, code: 'metric-unknown', subject: 'm', because: 'bot_server' }]
  const told = actionItems(report({ verdict: { kind: 'unproven', failures } }))
  expect(told.map(({ subject }) => subject)).toEqual(['bot_server on machine 1'])
})

test('the result for programs holds what its published schema says', () => {
  const full = report({
    evidence: evidence({
      targets: [target(), down],
      alerts: [{ name: 'A', state: 'firing', labels: {}, summary: 's', since: 'now' }],
    }),
  })
  const result = toResult(full)
  expect(result).toMatchObject({
    version: 1,
    verdict: 'proven',
    monitoring: { app: 'chat-monitoring' },
    evidence: { targets: [{ state: 'up' }, { state: 'down', reason: { class: 'refused' } }] },
  })
  expect(
    toResult(report({ mode: undefined, evidence: undefined, monitoring: undefined })).evidence,
  ).toBeUndefined()
})

test('the summary says how much of the error budget of each objective is left', () => {
  const slo = (subject: string, outcome: 'holds' | 'broken', why: string) =>
    ({ area: 'slo', subject, outcome, certainty: 'proven', why }) as const
  const checks = [
    slo('web-errors', 'holds', '45.7 % of the error budget is left.'),
    slo('web-latency', 'broken', 'There is no bucket.'),
  ]
  const text = renderSummary(report({ evidence: evidence({ checks }) }))
  expect(text).toMatch(
    /## Objectives\n\n.*\n.*\n.*web-errors.*45.+7 % of the error budget is left.*\n.*🔴.*web-latency/,
  )
  expect(renderSummary(report({ evidence: evidence({}) }))).not.toContain('Objectives')
})

test('a warning that the configuration accepts is listed with what is accepted, and is nothing to do', () => {
  const warning = {
    area: 'metrics-exposure',
    subject: 'https://chat.fly.dev/metrics',
    outcome: 'warning',
    certainty: 'proven',
    why: 'Anyone can read the metrics.',
    next: 'Hide them.',
  } as const
  const found = evidence({ checks: [warning] })
  const accept = [
    { code: 'metrics-exposure-warning', subject: '*', reason: 'They are public.', until: '2999-12-31' },
  ]
  const accepted = acceptance(accept, new Date())
  const verdict = judge(found, 'panels', accepted)
  expect(verdict).toMatchObject({
    kind: 'proven',
    failures: [{ decides: false, accepted: { reason: 'They are public.' } }],
  })
  expect(accepted.warnings()).toEqual([])
  expect(actionItems(report({ evidence: found, verdict }))).toEqual([])
  expect(actionItems(report({ evidence: found }))).toHaveLength(1)
  expect(renderSummary(report({ evidence: found, verdict }))).toContain('Accepted although unproven: 1 claim')
})

test('what is broken is named before what could not be checked, whatever fail-on requires', () => {
  const failures = [
    {
      ...failure,
      code: 'verification-deadline',
      outcome: 'not-checked',
      subject: 'verification',
      why: 'Time ran out.',
      decides: false,
    },
    { ...failure, decides: false },
  ] as const
  const late = report({
    verdict: { kind: 'unproven', failures },
    evidence: evidence({ targets: [target(), down] }),
  })
  expect(headline(late)).toBe('Not proven: bot_server is down: nothing listens, and 1 more problem')
})

test('many claims of one kind are folded after the first ones, so that the others are found', () => {
  const missing = Array.from({ length: 9 }, (_, i) => ({
    ...failure,
    ...{ code: 'metric-missing', area: 'metrics' as const, subject: `m${i} of <b>api</b>`, why: `No m${i}.` },
  }))
  const all = report({ verdict: { kind: 'failed', failures: [...missing, failure] } })
  expect(renderHtmlReport(all)).toContain('<details><summary>6 more of metric-missing: m3 of &lt;b&gt;')
  const text = renderSummary(all)
  const order = [
    'No m2.',
    '<details><summary>🔴 6 more of metric-missing: m3 of &#60;b&#62;',
    'No m8.',
    '</details>',
  ]
  const places = order.map((part) => text.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text.indexOf('Nothing listens.')).toBeLessThan(text.indexOf('No m0.'))
})

test('findings are grouped by code, and many places are folded', () => {
  const finding = (line: number, file = 'a.json') =>
    ({
      code: 'query/undeclared-metric',
      severity: 'warning',
      message: `No metric m${line}.`,
      hint: 'Declare it.',
      at: { file, line, column: 1 },
    }) as const
  const all = [...Array.from({ length: 9 }, (_, i) => finding(i + 1)), finding(1, 'b.json')]
  const text = renderSummary(report({ mode: 'plan', evidence: undefined, problems: all }))
  expect(text.match(/query\/undeclared-metric\]/g)).toHaveLength(1)
  expect(text).toContain(': 10 places in `a.json` and `b.json`<br>→ Declare it.')
  expect(text).toContain('<details><summary>10 places</summary>')
})
