import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createFlyctl, type FlyctlOptions } from '../../src/clients/flyctl/client.ts'
import * as fly from '../../src/clients/flyctl/commands.ts'
import { flyctlEnvironment } from '../../src/clients/flyctl/environment.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { addSecret } from '../../src/lib/redact.ts'
import { type FakeFlyctl, fakeFlyctl, keptLog } from '../support/fly-fake.ts'

const TOKEN = 'FlyV1 fm2_firstsecret,fm2_secondsecret'

function flyctlOf(fake: FakeFlyctl, options: Partial<FlyctlOptions> = {}) {
  return createFlyctl({
    binary: fake.binary,
    token: `${TOKEN}\n`,
    scratch: join(fake.folder, 'scratch'),
    log: keptLog(),
    ...options,
    environment: { PATH: process.env.PATH, FLY_FAKE: fake.folder, ...options.environment },
  })
}

test('flyctl gets its token and switches, and nothing of ours that is none of its business', async () => {
  using fake = fakeFlyctl()
  fake.on('', { stdout: '[]' })
  const environment = {
    FLY_ACCESS_TOKEN: 'fo1_other',
    FLY_GHA_ERROR_ANNOTATION: '1',
    FLY_JSON: '1',
    FLY_APP: 'another',
    FLY_API_BASE_URL: 'https://api.example',
    FLY_SEND_METRICS: '1',
    FLY_TRACE_COLLECTOR_URL: 'collector.example',
    FLY_CONFIG_DIR: '/home/me/.fly',
    HTTPS_PROXY: 'http://proxy:1',
    'INPUT_GRAFANA-API-KEY': 'glsa_x',
    GRAFANA_API_KEY: 'glsa_x',
    PROMETHEUS_PASSWORD: 'p',
    GITHUB_TOKEN: 'ghs_x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    LOG_LEVEL: 'debug',
    RUNNER_TRACKING_ID: 'github_x',
    NODE_OPTIONS: '--require ./evil.js',
    LD_PRELOAD: './evil.so',
    DYLD_INSERT_LIBRARIES: './evil.dylib',
  }
  await fly.listMachines(flyctlOf(fake, { environment }), 'chat')
  const [call] = fake.calls()
  expect(call?.argv).toEqual(['machine', 'list', '--json', '-a', 'chat'])
  expect(call?.env).toMatchObject({
    FLY_API_TOKEN: TOKEN,
    FLY_CONFIG_DIR: join(fake.folder, 'scratch/chat/flyctl'),
    FLY_API_BASE_URL: 'https://api.example',
    // A choice of the user wins, but the token goes to no collector, which would get it over plain HTTP.
    FLY_SEND_METRICS: '1',
    FLY_TRACE_COLLECTOR_URL: '255.255.255.255',
    FLY_NO_UPDATE_CHECK: '1',
    HTTPS_PROXY: 'http://proxy:1',
    NO_COLOR: '1',
  })
  const shell = ['PWD', 'OLDPWD', 'SHLVL', '_']
  expect(
    Object.keys(call?.env ?? {})
      .filter((name) => !shell.includes(name) && !name.startsWith('FLY_'))
      .sort(),
  ).toEqual(['DEPLOY_MONITORING_CHILD', 'HTTPS_PROXY', 'NO_COLOR', 'PATH', 'RUNNER_TRACKING_ID'])
  expect(Object.keys(call?.env ?? {})).not.toEqual(expect.arrayContaining(['FLY_ACCESS_TOKEN']))
  expect(call?.env.FLY_JSON ?? call?.env.FLY_APP ?? call?.env.FLY_GHA_ERROR_ANNOTATION).toBeUndefined()
})

