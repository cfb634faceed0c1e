import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { parseConfig } from '../../src/config/load.ts'
import { ruleGroups } from '../../src/desired/alerts/groups.ts'
import { renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { parseYaml } from '../../src/formats/yaml-value.ts'
import { createPool } from '../../src/lib/http.ts'
import { SELF_JOB } from '../../src/model/prometheus.ts'
import { configDiff } from '../../src/verify/server/config-diff.ts'
import { coverageOf } from '../../src/verify/shards/coverage.ts'
import { shardOf } from '../../src/verify/shards/hash.ts'
import { shardNamedIn } from '../../src/verify/shards/reach.ts'
import { unionOf } from '../../src/verify/shards/union.ts'
import { freePort } from '../support/free-port.ts'

const SHARDS = 3
const pool = createPool({})
const metrics = createServer((_, answer) => answer.end('up_since 1\n'))
const started: { id: string; shard: number; stop: () => Promise<void>; url: string; config: string }[] = []
let folder: string
let config: ReturnType<typeof parseConfig>

/** Every address of 127.0.0.0/8 leads to the same server. */
const addresses = (port: number) => Array.from({ length: 60 }, (_, i) => `127.0.7.${i + 1}:${port}`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shards-'))
  await new Promise<void>((resolve) => metrics.listen(0, '0.0.0.0', resolve))
  const { port } = metrics.address() as AddressInfo
  config = parseConfig({
    monitoring: {
      ...{ app: 'mon', engine: 'agent', shards: SHARDS, access: 'public', scrape_interval: '1s' },
      image: 'registry.example/mon:v2.42.0',
    },
    apps: [{ app: 'chat' }],
    services: [
      // An address that two jobs have is in the same shard for both; spelling counts as it is written.
      { name: 'web', discovery: 'static', addresses: [...addresses(port), `LocalHost:${port}`] },
      { name: 'api', discovery: 'static', path: '/api', addresses: addresses(port).slice(0, 30) },
    ],
  })
  const { files } = renderMonitoring(
    config,
    { flyToken: 't', password: undefined, remoteWrite: undefined, receivers: {} },
    { rules: '', own: [] },
  )
  await Promise.all(files.map((file, i) => start(i + 1, file.name, file.content)))
})

afterAll(async () => {
  await Promise.all(started.map(({ stop }) => stop()))
  metrics.closeAllConnections()
  metrics.close()
  await pool.close()
  await rm(folder, { recursive: true, force: true })
})

/** A real agent with the configuration of one shard. */
async function start(shard: number, name: string, content: string): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, content)
  const port = await freePort('127.0.0.1')
  const flags = ['--enable-feature=agent', `--storage.agent.path=${join(folder, `wal${shard}`)}`]
  const child = spawn(
    'prometheus',
    [`--config.file=${path}`, `--web.listen-address=127.0.0.1:${port}`, ...flags],
    { stdio: ['ignore', 'ignore', process.env.VERIFY_LOG ? 'inherit' : 'ignore'] },
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGKILL')
    return exited
  }
  started.push({ id: `m${shard}`, shard, stop, url: `http://127.0.0.1:${port}`, config: content })
}

const client = (url: string) => createPrometheus({ url, pool, timeoutMs: 2_000 })
const union = () => {
  const [first, ...others] = started
    .toSorted((a, b) => a.shard - b.shard)
    .map(({ id, shard, url }) => ({ id, shard, prometheus: client(url) }))
  if (!first) throw new Error('no shard was started')
  return unionOf([first, ...others])
}

