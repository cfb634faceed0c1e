import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { hashSync } from 'bcryptjs'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import type { MachinesByApp } from '../../src/verify/targets/expect.ts'
import { judge } from '../../src/verify/verdict.ts'
import {
  deployment,
  endpoint,
  isUp,
  listening,
  machinesOf,
  metrics,
  startPrometheus,
  until,
  verified,
} from './verify-world.ts'

/** Things that look green in Prometheus, or in what is asked of it, and are not. One world each, side by side. */

const GREEN = metrics('# TYPE a_total counter\na_total 1\n# TYPE b gauge\nb 2\n')
const states = (evidence: Evidence) =>
  evidence.targets.map(({ state, reason }) => (state === 'down' ? reason?.class : state))
const dashboard = (...exprs: string[]) => ({
  uid: 'd',
  title: 'D',
  json: { panels: [{ id: 1, title: 'P', targets: exprs.map((expr) => ({ expr })) }] },
})

test.concurrent('after a restart `up` says 1 for services that are dead', async () => {
  const one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }])
  await using running = await startPrometheus(file)
  await until(() => isUp(running, 'api'))
  await one[Symbol.asyncDispose]()
  await running.restart()
  await until(() => running.prometheus.ready().catch(() => false))
  const { evidence } = await verified(running, { config, machines }, 10)
  expect((await running.prometheus.query('last_over_time(up{job="api"}[5m])')).result.result).toHaveLength(1)
  expect(states(evidence)).toEqual(['refused'])
  expect(evidence.cutShort).toBe('deadline')
  expect(judge(evidence, 'targets').kind).toBe('failed')
}, 60_000)

test.concurrent('a service that died since its last scrape looks up until the next one', async () => {
  const one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }], '5s')
  await using running = await startPrometheus(file)
  await until(() => isUp(running, 'api'))
  await one[Symbol.asyncDispose]()
  expect(await isUp(running, 'api')).toBe(true)
  const { evidence, lines } = await verified(running, { config, machines }, 12)
  expect(states(evidence)).toEqual(['refused'])
  expect(lines.join()).not.toContain('is up')
}, 60_000)

test.concurrent('targets that vanish are not down anywhere', async () => {
  await using one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }])
  await using running = await startPrometheus(file)
  await until(() => isUp(running, 'api'))
  await running.reload({ ...file, scrape_configs: [{ job_name: 'api', static_configs: [] }] })
  await until(async () => (await running.prometheus.targets()).length === 0)
  const { evidence } = await verified(running, { config, machines }, 5)
  expect(states(evidence)).toEqual(['not-discovered'])
  expect(judge(evidence, 'targets').kind).toBe('failed')
}, 60_000)

test.concurrent('a metric that is gone still answers for five minutes, and so does its panel', async () => {
  let text = '# TYPE a_total counter\na_total 1\n# TYPE b gauge\nb 2\n'
  await using one = await endpoint((request, response) => metrics(text)(request, response))
  const {
    config,
    machines,
    prometheus: file,
  } = deployment([{ name: 'api', port: one.port, metrics: { a_total: 'counter', b: 'gauge' } }])
  await using running = await startPrometheus(file)
  await until(() => isUp(running, 'api'))
  // A Prometheus that dies writes no stale markers: nothing tells it that the series ended.
  text = '# TYPE a_total counter\na_total 1\n'
  await running.restart()
  await until(() => isUp(running, 'api'))
  expect((await running.prometheus.query('b')).result.result).toHaveLength(1)
  const dashboards = [dashboard('b', 'sum(b) + sum(a_total)', 'b or a_total', 'a_total', 'rate(a_total[1m])')]
  const { evidence } = await verified(running, { config, machines, dashboards })
  expect(evidence.metrics.map(({ name, state }) => [name, state])).toEqual([
    ['a_total', 'present'],
    ['b', 'missing'],
  ])
  expect(evidence.panels.map(({ state }) => state)).toEqual(['stale', 'stale', 'data', 'data', 'data'])
  expect(judge(evidence, 'metrics')).toMatchObject({
    kind: 'failed',
    failures: [{ decides: true }, { decides: false }, { decides: false }],
  })
}, 60_000)

