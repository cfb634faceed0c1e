import { expect, test } from '@jest/globals'
import { orderMonitoring } from '../../src/apply/fly/build-context.ts'
import { applyMonitoring } from '../../src/apply/fly/monitoring-app.ts'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { planMonitoring } from '../../src/plan/fly/plan.ts'
import { monitoringApp, TEMPLATES, type TestFly, testFly } from '../support/fly-platform.ts'

/** What a run did and what came of it, in short. */
const told = ({ outcomes, problems, warnings, machines }: FlyAppResult) => ({
  steps: outcomes.map(({ change, kind }) =>
    kind === 'done' ? change.action.kind : `${change.action.kind} ${kind}`,
  ),
  problems: problems.map((p) => p.code),
  warnings: warnings.map((p) => p.code),
  states: machines.map((m) => m.state),
})

const GOOD = { problems: [], warnings: [], states: ['started'] }

const count = (fly: TestFly, command: string) =>
  fly.platform.calls().filter(({ argv }) => argv.join(' ').includes(command)).length

/** The starts of flyctl during some work. */
async function starts(fly: TestFly, work: () => Promise<unknown>): Promise<string[]> {
  const before = fly.platform.calls().length
  await work()
  return fly.platform
    .calls()
    .slice(before)
    .map(({ argv }) => argv.slice(0, 2).join(' '))
}

async function oneOfEach(fly: TestFly): Promise<void> {
  const [machines, volumes] = await Promise.all(
    ['machine list', 'volumes list'].map((command) => fly.flyctl(command, 'mon', '--json')),
  )
  expect(JSON.parse(machines ?? '')).toHaveLength(1)
  expect(JSON.parse(volumes ?? '')).toHaveLength(1)
}

test('first deploy, second, changed configuration, changed secret', async () => {
  await using fly = await testFly({ isVirtual: true })
  let result: FlyAppResult | undefined
  const first = await starts(fly, async () => {
    result = await fly.deploy(monitoringApp())
  })
  expect(result && told(result)).toEqual({
    ...GOOD,
    steps: ['create-app', 'create-volume', 'stage-secrets', 'deploy', 'ensure-addresses'],
  })
  // One more is `version`.
  expect(first).toHaveLength(9)
  expect(fly.platform.hasPublicAddress('mon')).toBe(true)

  const second = await starts(fly, async () => {
    result = await fly.deploy(monitoringApp())
  })
  expect(result && told(result)).toEqual({ ...GOOD, steps: [] })
  expect(second.sort()).toEqual(['machine list', 'secrets list', 'volumes list'])
  expect(fly.log.text()).toContain('mon is up to date')

  expect(told(await fly.deploy(monitoringApp({ scrape_interval: '20s' })))).toEqual({
    ...GOOD,
    steps: ['deploy'],
  })
  const newPassword = await fly.deploy(monitoringApp({ scrape_interval: '20s' }, { password: 'another one' }))
  expect(told(newPassword)).toEqual({ ...GOOD, steps: ['stage-secrets', 'deploy'] })
  expect(newPassword.machines[0]).toMatchObject({ releaseVersion: 3, mounts: [{ name: 'prometheus_data' }] })
  await oneOfEach(fly)
  expect(fly.log.text()).not.toMatch(/fake-org-token|another one/)
  for (const { argv } of fly.platform.calls())
    expect(argv.join(' ')).not.toMatch(/fake-org-token|another one/)
}, 60_000)

test('a plan changes nothing and tells what is carried out; nothing to do costs no start more', async () => {
  await using fly = await testFly({ isVirtual: true })
  const order = await orderMonitoring(monitoringApp(), TEMPLATES)
  const context = fly.context()
  const first = await planMonitoring(order, context)
  expect(fly.platform.calls().filter(({ argv }) => /create|import|deploy /.test(argv.join(' ')))).toEqual([])
  const result = await applyMonitoring(order, first, fly.context())
  expect(result.outcomes.map(({ change }) => change)).toEqual(first.changes)
  const again = await planMonitoring(order, context)
  expect(again.changes).toEqual([])
  expect(await starts(fly, () => applyMonitoring(order, again, fly.context()))).toEqual([])
}, 60_000)

