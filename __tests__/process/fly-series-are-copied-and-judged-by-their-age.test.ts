import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { flyDashboard } from '../../src/desired/dashboards/fly.ts'
import { renderPrometheus } from '../../src/desired/prometheus.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { prometheusVersionOf } from '../../src/model/prometheus-version.ts'
import type { CheckEvidence } from '../../src/verify/evidence.ts'
import { watchFlyMetrics } from '../../src/verify/fly-metrics/watch.ts'
import { until } from '../sandbox/until.ts'
import { type ManagedPrometheus, startManagedPrometheus } from '../support/managed-prometheus.ts'
import { machine } from '../verify/fixtures.ts'
import {
  deployment,
  endpoint,
  metrics,
  type RunningPrometheus,
  startPrometheus,
  verified,
} from './verify-world.ts'

/*
 * The job that a deploy renders, in a real Prometheus (Debian's), against a real VictoriaMetrics behind a front that answers
 * as Fly does. Only the address, the scheme and the interval differ from what is deployed.
 */
jest.setTimeout(120_000)

const TOKENS = { readonly: 'fm2_readonly', app: 'fm2_deploy' }
const config = parseConfig({
  monitoring: { app: 'shop-monitoring', organization: 'acme', fly_metrics: true },
  apps: [{ app: 'shop' }, { app: 'quiet' }],
  services: [{ name: 'web', app: 'shop', port: 9090 }],
})
const running = (...apps: string[]) =>
  new Map(apps.map((app) => [app, [machine({ app, state: app === 'quiet' ? 'stopped' : 'started' })]]))

interface Job {
  job_name: string
  scheme: string
  scrape_interval: string
  metrics_path: string
  authorization: { credentials_file: string }
  static_configs: { targets: string[] }[]
}

/** The job as it is rendered, for the stand-in of Fly. */
function renderedJob(organization = 'acme', of = fly): Job {
  const monitoring = { ...config.monitoring, organization }
  const options = { version: prometheusVersionOf('prom:v2.42.0'), ruleFiles: [], remoteWrite: undefined }
  const rendered = parse(renderPrometheus({ ...config, monitoring }, options)) as { scrape_configs: Job[] }
  const job = rendered.scrape_configs.find(({ job_name }) => job_name === 'fly')
  if (!job) throw new Error('There is no job.')
  Object.assign(job, { scheme: 'http', scrape_interval: '1s', scrape_timeout: '1s' })
  job.authorization.credentials_file = 'FOLDER/token'
  if (job.static_configs[0]) job.static_configs[0].targets = [`127.0.0.4:${of.port}`]
  return job
}

/** A Prometheus with this job alone, and a token. */
const prometheusWith = (token: string, organization = 'acme'): Promise<RunningPrometheus> =>
  startPrometheus({ scrape_configs: [renderedJob(organization)] }, { files: { token } })

const at = (name: string, more = '', app = 'shop', id = 'm1') =>
  `${name}{app="${app}",region="nrt",host="a1b2",instance="${id}"${more && `,${more}`}}`

let writes = 0
/** What Fly has of two apps; `theirs` is another one of the organization. */
const world = (isIdle: boolean) => {
  const n = ++writes
  return {
    [at('fly_instance_up', '', 'shop-monitoring', 'p1')]: 1,
    [at('fly_instance_up', '', 'theirs', 't1')]: 1,
    [at('fly_instance_up')]: 1,
    [at('fly_instance_memory_mem_total')]: 512e6,
    [at('fly_instance_memory_mem_available')]: 200e6,
    [at('fly_instance_memory_mem_free')]: 1e6,
    [at('fly_instance_cpu_balance')]: 5000,
    [at('fly_instance_cpu_throttle')]: 30 * n,
    [at('fly_instance_filesystem_blocks', 'mount="/data"')]: 1000,
    [at('fly_instance_filesystem_blocks_avail', 'mount="/data"')]: 600,
    ...(isIdle ? {} : ofProxy(n)),
  }
}
const ofProxy = (n: number) => ({
  'fly_edge_http_responses_count{app="shop",region="nrt",host="e1",status="200"}': 100 * n,
  [at('fly_app_http_response_time_seconds_bucket', 'status="200",le="0.1"')]: 90 * n,
  [at('fly_app_http_response_time_seconds_bucket', 'status="200",le="+Inf"')]: 100 * n,
})

