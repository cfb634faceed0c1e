import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addApp } from '../sandbox/platform/state.ts'
import { type End, runInside } from './flyctl/run-inside.ts'
import { createWorld, inState, type World } from './flyctl/world.ts'

/** What no recording shows; the words are those of flyctl's source. */

let world: World
beforeEach(() => {
  world = createWorld()
  addApp(world.platform.state, { name: 'app1', org: 'acme' })
})
afterEach(() => world.close())

const WORKING = `app = "app1"
primary_region = "nrt"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/health"
`

async function flyctl(
  argv: string,
  options: { toml?: string; token?: string; stopAt?: string } = {},
): Promise<End> {
  const cwd = join(world.workspace, 'more')
  mkdirSync(cwd, { recursive: true })
  writeFileSync(join(cwd, 'fly.toml'), options.toml ?? WORKING)
  const stop = new AbortController()
  return runInside(world, {
    argv: argv.split(' '),
    cwd,
    env: {
      FLY_API_TOKEN: options.token ?? 'fake-org-token',
      FLY_CONFIG_DIR: join(world.workspace, 'config'),
    },
    stdin: '',
    onOutput: (stdout) => options.stopAt !== undefined && stdout.includes(options.stopAt) && stop.abort(),
    stop: { signal: 'SIGINT', when: stop.signal },
  })
}

const deploy = (flags = '', options: { toml?: string; stopAt?: string } = {}): Promise<End> =>
  flyctl(
    `deploy --image nginx:1.29 --yes --ha=false --remote-only --dns-checks=false${flags} -a app1`,
    options,
  )

describe('validation', () => {
  test('a check without a type, and a service without processes, are told together', async () => {
    const toml = `app = "app1"
[processes]
web = "serve"
worker = "work"
[http_service]
internal_port = 8080
[checks.alive]
port = 8080
path = "/health"
`
    const { exit, stdout, stderr } = await flyctl('config validate', { toml })
    expect(exit).toBe(1)
    expect(stdout).toBe(
      `Validating ${world.workspace}/more/fly.toml
Can't process top level check 'alive': Missing or invalid check type, must be 'http' or 'tcp'
Service has no processes set but app has 2 processes defined; update fly.toml to set processes for each service

   \u001b[31m✘\u001b[0minvalid app configuration

`,
    )
    expect(stderr).toBe('Error: App configuration is not valid\n')
    expect(await deploy('', { toml })).toMatchObject({ exit: 1 })
    expect(world.app('app1').releases).toEqual([])
  })

  test('strict validation looks into tables, but not into what flyctl has rewritten', async () => {
    const toml = `${WORKING}[[services]]\nsurprise = 1\n[build]\nimge = "x"\n[checks.a]\ntype = "tcp"\nport = 1\nprt = 2\n`
    const { stdout } = await flyctl('config validate --strict', { toml })
    expect(stdout).toContain('unrecognised sections or keys:\n  - build.imge\n  - checks.a.prt\n\n')
  })
})