test('what was changed at Fly by hand is found and put right', async () => {
  await using fly = await testFly({ isVirtual: true })
  await fly.deploy(monitoringApp())
  await fly.flyctl('secrets set --stage MONITORING_SELF_PASSWORD=eA==', 'mon')
  expect(told(await fly.deploy(monitoringApp()))).toEqual({ ...GOOD, steps: ['stage-secrets', 'deploy'] })
  const [id = ''] = fly.platform.machines().map((m) => m.id)
  await fly.flyctl(`machine stop ${id}`, 'mon')
  expect(told(await fly.deploy(monitoringApp()))).toEqual({ ...GOOD, steps: ['start-machines'] })
  await fly.flyctl(`machine stop ${id}`, 'mon')
  // flyctl updates a stopped machine and leaves it so.
  expect(told(await fly.deploy(monitoringApp({ retention: '3d' })))).toEqual({ ...GOOD, steps: ['deploy'] })
  expect(told(await fly.deploy(monitoringApp({ retention: '3d', volume: { size_gb: 12 } })))).toEqual({
    ...GOOD,
    steps: ['extend-volume', 'deploy'],
  })
  expect(told(await fly.deploy(monitoringApp({ retention: '3d', volume: { size_gb: 5 } })))).toEqual({
    ...GOOD,
    warnings: ['fly-volume-larger'],
    steps: ['deploy'],
  })
  await oneOfEach(fly)
}, 60_000)

test('an app that exists without a machine is completed within the starts that a first deploy may take', async () => {
  await using fly = await testFly({ isVirtual: true })
  await fly.flyctl('apps create mon --org acme', 'mon').catch(() => undefined)
  await fly
    .context()
    .flyctl.run({ command: 'apps create mon', app: 'mon', args: ['--org', 'acme'], global: true })
  const token = 'fake-deploy-token:mon'
  const used = await starts(fly, () => fly.deploy(monitoringApp({}, { flyToken: token }), { token }))
  expect(used.length).toBeLessThanOrEqual(9)
  await oneOfEach(fly)
}, 60_000)

test.each([
  ['another region', (fly: TestFly) => fly.deploy(monitoringApp()), { region: 'lhr' }, 'fly-volume-region'],
  ['a name that is taken', async () => undefined, { app: 'taken-elsewhere' }, 'fly-app-taken'],
  ['an organization of others', async () => undefined, { organization: 'other-corp' }, 'fly-organization'],
  [
    'an image that is not there',
    async () => undefined,
    { image: 'registry.example/does-not-exist:v1' },
    'fly-image-missing',
  ],
  ['a program that crashes', async () => undefined, { image: 'registry.example/mon:v9.9.9' }, 'fly-crash'],
  ['checks that never pass', async () => undefined, { image: 'registry.example/mon:v3.7.0' }, 'fly-health'],
] as const)(
  '%s is an error of its own',
  async (_, before, over, code) => {
    await using fly = await testFly({ isVirtual: true })
    await before(fly)
    const result = await fly.deploy(monitoringApp(over), { seconds: 15 })
    expect(told(result).problems).toEqual([code])
    expect(result.outcomes.filter((o) => o.kind === 'done').map((o) => o.change.action.kind)).not.toContain(
      'deploy',
    )
    expect(result.problems[0]?.hint).toMatch(/\w/)
  },
  60_000,
)

test('a second volume of the same minutes is removed in a step of its own', async () => {
  await using fly = await testFly({ isVirtual: true })
  await fly.deploy(monitoringApp())
  const more = ['--region', 'nrt', '--size', '10', '--yes', '--json']
  await fly.flyctl('volumes create prometheus_data', 'mon', ...more)
  expect(told(await fly.deploy(monitoringApp()))).toEqual({ ...GOOD, steps: ['remove-volume'] })
  await oneOfEach(fly)
}, 60_000)