test.concurrent('panels about Prometheus wait for its first scrapes, also when every service rests', async () => {
  const api = { name: 'api', port: 1, may_stop: true }
  const { config, prometheus: file } = deployment([api], '2s')
  const self = { job_name: 'prometheus', static_configs: [{ targets: ['127.0.0.1:PORT'] }] }
  await using running = await startPrometheus({ ...file, scrape_configs: [self] })
  await until(() => isUp(running, 'prometheus'))
  await running.restart()
  await until(() => running.prometheus.ready().catch(() => false))
  const { evidence } = await verified(running, {
    config,
    machines: machinesOf({ state: 'stopped' }),
    dashboards: [dashboard('up{job="prometheus"}', 'rate(process_cpu_seconds_total[1m])')],
  })
  expect(states(evidence)).toEqual(['resting'])
  expect(evidence.panels.map(({ state }) => state)).toEqual(['data', 'data'])
}, 60_000)

test.concurrent('a panel with old samples only when time runs out was checked too early', async () => {
  const { config, prometheus: file } = deployment([{ name: 'api', port: 1, may_stop: true }])
  const self = { job_name: 'prometheus', static_configs: [{ targets: ['127.0.0.1:PORT'] }] }
  await using running = await startPrometheus({ ...file, scrape_configs: [self] })
  await until(() => isUp(running, 'prometheus'))
  const slow = { ...self, scrape_interval: '1h', static_configs: [{ targets: [new URL(running.url).host] }] }
  await running.reload({ ...file, scrape_configs: [slow] })
  await running.restart()
  await until(() => running.prometheus.ready().catch(() => false))
  const request = {
    config,
    machines: machinesOf({ state: 'stopped' }),
    dashboards: [dashboard('up{job="prometheus"}')],
  }
  const { evidence } = await verified(running, request, 3)
  expect(evidence.cutShort).toBe('deadline')
  expect(evidence.panels).toMatchObject([{ state: 'too-early', certainty: 'not checked' }])
}, 60_000)

test.concurrent('no machine, a stopped machine, and one that may stop', async () => {
  await using one = await endpoint(GREEN)
  const world = (given: object) => deployment([{ name: 'api', port: one.port, ...given }])
  const { config, machines, prometheus: file } = world({})
  await using running = await startPrometheus(file)
  const none = await verified(running, { config, machines: new Map() })
  expect(judge(none.evidence, 'targets')).toMatchObject({
    kind: 'failed',
    failures: [{ code: 'target-no-machines', decides: true }],
  })
  const asleep = await verified(running, { config, machines: machinesOf({ state: 'stopped' }) })
  expect(judge(asleep.evidence, 'targets')).toMatchObject({
    kind: 'failed',
    failures: [{ code: 'target-stopped' }],
  })
  const may = await verified(running, {
    config: world({ may_stop: true }).config,
    machines: machinesOf({ state: 'stopped' }),
  })
  expect(states(may.evidence)).toEqual(['resting'])
  expect(judge(may.evidence, 'targets')).toMatchObject({
    kind: 'failed',
    failures: [{ code: 'target-none' }],
  })
  const up = await verified(running, { config, machines })
  expect(judge(up.evidence, 'panels')).toEqual({ kind: 'proven', failures: [] })
}, 90_000)

test.concurrent('a machine that was listed stopped and has started meanwhile is no failure', async () => {
  await using one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }])
  await using running = await startPrometheus(file)
  let listings = 0
  const refreshMachines = async (): Promise<MachinesByApp> => {
    listings++
    return machines
  }
  const { evidence } = await verified(running, {
    config,
    machines: machinesOf({ state: 'stopped' }),
    refreshMachines,
  })
  expect(listings).toBeGreaterThan(0)
  expect(judge(evidence, 'targets')).toEqual({ kind: 'proven', failures: [] })
}, 90_000)

test.concurrent('a wrong password is no proof, and ends the wait', async () => {
  await using one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }])
  const web = `basic_auth_users: { prometheus: '${hashSync('right', 4)}' }`
  await using running = await startPrometheus(file, {
    args: ['--web.config.file=FOLDER/web.yml'],
    files: { 'web.yml': web },
    credentials: { user: 'prometheus', password: 'wrong' },
  })
  const { evidence } = await verified(running, { config, machines })
  expect(evidence.problems.map(({ code }) => code)).toEqual(['prometheus-unauthorized'])
  expect(evidence.targets.map(({ state }) => state)).toEqual(['unknown'])
  expect(evidence.cutShort).toBeUndefined()
  expect(judge(evidence, 'never').kind).toBe('failed')
}, 60_000)

