import { expect, test } from '@jest/globals'
import { createFlyctl, type Flyctl } from '../../src/clients/flyctl/client.ts'
import * as fly from '../../src/clients/flyctl/commands.ts'
import { readReleaseConfig } from '../../src/clients/flyctl/stored.ts'
import { type Recording, recordings } from '../contract/flyctl/recordings.ts'
import { fakeFlyctl, keptLog } from '../support/fly-fake.ts'

const APP = 'mon'

/** How the client makes the calls that were recorded, by the words that their command begins with. */
const CALLS: Record<string, (flyctl: Flyctl) => Promise<unknown>> = {
  'machine list': (flyctl) => fly.listMachines(flyctl, APP),
  'machine start': (flyctl) => fly.startMachines(flyctl, APP, ['6947ccf25ec84d']),
  status: (flyctl) => fly.checkApp(flyctl, APP),
  'apps create': (flyctl) => fly.createApp(flyctl, APP, 'acme'),
  'volumes list': (flyctl) => fly.listVolumes(flyctl, APP),
  'volumes create': (flyctl) => fly.createVolume(flyctl, APP, { name: 'd', region: 'nrt', sizeGb: 1 }),
  'volumes destroy': (flyctl) => fly.destroyVolume(flyctl, APP, 'vol_1'),
  'volumes extend': (flyctl) => fly.extendVolume(flyctl, APP, { id: 'vol_1', sizeGb: 2 }),
  'secrets list': (flyctl) => fly.listSecrets(flyctl, APP),
  'secrets import': (flyctl) => fly.stageSecrets(flyctl, APP, [{ name: 'A', value: 'b' }]),
  'ips list': (flyctl) => fly.listAddresses(flyctl, APP),
  'ips release': (flyctl) => fly.releaseAddress(flyctl, APP, '1.2.3.4'),
  'ips allocate-v4': (flyctl) => fly.allocateAddress(flyctl, APP, 'shared-v4'),
  'ips allocate-v6': (flyctl) => fly.allocateAddress(flyctl, APP, 'v6'),
  releases: (flyctl) => fly.listReleases(flyctl, APP),
  'config show': (flyctl) => readReleaseConfig(flyctl, APP),
  deploy: (flyctl) => fly.runDeploy(flyctl, DEPLOY),
}

const DEPLOY = { app: APP, folder: '/', config: '/fly.toml', waitMs: 1_000, timeoutMs: 30_000 }

/** Commands that this project never calls, or whose failures do not matter; `version --json` is replayed in install.test.ts. */
const NEVER_CALLED = [
  'auth whoami',
  'checks list',
  'config validate',
  'apps destroy',
  'logs',
  'machine stop',
  'machines list',
  'orgs list',
  'secrets set',
  'version',
  // Not commands at all: what flyctl says to those is in the table of errors.
  'frobnicate',
]

/** Codes that failed calls are explained by. A failure that is not here is a text that nobody has looked at. */
const FAILURES: Record<string, readonly number[]> = {
  'fly-token-missing': [32],
  'fly-token-rejected': [31],
  'fly-token-too-narrow': [23, 74, 79, 80, 81],
  'fly-app-missing': [28, 30, 40, 73, 75, 162, 225],
  'fly-app-taken': [18, 19, 205],
  'fly-app-name': [22],
  'fly-volume-in-use': [155],
  'fly-app-unnamed': [203],
  'fly-organization': [20, 21],
  'fly-region': [58, 59],
  'fly-volume-region': [82],
  'fly-volume-attached': [209, 212],
  'fly-volume-detached': [196],
  'fly-volume-renamed': [197],
  'fly-confirmation': [57],
  'fly-secret-missing': [136],
  'fly-secret-name': [67],
  'fly-secret-format': [65, 66],
  'fly-image-missing': [78],
  'fly-builder': [227],
  'fly-file-missing': [76, 146, 179],
  'fly-config-invalid': [55],
  'fly-config-missing': [54, 148],
  'fly-config-dir': [201],
  'fly-health': [108, 138, 226],
  'fly-crash': [114],
  'fly-start-timeout': [118],
  'fly-lease': [120],
  'fly-flyctl-version': [161, 232],
  'fly-rate-limited': [34, 37, 63, 84],
  'fly-api': [33, 36, 121, 123, 125, 191, 204],
  'fly-release': [83],
  'fly-network': [38, 39, 206],
  'fly-interrupted': [126, 127, 187, 188],
  'fly-crashed': [128, 189],
  // Server errors that were made up for the recording: their text says nothing.
}
const codeOf = new Map(
  Object.entries(FAILURES).flatMap(([code, numbers]) => numbers.map((n) => [n, code] as const)),
)

const words = ({ argv }: Recording): string =>
  argv
    .slice(1, 3)
    .filter((word) => /^[a-z0-9-]+$/.test(word) && !word.startsWith('-'))
    .join(' ')

const isCalled = (recording: Recording): boolean => commandOf(recording) !== undefined

function commandOf(recording: Recording): string | undefined {
  const said = words(recording)
  return Object.keys(CALLS).find(
    (command) => said === command || said.startsWith(`${command} `) || `${said} `.startsWith(`${command} `),
  )
}

test('every recording is of a call of ours or of a command that is never called', () => {
  const left = recordings.filter((r) => !isCalled(r)).map(words)
  expect([...new Set(left)].filter((said) => !NEVER_CALLED.some((never) => said.startsWith(never)))).toEqual(
    [],
  )
  expect(recordings.filter(isCalled).length).toBeGreaterThan(120)
})

