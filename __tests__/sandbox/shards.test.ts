import { expect } from '@jest/globals'
import { shardOf } from '../../src/verify/shards/hash.ts'
import { GATEWAY_IPV4 } from './addresses.ts'
import { flyctl } from './flyctl.ts'
import type { World } from './harness.ts'
import { copyRepository } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'
import { until } from './until.ts'

const STORE = `http://${GATEWAY_IPV4}:8428`

/** A real VictoriaMetrics, which ends with its world. */
async function startStore(world: World): Promise<void> {
  world.start({
    command: 'victoria-metrics',
    args: [
      ...[`-httpListenAddr=${GATEWAY_IPV4}:8428`, '-storageDataPath=/run/world/store', '-retentionPeriod=1'],
      ...['-search.latencyOffset=1ms', '-loggerLevel=ERROR'],
    ],
  })
  await until('the store answers', async () => {
    const { status } = await world.fetch(`${STORE}/health`).catch(() => ({ status: 0 }))
    return status === 200
  })
}

/** Runs the shipped action with so many shards. */
async function act(world: World, shards: number, inputs: Record<string, string> = {}) {
  await using workspace = await copyRepository({
    monitoringTag: world.ready.monitoringTag,
    set: {
      ...{ 'monitoring.scrape_interval': '2s', 'monitoring.engine': 'agent', 'monitoring.shards': shards },
      remote_write: [
        { name: 'store', url: `${STORE}/api/v1/write`, queue_config: { batch_send_deadline: '1s' } },
      ],
    },
  })
  const given = {
    'fly-api-token': 'fake-org-token',
    'prometheus-password': 'correct horse battery',
    ...inputs,
  }
  return await world.action({ workspace: workspace.path, inputs: given })
}

const machinesOf = async (world: World) =>
  (await world.platform.machines()).filter(({ app }) => app === 'fechatter-monitoring')

const PORTS = { fechatter_server: 9090, notify_server: 9091, analytics_server: 7778, bot_server: 9092 }

/** The shard of each service by the address of the only machine. */
function shardsOf(machines: Awaited<ReturnType<World['platform']['machines']>>): [string, number][] {
  const address = machines.find(({ app }) => app === 'fechatter')?.address ?? ''
  return Object.entries(PORTS).map(([service, port]) => [service, shardOf(`[${address}]:${port}`, 3)])
}

const groupsOf = async (world: World) =>
  (await machinesOf(world)).map(({ processGroup, state }) => `${processGroup} ${state}`).sort()

inWorld({ platform: QUICK }, (test) => {
  test('three shards are deployed, and together scrape every machine once', async (world) => {
    await startStore(world)
    const result = await act(world, 3)
    expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets scraped after this deploy')
    expect(result.summary).toContain('Each of 4 expected targets is a target of exactly one of 3 shards.')
    expect(result.summary).toMatch(/remote-write \| store \| proven \| Holds for each of 3 shards/)
    expect(await groupsOf(world)).toEqual(['app started', 'shard2 started', 'shard3 started'])
    expect(result.code).toBe(0)
  })

  test('a shard that is stopped is the one cause, with the targets that it had', async (world) => {
    const own = shardsOf(await world.platform.machines())
    const lost = (await machinesOf(world)).find(({ processGroup }) => processGroup === 'shard2')
    await flyctl(world, '/tmp', 'machine', 'stop', lost?.id ?? '', '-a', 'fechatter-monitoring')
    const result = await act(world, 3, { mode: 'verify' })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.summary).toContain('# ❌ Shard 2 of 3 is not running')
    for (const [service, shard] of own)
      expect([
        service,
        /not scraped: ([^.]*)\./.exec(result.summary)?.[1]?.includes(`\`${service}\``),
      ]).toEqual([...[service, shard === 2]])
    expect(result.summary.match(/^- 🔴/gm)).toHaveLength(1)
    expect(await groupsOf(world)).toContain('shard2 stopped')
  })

  test('back to one: the first machine stays, the volumes of the others stay and are named', async (world) => {
    const [first] = (await machinesOf(world)).filter(({ processGroup }) => processGroup === 'app')
    const result = await act(world, 1)
    expect(result.summary).toMatch(/^# ✅ Proven/)
    expect(result.summary.match(/volume `?vol_\w+`? \(nrt, 10 GB\) of fechatter-monitoring/g)).toHaveLength(2)
    expect((await machinesOf(world)).map(({ id }) => id)).toEqual([first?.id])
  })
})
