import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { deployApp } from '../../src/apply/fly/app.ts'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import type { AppConfig } from '../../src/config/schema.ts'
import { observeApp } from '../../src/plan/fly/observe.ts'
import { fakeFlyctl, keptLog } from '../support/fly-fake.ts'
import { type TestFly, testContext, testFly } from '../support/fly-platform.ts'
import { scratchFolder } from '../support/scratch.ts'

const WEB = (app: string, more = '') => `
app = "${app}"
primary_region = "nrt"
[http_service]
  internal_port = 8080
  min_machines_running = 1
  [[http_service.checks]]
    interval = "10s"
    timeout = "2s"
    path = "/health"
${more}`

/** A workspace with one app, which exists at Fly. */
async function scene(fly: TestFly, app = 'web', toml = WEB(app)) {
  const workspace = scratchFolder()
  writeFileSync(join(workspace.path, 'fly.toml'), toml)
  const { flyctl } = fly.context()
  await flyctl.run({ command: `apps create ${app}`, app, args: ['--org', 'acme'], global: true })
  const deploy = (over: Partial<AppConfig> = {}, options: { mayStop?: boolean; token?: string } = {}) =>
    deployApp(
      {
        app: { app, config: 'fly.toml', image: 'registry.example/web:v1', deploy: true, ...over },
        workspace: workspace.path,
        organization: 'acme',
        needsAddresses: false,
        mayStop: options.mayStop ?? false,
        groups: ['app'],
      },
      fly.context({ seconds: 20, ...(options.token && { token: options.token }) }),
    )
  return { deploy, folder: workspace.path, [Symbol.dispose]: workspace[Symbol.dispose] }
}

/** A first deploy as people do it: flyctl makes two machines. */
async function byHand(fly: TestFly, cwd: string): Promise<void> {
  const args = ['--image', 'registry.example/web:v1', '--yes', '--dns-checks=false']
  await fly.context().flyctl.repeatable({ command: 'deploy', app: 'web', args, cwd })
}

const told = ({ problems, warnings, machines, outcomes }: FlyAppResult) => ({
  problems: problems.map((p) => p.code),
  warnings: warnings.map((p) => p.code),
  states: machines.map((m) => m.state),
  changed: outcomes.some(({ kind, change }) => kind === 'done' && change.action.kind === 'deploy'),
})
const GOOD = { problems: [], warnings: [], changed: true }

test('a main app is deployed as its owner would, and keeps its machines', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  await byHand(fly, web.folder)
  const before = fly.platform.calls().length
  const second = await web.deploy({ image: 'registry.example/web:v2' })
  expect(told(second)).toEqual({ ...GOOD, states: ['started', 'started'] })
  expect(second.machines.map((m) => [m.releaseVersion, m.image.tag])).toEqual([
    [2, 'v2'],
    [2, 'v2'],
  ])
  const calls = fly.platform.calls().slice(before)
  expect(calls.map(({ argv }) => argv.slice(0, 2).join(' '))).toEqual(['deploy --config', 'machine list'])
  expect(calls[0]?.argv.join(' ')).toMatch(
    /--yes --ha=false --remote-only --dns-checks=false --wait-timeout \d+s -a web$/,
  )
}, 60_000)

test('machines that were stopped are updated and started, unless they may stop', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  await byHand(fly, web.folder)
  const [first, second] = fly.platform.machines().map((m) => m.id)
  await fly.flyctl(`machine stop ${first} ${second}`, 'web')
  expect(told(await web.deploy({ image: 'registry.example/web:v2' }, { mayStop: true }))).toEqual({
    ...GOOD,
    states: ['stopped', 'stopped'],
  })
  const before = fly.platform.calls().length
  expect(told(await web.deploy({ image: 'registry.example/web:v3' }))).toEqual({
    ...GOOD,
    states: ['started', 'started'],
  })
  expect(fly.platform.calls().length - before).toBeLessThanOrEqual(5)
}, 60_000)

test('an app that does not exist is created, with one machine', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  const result = await web.deploy({ app: 'brand-new' })
  expect(told(result)).toEqual({ ...GOOD, states: ['started'] })
  expect(result.outcomes.map((o) => o.change.action.kind)).toEqual(['create-app', 'deploy'])
}, 60_000)

test('apps are deployed side by side, and their output does not mix', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  using api = await scene(fly, 'api')
  const results = await Promise.all([web.deploy(), api.deploy()])
  expect(results.map((r) => told(r).problems)).toEqual([[], []])
  const { lines } = fly.log
  for (const app of ['web', 'api']) {
    const shown = lines.filter((line) => line.startsWith(`${app} | `)).join('\n')
    expect(shown).toContain(`https://fly.io/apps/${app}/monitoring`)
    expect(shown).not.toContain(`apps/${app === 'web' ? 'api' : 'web'}/`)
    expect(shown).not.toContain('image_ref')
  }
}, 60_000)

