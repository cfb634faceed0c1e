import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import { keptLog } from '../support/fly-fake.ts'
import { BINARY, type TestFly, testFly } from '../support/fly-platform.ts'
import {
  type ManagedPrometheus,
  machineSeries,
  startManagedPrometheus,
} from '../support/managed-prometheus.ts'
import { scratchFolder } from '../support/scratch.ts'
import { type Endpoint, listening, metrics } from './verify-world.ts'

/* Whole runs: the stand-ins for flyctl and Grafana, and a real VictoriaMetrics as Fly's Prometheus, which scrapes a real server. */
jest.setTimeout(180_000)

const TOKEN = 'fm2_readonly'
let fly: TestFly
let grafana: GrafanaStandin
let managed: ManagedPrometheus
let web: Endpoint
beforeAll(async () => {
  fly = await testFly()
  grafana = await startGrafana()
  managed = await startManagedPrometheus('acme', { readonly: TOKEN, app: 'fm2_deploy' })
  web = await listening(createServer(metrics('jobs 1\nprocess_start_time_seconds 1\n')), '127.0.0.1')
}, 60_000)
afterAll(async () => {
  await Promise.all([fly, managed, web].map((one) => one[Symbol.asyncDispose]()))
  await grafana.close()
})

const CONFIG = () => `monitoring: { engine: fly, organization: acme }
apps: [{ app: web, image: "registry.example/web:v1" }]
services: [{ name: web, app: web, port: ${web.port}, metrics: { jobs: gauge } }]
`
const FLY = (port: number) => `app = "web"
[checks.alive]
type = "tcp"
port = 8080
${port === 0 ? '' : `[[metrics]]\nport = ${port}\npath = "/metrics"\n`}`

async function ran(mode: string, toml: string, { config = CONFIG() } = {}) {
  using folder = scratchFolder()
  using scratch = scratchFolder()
  mkdirSync(join(scratch.path, 'bin'))
  symlinkSync(BINARY, join(scratch.path, 'bin', 'flyctl'))
  writeFileSync(join(folder.path, 'monitoring.yml'), config)
  writeFileSync(join(folder.path, 'fly.toml'), toml)
  const log = keptLog()
  const report = await run({
    env: {
      PATH: `${join(scratch.path, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: folder.path,
      GITHUB_WORKSPACE: folder.path,
      FLY_API_BASE_URL: fly.platform.url,
      FLY_API_TOKEN: 'fake-org-token',
      FLY_METRICS_TOKEN: `FlyV1 ${TOKEN}`,
      GRAFANA_URL: grafana.url,
      GRAFANA_API_KEY: TOKENS.admin,
      INPUT_MODE: mode,
      'INPUT_PROMETHEUS-URL': managed.url,
      'INPUT_FAIL-ON': 'panels',
    },
    log,
    signal: new AbortController().signal,
    scratch: scratch.path,
  })
  return { ...report, calls: fly.platform.calls().map(({ argv }) => argv.join(' ')) }
}

const written = (id: string, at: number) =>
  managed.write(machineSeries(`app="web",region="nrt",host="a1b2",instance="${id}"`, at), at)

/** Fly scrapes a machine as soon as there is one, and has its own series of it. */
function scraping(): AsyncDisposable {
  let isOver = false
  const watch = (async () => {
    let known = ''
    while (!isOver) {
      const ids = fly.platform.machines().map(({ id }) => id)
      if (ids.join() !== known) {
        await managed.scrape(ids.map((id) => ({ id, app: 'web', address: `127.0.0.1:${web.port}` })))
        for (let ms = 120_000; ms > 0; ms -= 15_000) for (const id of ids) await written(id, Date.now() - ms)
      }
      for (const id of ids) await written(id, Date.now())
      known = ids.join()
      await delay(500)
    }
  })()
  return {
    async [Symbol.asyncDispose]() {
      isOver = true
      await watch
    },
  }
}

test('without a section a plan has a patch, and a deploy changes nothing', async () => {
  const plan = await ran('plan', FLY(0))
  const missing = plan.problems.find(({ code }) => code === 'fly/metrics-section')
  expect(missing).toMatchObject({ severity: 'error', patch: expect.stringContaining('+[[metrics]]') })
  const deploy = await ran('deploy', FLY(0))
  expect(deploy.problems.map(({ code }) => code)).toContain('fly/metrics-section')
  expect(deploy.calls.filter((call) => /create|deploy|import/.test(call))).toEqual([])
})

test('a deploy deploys the apps and proves them; nothing else is made at Fly', async () => {
  await using _ = scraping()
  const planned = await ran('plan', FLY(web.port))
  expect(planned.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(
    planned.planned?.changes.filter(({ platform }) => platform === 'Fly').map(({ subject }) => subject),
  ).toEqual(expect.not.arrayContaining(['fly-metrics-acme']))
  const { verdict, problems, evidence, calls, changes } = await ran('deploy', FLY(web.port))
  expect(problems).toEqual([])
  expect(evidence?.targets).toMatchObject([{ service: 'web', state: 'up', certainty: 'proven' }])
  expect(verdict).toMatchObject({ kind: 'proven', failures: [] })
  expect(changes.filter(({ result }) => result === 'failed')).toEqual([])
  expect(calls.filter((call) => /^apps create/.test(call))).toEqual([
    expect.stringMatching(/^apps create web /),
  ])
  expect(calls.filter((call) => /volumes|secrets|fly-metrics/.test(call))).toEqual([])
  const source = grafana.state.dataSources.find(({ uid }) => uid === 'fly-metrics-acme')
  expect(source).toMatchObject({
    ...{ type: 'prometheus', url: managed.url, basicAuth: false },
    jsonData: { httpMethod: 'POST', timeInterval: '15s', httpHeaderName1: 'Authorization' },
    secrets: { httpHeaderValue1: `FlyV1 ${TOKEN}` },
  })
  const again = await ran('deploy', FLY(web.port))
  expect(again.changes.filter(({ what }) => /data source/.test(what))).toMatchObject([
    { result: 'unchanged' },
  ])
})

test('what a machine tells Fly is what counts, whatever the files say by now', async () => {
  await using _ = scraping()
  const proven = await ran('verify', FLY(web.port))
  expect(proven.verdict.kind).toBe('proven')
  const moved = await ran('verify', FLY(9999), { config: CONFIG().replace(`${web.port}`, '9999') })
  expect(moved.evidence?.targets).toMatchObject([
    {
      ...{ state: 'down', certainty: 'proven', reason: { class: 'no-metrics-section' } },
      why: expect.stringContaining(`port ${web.port} instead of 9999`),
    },
  ])
  expect(moved.verdict.kind).toBe('failed')
})
