import { expect, test } from '@jest/globals'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'

const sharded = (shards: number, more: object = {}) => monitoringApp({ engine: 'agent', shards, ...more })

// Hashing a password takes a while.
const ONE = sharded(1)
const TWO = sharded(2)
const FOUR = sharded(4)
const CHANGED = sharded(4, { scrape_interval: '20s' })
const REPLICAS = monitoringApp({ replicas: 2 })

const deploy = (fly: InsideFly, desired = FOUR, more: object = {}) =>
  deployMonitoring({ desired, templates: TEMPLATES }, { ...fly.context(), ...more })

const summary = ({ outcomes, problems, warnings }: FlyAppResult) => ({
  steps: outcomes.map(({ change, kind }) =>
    kind === 'done' ? change.action.kind : `${change.action.kind} ${kind}`,
  ),
  problems: problems.map((p) => p.code),
  warnings: warnings.map((p) => p.code),
})

const GOOD = { problems: [], warnings: [] }
const VOLUMES = (n: number) => Array.from({ length: n }, () => 'create-volume')

const appOf = (fly: InsideFly) => fly.platform.state.apps.get('mon')
const machinesOf = (fly: InsideFly) => appOf(fly)?.machines ?? []
const groupOf = (machine: ReturnType<typeof machinesOf>[number]) => machine.config.metadata.fly_process_group

/** Which configuration each group runs, and how many volumes are used by one machine each, or by none. */
function state(fly: InsideFly) {
  const machines = machinesOf(fly)
  const volumes = appOf(fly)?.volumes ?? []
  const used = new Set(machines.map(({ config }) => config.mounts?.[0]?.volume))
  const file = (cmd: readonly string[] = []) => cmd.find((one) => one.startsWith('--config.file='))?.slice(30)
  return {
    machines: machines.map((one) => `${groupOf(one)} ${one.state} ${file(one.config.init.cmd)}`).sort(),
    volumes: { used: used.size, free: volumes.filter(({ attachedTo }) => !attachedTo).length },
    digests: new Set(machines.map(({ config }) => config.env.DEPLOY_MONITORING_DIGEST)).size,
  }
}

const SHARDS = (n: number, free = 0) => ({
  machines: [
    'app started prometheus.yml',
    ...Array.from({ length: n - 1 }, (_, i) => `shard${i + 2} started prometheus-shard${i + 2}.yml`),
  ],
  volumes: { used: n, free },
  digests: 1,
})

test('four shards from nothing: four volumes, one deploy makes all machines; then nothing to do', async () => {
  await using fly = insideFly()
  expect(summary(await deploy(fly))).toEqual({
    ...GOOD,
    steps: ['create-app', ...VOLUMES(4), 'stage-secrets', 'deploy', 'ensure-addresses'],
  })
  expect(state(fly)).toEqual(SHARDS(4))
  // Every machine has the same files: the command says which configuration is its own.
  const files = machinesOf(fly).map(({ config }) =>
    config.files
      ?.map((file) => file.guest_path)
      .sort()
      .join(),
  )
  expect(new Set(files).size).toBe(1)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: [] })
})

test('a new configuration is one deploy, and every machine keeps its volume', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const before = machinesOf(fly).map(({ id, config }) => [id, config.mounts?.[0]?.volume])
  expect(summary(await deploy(fly, CHANGED))).toEqual({ ...GOOD, steps: ['deploy'] })
  expect(machinesOf(fly).map(({ id, config }) => [id, config.mounts?.[0]?.volume])).toEqual(before)
  expect(state(fly)).toEqual(SHARDS(4))
})

test('one to four, to two, to one, to two: the first machine stays, volumes that are left are named and used again', async () => {
  await using fly = insideFly()
  await deploy(fly, ONE)
  const [first] = machinesOf(fly)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: [...VOLUMES(3), 'deploy'] })
  expect(state(fly)).toEqual(SHARDS(4))

  const order: string[] = []
  const handOver = async (id: string, others: readonly string[]) => {
    const group = groupOf(machinesOf(fly).find((one) => one.id === id) as never)
    order.push(`${group} to ${others.length}, ${state(fly).machines.length} machines`)
    return undefined
  }
  const toTwo = await deploy(fly, TWO, { handOver })
  expect(summary(toTwo)).toEqual({
    problems: [],
    warnings: ['fly-volume-left', 'fly-volume-left'],
    steps: ['deploy', 'remove-machine', 'remove-machine'],
  })
  // The two that stay are deployed first, and only then the others go, each stopped before it is destroyed.
  expect(order).toEqual(['shard3 to 3, 4 machines', 'shard4 to 2, 3 machines'])
  expect(state(fly)).toEqual(SHARDS(2, 2))
  for (const { message } of toTwo.warnings) expect(message).toMatch(/volume vol_\w+ \(nrt, 10 GB\)/)
  expect(fly.starts.filter((one) => one === 'machine stop')).toHaveLength(2)
  expect(fly.starts.lastIndexOf('machine stop')).toBeLessThan(fly.starts.lastIndexOf('machine destroy'))

  expect(summary(await deploy(fly, ONE)).steps).toEqual(['deploy', 'remove-machine'])
  expect(state(fly)).toEqual(SHARDS(1, 3))
  expect(machinesOf(fly).map(({ id }) => id)).toEqual([first?.id])
  expect(machinesOf(fly)[0]?.config.mounts).toEqual(first?.config.mounts)

  expect(summary(await deploy(fly, TWO))).toEqual({
    problems: [],
    warnings: ['fly-volume-left', 'fly-volume-left'],
    steps: ['deploy'],
  })
  expect(state(fly)).toEqual(SHARDS(2, 2))
})