test.concurrent('with a password: refused without it, scrapes itself with it, runs what was deployed', async () => {
  await using one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }])
  config.monitoring.access = 'password'
  const own = (password: string) => ({
    job_name: 'prometheus',
    // Verification would be over before its turn comes.
    scrape_interval: '6s',
    basic_auth: { username: 'prometheus', password },
    static_configs: [{ targets: ['127.0.0.1:PORT'] }],
  })
  await using running = await startPrometheus(
    { ...file, scrape_configs: [...file.scrape_configs, own('right')] },
    {
      args: ['--web.config.file=FOLDER/web.yml'],
      files: { 'web.yml': `basic_auth_users: { prometheus: '${hashSync('right', 4)}' }` },
      credentials: { user: 'prometheus', password: 'right' },
    },
  )
  const shippedConfig = running.config
  const { evidence } = await verified(running, { config, machines, shippedConfig })
  const checks = Object.fromEntries(evidence.checks.map(({ area, outcome }) => [area, outcome]))
  expect(checks).toMatchObject({
    access: 'holds',
    'self-scrape': 'holds',
    configuration: 'holds',
    reload: 'holds',
    retention: 'holds',
  })
  expect(judge(evidence, 'panels')).toEqual({ kind: 'proven', failures: [] })
  expect(JSON.stringify(evidence)).not.toContain('right')
}, 60_000)

test.concurrent('what runs is not what was deployed: another configuration, a reload that failed, access without a password', async () => {
  await using one = await endpoint(GREEN)
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: one.port }])
  config.monitoring.access = 'password'
  config.monitoring.retention = '30d'
  await using running = await startPrometheus(file)
  await until(() => running.prometheus.ready().catch(() => false))
  await running.reload({ scrape_configs: 'no list' })
  await until(async () => !(await running.prometheus.runtimeInfo()).reloadConfigSuccess)
  const shippedConfig = running.config.replace('monitor: shop-monitoring', 'monitor: somebody-else')
  const { evidence } = await verified(running, { config, machines, shippedConfig })
  const broken = evidence.checks.filter(({ outcome }) => outcome === 'broken').map(({ area }) => area)
  expect(broken.toSorted()).toEqual(['access', 'configuration', 'reload', 'retention'])
  expect(evidence.checks.find(({ area }) => area === 'configuration')?.why).toContain(
    'global.external_labels.monitor',
  )
}, 60_000)

test.concurrent('a cancelled run reports what it knows', async () => {
  await using one = await endpoint(GREEN)
  const {
    config,
    machines,
    prometheus: file,
  } = deployment([
    { name: 'api', port: one.port },
    { name: 'dead', port: 1 },
  ])
  await using running = await startPrometheus(file)
  await until(() => isUp(running, 'api'))
  const cancel = new AbortController()
  const found = verified(running, { config, machines }, 90, cancel.signal)
  await until(async () => (await running.prometheus.targets()).some(({ health }) => health === 'down'))
  cancel.abort()
  const { evidence } = await found
  expect(evidence.cutShort).toBe('cancelled')
  expect(evidence.problems).toEqual([])
  expect(judge(evidence, 'targets').kind).toBe('failed')
}, 60_000)

test.concurrent('an address where something else answers, and one without an answer', async () => {
  await using page = await endpoint((_, response) => response.end('<html>It works</html>'))
  const { config, machines } = deployment([{ name: 'api', port: 1 }])
  await using running = await startPrometheus('{}')
  const at = (url: string) => verified({ ...running, ...running.connect(url) }, { config, machines }, 12)
  const [other, nobody] = await Promise.all([at(`http://[::1]:${page.port}`), at('http://[::1]:1')])
  expect(other.evidence.problems.map(({ code }) => code)).toEqual(['prometheus-not-prometheus'])
  expect(nobody.evidence.problems.map(({ code }) => code)).toEqual(['prometheus-refused'])
  expect(nobody.evidence.cutShort).toBe('deadline')
}, 60_000)

test.concurrent('an address that takes connections and never answers is named, and since when', async () => {
  await using mute = await listening(createServer(), '127.0.0.1')
  const { config, machines } = deployment([{ name: 'api', port: 1 }])
  const pool = createPool()
  const url = `http://127.0.0.1:${mute.port}`
  // As in a run: the questions themselves end when the time is up.
  const prometheus = createPrometheus({ url, pool, signal: AbortSignal.timeout(1_000) })
  const { evidence } = await verified({ url, prometheus, pool }, { config, machines }, 1)
  await pool.close()
  expect(evidence.problems).toMatchObject([
    {
      code: 'prometheus-timeout',
      message: expect.stringContaining(`${url} did not answer between ${evidence.began}`),
    },
  ])
  expect(evidence.cutShort).toBe('deadline')
}, 30_000)
