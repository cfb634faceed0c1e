import { expect, test } from '@jest/globals'
import { FAIL_ON } from '../../src/inputs/types.ts'
import { acceptance } from '../../src/verify/accept.ts'
import type {
  CheckEvidence,
  Evidence,
  MetricEvidence,
  PanelEvidence,
  RuleEvidence,
  TargetEvidence,
} from '../../src/verify/evidence.ts'
import { judge } from '../../src/verify/verdict.ts'

const target = (given: Partial<TargetEvidence> = {}): TargetEvidence => ({
  service: 'api',
  app: 'shop',
  machine: 'm1',
  region: 'nrt',
  address: '[::1]:9090',
  state: 'up',
  certainty: 'proven',
  why: '',
  ...given,
})
const metric = (state: MetricEvidence['state']): MetricEvidence => ({
  service: 'api',
  name: 'a',
  type: 'gauge',
  state,
  machines: { with: 1, of: 1 },
  certainty: 'proven',
  why: '',
})
const panel = (state: PanelEvidence['state']): PanelEvidence => ({
  dashboard: { uid: 'd', title: 'D' },
  panel: { id: 1, title: 'P' },
  refId: 'A',
  expr: 'a',
  query: 'a',
  state,
  series: 0,
  absent: [],
  certainty: 'proven',
  why: '',
})
const check = (area: CheckEvidence['area'], outcome: CheckEvidence['outcome']): CheckEvidence => ({
  area,
  subject: 's',
  outcome,
  certainty: 'proven',
  why: '',
})
const evidence = (given: Partial<Evidence> = {}): Evidence => ({
  began: '',
  ended: '',
  targets: [target()],
  unexpected: [],
  services: [],
  metrics: [],
  undeclared: [],
  panels: [],
  rules: [],
  alerts: [],
  checks: [],
  problems: [],
  ...given,
})
const failures = (given: Partial<Evidence>, failOn: (typeof FAIL_ON)[number] = 'targets') => {
  return judge(evidence(given), failOn).failures
}

test('claims that hold or wait, and what was never promised, leave the verdict proven', () => {
  const all = evidence({
    metrics: [metric('present'), metric('waiting')],
    panels: [panel('data'), panel('warning'), panel('waiting'), panel('other-source')],
    checks: [
      check('access', 'holds'),
      check('access', 'warning'),
      check('health', 'nothing-to-check'),
      check('metrics-exposure', 'not-checked'),
    ],
    targets: [target(), target({ state: 'resting' })],
  })
  for (const failOn of FAIL_ON) expect(judge(all, failOn).kind).toBe('proven')
})

test('a verification that was cut short is never proven', () => {
  expect(failures({ cutShort: 'deadline' })).toMatchObject([{ code: 'verification-deadline', decides: true }])
  expect(failures({ cutShort: 'cancelled' })).toHaveLength(1)
})

test('0 of 0 is never proven', () => {
  expect(failures({ targets: [] })[0]).toMatchObject({ code: 'target-none', decides: true })
  expect(failures({ targets: [target({ state: 'resting' })] })).toHaveLength(1)
  const reason = {
    class: 'no-machines' as const,
    why: 'w',
    next: 'n',
    certainty: 'proven' as const,
    detail: '',
  }
  const services = [{ service: 'api', app: 'shop', expected: 0, up: 0, resting: 0, reason }]
  expect(failures({ services })).toMatchObject([{ code: 'target-no-machines', subject: 'api' }])
})

test.each([
  ['down', 'target-not-checked'],
  ['unknown', 'target-not-checked'],
] as const)('a target that is %s fails', (state, code) => {
  expect(failures({ targets: [target(), target({ state })] })[0]?.code).toBe(code)
})

const because = (why: string, next = 'n') =>
  ({ class: 'refused', why, next, certainty: 'proven', detail: '' }) as const
const red = (given: Partial<TargetEvidence>) => target({ state: 'down', reason: because('own'), ...given })

