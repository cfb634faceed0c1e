import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { stringify } from 'yaml'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { parseConfig } from '../../src/config/load.ts'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Prometheus } from '../../src/model/prometheus.ts'
import { judgeSlos } from '../../src/verify/slos.ts'
import { freePort } from '../support/free-port.ts'
import { scratchFolder } from '../support/scratch.ts'
import { portOf } from './rules-exporters.ts'

/*
 * The dashboards that are made for a service with the usual metrics, and the objectives, asked of a real Prometheus
 * (Debian's). Each scrape brings ten requests, one of them failed and two of them slow.
 */
const HOST = '127.0.0.3'
const config = parseConfig({
  monitoring: { app: 'shop-monitoring', scrape_interval: '1s' },
  apps: [{ app: 'shop' }],
  services: [
    {
      ...{ name: 'web', app: 'shop', port: 9090 },
      metrics: {
        http_requests_total: { type: 'counter', labels: ['status'] },
        http_request_duration_seconds: 'histogram',
        queue_length: 'gauge',
        build_info: 'info',
      },
    },
  ],
  slos: [
    { service: 'web', errors: 'status=~"5.."', of: 'http_requests_total', objective: 99 },
    { service: 'web', slower_than: '1s', of: 'http_request_duration_seconds', objective: 90 },
    {
      service: 'web',
      slower_than: '3s',
      of: 'http_request_duration_seconds',
      objective: 90,
      name: 'no-bucket',
    },
    { service: 'web', errors: 'code="500"', of: 'http_requests_total', objective: 99, name: 'no-label' },
  ],
})

function exporter() {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({ name: 'http_requests_total', help: 'h', labelNames: ['status'], registers })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'h',
    buckets: [0.1, 1, 5],
    registers,
  })
  new Gauge({ name: 'queue_length', help: 'h', registers }).set(7)
  new Gauge({ name: 'build_info', help: 'h', labelNames: ['version'], registers }).set({ version: '1.2' }, 1)
  requests.inc({ status: '500' }, 0)
  return createServer((_, response) => {
    requests.inc({ status: '200' }, 9)
    requests.inc({ status: '500' }, 1)
    for (let i = 0; i < 10; i++) durations.observe(i < 2 ? 2 : 0.05)
    void registry.metrics().then((text) => response.setHeader('content-type', registry.contentType).end(text))
  })
}

let prometheus: Prometheus
const cleanUp: (() => unknown)[] = []
afterAll(async () => {
  for (const end of cleanUp.toReversed()) await end()
})

beforeAll(async () => {
  const folder = scratchFolder()
  cleanUp.push(() => folder[Symbol.dispose]())
  const service = exporter()
  await once(service.listen(0, '127.0.0.1'), 'listening')
  cleanUp.push(() => service.closeAllConnections() ?? service.close())
  const port = await freePort(HOST)
  const job = (name: string, app: string, target: string) => ({
    job_name: name,
    static_configs: [{ targets: [target], labels: { service: name, app } }],
  })
  const files = {
    'rules.yml': renderRules(config, { remoteWrite: false }),
    'prometheus.yml': stringify({
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: ['rules.yml'],
      scrape_configs: [
        job('web', 'shop', `127.0.0.1:${portOf(service)}`),
        job('prometheus', 'shop-monitoring', `${HOST}:${port}`),
      ],
    }),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text)
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder.path, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder.path, 'data')}`,
      `--web.listen-address=${HOST}:${port}`,
    ],
    { stdio: 'ignore' },
  )
  cleanUp.push(async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const pool = createPool()
  cleanUp.push(() => pool.close())
  const query = async (promql: string) => {
    const answer = await fetch(`http://${HOST}:${port}/api/v1/query?query=${encodeURIComponent(promql)}`)
    const { data } = (await answer.json()) as { data: { result: never[] } }
    return data.result.length
  }
  const end = Date.now() + 40_000
  // Every recorded ratio has an answer: three scrapes, and two evaluations after them.
  const settled =
    'slo:burn_rate:1h{slo="web-errors"} > 0 and on () (count_over_time(up{service="prometheus"}[1m]) >= 4)'
  while (Date.now() < end && (await query(settled).catch(() => 0)) === 0) await delay(200)
  prometheus = createPrometheus({ url: `http://${HOST}:${port}`, pool })
}, 60_000)

test('every query of the made dashboards answers with a number', async () => {
  const dashboards = shippedDashboards(config).map(
    ({ text }) =>
      JSON.parse(text) as { title: string; panels: { title: string; targets: { expr: string }[] }[] },
  )
  const asked = dashboards.flatMap(({ title, panels }) =>
    panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ name: `${title} / ${panel.title}`, expr }))),
  )
  const empty = await Promise.all(
    asked.map(async ({ name, expr }) => {
      const { query } = expandGrafana(expr, { service: '.+', __rate_interval: '20s' })
      const { result } = await prometheus.query(query)
      const values =
        result.resultType === 'vector' ? result.result.map(({ value }) => Number(value?.[1])) : []
      return values.some(Number.isFinite) ? [] : [name]
    }),
  )
  expect(empty.flat()).toEqual([])
})

test('the budgets are those of the traffic, and what cannot be measured is said', async () => {
  const claims = await judgeSlos(config, prometheus, Date.now())
  expect(claims.map(({ subject, outcome, why }) => [subject, outcome, why])).toEqual([
    // A tenth fails of the hundredth that may: ten times the budget.
    ['web-errors', 'warning', expect.stringContaining(': 1000 % of the error budget is spent.')],
    ['web-latency', 'warning', expect.stringContaining(': 200 % of the error budget is spent.')],
    ['no-bucket', 'broken', expect.stringContaining('no bucket that ends at 3s')],
    ['no-label', 'broken', expect.stringContaining('has no label `code`')],
  ])
})