/** Writes this world until the end of the scope. */
async function startFly(isIdle = false): Promise<ManagedPrometheus> {
  const started = await startManagedPrometheus('acme', TOKENS)
  let isOver = false
  const writer = (async () => {
    while (!isOver) {
      await started.write(world(isIdle))
      await delay(500)
    }
  })()
  const stop = started[Symbol.asyncDispose]
  return Object.assign(started, {
    async [Symbol.asyncDispose]() {
      isOver = true
      await writer
      await stop()
    },
  })
}

let fly: ManagedPrometheus
beforeAll(async () => {
  fly = await startFly()
}, 60_000)
afterAll(async () => {
  await fly[Symbol.asyncDispose]()
})

async function judged(
  { prometheus }: RunningPrometheus,
  apps = ['shop-monitoring', 'shop', 'quiet'],
): Promise<CheckEvidence | undefined> {
  for (let i = 0; i < 100 && !(await prometheus.ready().catch(() => false)); i++) await delay(100)
  const limits = { deadline: new Date(Date.now() + 60_000) }
  const request = { config, machines: running(...apps) }
  const [claim] = await watchFlyMetrics(request, await prometheus.now(), { prometheus, limits })
  return claim
}

const query = async ({ prometheus }: RunningPrometheus, promql: string) => {
  const { result } = await prometheus.query(promql)
  return result.resultType === 'vector' ? result.result.map(({ metric, value }) => ({ metric, value })) : []
}

test('the series arrive with the labels of Fly, only those of the apps and those that are read', async () => {
  await using prometheus = await prometheusWith(TOKENS.readonly)
  expect(await judged(prometheus)).toEqual({
    ...{ area: 'fly-metrics', subject: 'acme', outcome: 'holds', certainty: 'proven' },
    why: expect.stringMatching(/^The newest sample that Fly has of every app is at most \d s old\.$/),
  })
  const up = await query(prometheus, 'fly_instance_up')
  expect(up.map(({ metric }) => metric.app).toSorted()).toEqual(['shop', 'shop-monitoring'])
  expect(up.find(({ metric }) => metric.app === 'shop')?.metric).toMatchObject({
    ...{ region: 'nrt', host: 'a1b2', instance: 'm1', job: 'fly', service: 'fly' },
  })
  expect(await query(prometheus, 'fly_instance_memory_mem_free')).toEqual([])
  // Its own state is that of the monitoring app.
  expect((await query(prometheus, 'up{job="fly"}'))[0]?.metric).toMatchObject({ app: 'shop-monitoring' })

  const { panels } = flyDashboard(config) as unknown as {
    panels: { title: string; targets: { expr: string }[] }[]
  }
  const isEmpty = async (expr: string) => {
    const rows = await query(prometheus, expandGrafana(expr, { __rate_interval: '20s' }).query)
    return !rows.some(({ value }) => Number.isFinite(Number(value?.[1])))
  }
  // No rule is evaluated here, and nothing scrapes this Prometheus.
  const filled = panels.filter(({ title }) => title !== 'Firing alerts')
  // Rates need a second sample.
  for (const { title, targets } of filled)
    for (const { expr } of targets) await until(`data in ${title}`, async () => !(await isEmpty(expr)))
})

test('an app of which Fly has nothing is not proven, and the organization is named', async () => {
  await using prometheus = await prometheusWith(TOKENS.readonly)
  expect(await judged(prometheus, ['shop-monitoring', 'shop', 'elsewhere'])).toMatchObject({
    outcome: 'not-checked',
    why: expect.stringContaining('no sample of elsewhere'),
    next: expect.stringContaining('`acme`'),
  })
})