test('one cause is one failure for any number of targets', () => {
  const shared = because('Nothing listens on port 9090 of 5 machines.')
  const five = ['m1', 'm2', 'm3', 'm4', 'm5'].map((machine) =>
    red({ machine, reason: because(`Nothing listens on ${machine}.`), shared }),
  )
  const other = red({ service: 'web', machine: 'm9', reason: because('Slow.') })
  // What takes most of them down comes first.
  expect(failures({ targets: [other, ...five, target()] })).toMatchObject([
    {
      code: 'target-refused',
      subject: '5 targets of api (m1, m2, m3 and 2 more)',
      why: shared.why,
      next: 'n',
    },
    { code: 'target-refused', subject: 'web on machine m9 (nrt)', why: 'Slow.' },
  ])
})

test.each([
  ['services of one machine', [{ service: 'a' }, { service: 'b' }], '2 targets on machine m1 (a and b)'],
  [
    'services on several machines',
    [{ service: 'a' }, { service: 'b', machine: 'm2' }],
    '2 targets of 2 services (a and b)',
  ],
])('one cause for %s', (_, both, subject) => {
  const shared = because('Stopped.')
  expect(failures({ targets: both.map((given) => red({ ...given, shared })) })).toMatchObject([{ subject }])
  // The same words with another remedy are two things to do.
  const [first, second] = both.map((given, i) => red({ ...given, reason: because('Stopped.', `${i}`) }))
  expect(failures({ targets: [first ?? target(), second ?? target()] })).toHaveLength(2)
})

test('targets that could not be checked are one failure', () => {
  const unknown = ['m1', 'm2'].map((machine) =>
    target({ machine, state: 'unknown', certainty: 'not checked', why: 'Prometheus could not be asked.' }),
  )
  expect(failures({ targets: unknown })).toMatchObject([
    { code: 'target-not-checked', subject: '2 targets of api (m1 and m2)' },
  ])
})

test('services without a machine for one reason are one failure', () => {
  const absent = (service: string, why: string) => ({
    service,
    app: 'shop',
    expected: 0,
    up: 0,
    resting: 0,
    reason: because(why),
  })
  const services = [absent('api', 'None.'), absent('web', 'None.'), absent('bot', 'Another.')]
  expect(failures({ services }).map(({ subject }) => subject)).toEqual(['api and web', 'bot'])
})

test('metrics and panels of a service that is down follow from it; those of others do not', () => {
  const all = {
    targets: [red({}), target({ service: 'web' })],
    metrics: [metric('unknown'), { ...metric('unknown'), service: 'web' }, metric('missing')],
    panels: [{ ...panel('no-data'), down: 'api' }, { ...panel('no-data'), down: 'api' }, panel('no-data')],
  }
  const found = failures(all, 'panels')
  expect(found.map(({ code, because: cause }) => [code, cause])).toEqual([
    ['target-refused', undefined],
    ['metric-not-checked', 'api'],
    ['metric-not-checked', undefined],
    ['metric-missing', undefined],
    ['panel-no-data', 'api'],
    ['panel-no-data', 'api'],
    ['panel-no-data', undefined],
  ])
  expect(found[0]?.why).toBe('own 1 metric and 2 panel queries have no data because of it.')
  // They still decide, where fail-on says so.
  expect(found.every(({ decides }) => decides)).toBe(true)
})

test('consequences are counted once when the service fails for two reasons', () => {
  const targets = [red({ machine: 'm1' }), red({ machine: 'm2', reason: because('other') })]
  const [first, second] = failures({ targets, metrics: [metric('unknown')] })
  expect(first?.why).toContain('1 metric has no data because of it.')
  expect(second?.why).toBe('other')
})

test.each(['missing', 'wrong-type', 'wrong-labels', 'partial'] as const)(
  'a metric that is %s fails',
  (state) => {
    expect(failures({ metrics: [metric(state)] })).toMatchObject([{ code: `metric-${state}` }])
  },
)

test.each(['no-data', 'too-early', 'stale', 'nan', 'error'] as const)('a panel with %s fails', (state) => {
  expect(failures({ panels: [panel(state)] })).toMatchObject([{ code: `panel-${state}` }])
})