test('the proxies that we use are flyctl’s, and no proxy gets what is meant for nobody', () => {
  const environment = (own: Record<string, string>) => {
    const given = Object.entries(flyctlEnvironment(own, { token: 't', configDir: '/c' }))
    return Object.fromEntries(given.filter(([name]) => /proxy/i.test(name)))
  }
  expect(environment({ https_proxy: 'proxy.corp:3128', NO_PROXY: 'internal' })).toEqual({
    HTTPS_PROXY: 'http://proxy.corp:3128',
    NO_PROXY: 'internal',
  })
  // The trace collector is sent the token by plain HTTP.
  expect(environment({ http_proxy: 'proxy.corp:3128' })).toEqual({
    HTTP_PROXY: 'http://proxy.corp:3128',
    NO_PROXY: '255.255.255.255',
  })
  expect(environment({ HTTP_PROXY: 'http://p:1', no_proxy: 'a.test b.test' }).NO_PROXY).toBe(
    'a.test,b.test,255.255.255.255',
  )
})

test('every app has a configuration folder and a clean working folder of its own', async () => {
  using fake = fakeFlyctl()
  fake.on('', { stdout: '[]' })
  const flyctl = flyctlOf(fake)
  await Promise.all(['chat', 'mon'].map((app) => fly.listMachines(flyctl, app)))
  await fly.createApp(flyctl, 'mon', 'acme').catch(() => undefined)
  const calls = fake.calls()
  expect(new Set(calls.map((call) => call.env.FLY_CONFIG_DIR)).size).toBe(3)
  for (const { cwd } of calls) {
    expect(cwd.startsWith(join(fake.folder, 'scratch'))).toBe(true)
    expect(readdirSync(cwd)).toEqual([])
  }
  expect(
    flyctl
      .starts()
      .map((start) => `${start.app}: ${start.command}`)
      .sort(),
  ).toEqual(['chat: machine list', 'mon: apps create mon', 'mon: machine list'])
})

