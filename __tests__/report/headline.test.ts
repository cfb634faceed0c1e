import { expect, test } from '@jest/globals'
import type { Diagnostic } from '../../src/lib/errors.ts'
import { limitEach } from '../../src/lint/order.ts'
import { headline, statusLine } from '../../src/report/headline.ts'
import type { RunReport } from '../../src/report/report.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { createReportBuilder } from '../../src/run/report-builder.ts'
import { acceptance } from '../../src/verify/accept.ts'
import type { Evidence, Reason } from '../../src/verify/evidence.ts'
import type { AcceptedClaim } from '../../src/verify/failure.ts'
import { judge } from '../../src/verify/verdict.ts'
import { keptLog } from '../support/fly-fake.ts'
import { evidence, report, target } from '../support/report.ts'

const reason = (over: Partial<Reason> = {}): Reason => ({
  class: 'refused',
  why: 'Nothing listens on the port.',
  next: 'Bind [::].',
  certainty: 'proven',
  detail: '',
  ...over,
})
const down = (service: string, region = 'fra', over: Partial<Reason> = {}) =>
  target({
    service,
    region,
    machine: `14${region.charCodeAt(0)}e1234a5678`,
    state: 'down',
    reason: reason(over),
  })
const up = (service: string, region = 'fra') => target({ service, region })

const judged = (over: Partial<Evidence>, accept: readonly AcceptedClaim[] = []): RunReport => {
  const known = evidence({ services: [], ...over })
  return report({
    evidence: known,
    verdict: judge(known, 'panels', acceptance(accept, new Date('2026-11-22'))),
  })
}

test('a part of the targets is named by its place: a machine, or the regions in which no other is up', () => {
  const targets = [down('api'), up('api', 'iad'), up('api', 'syd')]
  expect(headline(judged({ targets }))).toBe(
    '1 of 3 targets of api is down, machine 14102e1234a5678 in fra: nothing listens on the port',
  )
  expect(headline(judged({ targets: [...targets, down('api')] }))).toBe(
    '2 of 4 targets of api are down, all targets in fra: nothing listens on the port',
  )
})

test('when everything is down, that is said, whatever the number of causes', () => {
  const targets = [down('api'), down('auth', 'iad', { class: 'timeout', why: 'It does not answer.' })]
  expect(headline(judged({ targets }))).toBe(
    'All 2 services are down; api: nothing listens on the port, and 1 more problem',
  )
})

test('the cause is that of the service that is named', () => {
  const none = { service: 'billing', app: 'billing', expected: 0, up: 0, resting: 0 }
  const why = { class: 'no-machines', why: 'The app has no machine.' } as const
  expect(
    headline(judged({ targets: [down('api'), up('auth')], services: [{ ...none, reason: reason(why) }] })),
  ).toBe('billing: the app has no machine, and 1 more problem')
  const slow = { class: 'timeout', why: 'It does not answer.' } as const
  const accepted = { code: 'target-refused', subject: '*', reason: 'r', until: '2027-01-31' }
  const targets = [down('api'), down('api', 'iad'), down('auth', 'fra', slow), up('web')]
  expect(headline(judged({ targets }, [accepted]))).toBe('auth is down: it does not answer')
})

test('what could not be asked is named with the whole reason', () => {
  const forbidden = 'is forbidden (HTTP 403) by what answers in front of Prometheus'
  const check = { area: 'configuration', subject: 'prometheus.yml', outcome: 'not-checked' } as const
  const why = `Prometheus could not be asked: /api/v1/status/config ${forbidden}. Again.`
  expect(
    headline(judged({ targets: [up('api')], checks: [{ ...check, certainty: 'not checked', why }] })),
  ).toBe(`Not proven: prometheus.yml: Prometheus could not be asked: /api/v1/status/config ${forbidden}`)
  const unknown = (service: string) =>
    target({
      service,
      machine: service,
      state: 'unknown',
      why: 'Prometheus did not answer: connect ECONNREFUSED.',
    })
  expect(headline(judged({ targets: [unknown('api'), unknown('auth')] }))).toBe(
    'Not proven: No target could be checked: Prometheus did not answer: connect ECONNREFUSED',
  )
  expect(headline(judged({ targets: [unknown('api'), up('auth')] }))).toMatch(
    /^Not proven: api on machine api/,
  )
})

test('the cause is read, however long the subject is, and with what follows a colon', () => {
  const check = { area: 'delivery', outcome: 'broken', certainty: 'proven' } as const
  const why = 'The receiver answers 403: invalid routing key. It was asked twice.'
  const checks = [{ ...check, subject: 'a receiver with a very long name '.repeat(20), why }]
  const text = headline(judged({ checks }))
  const shard = {
    ...check,
    area: 'shards',
    subject: 'shard 2 of 3',
    why: 'Shard 2 of 3 is not running.',
  } as const
  expect(headline(judged({ checks: [shard] }))).toBe('Shard 2 of 3 is not running')
  expect(text).toMatch(/^a receiver .{60,100} …: the receiver answers 403: invalid routing key$/)
  expect(text.length).toBeLessThan(200)
})