test('fail-on decides which failures count, never whether they are reported', () => {
  const all: Partial<Evidence> = {
    targets: [target({ state: 'down' })],
    metrics: [metric('missing')],
    panels: [panel('no-data')],
    checks: [check('access', 'broken'), check('remote-write', 'broken')],
  }
  const deciding = (failOn: (typeof FAIL_ON)[number]) =>
    failures(all, failOn)
      .filter(({ decides }) => decides)
      .map(({ area }) => area)
  for (const failOn of FAIL_ON) expect(failures(all, failOn)).toHaveLength(5)
  expect(deciding('never')).toEqual([])
  expect(deciding('targets')).toEqual(['targets', 'access'])
  expect(deciding('metrics')).toEqual(['targets', 'access', 'remote-write', 'metrics'])
  expect(deciding('panels')).toEqual(['targets', 'access', 'remote-write', 'metrics', 'panels'])
})

test('a Prometheus that could not be asked is a failure of the run', () => {
  const problems = [{ code: 'prometheus-dns', severity: 'error' as const, message: 'm', hint: 'h' }]
  expect(judge(evidence({ problems }), 'never')).toEqual({ kind: 'failed', failures: [] })
})

const rule = (state: RuleEvidence['state']): RuleEvidence => ({
  group: 'g',
  name: 'R',
  kind: 'alerting',
  state,
  detail: '',
  certainty: 'proven',
  why: '',
})

test.each<[string, Partial<Evidence>, string]>([
  ['target', { targets: [target({ state: 'unknown' })] }, 'target-not-checked'],
  ['metric', { metrics: [metric('unknown')] }, 'metric-not-checked'],
  ['rule', { rules: [rule('not-evaluated')] }, 'rule-not-evaluated'],
  ['panel', { panels: [panel('not-checked')] }, 'panel-not-checked'],
  ['panel that needed more time', { panels: [panel('too-early')] }, 'panel-too-early'],
  ['configuration', { checks: [check('configuration', 'not-checked')] }, 'configuration-not-checked'],
  ['list of rules', { checks: [check('rules', 'not-checked')] }, 'rules-not-checked'],
  ['remote write', { checks: [check('remote-write', 'not-checked')] }, 'remote-write-not-checked'],
])('a promised %s that could not be checked is neither green nor broken', (_, given, code) => {
  for (const failOn of FAIL_ON) {
    const { kind, failures: found } = judge(evidence(given), failOn)
    expect(kind).toBe('unproven')
    expect(found).toMatchObject([{ code, outcome: 'not-checked' }])
    expect(found[0]?.next).not.toBe('')
  }
  // It decides at its level, as what is broken does.
  expect(judge(evidence(given), 'panels').failures[0]?.decides).toBe(true)
  expect(judge(evidence(given), 'never').failures[0]?.decides).toBe(false)
})

test('the verdict has three states, and fail-on draws the line between the last two', () => {
  const all = evidence({ metrics: [metric('missing')] })
  expect(FAIL_ON.map((failOn) => judge(all, failOn).kind)).toEqual([
    'unproven',
    'unproven',
    'failed',
    'failed',
  ])
})

test('checks that could not be made for one reason are one thing to do', () => {
  const areas = ['configuration', 'reload', 'rules'] as const
  const found = failures({
    checks: areas.map((area) => ({ ...check(area, 'not-checked'), why: 'HTTP 403.' })),
  })
  expect(found.map(({ because }) => because)).toEqual([undefined, 's', 's'])
  expect(found[0]?.why).toBe('HTTP 403. 2 other checks have the same cause.')
})

test('a panel whose metric is missing follows from the metric, and that from its service', () => {
  const empty = { ...panel('no-data'), absent: ['a_bucket{x="1"}'] }
  const [cause, first] = failures({ metrics: [metric('missing')], panels: [empty] }, 'panels')
  expect(cause?.why).toBe(' 1 panel query has no data because of it.')
  expect(first?.because).toBe('a')
  const all = failures({ targets: [red({})], metrics: [metric('unknown')], panels: [empty] }, 'panels')
  expect(all[0]?.why).toBe('own 1 metric and 1 panel query have no data because of it.')
  // One of two missing metrics is not declared: the panel has a cause of its own.
  const both = { ...empty, absent: ['a', 'typo'] }
  expect(failures({ metrics: [metric('missing')], panels: [both] })[1]?.because).toBeUndefined()
})

