import { expect, test } from '@jest/globals'
import type { MonitoringApp } from '../../src/desired/monitoring-app.ts'
import { diffMonitoring } from '../../src/plan/fly/diff.ts'
import {
  type DesiredMonitoring,
  type FlyState,
  type MonitoringMachine,
  RECORD_VARIABLES,
  secretsRecord,
} from '../../src/plan/fly/state.ts'

const IMAGE = 'registry.example/mon:v3.13.3'

const app: MonitoringApp = {
  app: 'mon',
  organization: 'acme',
  region: 'nrt',
  regions: ['nrt'],
  groups: ['app'],
  access: 'password',
  engine: 'server',
  volume: { name: 'prometheus_data', sizeGb: 10 },
  image: IMAGE,
  flyToml: 'app = "mon"',
  files: [],
  secrets: [{ name: 'WEB', value: 'basic' }],
  digest: 'd1',
  alertmanager: false,
  password: 'p',
}

const wanted = (
  over: Partial<MonitoringApp> = {},
  rest: Partial<DesiredMonitoring> = {},
): DesiredMonitoring => ({
  app: { ...app, ...over },
  secretsDigest: 's1',
  buildDigest: 'b1',
  ...rest,
})

const SECRETS = [{ name: 'WEB', digest: 'r1' }]

function machine(over: Partial<MonitoringMachine> = {}): MonitoringMachine {
  return {
    id: 'm1',
    region: 'nrt',
    processGroup: 'app',
    state: 'started',
    env: {
      [RECORD_VARIABLES.digest]: 'd1',
      [RECORD_VARIABLES.secrets]: secretsRecord(wanted(), SECRETS),
      [RECORD_VARIABLES.build]: 'b1',
    },
    image: { ref: IMAGE, repository: 'mon', tag: 'v3.13.3', digest: 'sha256:1' },
    checks: [{ name: 'tcp', status: 'passing', output: '' }],
    mounts: [{ volume: 'vol_1', name: 'prometheus_data', path: '/prometheus' }],
    standby: false,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    ...over,
  }
}

const VOLUME = {
  ...{ id: 'vol_1', name: 'prometheus_data', region: 'nrt', state: 'created' },
  ...{ sizeGb: 10, machine: 'm1', createdAt: '2026-11-01T00:00:00Z' },
}

/** Made long before the others. */
const OLD = { createdAt: '2026-01-01T00:00:00Z' }

const state = (over: Partial<FlyState> = {}): FlyState => ({
  machines: [machine()],
  volumes: [VOLUME],
  secrets: SECRETS,
  ...over,
})

/** The actions of a plan with their reasons, or the codes of its problems. */
function told(w: DesiredMonitoring, s: FlyState | undefined): string[] {
  const plan = diffMonitoring(w, s)
  if (plan.problems.length > 0) return plan.problems.map((p) => p.code)
  return plan.changes.map(({ action, reason }) => `${action.kind}: ${reason}`)
}

test('what is as it should be needs no change', () => {
  expect(told(wanted(), state())).toEqual([])
})

test('a new app: app, volume, secrets, deploy, addresses, in this order', () => {
  const plan = diffMonitoring(wanted(), undefined)
  expect(plan).toMatchObject({
    changes: [
      { subject: 'mon', what: 'create the app in acme', action: { organization: 'acme' } },
      {
        what: 'create the volume prometheus_data, 10 GB in nrt',
        action: { region: 'nrt', sizeGb: 10 },
      },
      { what: 'stage WEB', action: { names: ['WEB'] } },
      { what: 'deploy', action: { image: { from: 'reference', reference: IMAGE } } },
      { what: 'ensure public addresses', action: { kind: 'ensure-addresses' } },
    ],
  })
  expect(plan.changes.map(({ owner }) => owner)).toEqual(plan.changes.map(() => undefined))
  expect(JSON.stringify(plan)).not.toContain('basic')
})