/** Asks until so many services' targets are known, and all of them are up. */
async function targetsOf(all: ReturnType<typeof union>, wanted: number) {
  for (;;) {
    const found = await all.prometheus.targets().catch(() => [])
    const own = found.filter(({ labels }) => labels.job !== SELF_JOB)
    if (own.length >= wanted && own.every(({ health }) => health === 'up')) return own
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const evidenceOf = (address: string, service: string, isKnown: boolean) => ({
  ...{ service, app: service, machine: '', region: '', address, certainty: 'proven' as const, why: '' },
  ...(isKnown
    ? { state: 'up' as const }
    : {
        state: 'down' as const,
        reason: {
          ...{
            class: 'not-discovered' as const,
            why: '',
            next: '',
            certainty: 'proven' as const,
            detail: '',
          },
        },
      }),
})

test('real agents with the rendered files: together they have every target, each once, where our hash says', async () => {
  const all = union()
  const expected = config.services.flatMap((service) =>
    service.discovery === 'static' ? service.addresses.map((address) => `${service.name} ${address}`) : [],
  )
  const found = await targetsOf(all, expected.length)
  expect(found.map(({ labels }) => `${labels.job} ${labels.instance}`).sort()).toEqual(expected.sort())
  for (const { id, shard } of started)
    for (const { labels } of all.targets().get(id) ?? [])
      if (labels.job !== SELF_JOB)
        expect([labels.instance, shardOf(labels.instance ?? '', SHARDS)]).toEqual([labels.instance, shard])
  // No shard is empty, or the test would show nothing.
  expect(started.map(({ id }) => (all.targets().get(id)?.length ?? 0) > 1)).toEqual([true, true, true])
})

test('each agent says which shard it is, and runs the file that was rendered for it', async () => {
  for (const { shard, url, config: shipped } of started) {
    const running = await client(url).config()
    expect(shardNamedIn(running)).toBe(`shard ${shard}`)
    expect(configDiff(parseYaml(shipped), parseYaml(running))).toEqual([])
    const other = started.find((one) => one.shard !== shard)?.config ?? ''
    expect(configDiff(parseYaml(other), parseYaml(running)).join()).toContain('relabel_configs')
  }
})

test('an agent that was killed: what it had is missing, and belongs to it', async () => {
  const all = union()
  const before = await targetsOf(all, 91)
  const lost = (all.targets().get('m2') ?? []).filter(({ labels }) => labels.job !== SELF_JOB)
  await started.find(({ id }) => id === 'm2')?.stop()
  const left = new Set(
    (await all.prometheus.targets()).map(({ labels }) => `${labels.job} ${labels.instance}`),
  )
  expect([...all.targets().keys()].sort()).toEqual(['m1', 'm3'])
  const evidence = before.map(({ labels: { job = '', instance = '' } }) =>
    evidenceOf(instance.toLowerCase(), job, left.has(`${job} ${instance}`)),
  )
  const { nowhere, twice } = coverageOf(evidence, all.targets(), config)
  expect(twice).toEqual([])
  expect([...nowhere.keys()]).toEqual([2])
  expect(nowhere.get(2)).toHaveLength(lost.length)
})

test('an alert fires for the shard whose samples end, and for no other one', async () => {
  const [rule] = ruleGroups(config, { remoteWrite: true }).flatMap(({ rules }) =>
    rules.flatMap((one) => ('alert' in one && one.alert === 'ShardAbsent' ? [one] : [])),
  )
  const { alert, expr, for: pending } = rule ?? { alert: '', expr: '', for: '' }
  const rules = { groups: [{ name: 'g', rules: [{ alert, expr, for: pending }] }] }
  const series = (shard: number, values: string) => ({
    ...{ series: `up{job="prometheus",monitor="mon",shard="${shard}"}`, values },
  })
  const at = (minute: number, shards: number[]) => ({
    ...{ eval_time: `${minute}m`, alertname: 'ShardAbsent' },
    exp_alerts: shards.map((shard) => ({
      exp_labels: { job: 'prometheus', monitor: 'mon', shard: String(shard) },
    })),
  })
  const tests = {
    ...{ rule_files: [join(folder, 'rules.yml')], evaluation_interval: '1m' },
    tests: [
      {
        ...{ interval: '1m', alert_rule_test: [at(9, []), at(25, [2])] },
        input_series: [series(1, '1x40'), series(2, '1x10'), series(3, '1x40')],
      },
    ],
  }
  await writeFile(join(folder, 'rules.yml'), stringify(rules))
  await writeFile(join(folder, 'tests.yml'), stringify(tests))
  const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', join(folder, 'tests.yml')], {
    encoding: 'utf8',
  })
  expect({ status, output: stdout + stderr }).toEqual({
    status: 0,
    output: expect.stringContaining('SUCCESS'),
  })
})