test('secrets travel by standard input as base64, and are in no argument, log or error', async () => {
  using fake = fakeFlyctl()
  const raw = 'pa#s"s\nwörd'
  const encoded = Buffer.from(raw).toString('base64')
  fake.on('', {
    stderr: `Error: Failed with ${raw.split('\n')[0]} ${encoded} ${TOKEN} fm2_secondsecret ${encodeURIComponent(raw)}\n`,
    exit: 1,
  })
  const log = keptLog()
  const error: unknown = await fly
    .createApp(Object.assign(flyctlOf(fake, { log }), {}), 'mon', 'acme')
    .catch((e: unknown) => e)
  const flyctl = flyctlOf(fake, { log })
  addSecret(raw)
  const result = await flyctl.run({ command: 'secrets import', app: 'mon', stdin: `A=${encoded}\n` })
  expect(fake.calls().at(-1)?.stdin).toBe(`A=${encoded}\n`)
  const shown = [
    log.text(),
    JSON.stringify(result),
    String(error),
    JSON.stringify((error as ActionError).problems),
  ]
  for (const secret of ['firstsecret', 'secondsecret']) expect(shown.join()).not.toContain(secret)
  expect(JSON.stringify(result)).not.toMatch(/pa#s|w%C3%B6rd/)
  expect(JSON.stringify(result)).not.toContain(encoded)
  expect(
    fake
      .calls()
      .flatMap((call) => call.argv)
      .join(' '),
  ).not.toMatch(/firstsecret|pa#s/)
})

test('cancelling interrupts flyctl, waits for it and starts no other', async () => {
  using fake = fakeFlyctl()
  fake.on('deploy', {
    script: `trap 'echo "leases released"; exit 127' INT; touch "$FLY_FAKE/ready"; while :; do sleep 0.05; done`,
  })
  const cancel = new AbortController()
  const flyctl = flyctlOf(fake, { signal: cancel.signal })
  const running = flyctl.run({ command: 'deploy', app: 'mon' })
  while (!existsSync(join(fake.folder, 'ready'))) await new Promise((done) => setTimeout(done, 10))
  cancel.abort()
  const result = await running
  expect(result).toMatchObject({ exitCode: 127, stopped: 'cancelled', stdout: 'leases released\n' })
  expect(result.failure?.problem.code).toBe('fly-interrupted')
  await expect(fly.listMachines(flyctl, 'mon')).rejects.toThrow('aborted')
  expect(fake.calls()).toHaveLength(1)
})

test('a call without a deadline of its own ends soon after that of the run', async () => {
  using fake = fakeFlyctl()
  fake.on('machine list', { script: 'exec sleep 60' })
  const { failure } = await flyctlOf(fake, { until: Date.now() }).run({ command: 'machine list', app: 'mon' })
  expect(failure?.problem.code).toBe('fly-deadline')
}, 20_000)

test('a deadline interrupts, and says so', async () => {
  using fake = fakeFlyctl()
  fake.on('logs', { script: `trap 'exit 127' INT; while :; do sleep 0.05; done` })
  const { failure } = await flyctlOf(fake).run({ command: 'logs', app: 'mon', timeoutMs: 200 })
  expect(failure?.problem).toMatchObject({
    code: 'fly-deadline',
    message: expect.stringContaining('flyctl logs'),
  })
})

test('reads are tried again while Fly is busy, writes are not', async () => {
  using fake = fakeFlyctl()
  const busy = { stderr: 'Error: failed to list VMs: rate limit exceeded (Request ID: 01X)\n', exit: 1 }
  fake.on('machine list', busy, { stdout: '[]' })
  fake.on('volumes create', { stderr: 'Error: failed to create volume: EOF\n', exit: 1 })
  const flyctl = flyctlOf(fake)
  expect(await fly.listMachines(flyctl, 'mon')).toEqual([])
  const create = fly.createVolume(flyctl, 'mon', { name: 'd', region: 'nrt', sizeGb: 1 })
  await expect(create).rejects.toBeInstanceOf(ActionError)
  expect(fake.calls().map((call) => call.argv.slice(0, 2).join(' '))).toEqual([
    'machine list',
    'machine list',
    'volumes create',
  ])
}, 20_000)

test('of an output without end only its end is read and shown', async () => {
  using fake = fakeFlyctl()
  const flood = 'yes "no $FLY_API_TOKEN" | head -n 100000 >&2; echo last >&2; exit 1'
  fake.on('deploy', { script: flood })
  const { stderr, output } = await flyctlOf(fake).run({ command: 'deploy', app: 'mon' })
  for (const text of [stderr, output]) {
    expect(text.length).toBeLessThan(1_000_000)
    expect(text).toMatch(/^…\n(?:.*\n)*last\n$/)
    expect(text).not.toContain('secret')
  }
})

test('an answer of another shape, and a flyctl that cannot start, are named', async () => {
  using fake = fakeFlyctl()
  fake.on('', { stdout: '[{"id": 1}]' })
  const codes = (error: unknown) => (error as ActionError).problems.map((p) => p.code)
  expect(codes(await fly.listMachines(flyctlOf(fake), 'mon').catch((e: unknown) => e))).toEqual([
    'fly-answer',
  ])
  const missing = flyctlOf(fake, { binary: join(fake.folder, 'nowhere') })
  expect(codes(await fly.listMachines(missing, 'mon').catch((e: unknown) => e))).toEqual(['fly-flyctl-start'])
})

test('what holds a lease of a machine may finish when the run is cancelled', async () => {
  using fake = fakeFlyctl()
  const calls: Record<string, boolean> = {}
  const flyctl = flyctlOf(fake, {
    run: async ({ argv, mayFinish = false }) => {
      calls[argv.slice(0, 2).join(' ')] = mayFinish
      return { exitCode: 0, stdout: '[]', stderr: '', output: '', seconds: 0 }
    },
  })
  await fly.startMachines(flyctl, 'chat', ['m1'])
  await fly.destroyMachine(flyctl, 'chat', 'm1')
  await fly.listMachines(flyctl, 'chat')
  expect(calls).toEqual({ 'machine start': true, 'machine destroy': true, 'machine list': false })
})