test.each([
  [
    'a changed configuration',
    wanted({ digest: 'd2' }),
    state(),
    ['deploy: The configuration has changed since the last deploy.'],
  ],
  [
    'a machine of somebody else',
    wanted({ secrets: [] }),
    state({ machines: [machine({ env: {} })] }),
    ['deploy: Machine m1 was not deployed by deploy-monitoring.'],
  ],
  [
    'a changed value of a secret',
    wanted({ digest: 'd2' }, { secretsDigest: 's2' }),
    state(),
    [
      'stage-secrets: The value of a secret has changed.',
      'deploy: The configuration has changed since the last deploy.',
    ],
  ],
  [
    'a secret that was changed at Fly',
    wanted(),
    state({ secrets: [{ name: 'WEB', digest: 'r2' }] }),
    [
      'stage-secrets: A secret was changed at Fly since the last deploy by this action.',
      'deploy: A machine gets new secrets only by a deploy.',
    ],
  ],
  [
    'a secret that was removed at Fly',
    wanted(),
    state({ secrets: [] }),
    [
      'stage-secrets: 1 secret not set at Fly yet: WEB.',
      'deploy: A machine gets new secrets only by a deploy.',
    ],
  ],
  [
    'an open Prometheus that is taken over',
    wanted({ secrets: [{ name: 'PROMETHEUS_WEB_CONFIG', value: 'x' }] }),
    state({ machines: [machine({ env: {} })], secrets: [] }),
    [
      'stage-secrets: 1 secret not set at Fly yet: PROMETHEUS_WEB_CONFIG. Prometheus runs without this password so far: what reads it, such as a data source in Grafana, needs the user `prometheus` and the password from now on.',
      'deploy: Machine m1 was not deployed by deploy-monitoring.',
    ],
  ],
  [
    'a volume that is too small',
    wanted(),
    state({ volumes: [{ ...VOLUME, sizeGb: 5 }] }),
    ['extend-volume: The volume has 5 GB; the configuration asks for 10 GB.'],
  ],
  [
    'a stopped machine',
    wanted(),
    state({ machines: [machine({ state: 'stopped' })] }),
    ['start-machines: Machine m1 is stopped.'],
  ],
  [
    'a failing check',
    wanted(),
    state({ machines: [machine({ checks: [{ name: 'tcp', status: 'critical', output: '' }] })] }),
    ['deploy: Machine m1 is not healthy: check tcp is critical.'],
  ],
  [
    'a machine without its volume',
    wanted(),
    state({ machines: [machine({ mounts: [] })] }),
    ['deploy: Machine m1 has no volume.'],
  ],
  [
    'no machine',
    wanted({ secrets: [] }),
    state({ machines: [] }),
    [
      'deploy: There is no machine yet.',
      'ensure-addresses: flyctl allocates them on the first deploy, but does not report when that fails.',
    ],
  ],
  [
    'a volume of another app name',
    wanted(),
    state({ volumes: [VOLUME, { ...VOLUME, id: 'vol_2', name: 'other' }] }),
    [],
  ],
] as const)('%s', (_, w, s, steps) => {
  expect(told(w, s)).toEqual(steps)
})

test.each([
  [
    'two volumes: which one the machine holds',
    state({ volumes: [{ ...VOLUME, ...OLD, id: 'vol_2', machine: undefined as never }, VOLUME] }),
    'fly-two-volumes',
    /vol_1 \(nrt, 10 GB, attached to machine m1\) and vol_2 \(nrt, 10 GB, not attached\)/,
    /volumes destroy vol_2 -a mon/,
  ],
  [
    'another region',
    state({ volumes: [{ ...VOLUME, region: 'lhr' }] }),
    'fly-volume-region',
    /vol_1 .* is in region lhr, not nrt/,
    /region: lhr/,
  ],
  [
    'a volume of another name on the machine',
    state({ machines: [machine({ mounts: [{ volume: 'vol_9', name: 'data', path: '/prometheus' }] })] }),
    'fly-volume-renamed',
    /uses the volume vol_9 named data/,
    /volume\.name: data/,
  ],
  [
    'two machines',
    state({ machines: [machine(), machine({ ...OLD, id: 'm2', mounts: [] })] }),
    'fly-two-machines',
    /m2 .* and m1 /,
    /machine destroy/,
  ],
])('impossible: %s', (_, s, code, message, hint) => {
  expect(diffMonitoring(wanted(), s)).toMatchObject({
    changes: [],
    problems: [{ code, message: expect.stringMatching(message), hint: expect.stringMatching(hint) }],
  })
})