test('a shard that was destroyed comes back on its volume, and the others are not restarted', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const lost = machinesOf(fly).find((one) => groupOf(one) === 'shard3')
  const volume = lost?.config.mounts?.[0]?.volume
  const app = appOf(fly)
  if (app && lost) await fly.platform.host.destroy(app, lost)
  const others = machinesOf(fly).map(({ id, updatedAt }) => [id, updatedAt])
  const result = await deploy(fly)
  expect(summary(result)).toEqual({ ...GOOD, steps: ['deploy'] })
  expect(result.outcomes[0]?.change).toMatchObject({
    what: 'deploy the process group shard3',
    reason: 'Shard 3 of 4 has no machine.',
  })
  expect(state(fly)).toEqual(SHARDS(4))
  expect(machinesOf(fly).find((one) => groupOf(one) === 'shard3')?.config.mounts?.[0]?.volume).toBe(volume)
  const after = machinesOf(fly).map(({ id, updatedAt }) => [id, updatedAt])
  expect(after).toEqual(expect.arrayContaining(others))
})

test('a shard that is stopped is started, and two machines of one shard are refused by name', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const second = machinesOf(fly).find((one) => groupOf(one) === 'shard2')
  if (!second) throw new Error('no second shard')
  await fly.platform.host.stop(second)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: ['start-machines'] })
  const old = { ...second, id: 'made-manually', createdAt: Date.parse('2026-01-01T00:00:00Z') }
  appOf(fly)?.machines.push({ ...old, config: { ...second.config, mounts: [] } })
  const { problems } = await deploy(fly)
  expect(problems.map(({ code }) => code)).toEqual(['fly-two-machines'])
  expect(problems[0]?.message).toMatch(
    /Too many are in shard2: made-manually \(.*\) and \w+ \(started, vol_\w+\)\.$/,
  )
})

test('from two replicas to two shards and back', async () => {
  await using fly = insideFly()
  await deploy(fly, REPLICAS)
  expect(summary(await deploy(fly, TWO)).problems).toEqual([])
  expect(state(fly).machines).toEqual(SHARDS(2).machines)
  expect(summary(await deploy(fly, REPLICAS)).problems).toEqual([])
  expect(state(fly).machines).toEqual(['app started prometheus.yml', 'app started prometheus.yml'])
})

test('a repeated request makes neither a fifth volume nor a fifth machine', async () => {
  await using fly = insideFly()
  const left = new Set(['/volumes', '/machines'])
  fly.onRequest = ({ method, path = '' }) => {
    const what = [...left].find((end) => method === 'POST' && path.endsWith(end))
    if (!what) return undefined
    left.delete(what)
    return { kind: 'api', method: 'POST', path: what, status: 503, late: true }
  }
  await deploy(fly)
  const result = await deploy(fly)
  expect(summary(result).problems).toEqual([])
  expect(state(fly)).toEqual(SHARDS(4))
})

test('a machine that fails in the middle of a deploy is reported, and the next run continues', async () => {
  await using fly = insideFly()
  await deploy(fly, TWO)
  let made = 0
  fly.onRequest = ({ method, path = '' }) => {
    if (method !== 'POST' || !path.endsWith('/machines') || ++made === 1) return undefined
    return { kind: 'api', method: 'POST', path, status: 422 }
  }
  const broken = await deploy(fly)
  expect(broken.problems.length).toBeGreaterThan(0)
  expect(state(fly).machines).toHaveLength(3)
  fly.onRequest = () => undefined
  expect(summary(await deploy(fly)).problems).toEqual([])
  expect(state(fly)).toEqual(SHARDS(4))
})

/** The requests of the first deploy after which the second one starts. */
const OFFSETS = [0, 8, 18, 30, 42, 56]

async function twoAtOnce(fly: InsideFly, after: number) {
  const started = Promise.withResolvers<void>()
  fly.onRequest = (_, n) => {
    if (n >= after) started.resolve()
    return undefined
  }
  const first = deploy(fly)
  await Promise.race([started.promise, first])
  const results = await Promise.all([first, deploy(fly)])
  return results.flatMap(({ problems }) => problems.map(({ code }) => code))
}

// flyctl makes the machines one after the other, so that each of two first deploys may make some of them.
test('two runs at once: at worst one is to be run again, and then there are four machines, each with its own volume', async () => {
  const all = await Promise.all(
    OFFSETS.flatMap((after) => [
      { after, from: 'nothing' },
      { after, from: 'one' },
    ]).map(async (at) => {
      await using fly = insideFly()
      if (at.from === 'one') await deploy(fly, ONE)
      const codes = await twoAtOnce(fly, fly.requests.length + at.after)
      const next = summary(await deploy(fly))
      return { ...at, codes: codes.filter((code) => code !== 'fly-two-machines'), ...next, ...state(fly) }
    }),
  )
  expect(all.map(({ steps: _, ...rest }) => rest)).toEqual(
    all.map(({ after, from }) => ({ after, from, codes: [], ...GOOD, ...SHARDS(4) })),
  )
  expect(all.filter(({ steps }) => steps.length === 0).length).toBeGreaterThan(all.length / 2)
})
