import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { parseConfig } from '../../src/config/load.ts'
import { renderPrometheus } from '../../src/desired/prometheus.ts'
import { shardNumbered } from '../../src/desired/scrape-job.ts'
import type { Prometheus } from '../../src/model/prometheus.ts'
import { prometheusVersionOf } from '../../src/model/prometheus-version.ts'
import { shardGroup } from '../../src/model/shards.ts'
import { remoteWriteTargets } from '../../src/run/remote-write.ts'
import type { Session } from '../../src/run/session.ts'
import { openStore } from '../../src/run/store.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import { type ShardMachine, verifyShards } from '../../src/verify/shards/verify.ts'
import { judge } from '../../src/verify/verdict.ts'
import { startVictoriaMetrics } from '../support/victoria-metrics.ts'
import { machinesOf, metrics, type RunningPrometheus, startPrometheus } from './verify-world.ts'

const SHARDS = 3

/** Verifies the shards; those of `gone` are stopped at Fly. */
async function verified(
  config: ReturnType<typeof parseConfig>,
  running: readonly RunningPrometheus[],
  gone: readonly number[] = [],
) {
  const pool = running[0]?.pool as never
  const session = {
    ...{ inputs: { remoteWrite: undefined }, project: { config }, scrapes: new Map<string, string>(), pool },
  }
  const machines = running.map(
    (one, i): ShardMachine => ({
      ...{ id: `m${i + 1}`, region: 'nrt', volumes: [`vol_${i + 1}`], group: shardGroup(i + 1) },
      state: gone.includes(i + 1) ? 'stopped' : 'started',
      prometheus: createPrometheus({ url: one.url, pool: one.pool, kind: 'agent' }),
    }),
  )
  const lines: string[] = []
  const log = {
    info: (text: string) => void lines.push(text),
    debug: () => {},
    problem: () => {},
    block: () => {},
  }
  const evidence = await verifyShards(
    {
      ...{ config, machines: machinesOf({}), deadline: new Date(Date.now() + 100_000) },
      ...{ prometheusUrl: running[0]?.url ?? '', isNobodyNotified: false },
      remoteWrite: remoteWriteTargets(session as unknown as Session),
    },
    { prometheus: machines[0]?.prometheus as Prometheus, pool, log },
    {
      ...{ app: 'mon', regions: ['nrt', 'nrt', 'nrt'], volume: 'prometheus_data', machines },
      shippedConfig: (shard) => running[shard - 1]?.config,
      async view(agent) {
        const store = await openStore(agent, session)
        if (!store) throw new Error('There is no store.')
        return { prometheus: store.view, store: { ...store.view, name: store.name } }
      },
      readVolumes: async () =>
        machines.map(({ volumes, id }) => ({
          ...{ id: volumes[0] ?? '', name: 'prometheus_data', region: 'nrt', state: 'created', sizeGb: 10 },
          ...{ createdAt: '2026-11-01T00:00:00Z', machine: id },
        })),
    },
  )
  return { evidence, verdict: judge(evidence, 'panels') }
}

const outcomes = ({ checks }: Evidence) =>
  Object.fromEntries(checks.map(({ subject, outcome }) => [subject, outcome]))

test('shards are proven together, and one that is stopped is one cause, with the targets that it had', async () => {
  await using store = await startVictoriaMetrics('127.0.0.1', ['-search.latencyOffset=1ms'])
  const server = createServer(metrics('# TYPE queue gauge\nqueue 2\n'))
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  const config = parseConfig({
    monitoring: { app: 'mon', engine: 'agent', shards: SHARDS, access: 'public', scrape_interval: '1s' },
    apps: [{ app: 'shop' }],
    services: [
      {
        ...{ name: 'web', discovery: 'static', metrics: { queue: 'gauge' } },
        // Every address of 127.0.0.0/8 leads to the same server.
        addresses: Array.from({ length: 30 }, (_, i) => `127.0.8.${i + 1}:${port}`),
      },
    ],
    remote_write: [
      { name: 'store', url: `${store.url}/api/v1/write`, queue_config: { batch_send_deadline: '1s' } },
    ],
  })
  const version = prometheusVersionOf('registry.fly.io/mon:v2.42.0')
  const starting = [1, 2, 3].map((shard) => {
    const text = renderPrometheus(config, {
      version,
      ruleFiles: [],
      remoteWrite: undefined,
      shard: shardNumbered(shard),
    })
    return startPrometheus(text.replace('localhost:9090', '127.0.0.1:PORT'), { isAgent: true })
  })
  await using stack = new AsyncDisposableStack()
  const running = (await Promise.all(starting)).map((one) => stack.use(one))
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  const good = await verified(config, running)
  expect(good.verdict).toEqual({ kind: 'proven', failures: [] })
  expect(outcomes(good.evidence)).toMatchObject({
    ...{ 'shard 1 of 3': 'holds', 'shard 2 of 3': 'holds', 'shard 3 of 3': 'holds' },
    ...{ 'machines and volumes': 'holds', 'targets of all shards': 'holds' },
    // Of each shard, and the same for all of them.
    ...{ 'prometheus.yml': 'holds', store: 'holds' },
  })

  const had = (await running[1]?.prometheus.targets())?.filter(({ labels }) => labels.job === 'web') ?? []
  await running[1]?.kill()
  const lost = await verified(config, running, [2])
  expect(lost.verdict.kind).toBe('failed')
  const roots = lost.verdict.failures.filter(({ because }) => because === undefined)
  expect(roots.map(({ code, subject }) => [code, subject])).toEqual([['shards-broken', 'shard 2 of 3']])
  expect(roots[0]?.why).toContain(`Its ${had.length} targets are not scraped: web at 127.0.8.`)
  expect(
    lost.evidence.targets
      .filter(({ shard }) => shard === 2)
      .map(({ address }) => address)
      .sort(),
  ).toEqual(had.map(({ labels }) => labels.instance).sort())
}, 120_000)