test('401 is the organization or the token, 403 a token of another kind', async () => {
  await using wrongOrganization = await prometheusWith(TOKENS.readonly, 'other')
  await using appToken = await prometheusWith(TOKENS.app)
  const [organization, app] = await Promise.all([judged(wrongOrganization), judged(appToken)])
  expect(organization).toMatchObject({
    ...{ outcome: 'broken', certainty: 'proven' },
    why: expect.stringMatching(/401 Unauthorized.* finds no organization `acme`/),
    next: expect.stringContaining('flyctl orgs list'),
  })
  expect(app).toMatchObject({
    outcome: 'broken',
    why: expect.stringMatching(/403 Forbidden.*deploy token/),
    next: expect.stringContaining('flyctl tokens create readonly'),
  })
})

test('how far Fly is behind is said, and is not that a target is down', async () => {
  fly.behindMs = 4 * 60_000
  await using late = await prometheusWith(TOKENS.readonly)
  const warned = await judged(late)
  fly.behindMs = 17 * 60_000
  await using tooLate = await prometheusWith(TOKENS.readonly)
  const unproven = await judged(tooLate)
  fly.behindMs = 0
  expect(warned).toMatchObject({ outcome: 'warning', why: expect.stringContaining('at most 4 min old') })
  expect(unproven).toMatchObject({
    ...{ outcome: 'not-checked', certainty: 'not checked' },
    why: expect.stringMatching(/^Fly's Prometheus is 17 min behind/),
  })
})

test('a target that is up while its samples are dropped as out of order is found', async () => {
  await using prometheus = await prometheusWith(TOKENS.readonly)
  expect(await judged(prometheus)).toMatchObject({ outcome: 'holds' })
  fly.behindMs = 10 * 60_000
  await delay(2_000)
  const claim = await judged(prometheus)
  const [target] = await prometheus.prometheus.targets()
  fly.behindMs = 0
  expect({ health: target?.health, lastError: target?.lastError }).toEqual({ health: 'up', lastError: '' })
  expect(claim).toMatchObject({
    outcome: 'broken',
    why: expect.stringMatching(/drops its samples.*rejected as out of order/),
  })
  // As soon as Fly has caught up, everything is well again.
  expect(await judged(prometheus)).toMatchObject({ outcome: 'holds' })
})

test('a whole verification: the panels have data, or wait for the events that they are about', async () => {
  await using web = await endpoint(metrics('jobs 1\n'))
  const { config: plain, prometheus: file, machines } = deployment([{ name: 'web', port: web.port }])
  const withFly = { ...plain, monitoring: { ...plain.monitoring, organization: 'acme', fly_metrics: true } }
  await using prometheus = await startPrometheus(
    { ...file, scrape_configs: [...file.scrape_configs, renderedJob()] },
    { files: { token: TOKENS.readonly } },
  )
  const dashboard = { uid: 'fly', title: 'Fly machines', json: flyDashboard(withFly) }
  const { evidence } = await verified(prometheus, { config: withFly, machines, dashboards: [dashboard] })
  const waiting = evidence.panels.filter(({ state }) => state !== 'data')
  expect(waiting.map(({ panel, state }) => `${panel.title}: ${state}`)).toEqual(['Firing alerts: waiting'])
  expect(evidence.checks.filter(({ area }) => area === 'fly-metrics')).toMatchObject([{ outcome: 'holds' }])
  expect(evidence.unexpected).toEqual([])

  // An app that has neither requests through the proxy nor an exit, and a Fly that is minutes behind.
  await using idleFly = await startFly(true)
  idleFly.behindMs = 3 * 60_000
  await using idle = await startPrometheus(
    { ...file, scrape_configs: [...file.scrape_configs, renderedJob('acme', idleFly)] },
    { files: { token: TOKENS.readonly } },
  )
  const later = (await verified(idle, { config: withFly, machines, dashboards: [dashboard] })).evidence
  expect(later.panels.map(({ panel, state }) => `${panel.title}: ${state}`)).toEqual([
    ...['Machines up: data', 'Edge errors 5m: waiting', 'Firing alerts: waiting'],
    ...['Memory used: data', 'Exits: data', 'Exits: data', 'Volumes used: data', 'CPU balance: data'],
    ...['Throttled: data', "Age of Fly's series: data", 'Errors at the edge: waiting'],
    ...['Requests at the edge: waiting', 'Response time at the proxy (P95): waiting'],
  ])
})