test('what was made twice in the same minutes is removed in named steps', () => {
  const second = { ...VOLUME, id: 'vol_2', createdAt: '2026-11-01T00:00:05Z' }
  const free = { ...second, machine: undefined as never }
  const twin = machine({
    id: 'm2',
    createdAt: second.createdAt,
    mounts: [{ volume: 'vol_2', name: 'prometheus_data', path: '/prometheus' }],
  })
  const steps = (s: FlyState) =>
    diffMonitoring(wanted(), s).changes.map(({ what, action }) => [action.kind, what.split(' ').at(-1)])
  expect(steps(state({ volumes: [free, VOLUME] }))).toEqual([['remove-volume', 'vol_2']])
  expect(steps(state({ machines: [machine(), twin], volumes: [VOLUME, second] }))).toEqual([
    ['remove-machine', 'm2'],
    ['remove-volume', 'vol_2'],
  ])
  const alone = { machines: [], volumes: [free, { ...VOLUME, machine: undefined as never }] }
  expect(steps({ ...alone, wasDeployed: false }).slice(0, 1)).toEqual([['remove-volume', 'vol_2']])
  // Either may hold data.
  expect(told(wanted(), { ...alone, wasDeployed: true })).toEqual(['fly-two-volumes'])
  expect(told(wanted(), state({ machines: [machine({ state: 'stopped' }), twin] }))).toEqual([
    'fly-two-machines',
  ])
})

test('a machine that another run has just started is waited for, one that stays unhealthy is deployed again', () => {
  const checks = [{ name: 'tcp', status: 'critical', output: '' }]
  const after = (seconds: number) =>
    told(wanted(), {
      ...state({ machines: [machine({ checks })] }),
      readAt: Date.parse('2026-11-01T00:00:00Z') + seconds * 1000,
    })
  expect(after(30)).toEqual([])
  expect(after(300)).toEqual(['deploy: Machine m1 is not healthy: check tcp is critical.'])
})

test('a volume never shrinks: a larger one is a warning and no change', () => {
  expect(diffMonitoring(wanted(), state({ volumes: [{ ...VOLUME, sizeGb: 20 }] }))).toMatchObject({
    changes: [],
    warnings: [{ code: 'fly-volume-larger', severity: 'warning' }],
  })
})

test('public addresses are allocated when they were asked for and are missing', () => {
  const inside = { address: 'fdaa::1', createdAt: '', kind: 'private', version: 6 } as const
  const v4 = { address: '1.2.3.4', createdAt: '', kind: 'public', version: 4 } as const
  const allocated = (addresses: FlyState['addresses']) =>
    told(wanted(), state({ ...(addresses && { addresses }) })).map((step) => step.split(':')[0])
  expect(allocated([inside])).toEqual(['allocate-address', 'allocate-address'])
  expect(allocated([inside, v4])).toEqual(['allocate-address'])
  expect(allocated(undefined)).toEqual([])
})

test('an image that was built is deployed again by its digest until the Dockerfile changes', () => {
  const build = { image: undefined } as const
  const actions = (w: DesiredMonitoring) => diffMonitoring(w, state()).changes.map(({ action }) => action)
  expect(actions(wanted(build))).toEqual([])
  expect(actions(wanted({ ...build, digest: 'd2' }))).toMatchObject([
    { kind: 'deploy', image: { from: 'reference', reference: `${IMAGE}@sha256:1` } },
  ])
  expect(actions(wanted(build, { buildDigest: 'b2' }))).toMatchObject([
    { kind: 'deploy', image: { from: 'dockerfile', path: 'Dockerfile.monitoring' } },
  ])
})

test('it is told whose machine a deploy changes', () => {
  const owners = (s: FlyState) => diffMonitoring(wanted({ digest: 'd2' }), s).changes.map((c) => c.owner)
  expect(owners(state())).toEqual(['ours'])
  expect(owners(state({ machines: [machine({ env: {} })] }))).toEqual(['ours', 'unmanaged'])
})

