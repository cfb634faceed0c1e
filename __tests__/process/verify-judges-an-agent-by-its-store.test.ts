import { writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { alertsOf, ruleGroups } from '../../src/desired/alerts/groups.ts'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { renderPrometheus } from '../../src/desired/prometheus.ts'
import { prometheusVersionOf } from '../../src/model/prometheus-version.ts'
import { remoteWriteTargets } from '../../src/run/remote-write.ts'
import type { Session } from '../../src/run/session.ts'
import { openStore } from '../../src/run/store.ts'
import { judge } from '../../src/verify/verdict.ts'
import { scratchFolder } from '../support/scratch.ts'
import { startVictoriaMetrics } from '../support/victoria-metrics.ts'
import { endpoint, machinesOf, metrics, startPrometheus, verified } from './verify-world.ts'

const VERSION = prometheusVersionOf('registry.fly.io/mon:v2.42.0')
const PAGE = '# TYPE jobs_total counter\njobs_total 7\n# TYPE queue gauge\nqueue 2\n'
const QUEUE_PANEL = {
  ...{ uid: 'd', title: 'd' },
  json: {
    panels: [{ id: 1, title: 'q', type: 'timeseries', targets: [{ refId: 'A', expr: 'sum(queue)' }] }],
  },
}

interface Given {
  /** The page of the service. */
  page?: string | (() => string)
  /** Where samples go. */
  url: string
  app?: string
  more?: Record<string, unknown>
  promised?: Record<string, unknown>
}

function configOf({ url, app = 'shop-monitoring', more, promised }: Given, port: number) {
  return parseConfig({
    monitoring: { app, engine: 'agent', scrape_interval: '1s', access: 'public' },
    apps: [{ app: 'shop' }],
    services: [
      {
        ...{ name: 'web', discovery: 'static', addresses: [`[::1]:${port}`] },
        metrics: promised ?? { jobs_total: 'counter', queue: 'gauge' },
      },
    ],
    remote_write: [{ name: 'vm', url }],
    ...more,
  })
}

/** An agent that scrapes one service, and sends its samples to a store. */
async function startAgent(given: Given) {
  await using stack = new AsyncDisposableStack()
  const web = stack.use(await endpoint(metrics(given.page ?? PAGE)))
  const config = configOf(given, web.port)
  const text = renderPrometheus(config, { version: VERSION, ruleFiles: [], remoteWrite: undefined })
  const running = stack.use(
    await startPrometheus(text.replace('localhost:9090', '127.0.0.1:PORT'), { isAgent: true }),
  )
  const opened = stack.move()
  return { config, running, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

/** Verifies an agent by its store, with the dashboards that it gets or with another one. */
async function agentVerified(given: Given, dashboard?: typeof QUEUE_PANEL) {
  await using agent = await startAgent(given)
  const { config, running } = agent
  const session = {
    ...{ inputs: { remoteWrite: undefined }, project: { config }, scrapes: new Map<string, string>() },
    pool: running.pool,
  }
  const store = await openStore(running.prometheus, session)
  if (!store) throw new Error('There is no store.')
  const shipped = shippedDashboards(config).map(({ uid, text }) => ({
    ...{ uid, title: uid, json: JSON.parse(text) },
  }))
  const { evidence } = await verified(
    { ...running, prometheus: store.view },
    {
      ...{ config, machines: machinesOf({}), shippedConfig: running.config },
      remoteWrite: remoteWriteTargets(session as unknown as Session),
      store: { ...store.view, name: store.name },
      dashboards: dashboard ? [dashboard] : shipped,
      grafanaAlerts: alertsOf(ruleGroups(config, { remoteWrite: true })).map(({ alert, expr }) => ({
        ...{ group: 'g', name: alert, expr },
      })),
    },
    110,
  )
  return {
    evidence,
    checks: new Map(evidence.checks.map((check) => [check.area, check])),
    verdict: judge(evidence, 'targets'),
  }
}

const seconds = () => Math.floor(Date.now() / 100) % 1_000_000
const REQUESTS = () => `# TYPE http_requests_total counter
http_requests_total{status="200"} ${seconds()}
http_requests_total{status="500"} 1
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.1"} ${seconds()}
http_request_duration_seconds_bucket{le="+Inf"} ${seconds()}
http_request_duration_seconds_sum 3
http_request_duration_seconds_count ${seconds()}
`

test.concurrent('everything holds: targets of the agent, metrics, panels, objectives and alerts of the store', async () => {
  await using store = await startVictoriaMetrics()
  const { evidence, checks, verdict } = await agentVerified({
    ...{ url: `${store.url}/api/v1/write`, page: REQUESTS },
    promised: { http_requests_total: 'counter', http_request_duration_seconds: 'histogram' },
    more: {
      slos: [{ service: 'web', of: 'http_requests_total', errors: 'status=~"5.."', objective: 99.9 }],
    },
  })
  expect(verdict).toEqual({ kind: 'proven', failures: [] })
  expect(evidence.targets).toMatchObject([{ state: 'up', certainty: 'proven', samples: 6, lost: 0 }])
  expect(evidence.metrics.map(({ state, certainty }) => [state, certainty])).toEqual([
    ['present', 'proven'],
    ['present', 'proven'],
  ])
  expect(evidence.panels.filter(({ state }) => state !== 'data')).toEqual([])
  expect(evidence.panels.length).toBeGreaterThan(15)
  expect(checks.get('slo')).toMatchObject({ outcome: 'holds', certainty: 'proven' })
  expect(checks.get('store')).toMatchObject({ outcome: 'holds', certainty: 'proven' })
  expect(checks.get('uptime')).toMatchObject({ outcome: 'holds', certainty: 'proven' })
  // Grafana evaluates the alerts, which was not seen; nothing is claimed about how long samples are kept.
  expect(evidence.rules.filter(({ state }) => state !== 'ok')).toEqual([])
  expect(evidence.rules.length).toBeGreaterThan(10)
  expect(checks.get('rules')).toMatchObject({ outcome: 'holds', certainty: 'inferred' })
  expect(checks.has('retention')).toBe(false)
}, 130_000)

const answering =
  (status: number): RequestListener =>
  (request, response) => {
    request.resume()
    response.statusCode = status
    response.end()
  }

test.concurrent('what the store has of others, or does not have, is never taken for what the service sends', async () => {
  using folder = scratchFolder()
  const relabelling = join(folder.path, 'relabel.yml')
  await writeFile(relabelling, '- { action: drop, source_labels: [__name__], regex: queue }\n')
  await using shared = await startVictoriaMetrics()
  await using _ = await startAgent({ url: `${shared.url}/api/v1/write`, app: 'others-monitoring' })
  await using dropping = await startVictoriaMetrics('127.0.0.1', [`-relabelConfig=${relabelling}`])
  await using refusing = await endpoint(answering(401))
  const [withoutQueue, dropped, refused] = await Promise.all([
    agentVerified(
      { url: `${shared.url}/api/v1/write`, page: '# TYPE jobs_total counter\njobs_total 7\n' },
      QUEUE_PANEL,
    ),
    agentVerified({ url: `${dropping.url}/api/v1/write` }, QUEUE_PANEL),
    agentVerified({ url: `http://[::1]:${refusing.port}/api/v1/write` }, QUEUE_PANEL),
  ])
  // Another deployment has the same metric, with the same labels.
  expect(withoutQueue.evidence.metrics.map(({ state }) => state)).toEqual(['present', 'missing'])
  expect(withoutQueue.evidence.panels).toMatchObject([{ state: 'no-data' }])
  expect(withoutQueue.evidence.targets).toMatchObject([{ state: 'up', samples: 1 }])
  // The store leaves one metric out.
  expect(dropped.evidence.targets).toMatchObject([{ state: 'up', certainty: 'proven' }])
  expect(dropped.evidence.metrics).toMatchObject([
    { state: 'present' },
    { state: 'missing', why: expect.stringContaining('the store vm has no sample of it') },
  ])
  expect(dropped.checks.get('scrapes')).toMatchObject({
    ...{ outcome: 'broken', subject: 'web' },
    why: expect.stringContaining('1 of 2 samples of web are not in the store vm'),
  })
  // Nothing can be read, and nothing arrives: the scrapes are all that is known.
  expect(refused.verdict.kind).toBe('failed')
  expect(refused.evidence.targets).toMatchObject([{ state: 'up', certainty: 'inferred' }])
  expect(refused.evidence.metrics.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  expect(refused.evidence.panels).toMatchObject([{ state: 'not-checked' }])
  expect(refused.checks.get('rules')).toMatchObject({ outcome: 'not-checked' })
  expect(refused.checks.get('store')).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('refuses the user or the key (HTTP 401)'),
  })
}, 130_000)