test.each([
  ['wrong', 'nonsense', 'fly-token-rejected'],
  ['read-only', 'fake-readonly-token', 'fly-token-cannot-create'],
  ['for another app', 'fake-deploy-token:web', 'fly-token-cannot-create'],
  ['for an app that is not there yet', 'fake-deploy-token:mon', 'fly-organization'],
])(
  'a token that is %s is explained, and nothing is changed',
  async (_, token, code) => {
    await using fly = await testFly({ isVirtual: true })
    const web = { command: 'apps create web', app: 'web', args: ['--org', 'acme'], global: true } as const
    await fly.context().flyctl.run(web)
    const result = await fly.deploy(monitoringApp(), { token })
    expect(told(result).problems).toEqual([code])
    expect(fly.platform.machines()).toEqual([])
    expect(JSON.stringify(result)).not.toContain(token === 'nonsense' ? 'nonsense' : `:${token}`)
  },
  60_000,
)

test('a read-only token sees that nothing has to be done, and cannot do anything', async () => {
  await using fly = await testFly({ isVirtual: true })
  const flyToken = 'fake-org-token'
  await fly.deploy(monitoringApp({}, { flyToken }))
  const token = 'fake-readonly-token'
  expect(told(await fly.deploy(monitoringApp({ retention: '3d' }), { token })).problems).toEqual([
    'fly-token-too-narrow',
  ])
}, 60_000)

test('exit 1 over machines that are well is a warning', async () => {
  await using fly = await testFly({ isVirtual: true })
  await fly.deploy(monitoringApp())
  fly.platform.fault({
    kind: 'api',
    method: 'GET',
    path: '/machines/[0-9a-f]+$',
    status: 500,
    body: { error: 'internal server error' },
    times: 1,
    after: 1,
  })
  const result = await fly.deploy(monitoringApp({ retention: '3d' }))
  expect(told(result)).toEqual({ ...GOOD, warnings: ['fly-api'], steps: ['deploy'] })
  expect(told(await fly.deploy(monitoringApp({ retention: '3d' })))).toEqual({ ...GOOD, steps: [] })
}, 60_000)

test('exit 0 over the old image is a failure', async () => {
  await using fly = await testFly({ isVirtual: true })
  await fly.deploy(monitoringApp())
  fly.platform.fault({ kind: 'revert', app: 'mon' })
  const result = await fly.deploy(monitoringApp({ image: 'registry.example/mon:v3.14.0' }))
  expect(told(result)).toMatchObject({ steps: ['deploy failed'], problems: ['fly-old-version'] })
  expect(result.problems[0]?.message).toContain('registry.example/mon:v3.13.3')
}, 60_000)

test('lost answers make nothing twice', async () => {
  await using fly = await testFly({ isVirtual: true })
  fly.platform.fault({ kind: 'api', method: 'POST', path: '/v1/apps$', status: 500, late: true })
  fly.platform.fault({ kind: 'api', method: 'POST', path: '/volumes$', drop: true, late: true })
  fly.platform.fault({ kind: 'api', method: 'POST', path: '/machines$', status: 503, late: true })
  const result = await fly.deploy(monitoringApp())
  expect(told(result)).toMatchObject({ states: ['started'], problems: [] })
  expect(count(fly, 'volumes create')).toBe(1)
  await oneOfEach(fly)
}, 60_000)

test('reads are patient with a busy Fly', async () => {
  await using fly = await testFly({ isVirtual: true })
  await fly.deploy(monitoringApp())
  fly.platform.fault({ kind: 'api', method: 'GET', path: '/machines$', status: 500, times: 1 })
  fly.platform.fault({ kind: 'api', method: 'GET', path: '/volumes$', status: 429, times: 1 })
  expect(told(await fly.deploy(monitoringApp()))).toEqual({ ...GOOD, steps: [] })
}, 60_000)