test('plans are plain data', () => {
  const plan = diffMonitoring(wanted({ digest: 'd2' }), state({ addresses: [] }))
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
})

const PAIR = { regions: ['nrt', 'hkg'], groups: ['app', 'app'] }
const { machine: _, ...FREE_VOLUME } = VOLUME
const SECOND_VOLUME = { ...VOLUME, id: 'vol_2', region: 'hkg', machine: 'm2' }

/** A machine of two replicas. */
const replica = (id: string, region: string, over: Partial<MonitoringMachine> = {}): MonitoringMachine => {
  const one = machine()
  const n = id.slice(1)
  return {
    ...one,
    ...{ id, region, mounts: [{ volume: `vol_${n}`, name: 'prometheus_data', path: '/prometheus' }] },
    env: { ...one.env, [RECORD_VARIABLES.replicas]: 'nrt,hkg' },
    ...over,
  }
}

const pair = (over: Partial<FlyState> = {}): FlyState =>
  state({
    machines: [replica('m1', 'nrt'), replica('m2', 'hkg')],
    volumes: [VOLUME, SECOND_VOLUME],
    ...over,
  })

test.each([
  ['as they should be', wanted(PAIR), pair(), []],
  [
    'a changed configuration: the one that is not well is first',
    wanted({ ...PAIR, digest: 'd2' }),
    pair({ machines: [replica('m1', 'nrt'), replica('m2', 'hkg', { state: 'stopped' })] }),
    ['deploy: deploy to machine m2 in hkg', 'deploy: deploy to machine m1 in nrt'],
  ],
  [
    'a deploy that ended between the two, after new secrets were staged',
    wanted(PAIR),
    pair({
      machines: [
        replica('m1', 'nrt'),
        replica('m2', 'hkg', {
          env: { ...replica('m2', 'hkg').env, [RECORD_VARIABLES.secrets]: 's0:r0' },
        }),
      ],
    }),
    ['deploy: deploy to machine m2 in hkg'],
  ],
  [
    'a third machine',
    wanted(PAIR),
    pair({ machines: [...pair().machines, replica('m3', 'hkg', OLD)] }),
    [expect.stringMatching(/fly-two-machines: App mon has 3 machines.*`monitoring.replicas` is 2/)],
  ],
  [
    'a third machine of the same minutes is what a repeated request made',
    wanted(PAIR),
    pair({
      machines: [...pair().machines, replica('m3', 'hkg', { createdAt: '2026-11-01T00:01:00Z' })],
      volumes: [VOLUME, SECOND_VOLUME, { ...SECOND_VOLUME, id: 'vol_3', machine: 'm3' }],
    }),
    ['remove-machine: remove the second machine m3', 'remove-volume: remove the second volume vol_3'],
  ],
  [
    'a third volume',
    wanted(PAIR),
    pair({ volumes: [VOLUME, SECOND_VOLUME, { ...FREE_VOLUME, ...OLD, id: 'vol_3' }] }),
    [expect.stringMatching(/fly-two-volumes: App mon has 3 volumes.*vol_3 \(nrt, 10 GB, not attached\)/)],
  ],
  [
    'a second machine made manually from the only one',
    wanted(),
    state({
      machines: [machine(), machine({ ...OLD, id: 'm2', region: 'hkg', mounts: [] })],
    }),
    [expect.stringMatching(/fly-two-machines/)],
  ],
  [
    'a third machine when two become one: it may hold data',
    wanted(),
    pair({ machines: [...pair().machines, replica('m3', 'hkg', OLD)] }),
    [expect.stringMatching(/fly-two-machines/)],
  ],
  [
    'machines that are elsewhere',
    wanted({ ...PAIR, regions: ['fra', 'hkg'] }),
    state(),
    [expect.stringMatching(/fly-volume-region: The machines of mon are m1 \(nrt\)/)],
  ],
] as const)('two replicas: %s', (_, w, s, expected) => {
  const { changes, problems } = diffMonitoring(w, s)
  expect([
    ...problems.map(({ code, message }) => `${code}: ${message}`),
    ...changes.map(({ action, what }) => `${action.kind}: ${what}`),
  ]).toEqual(expected)
})