describe('deploy', () => {
  test('process groups get their own command, checks and machines; one without services gets a standby', async () => {
    const toml = `app = "app1"
primary_region = "nrt"
[processes]
web = "serve --name 'a b'"
worker = "work"
[http_service]
internal_port = 8080
processes = ["web"]
[checks.alive]
type = "tcp"
port = 8080
processes = ["worker"]
`
    const { exit, stdout } = await flyctl('deploy --image nginx:1.29 --remote-only --dns-checks=false', {
      toml,
    })
    expect(exit).toBe(0)
    expect(stdout).toContain(
      ' * create 2 "web" machines\n * create 1 "worker" machine and 1 standby machine for it\n',
    )
    const { machines } = world.app('app1')
    expect(
      machines.map(({ config, state }) => [config.metadata.fly_process_group, config.init.cmd, state]),
    ).toEqual([
      ['web', ['serve', '--name', 'a b'], 'started'],
      ['web', ['serve', '--name', 'a b'], 'started'],
      ['worker', ['work'], 'started'],
      ['worker', ['work'], 'stopped'],
    ])
    expect(
      machines.map(({ config }) => [Object.keys(config.checks ?? {}), config.services?.length ?? 0]),
    ).toEqual([
      [[], 1],
      [[], 1],
      [['alive'], 0],
      [['alive'], 0],
    ])
    expect(machines[3]?.config.standbys).toEqual([machines[2]?.id])
  })

  test('a group that is gone is destroyed, a new one is launched', async () => {
    const groups = (names: string): string => `app = "app1"\n[processes]\n${names}\n`
    await deploy('', { toml: groups('web = "a"\nold = "b"') })
    const { stdout } = await deploy('', { toml: groups('web = "a"\nnew = "c"') })
    expect(stdout).toContain(
      'Process groups have changed. This will:\n * destroy 1 "old" machine\n * create 1 "new" machine\n\n',
    )
    expect(world.app('app1').machines.map(({ config }) => config.init.cmd)).toEqual([['a'], ['c']])
  })

  test.each([
    ['', ['v6', 'shared_v4'], 'Visit your newly deployed app at https://app1.fly.dev/\n'],
    [' --no-public-ips', [], 'Your app is deployed but does not have a public or private IP address\n'],
    [' --flycast', ['private_v6'], 'under http://app1.flycast\n'],
  ])('addresses of a first deploy%s', async (flags, types, farewell) => {
    const { stdout } = await deploy(flags)
    expect(world.app('app1').ips.map(({ type }) => type)).toEqual(types)
    expect(stdout).toContain(farewell)
  })

  test('--env and --file-literal reach the machine', async () => {
    await deploy(' --env A=1 --env B=x=y --file-literal /etc/motd=hello')
    const { env, files } = world.machine('app1').config
    expect(env).toMatchObject({ A: '1', B: 'x=y', FLY_PROCESS_GROUP: 'app' })
    expect(files).toEqual([{ guest_path: '/etc/motd', raw_value: Buffer.from('hello').toString('base64') }])
  })

  test('a release command that fails ends the deploy before any machine is made', async () => {
    const toml = `${WORKING}[deploy]\nrelease_command = "exit 3"\n`
    const { exit, stdout, stderr } = await deploy('', { toml })
    expect(exit).toBe(1)
    expect(stdout).toContain('✖ release_command failed\n')
    expect(stderr).toMatch(
      /release command failed - aborting deployment. machine \w{14} exited with non-zero status of 3\n$/,
    )
    expect(world.app('app1').machines).toEqual([])
    expect(world.app('app1').releases).toMatchObject([{ status: 'failed' }])
  })

  test('a release command that succeeds leaves no machine of its own', async () => {
    const { exit, stdout } = await deploy('', { toml: `${WORKING}[deploy]\nrelease_command = "exit 0"\n` })
    expect(exit).toBe(0)
    expect(stdout).toMatch(/✔ release_command \w{14} completed successfully\nThis deployment will:/)
    expect(world.app('app1').machines).toHaveLength(1)
  })

  test('a first deploy that is interrupted leaves its machine and its lease', async () => {
    world.runtime.hold()
    const { exit, stdout } = await deploy('', { stopAt: 'was created' })
    expect(exit).toBe(127)
    expect(stdout).toMatch(/✖ Failed: .*interrupt signal received\n$/)
    expect(world.machine('app1').lease).toBeDefined()
    expect(world.app('app1').releases).toMatchObject([{ status: 'interrupted' }])
  })

  test('a slow start is waited for', async () => {
    world.fault({ kind: 'slowStart', app: 'app1', seconds: 5 })
    const { exit } = await deploy()
    expect(exit).toBe(0)
    const [start, launch] = world.machine('app1').events
    expect((start?.at ?? 0) - (launch?.at ?? 0)).toBeGreaterThanOrEqual(5_000 / 50)
  })
})

test('volumes grow, and never shrink', async () => {
  await flyctl('volumes create data --region nrt --size 3 --yes --json -a app1')
  const [volume] = world.app('app1').volumes
  const extend = (size: string): Promise<End> =>
    flyctl(`volumes extend ${volume?.id} --size ${size} --yes --json -a app1`)
  expect(JSON.parse((await extend('5')).stdout)).toMatchObject({ id: volume?.id, size_gb: 5 })
  expect(JSON.parse((await extend('+2')).stdout)).toMatchObject({ size_gb: 7 })
  expect(await extend('6')).toMatchObject({ exit: 1, stdout: '' })
  expect(volume?.sizeGb).toBe(7)
})

test('addresses are allocated, listed with the shared one last, and released', async () => {
  await flyctl('ips allocate-v4 --shared -a app1')
  await flyctl('ips allocate-v6 -a app1')
  const list = async (): Promise<{ Type: string; Address: string; Region: string }[]> =>
    JSON.parse((await flyctl('ips list --json -a app1')).stdout)
  const addresses = await list()
  expect(addresses.map(({ Type, Region }) => [Type, Region])).toEqual([
    ['v6', 'global'],
    ['shared_v4', ''],
  ])
  const { stdout } = await flyctl(`ips release ${addresses[0]?.Address} -a app1`)
  expect(stdout).toBe(`Released ${addresses[0]?.Address} from app1\n`)
  expect((await list()).map(({ Type }) => Type)).toEqual(['shared_v4'])
})

test('two deploy tokens open their two apps and no third', async () => {
  for (const name of ['app2', 'app3']) addApp(world.platform.state, { name, org: 'acme' })
  const token = 'FlyV1 fake-deploy-token:app1,fake-deploy-token:app2'
  const exits = ['app1', 'app2', 'app3'].map(
    async (app) => (await flyctl(`status --json -a ${app}`, { token })).exit,
  )
  expect(await Promise.all(exits)).toEqual([0, 0, 1])
})

test('a machine that is stopped can be started; a stopped one answers no checks', async () => {
  await deploy()
  const machine = world.machine('app1')
  await flyctl(`machine stop ${machine.id} -a app1`)
  expect(machine).toMatchObject({ state: 'stopped', checks: [{ status: 'critical' }] })
  await flyctl(`machine start ${machine.id} -a app1`)
  await inState(machine, 'started')
})

test('the executable says where it belongs', () => {
  const executable = fileURLToPath(new URL('../sandbox/bin/flyctl', import.meta.url))
  const { status, stderr } = spawnSync(executable, ['version'], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('works only inside the sandbox')
})
