import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { request } from 'undici'
import { stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { freePort } from '../support/free-port.ts'
import { scratchFolder } from '../support/scratch.ts'
import { exporter, KINDS, type Kind, portOf, SERVICES } from './rules-exporters.ts'

/*
 * Every query of both dashboards and every rule, asked of a real Prometheus (Debian's) that scrapes exporters which
 * behave as Fechatter's do in one of four ways. Each scrape brings the same traffic, so that ratios are exact.
 */
const dashboards = ['overview', 'monitoring'].map(
  (name) => JSON.parse(readFileSync(`dashboards/fechatter-${name}.json`, 'utf8')) as Dashboard,
)

interface Dashboard {
  uid: string
  panels: { title: string; targets: { refId: string; expr: string; legendFormat: string }[] }[]
}
interface Sample {
  metric: Record<string, string>
  value: [number, string]
}

/** Prometheus listens where nothing else does: on 127.0.0.1 an exporter could get its port before it has it. */
const HOST = '127.0.0.2'

/** An alert that fires at once where bot_server does not answer. */
const OWN_RULES = {
  groups: [{ name: 'own', rules: [{ alert: 'BotDown', expr: 'sum(up{service="bot_server"}) == 0' }] }],
}

interface World {
  log(): string
  /** The machines of a service stop: they leave the private DNS, and Prometheus forgets them. */
  vanish(service: string): void
  query(expr: string): Promise<Sample[]>
  rules(): Promise<{ name: string; health: string; lastError?: string }[]>
}

const worlds = new Map<Kind, World>()
const cleanUp: (() => Promise<unknown> | unknown)[] = []

beforeAll(async () => {
  await Promise.all(KINDS.map(async (kind) => worlds.set(kind, await start(kind))))
  await Promise.all(KINDS.map(settled))
}, 60_000)

afterAll(async () => {
  await Promise.all(cleanUp.map((end) => end()))
})

/** Two machines of each service, and Prometheus on itself, once a second. */
async function start(kind: Kind): Promise<World> {
  const folder = scratchFolder()
  const port = await freePort(HOST)
  const machines = await Promise.all(
    SERVICES.flatMap((service) =>
      [0, 1].map(async () => ({ service, server: await exporter(service, kind) })),
    ),
  )
  const targets = machines.map(({ service, server }) => ({
    targets: [`127.0.0.1:${portOf(server)}`],
    labels: { service, app: 'fechatter' },
  }))
  const targetFile = join(folder.path, 'targets.json')
  const found = (all: typeof targets) => writeFileSync(targetFile, JSON.stringify(all))
  found(targets)
  const close = () => machines.map(({ server }) => server.closeAllConnections() ?? server.close())
  if (kind === 'dead') close()
  else cleanUp.push(close)
  writeFileSync(
    join(folder.path, 'rules.yml'),
    renderRules(parseConfig(presetConfig({})), { remoteWrite: true }),
  )
  writeFileSync(join(folder.path, 'own.yml'), stringify(OWN_RULES))
  const own = {
    targets: [`${HOST}:${port}`],
    labels: { service: 'prometheus', app: 'fechatter-monitoring' },
  }
  const configuration = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: ['rules.yml', 'own.yml'],
    scrape_configs: [
      { job_name: 'services', file_sd_configs: [{ files: [targetFile], refresh_interval: '1s' }] },
      { job_name: 'prometheus', static_configs: [own] },
    ],
  }
  writeFileSync(join(folder.path, 'prometheus.yml'), stringify(configuration))
  const flags = {
    'config.file': join(folder.path, 'prometheus.yml'),
    'storage.tsdb.path': join(folder.path, 'data'),
    'web.listen-address': `${HOST}:${port}`,
  }
  const child = spawn(
    'prometheus',
    Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  child.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-5_000)
  })
  cleanUp.push(async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    folder[Symbol.dispose]()
  })
  const api = async (path: string) => {
    const { body } = await request(`http://${HOST}:${port}/api/v1/${path}`)
    return (await body.json()) as { status: string; error?: string; data: unknown }
  }
  return {
    log: () => log,
    vanish: (service) => found(targets.filter(({ labels }) => labels.service !== service)),
    query: async (expr) => {
      const answer = await api(`query?query=${encodeURIComponent(expr)}`)
      if (answer.status !== 'success') throw new Error(`${answer.error}: ${expr}`)
      return (answer.data as { result: Sample[] }).result
    },
    rules: async () => {
      const { groups } = (await api('rules')).data as {
        groups: { rules: { name: string; health: string }[] }[]
      }
      return groups.flatMap((group) => group.rules)
    },
  }
}