test('a plan that fails names the first error, and the counts are below it', () => {
  const at = { file: 'fly.toml', line: 35, column: 2 }
  const error = { code: 'fly/syntax', severity: 'error', at, hint: 'Check it.' } as const
  const problems = [
    { ...error, message: 'Not valid TOML. Really.' },
    { ...error, message: 'And again.' },
    { ...error, severity: 'warning' as const, message: 'Odd.' },
  ]
  const failed = report({
    ...{ mode: 'plan', evidence: undefined, checked: { files: 3 }, problems },
    verdict: { kind: 'failed', failures: [] },
    planned: { compared: ['Fly'], changes: [], backtest: [] },
  })
  expect(headline(failed)).toBe('Plan: `fly.toml:35:2`: Not valid TOML, and 1 more problem')
  const page = renderSummary(failed)
  expect(page).toContain('\nno changes at Fly; 2 errors, 1 warning in 3 files')
  expect(page.indexOf('## Findings')).toBeLessThan(page.indexOf('## What deploy would change'))
})

test('a step that failed does not hide a service that is down', async () => {
  const run = createReportBuilder(keptLog())
  const step = { subject: 'Overview', what: 'update', why: 'Grafana answers 403.', result: 'failed' } as const
  Object.assign(run, {
    mode: 'deploy',
    evidence: evidence({ targets: [down('api'), up('auth')], services: [] }),
    changes: [{ ...step, result: 'done' }, step],
  })
  run.problems.push({ code: 'grafana-refused', severity: 'error', message: step.why, hint: 'Editor.' })
  const closed = await run.close('never')
  expect(closed.verdict).toMatchObject({ kind: 'failed', failures: [{ code: 'target-refused' }] })
  const strict = await run.close('targets')
  expect(headline(strict)).toBe('api is down: nothing listens on the port, and 1 more problem')
  expect(statusLine(strict)).toBe('Failed: 1 of 2 steps done; 1 of 2 targets scraped after this deploy')
})

test('alerts that fire are named, also when everything is proven', () => {
  const alert = { state: 'firing', labels: {}, summary: 'slow', since: '2026-11-20T01:50:00Z' } as const
  const page = renderSummary(
    judged({
      targets: [up('api')],
      alerts: [
        { ...alert, name: 'HighLatency' },
        { ...alert, name: '@octocat' },
      ],
    }),
  )
  expect(page).toMatch(/^# ✅ Proven.*\n\n2 alerts firing: HighLatency and @&#8203;octocat\n/)
  // The time of day alone would be that of today.
  expect(page).toContain('2026-11-20 01:50:00&nbsp;UTC')
})

test('a run that was refused says so once', () => {
  const at = { file: 'monitoring.yml', line: 3, column: 5 }
  const problems = [
    {
      code: 'config/unknown-key',
      severity: 'error' as const,
      at,
      message: '`ap` is not a key.',
      hint: 'Use `app`.',
    },
  ]
  const refused = report({
    refused: true,
    evidence: undefined,
    problems,
    verdict: { kind: 'failed', failures: [] },
  })
  const text = renderSummary(refused)
  expect(text.match(/Failed before it began/g)).toHaveLength(1)
  expect(text).toMatch(/^# .* is not a key; nothing was changed/)
})

test('many dashboards do not push down what is wrong', () => {
  const dashboards = Array.from({ length: 30 }, (_, i) => ({
    ...{ title: `Board ${i}`, url: `https://g.test/d/${i}`, result: 'done' as const },
  }))
  const [, links] = renderSummary(report({ dashboards })).split('\n\n')
  expect(links).toMatch(/Board 7\]\(<\S+>\) · … and 22 more dashboards$/)
})

test('findings that are left out are counted', () => {
  const finding = (line: number): Diagnostic => ({
    ...{ code: 'query/unknown-metric', severity: 'error', at: { file: 'a.json', line, column: 1 } },
    ...{ message: `No \`m${line}\`.`, hint: 'Declare it.' },
  })
  const found = limitEach(Array.from({ length: 500 }, (_, i) => finding(i + 1)))
  const plan = report({
    ...{ mode: 'plan' as const, evidence: undefined, checked: { dashboards: 1 }, problems: found },
    verdict: { kind: 'failed', failures: [] },
  })
  expect(found).toHaveLength(20)
  expect(headline(plan)).toMatch(/, and 499 more problems$/)
  expect(statusLine(plan)).toBe('Plan: 500 errors, 0 warnings in 1 file')
  expect(renderSummary(plan)).toContain('500 places')
})
