import { expect, test } from '@jest/globals'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { platformError } from '../../src/lib/errors.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'

// Hashing a password takes a while.
const ONE = monitoringApp()
const TWO = monitoringApp({ replicas: 2, regions: ['nrt', 'hkg'] })
const SAME_REGION = monitoringApp({ replicas: 2 })
const CHANGED = monitoringApp({ replicas: 2, regions: ['nrt', 'hkg'], scrape_interval: '20s' })
const MOVED = monitoringApp({ replicas: 2, regions: ['nrt', 'fra'] })

const deploy = (fly: InsideFly, desired = TWO, more: object = {}) =>
  deployMonitoring({ desired, templates: TEMPLATES }, { ...fly.context(), ...more })

const summary = ({ outcomes, problems, warnings }: FlyAppResult) => ({
  steps: outcomes.map(({ change, kind }) =>
    kind === 'done' ? change.action.kind : `${change.action.kind} ${kind}`,
  ),
  problems: problems.map((p) => p.code),
  warnings: warnings.map((p) => p.code),
})

const GOOD = { problems: [], warnings: [] }

/** The machines as `region volume-region digest-equal`, each with a volume of its own. */
function state(fly: InsideFly) {
  const app = fly.platform.state.apps.get('mon')
  const machines = app?.machines ?? []
  const volumes = app?.volumes ?? []
  return {
    machines: machines.map(({ region, state }) => `${region} ${state}`).sort(),
    volumes: volumes.map(({ region, attachedTo }) => `${region}${attachedTo ? '' : ' free'}`).sort(),
    own: new Set(machines.map(({ config }) => config.mounts?.[0]?.volume)).size === machines.length,
    digests: new Set(machines.map(({ config }) => config.env.DEPLOY_MONITORING_DIGEST)).size,
  }
}

const PAIR = { machines: ['hkg started', 'nrt started'], volumes: ['hkg', 'nrt'], own: true, digests: 1 }

test('two replicas from nothing: two volumes, one machine deployed, the other one added; then nothing to do', async () => {
  await using fly = insideFly()
  expect(summary(await deploy(fly))).toEqual({
    ...GOOD,
    steps: [
      'create-app',
      'create-volume',
      'create-volume',
      'stage-secrets',
      'deploy',
      'add-machine',
      'ensure-addresses',
    ],
  })
  expect(state(fly)).toEqual(PAIR)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: [] })
})

test('two replicas in one region', async () => {
  await using fly = insideFly()
  expect(summary(await deploy(fly, SAME_REGION)).problems).toEqual([])
  expect(state(fly)).toEqual({ ...PAIR, machines: ['nrt started', 'nrt started'], volumes: ['nrt', 'nrt'] })
  expect(summary(await deploy(fly, SAME_REGION))).toEqual({ ...GOOD, steps: [] })
})

test('a new configuration is deployed to one machine after the other, each handed over first', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const seen: string[] = []
  const handOver = async (machine: string, others: readonly string[]) => {
    const app = fly.platform.state.apps.get('mon')
    const regionOf = (id: string) => app?.machines.find((one) => one.id === id)?.region
    seen.push(`${regionOf(machine)} to ${others.map(regionOf)}, ${state(fly).digests}`)
    return undefined
  }
  expect(summary(await deploy(fly, CHANGED, { handOver }))).toEqual({ ...GOOD, steps: ['deploy', 'deploy'] })
  // The second one is begun when the first one has the new version.
  expect(seen).toEqual(['nrt to hkg, 1', 'hkg to nrt, 2'])
  expect(state(fly)).toEqual(PAIR)
})

test('a machine that must not be stopped keeps its version, and the next run continues with it', async () => {
  await using fly = insideFly()
  await deploy(fly)
  let calls = 0
  const handOver = async () => {
    if (++calls === 2) throw platformError('fly-replica-not-scraping', 'No.', 'Wait.')
    return undefined
  }
  expect(summary(await deploy(fly, CHANGED, { handOver }))).toEqual({
    ...{ steps: ['deploy', 'deploy failed'], problems: ['fly-replica-not-scraping'], warnings: [] },
  })
  expect(state(fly)).toEqual({ ...PAIR, digests: 2 })
  expect(summary(await deploy(fly, CHANGED))).toEqual({ ...GOOD, steps: ['deploy'] })
  expect(state(fly)).toEqual(PAIR)
})