test('every recorded failure of our calls is explained by the code that fits', async () => {
  const explained: Record<number, string> = {}
  for (const recording of recordings.filter((r) => isCalled(r) && r.exit_code !== 0)) {
    const { failure } = await replayRaw(recording)
    explained[recording.n] = failure?.problem.code ?? 'none'
    expect(failure?.problem.message).not.toMatch(/\p{Cc}|query|mutation/u)
    expect(failure?.problem.message.length).toBeLessThan(600)
    expect(failure?.problem.hint).toMatch(/\w/)
  }
  expect(explained).toEqual(Object.fromEntries([...codeOf].sort(([a], [b]) => a - b)))
}, 60_000)

test('every recorded success of our calls is understood', async () => {
  for (const recording of recordings.filter((r) => isCalled(r) && r.exit_code === 0)) {
    using fake = fakeFlyctl()
    fake.on('', { stdout: recording.stdout, stderr: recording.stderr })
    // These we ask with --json only; what they print without is for people.
    const isTable = /list|status|releases/.test(words(recording)) && !recording.argv.includes('--json')
    if (isTable) continue
    await CALLS[commandOf(recording) ?? '']?.(flyctlOf(fake))
    expect(fake.calls()).toHaveLength(1)
  }
}, 60_000)

test('machines, volumes, secrets and releases are read as recorded', async () => {
  const [machine] = (await replay(88)) as unknown[]
  expect(machine).toEqual({
    id: '6947ccf25ec84d',
    app: APP,
    region: 'nrt',
    state: 'started',
    createdAt: '2026-11-22T17:51:06.792067Z',
    updatedAt: '2026-11-22T17:51:06.792077Z',
    isPublic: true,
    privateIp: 'fdaa:0:1::aec8',
    processGroup: 'app',
    releaseVersion: 3,
    image: {
      ref: 'registry.example/prom/prometheus:v3.5.0',
      repository: 'prom/prometheus',
      tag: 'v3.5.0',
      digest: 'sha256:957b2c788e52cc3b7b24ae7268f05fc5760d28480e82fad040cebc052e069165',
    },
    env: { FLY_PROCESS_GROUP: 'app', PRIMARY_REGION: 'nrt' },
    checks: [expect.objectContaining({ name: 'healthy', status: 'passing' }), expect.anything()],
    checksDefined: 2,
    mounts: [{ volume: 'vol_a4c123b1612dd272', name: 'prometheus_data', path: '/prometheus', sizeGb: 10 }],
    standby: false,
    metrics: { port: 9090, path: '/metrics', https: false },
    guest: { cpuKind: 'shared', cpus: 1, memoryMb: 512 },
    command: expect.arrayContaining(['--config.file=/etc/prometheus/prometheus.yml']),
    files: [
      { guestPath: '/etc/prometheus/prometheus.yml', text: 'global:\n  scrape_interval: 15s\n' },
      // flyctl encodes a `raw_value` that is encoded already once more.
      { guestPath: '/etc/prometheus/rules/hello.yml', text: 'Z3JvdXBzOiBbXQo=' },
      { guestPath: '/etc/prometheus/web.yml', secret: 'PROM_WEB_CONFIG' },
    ],
  })
  expect(await replay(62)).toEqual([
    {
      id: 'vol_a4c123b1612dd272',
      name: 'prometheus_data',
      region: 'nrt',
      state: 'created',
      sizeGb: 10,
      createdAt: expect.stringMatching(/^2026-11-22T/),
    },
    {
      id: 'vol_1c17149d439536b3',
      name: 'other_data',
      region: 'lhr',
      state: 'created',
      sizeGb: 1,
      createdAt: expect.stringMatching(/^2026-11-22T/),
    },
  ])
  expect(await replay(96)).toContainEqual(
    expect.objectContaining({ id: 'vol_a4c123b1612dd272', machine: '6947ccf25ec84d' }),
  )
  expect(await replay(72)).toContainEqual({ name: 'PROM_WEB_CONFIG', digest: '3b0e98382ac9a119' })
  expect(
    ((await replay(90)) as { version: number; status: string }[]).map((r) => [r.version, r.status]),
  ).toEqual([
    [3, 'complete'],
    [2, 'failed'],
    [1, 'failed'],
  ])
  expect(await replay(107)).toMatchObject({
    release: { version: 6, imageRef: 'registry.example/prom/prometheus:v3.6.0' },
  })
})

const flyctlOf = (fake: ReturnType<typeof fakeFlyctl>) =>
  createFlyctl({
    binary: fake.binary,
    token: 'FlyV1 fm2_secretsecret',
    scratch: fake.folder,
    log: keptLog(),
    environment: { PATH: process.env.PATH, FLY_FAKE: fake.folder },
  })

async function replay(n: number): Promise<unknown> {
  const recording = recordings.find((r) => r.n === n)
  if (!recording) throw new Error(`no recording ${n}`)
  using fake = fakeFlyctl()
  fake.on('', { stdout: recording.stdout, stderr: recording.stderr })
  return await CALLS[commandOf(recording) ?? '']?.(flyctlOf(fake))
}

async function replayRaw(recording: Recording) {
  using fake = fakeFlyctl()
  const { stdout, stderr, exit_code } = recording
  fake.on('', exit_code < 0 ? { script: 'kill -9 $$' } : { stdout, stderr, exit: exit_code })
  return await flyctlOf(fake).run({ command: commandOf(recording) ?? '', app: APP })
}
