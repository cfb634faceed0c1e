import { expect, test } from '@jest/globals'
import { alertRows, contractRows, curlCommand, targetRows } from '../../src/report/rows.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import type { Evidence, MetricEvidence, PanelEvidence, Reason } from '../../src/verify/evidence.ts'
import { evidence, report, target } from '../support/report.ts'

const reason = (why: string, detail = ''): Reason => ({
  class: 'refused',
  why,
  next: 'Bind [::].',
  certainty: 'proven',
  detail,
})
const metric = (name: string, state: MetricEvidence['state']): MetricEvidence => ({
  service: 'web',
  name,
  type: 'gauge',
  state,
  machines: { with: 0, of: 1 },
  certainty: 'proven',
  why: `${name} is ${state}.`,
})
const panel = (title: string, state: PanelEvidence['state']): PanelEvidence => ({
  dashboard: { uid: 'd', title: 'Overview' },
  panel: { id: 1, title },
  refId: 'A',
  expr: 'a',
  query: 'a',
  state,
  series: 0,
  absent: [],
  certainty: 'proven',
  why: `${title} is ${state}.`,
})

const none = { service: 'bot', app: 'chat', expected: 0, up: 0, resting: 0, reason: reason('No machine.') }
const known = evidence({
  targets: [
    target({ machine: 'up1', why: 'Scraped.' }),
    target({ machine: 'rest1', state: 'resting', why: 'Stopped, which is allowed.' }),
    target({ machine: 'un1', state: 'unknown', why: 'Could not be asked.' }),
    target({ machine: 'down1', state: 'down', why: 'Own words.', reason: reason('Own words.') }),
  ],
  services: [none],
  metrics: [metric('m_there', 'present'), metric('m_wait', 'waiting'), metric('m_gone', 'missing')],
  panels: [panel('Full', 'data'), panel('Empty', 'no-data'), panel('Unasked', 'not-checked')],
  undeclared: [{ service: 'web', names: ['x', 'y'] }],
})

test('every target has a row, failures first and with a reason', () => {
  expect(targetRows(known).map(({ state, machine, why }) => [state, machine, why])).toEqual([
    ['no-machine', '', 'No machine.'],
    ['down', 'down1', 'refused'],
    ['unknown', 'un1', 'Could not be asked.'],
    ['up', 'up1', ''],
    ['resting', 'rest1', 'Stopped, which is allowed.'],
  ])
})

test('a shared cause is not repeated in every row', () => {
  const shared = reason('Nothing listens on port 9091 of 2 machines.')
  const down = (detail: string) =>
    target({ state: 'down', why: 'Long.', reason: reason('Long.', detail), shared })
  const words = 'Get "http://[fdaa::1]:9091/metrics": dial tcp [fdaa::1]:9091: connect: connection refused'
  const rows = targetRows(evidence({ targets: [down(words), down('')] }))
  expect(rows.map(({ why }) => why)).toEqual([
    'dial tcp [fdaa::1]:9091: connect: connection refused',
    'refused',
  ])
})

test('successes are counted, failures have a row', () => {
  const { lines, metrics, panels } = contractRows(known)
  expect(lines).toEqual([
    { text: '1 of 3 declared metrics present with the declared type', names: [] },
    { text: '1 metric waiting for traffic', names: ['m_wait'] },
    { text: '1 of 3 panel queries with data', names: [] },
    { text: '1 panel query not checked', names: [] },
    { text: '2 more metrics exposed without being declared', names: [] },
  ])
  expect(metrics).toEqual([{ state: 'missing', name: 'm_gone', of: 'web', why: 'm_gone is missing.' }])
  expect(panels).toEqual([
    { state: 'no-data', name: 'Empty', of: 'Overview', why: 'Empty is no-data.' },
    { state: 'not-checked', name: 'Unasked', of: 'Overview', why: 'Unasked is not-checked.' },
  ])
  expect(contractRows(evidence())).toEqual({ lines: [], metrics: [], panels: [] })
})

test('a watchdog alert is not shown', () => {
  const alert = (name: string, severity: string) =>
    ({ name, state: 'firing', labels: { severity }, summary: '', since: '' }) as const
  const alerts = [alert('Watchdog', 'none'), alert('TargetDown', 'critical')]
  expect(alertRows(evidence({ alerts })).map(({ name }) => name)).toEqual(['TargetDown'])
})

test('the password is never part of a command to copy', () => {
  const at = { app: 'm', url: 'https://m.fly.dev' }
  expect(curlCommand({ ...at, password: true }, '/-/healthy')).toBe(
    'curl -u "prometheus:${PROMETHEUS_PASSWORD:-$(npx --allow-git=root github:fechatter/deploy-monitoring password)}" "https://m.fly.dev/-/healthy"',
  )
  expect(curlCommand({ ...at, password: false }, '/-/healthy')).toBe('curl "https://m.fly.dev/-/healthy"')
})

test('the healthy targets of a large fleet are collapsed, failures are not', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => target({ machine: `up${i}` }))
  const down = target({ machine: 'down1', state: 'down', why: 'Refused.' })
  const page = (n: number) => renderSummary(report({ evidence: evidence({ targets: [...many(n), down] }) }))
  const large = page(30)
  expect(large).toContain('<details><summary>🟢 30 targets up</summary>')
  const places = ['down1', '<details>', '| 30&nbsp;nrt |', '</details>'].map((part) => large.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(page(10)).toContain('`up9`')
})

test('a service that is down in every region is one row, one that is down in some has a row for each', () => {
  const places = ['fra', 'iad', 'nrt', 'syd', 'gru']
  const machines = (service: string) =>
    places.map((region, i) =>
      target({ service, region, machine: `${service}${i}`, state: 'down', why: 'Refused.' }),
    )
  const page = (targets: Evidence['targets']) => renderSummary(report({ evidence: evidence({ targets }) }))
  expect(page(machines('api'))).toContain('| 🔴&nbsp;down | api | 5&nbsp;fra, iad, nrt and 2 more |')
  const some = page([...machines('api'), target({ service: 'api', region: 'ams' })])
  expect(some.match(/🔴&nbsp;down/g)).toHaveLength(5)
  expect(some.match(/Only scrapes after/g)).toHaveLength(1)
})

test('summary and terminal show the same', () => {
  const [page, text] = [
    renderSummary(report({ evidence: known })),
    renderTerminalReport(report({ evidence: known })),
  ]
  for (const shown of [
    'down1',
    'un1',
    'No machine.',
    '1 of 3 declared metrics present with the declared type',
    'm_wait',
    'm_gone is missing.',
    'Empty is no-data.',
    '2 more metrics exposed',
  ]) {
    expect(text).toContain(shown)
    expect(page.replaceAll('`', '')).toContain(shown)
  }
})

test('a type that no one has said is not one that agrees', () => {
  const untyped = known.metrics.map((one) => ({ ...one, certainty: 'inferred' as const }))
  expect(contractRows({ ...known, metrics: untyped }).lines[0]?.text).toBe(
    '1 of 3 declared metrics present; the type of 1 of them is not known',
  )
})