test('from one to two and back: every volume stays, the one that is left is named, and is used again', async () => {
  await using fly = insideFly()
  await deploy(fly, ONE)
  const first = fly.platform.state.apps.get('mon')?.volumes[0]?.id
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: ['create-volume', 'deploy', 'add-machine'] })
  expect(state(fly)).toEqual(PAIR)
  const second = fly.platform.state.apps.get('mon')?.volumes.find(({ id }) => id !== first)?.id
  const order: string[] = []
  const back = await deploy(fly, ONE, {
    handOver: async (_: string, others: readonly string[]) => void order.push(`${others.length}`),
  })
  expect(summary(back)).toEqual({
    ...GOOD,
    warnings: ['fly-volume-left'],
    steps: ['deploy', 'remove-machine'],
  })
  expect(back.warnings[0]?.message).toContain(second)
  expect(order).toEqual(['1', '1'])
  const alone = { machines: ['nrt started'], volumes: ['hkg free', 'nrt'], own: true, digests: 1 }
  expect(state(fly)).toEqual(alone)
  const again = await deploy(fly, ONE)
  expect(summary(again)).toEqual({ ...GOOD, warnings: ['fly-volume-left'], steps: [] })
  expect(fly.platform.state.apps.get('mon')?.machines[0]?.config.mounts?.[0]?.volume).toBe(first)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: ['deploy', 'add-machine'] })
  expect(state(fly)).toEqual(PAIR)
  const used = fly.platform.state.apps.get('mon')?.volumes.map(({ id }) => id)
  expect(used).toEqual([first, second])
})

test('another region for a replica: the new one is there before the old one goes', async () => {
  await using fly = insideFly()
  await deploy(fly)
  expect(summary(await deploy(fly, MOVED))).toEqual({
    ...{ problems: [], warnings: ['fly-volume-left'] },
    steps: ['create-volume', 'deploy', 'add-machine', 'remove-machine'],
  })
  expect(state(fly)).toEqual({
    ...PAIR,
    machines: ['fra started', 'nrt started'],
    volumes: ['fra', 'hkg free', 'nrt'],
  })
  expect(summary(await deploy(fly, MOVED))).toEqual({ ...GOOD, warnings: ['fly-volume-left'], steps: [] })
})

test('a replica that was stopped is started, one that was destroyed comes back on its volume', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const machines = () => fly.platform.state.apps.get('mon')?.machines ?? []
  const hkg = machines().find(({ region }) => region === 'hkg')
  if (!hkg) throw new Error('no machine in hkg')
  await fly.platform.host.stop(hkg)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: ['start-machines'] })
  const app = fly.platform.state.apps.get('mon')
  if (app) await fly.platform.host.destroy(app, hkg)
  expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: ['add-machine'] })
  expect(state(fly)).toEqual(PAIR)
})

test('a repeated request makes neither a third volume nor a third machine', async () => {
  await using fly = insideFly()
  const left = new Set(['/volumes', '/machines'])
  fly.onRequest = ({ method, path = '' }) => {
    const what = [...left].find((end) => method === 'POST' && path.endsWith(end))
    // The second machine is the copy.
    const isDue = what === '/volumes' || (what && fly.platform.state.apps.get('mon')?.machines.length === 1)
    if (!what || !isDue) return undefined
    left.delete(what)
    return { kind: 'api', method: 'POST', path: what, status: 503, late: true }
  }
  expect(summary(await deploy(fly)).problems).toEqual([])
  expect(state(fly)).toEqual(PAIR)
})

/** The requests of the first deploy after which the second one starts. */
const OFFSETS = [0, 2, 4, 6, 8, 10, 14, 18, 22, 26, 30, 34, 38, 42, 46]

async function twoAtOnce(fly: InsideFly, after: number) {
  const started = Promise.withResolvers<void>()
  fly.onRequest = (_, n) => {
    if (n >= after) started.resolve()
    return undefined
  }
  const first = deploy(fly)
  await Promise.race([started.promise, first])
  const results = await Promise.all([first, deploy(fly)])
  return results.flatMap(({ problems }) => problems.map(({ code, message }) => `${code}: ${message}`))
}

test('two runs at once end with two machines, each with its own volume, from nothing and from one machine', async () => {
  const all = await Promise.all(
    OFFSETS.flatMap((after) => [
      { after, from: 'nothing' },
      { after, from: 'one' },
    ]).map(async (at) => {
      await using fly = insideFly()
      if (at.from === 'one') await deploy(fly, ONE)
      const base = fly.requests.length
      const problems = await twoAtOnce(fly, base + at.after)
      return { ...at, problems, ...state(fly), next: summary(await deploy(fly)) }
    }),
  )
  expect(all).toEqual(
    all.map(({ after, from }) => ({ after, from, problems: [], ...PAIR, next: { ...GOOD, steps: [] } })),
  )
})

test.each([
  ['a lost connection after the work', { drop: true, late: true }],
  ['429', { status: 429 }],
])('%s at any request while the second replica is added: neither is made twice', async (_, fault) => {
  for (let n = 0; ; n += 2) {
    await using fly = insideFly({ smokeSeconds: 2 })
    await deploy(fly, ONE)
    const at = fly.requests.length + n
    fly.onRequest = (_, i) => (i === at ? { kind: 'api', ...fault } : undefined)
    const { problems } = summary(await deploy(fly))
    if (fly.requests.length <= at) break
    expect({ n, problems, ...state(fly) }).toEqual({ n, problems: [], ...PAIR })
    expect(summary(await deploy(fly))).toEqual({ ...GOOD, steps: [] })
  }
})
