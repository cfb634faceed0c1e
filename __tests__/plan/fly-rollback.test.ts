import { describe, expect, test } from '@jest/globals'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import { listStoredMachines } from '../../src/clients/flyctl/stored.ts'
import type { Release, StoredMachine } from '../../src/model/fly.ts'
import { machineDifferences } from '../../src/plan/fly/restored.ts'
import { planRollback, releaseOfOthers } from '../../src/plan/fly/rollback.ts'
import { fakeFlyctl, keptLog } from '../support/fly-fake.ts'

const DIGEST = 'sha256:aa'
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

const machine = (over: Partial<StoredMachine> = {}): StoredMachine => ({
  id: 'm1',
  processGroup: 'app',
  releaseVersion: 4,
  image: { ref: 'registry.fly.io/web:v4', repository: 'web', tag: 'v4', digest: DIGEST },
  config: { guest: { cpu_kind: 'shared', cpus: 1, memory_mb: 256 } },
  ...over,
})

const release = (version: number, status = 'complete'): Release => ({
  version,
  status,
  imageRef: `registry.fly.io/web:v${version}`,
  createdAt: new Date(0),
})

const SNAPSHOT = { releases: [release(4), release(3)], machines: [machine()], config: { app: 'web' } }
const plan = (over: Partial<typeof SNAPSHOT> = {}) => planRollback('web', { ...SNAPSHOT, ...over })

describe('the target of a rollback', () => {
  test('the newest release, by the digest of its image, with the sizes of its machines', () => {
    expect(plan()).toMatchObject({
      kind: 'target',
      target: {
        release: 4,
        image: `registry.fly.io/web:v4@${DIGEST}`,
        config: { app: 'web', vm: [{ cpu_kind: 'shared', cpus: 1, memory_mb: 256, processes: ['app'] }] },
      },
    })
  })

  test('the contents of files as the machines of their process group have them', () => {
    const files = [{ guest_path: '/a', local_path: 'here/a.conf', processes: ['worker'] }]
    const of = (processGroup: string, raw_value: string) =>
      machine({ id: processGroup, processGroup, config: { files: [{ guest_path: '/a', raw_value }] } })
    const found = plan({
      config: { files } as never,
      machines: [of('app', 'wrong'), of('worker', 'cmlnaHQ=')],
    })
    if (found.kind !== 'target') throw new Error('no target')
    expect([...found.target.files]).toEqual([['file-1', 'cmlnaHQ=']])
    expect(found.target.config.files).toEqual([
      { guest_path: '/a', local_path: 'file-1', processes: ['worker'] },
    ])
  })

  test.each([
    ['a first deploy', { machines: [] }],
    ['only releases that failed', { releases: [release(4, 'failed')] }],
    ['no release', { releases: [] }],
  ])('none: %s', (_, over) => {
    expect(plan(over)).toEqual({ kind: 'first' })
  })

  test.each([
    [{ releases: [release(5, 'failed'), release(4)] }, /v5, is failed/],
    [{ machines: [machine({ image: { ...machine().image, digest: '' } })] }, /digest/],
    [{ machines: [machine({ releaseVersion: 3 })] }, /digest/],
    [{ config: { build: { compose: {} } } }, /compose/],
    [{ config: { machine_config: 'm.json' } }, /machine_config/],
    [{ config: { files: [{ guest_path: '/etc/a', local_path: 'a' }] } }, /content of \/etc\/a/],
  ])('not known: %j', (over, why) => {
    expect(plan(over as never)).toEqual({ kind: 'unknown', why: expect.stringMatching(why) })
  })
})

test('the commit of an image that flyctl has built in a workflow', async () => {
  using fake = fakeFlyctl()
  const raw = {
    id: 'm1',
    state: 'started',
    config: {
      image: 'registry.fly.io/web:v4',
      metadata: { fly_platform_version: 'v2', fly_release_version: '4' },
    },
    image_ref: { repository: 'web', tag: 'v4', digest: DIGEST, labels: { GH_SHA: COMMIT } },
  }
  fake.on('machine list', { stdout: JSON.stringify([raw]) })
  const flyctl = createFlyctl({
    binary: fake.binary,
    token: 'fake',
    scratch: fake.folder,
    log: keptLog(),
    environment: { PATH: process.env.PATH, FLY_FAKE: fake.folder },
  })
  expect(await listStoredMachines(flyctl, 'web')).toMatchObject([
    { id: 'm1', releaseVersion: 4, commit: COMMIT },
  ])
})

test('differences by their paths, without values of variables', () => {
  const before = machine({ config: { env: { A: 'secret-1' }, guest: { memory_mb: 256 }, image: 'a' } })
  const after = machine({ config: { env: { A: 'secret-2', B: 'x' }, guest: { memory_mb: 512 }, image: 'b' } })
  expect(machineDifferences([before, machine({ id: 'm2' })], [after])).toEqual([
    '`env.A`',
    '`env.B`',
    '`guest.memory_mb` is 512 (before: 256)',
    'process group app has 1 machine (before: 2)',
  ])
})

test('a release after that of the machines is of someone else, unless it failed', () => {
  const failed = [{ releaseVersion: 5 }]
  expect(releaseOfOthers([release(6, 'running'), release(5, 'failed')], failed)).toBe(6)
  expect(releaseOfOthers([release(6, 'failed'), release(5, 'failed')], failed)).toBeUndefined()
  expect(releaseOfOthers([release(6)], [])).toBeUndefined()
})