test('a full volume is one cause, whatever shows it', () => {
  const lost = red({ reason: because('Samples are lost: write /data/wal: no space left on device.') })
  const found = failures({
    targets: [lost],
    checks: [{ ...check('remote-write', 'broken'), why: 'WAL: no space left on device' }],
    metrics: [metric('missing')],
    rules: [{ ...rule('error'), detail: 'no space left on device' }],
    panels: [panel('no-data')],
  })
  expect(found.map((one) => one.because === undefined)).toEqual([true, false, false, false, false])
  expect(found[0]?.why).toContain('1 metric and 1 panel query have no data because of it. 2 other checks')
})

const accepting = (code: string, subject: string, until = '2027-01-31') => ({
  code,
  subject,
  reason: 'Known.',
  until,
})
const on = (day: string, ...accept: ReturnType<typeof accepting>[]) =>
  acceptance(accept, new Date(`${day}T12:00Z`))

test('an accepted claim does not decide, and stays visible until its last day', () => {
  const all = evidence({ metrics: [metric('missing')] })
  const exception = accepting('metric-missing', 'a of *')
  for (const day of ['2027-01-01', '2027-01-31']) {
    const accept = on(day, exception)
    expect(judge(all, 'panels', accept)).toMatchObject({
      kind: 'proven',
      failures: [{ decides: false, accepted: { reason: 'Known.' } }],
    })
    expect(accept.warnings()).toEqual([])
  }
  const late = on('2027-02-01', exception)
  expect(judge(all, 'panels', late).kind).toBe('failed')
  expect(late.warnings()).toMatchObject([{ code: 'accept-expired', severity: 'warning' }])
})

test('an exception that matches nothing is reported', () => {
  const accept = on(
    '2027-01-01',
    accepting('metric-missing', 'b of api'),
    accepting('metric-wrong-type', '*'),
  )
  expect(judge(evidence({ metrics: [metric('missing')] }), 'metrics', accept).kind).toBe('failed')
  expect(accept.warnings().map(({ code }) => code)).toEqual(['accept-unused', 'accept-unused'])
})

test('targets with one cause are accepted only when each of them is', () => {
  const shared = because('Stopped.')
  const down = ['m1', 'm2'].map((machine) => red({ machine, shared }))
  const targets = [...down, target({ machine: 'm3' })]
  const one = accepting('target-refused', 'api on machine m1 (*)')
  const two = accepting('target-refused', 'api on machine m2 (nrt)')
  expect(judge(evidence({ targets }), 'targets', on('2027-01-01', one)).kind).toBe('failed')
  expect(judge(evidence({ targets }), 'targets', on('2027-01-01', one, two)).kind).toBe('proven')
  expect(judge(evidence({ targets: down }), 'targets', on('2027-01-01', one, two)).kind).toBe('unproven')
})

test('that nothing was scraped is never accepted', () => {
  const accept = on('2027-01-01', accepting('target-none', '*'), accepting('verification-deadline', '*'))
  expect(judge(evidence({ targets: [] }), 'targets', accept).kind).toBe('failed')
  expect(judge(evidence({ cutShort: 'deadline' }), 'targets', accept).kind).toBe('unproven')
})

test('a Prometheus at rest is one cause: nothing is known about targets because of it', () => {
  const unknown = target({ state: 'unknown' })
  const found = failures({ targets: [unknown], checks: [check('access', 'broken')] })
  expect(found.map(({ code, because: cause }) => [code, cause])).toEqual([
    ['target-not-checked', 's'],
    ['access-broken', undefined],
  ])
  // A Prometheus that answered has another reason.
  const answered = failures({
    mark: '2026-11-22T19:55:00.000Z',
    targets: [unknown],
    checks: [check('access', 'broken')],
  })
  expect(answered.every(({ because: cause }) => cause === undefined)).toBe(true)
})