/** Eight targets and itself, scraped three times: every rate has an answer, every rule was evaluated. */
async function settled(kind: Kind): Promise<void> {
  const end = Date.now() + 50_000
  while (Date.now() < end) {
    const scrapes = await world(kind)
      .query('count(count_over_time(up[1m]) >= 4)')
      .catch(() => [])
    if (scrapes[0]?.value[1] === '9') return
    await delay(100)
  }
  throw new Error(`Prometheus (${kind}) has not scraped everything:\n${world(kind).log()}`)
}

function world(kind: Kind): World {
  const found = worlds.get(kind)
  if (!found) throw new Error(`${kind} was not started`)
  return found
}

/** All queries of a dashboard: "panel / legend" → values, the least first (versions answer in different orders). */
async function answers(kind: Kind, dashboard: Dashboard | undefined): Promise<Record<string, number[]>> {
  const all = (dashboard?.panels ?? []).flatMap(({ title, targets }) =>
    targets.map((target) => ({ title, target })),
  )
  const asked = all.map(async ({ title, target }) => {
    const { query } = expandGrafana(target.expr, { service: '.+', __rate_interval: '20s' })
    const result = await world(kind).query(query)
    return [
      `${title} / ${target.legendFormat}`,
      result.map(({ value }) => Number(value[1])).toSorted((a, b) => a - b),
    ] as const
  })
  return Object.fromEntries(await Promise.all(asked))
}

const [overview, monitoring] = dashboards

const targetsOf = (dashboard: Dashboard | undefined, title: string) =>
  dashboard?.panels.find((panel) => panel.title === title)?.targets ?? []

describe.each(['histograms', 'summaries'] as const)('%s', (kind) => {
  test('every query of the overview answers, summed over the machines', async () => {
    const seen = await answers(kind, overview)
    expect(seen).toMatchObject({
      'Error rate / Failed requests': [expect.closeTo(0.05, 6)],
      'Errors 5m / Failed requests': [expect.closeTo(0.05, 6)],
      'Cache hit ratio / Hits': [expect.closeTo(0.9, 6)],
      'Active users / Users': [14],
      'Active connections / SSE': [22],
      'Active connections / WebSocket': [6],
    })
    // A rate depends on when exactly the scrapes were; that there is one does not.
    for (const [query, values] of Object.entries(seen))
      expect({ query, values }).toEqual({ query, values: expect.arrayContaining([expect.any(Number)]) })
    expect(seen['Request rate by service / {{service}}']?.[0]).toBeGreaterThan(5)
    expect(seen['Request rate by service / {{service}} events']).toHaveLength(3)
    for (const q of ['P95', 'P99']) {
      const [latency = Number.NaN] = seen[`Response time (P95, P99) / {{service}} ${q}`] ?? []
      expect(latency).toBeGreaterThan(0.1)
      expect(latency).toBeLessThanOrEqual(0.2)
    }
  })

  test('every query of the monitoring dashboard answers', async () => {
    const seen = await answers(kind, monitoring)
    expect(seen).toMatchObject({
      'Targets up / {{service}}': [1, 2, 2, 2, 2],
      'Targets up / Missing': [0],
      'Machines up / ': [0, 0, 0, 0, 0],
      'Remote write delay / Delay': [0],
      'Remote write losses / Failed': [0],
      'Alerts and rules / Failed rules': [0],
      'Alerts and rules / Configuration refused': [0],
    })
    for (const name of ['Volume used / Used', 'Volume used over time / Used'])
      expect(seen[name]?.[0]).toBeLessThan(0.01)
    for (const [query, values] of Object.entries(seen))
      expect({ query, finite: values.some(Number.isFinite) }).toEqual({ query, finite: true })
  })
})