test.each([
  ['an app of somebody else', 'taken-elsewhere', {}, 'fly-app-taken'],
  [
    'an image that does not exist',
    'web',
    { image: 'registry.example/does-not-exist:v1' },
    'fly-image-missing',
  ],
  ['a program that crashes', 'web', { image: 'registry.example/web:v9.9.9' }, 'fly-crash'],
])(
  '%s fails with its reason',
  async (_, app, over, code) => {
    await using fly = await testFly({ isVirtual: true })
    using web = await scene(fly)
    const result = await web.deploy({ app, ...over })
    expect(told(result)).toMatchObject({ problems: [code], changed: false })
    expect(result.outcomes).toContainEqual(expect.objectContaining({ kind: 'failed' }))
  },
  60_000,
)

test.each([
  ['nonsense', 'fly-token-rejected'],
  ['fake-deploy-token:api', 'fly-organization'],
  ['fake-readonly-token', 'fly-token-too-narrow'],
])(
  'the token %s cannot deploy the app: %s',
  async (token, code) => {
    await using fly = await testFly({ isVirtual: true })
    using web = await scene(fly)
    expect(told(await web.deploy({}, { token })).problems).toEqual([code])
  },
  60_000,
)

test('two deploy tokens in one deploy two apps', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  using api = await scene(fly, 'api')
  const token = 'fake-deploy-token:web,fake-deploy-token:api'
  const results = await Promise.all([web.deploy({}, { token }), api.deploy({}, { token })])
  expect(results.flatMap((r) => told(r).problems)).toEqual([])
}, 60_000)

test('an app that is only watched is looked at and left alone', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  await byHand(fly, web.folder)
  const before = fly.platform.calls().length
  const { flyctl } = fly.context()
  const { machines, problems } = await observeApp('web', flyctl)
  expect([machines.map((m) => m.state), problems]).toEqual([['started', 'started'], []])
  expect(fly.platform.calls().length - before).toBe(1)
  expect((await observeApp('nope', flyctl)).problems).toMatchObject([{ code: 'fly-app-missing' }])
}, 60_000)

test('exit 1 before anything happened is a failure even over machines that are well', async () => {
  await using fly = await testFly({ isVirtual: true })
  using web = await scene(fly)
  const polling = { kind: 'api', method: 'GET', path: '/machines/[0-9a-f]+$', status: 500, after: 1 } as const
  fly.platform.fault(polling)
  // The last release is a moment old and counts as failed, although its machine is well.
  expect(told(await web.deploy())).toMatchObject({ problems: [], warnings: [expect.any(String)] })
  fly.platform.fault({ kind: 'api', method: 'POST', path: '/releases$', status: 500, times: 20 })
  expect(told(await web.deploy({ image: 'registry.example/web:v2' }))).toMatchObject({
    problems: ['fly-release'],
    changed: false,
  })
  fly.platform.clearFaults()
  fly.platform.fault({ kind: 'api', op: 'app', status: 500, times: 40, body: 'oops' })
  const third = await web.deploy({ image: 'registry.example/web:v3' })
  expect(told(third)).toMatchObject({ problems: ['fly-api'], changed: false })
}, 60_000)

test('a build: dockerfile and context are those of the workspace', async () => {
  using fake = fakeFlyctl()
  const machines = JSON.stringify([
    {
      id: 'm1',
      state: 'started',
      config: { metadata: { fly_platform_version: 'v2', fly_release_version: '4' } },
    },
  ])
  fake.on('deploy', { stdout: '{"id":"rel_1","version":4,"image_ref":""}\n' })
  fake.on('machine list', { stdout: machines })
  const log = keptLog()
  const flyctl = createFlyctl({
    binary: fake.binary,
    token: 't0ken',
    scratch: join(fake.folder, 'scratch'),
    log,
    environment: { PATH: process.env.PATH, FLY_FAKE: fake.folder },
  })
  const app = {
    app: 'web',
    config: 'deploy/fly.toml',
    dockerfile: 'docker/Dockerfile.fly',
    build_args: { RUST_VERSION: '1.90' },
    deploy: true,
  }
  const order = {
    app,
    workspace: fake.folder,
    organization: 'acme',
    needsAddresses: false,
    mayStop: false,
    groups: [],
  }
  mkdirSync(join(fake.folder, 'deploy'))
  await deployApp(order, testContext({ flyctl, log, seconds: 10 }))
  const [call] = fake.calls()
  expect(call?.cwd).toBe(join(fake.folder, 'deploy'))
  expect(call?.argv).toEqual(
    expect.arrayContaining([
      '--config',
      join(fake.folder, 'deploy/fly.toml'),
      '--dockerfile',
      join(fake.folder, 'docker/Dockerfile.fly'),
      '--build-arg',
      'RUST_VERSION=1.90',
    ]),
  )
  expect(call?.argv).not.toContain('--image')
})