test('idle services show 0 where nothing happens, and no number where there is none', async () => {
  const seen = await answers('idle', overview)
  expect(seen).toEqual({
    'Request rate by service / {{service}}': [0],
    'Request rate by service / {{service}} events': [0, 0, 0],
    'Machines up / ': [0, 0, 0, 0, 0],
    'Errors 5m / Failed requests': [0],
    'P95 5m / P95': [],
    'Firing alerts / ': [0],
    'Error rate / Failed requests': [0],
    'Response time (P95, P99) / {{service}} P95': [],
    'Response time (P95, P99) / {{service}} P99': [],
    'Message rate / Sent': [0],
    'Message rate / Delivered over SSE': [0],
    'Active connections / SSE': [22],
    'Active connections / WebSocket': [6],
    'Active users / Users': [14],
    'Cache hit ratio / Hits': [],
  })
})

test('dead services show nothing: not one 0 that would look like a quiet day', async () => {
  const seen = await answers('dead', overview)
  // Prometheus itself is up, and knows for how long which alert has been firing.
  expect(Object.fromEntries(Object.entries(seen).filter(([, values]) => values.length > 0))).toEqual({
    'Machines up / ': [0, 2, 2, 2, 2],
    'Firing alerts / ': [expect.any(Number)],
  })
  const seconds = seen['Firing alerts / ']?.[0] ?? 0
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThan(120)
  expect(await answers('dead', monitoring)).toMatchObject({
    'Targets up / {{service}}': [0, 0, 0, 0, 1],
    'Targets up / Missing': [8],
    'Machines up / ': [0, 2, 2, 2, 2],
  })
})

test.each(KINDS)('Prometheus evaluates every rule without an error: %s', async (kind) => {
  const rules = await world(kind).rules()
  expect(rules.length).toBeGreaterThan(30)
  expect(rules.filter(({ health }) => health !== 'ok')).toEqual([])
})

test('a service whose machines have left the private DNS is 0 of 2 up, and the graph falls to 0', async () => {
  const prometheus = world('histograms')
  prometheus.vanish('notify_server')
  const [tiles] = targetsOf(monitoring, 'Machines up')
  const ask = (expr = '') => prometheus.query(expandGrafana(expr, { service: '.+' }).query)
  const textsOf = async () => {
    const found = (await ask(tiles?.expr)).map(({ metric: { service, machines }, value }) => [
      `${service}: ${machines}`,
      value[1],
    ])
    return Object.fromEntries(found)
  }
  const end = Date.now() + 30_000
  while ((await textsOf())['notify_server: 0 of 2'] === undefined && Date.now() < end) await delay(100)
  expect(await textsOf()).toEqual({
    'analytics_server: 2 of 2': '0',
    'bot_server: 2 of 2': '0',
    'fechatter_server: 2 of 2': '0',
    'notify_server: 0 of 2': '2',
    'prometheus: 1 of 1': '0',
  })
  expect(await ask('up{service="notify_server"}')).toEqual([])
  const seen = await answers('histograms', monitoring)
  expect(seen).toMatchObject({
    'Targets up / {{service}}': [0, 1, 2, 2, 2],
    'Targets up / Missing': [2],
  })
  // Connections of machines that are gone are not shown as if they were open.
  expect((await answers('histograms', overview))['Active connections / SSE']).toEqual([])
}, 40_000)
