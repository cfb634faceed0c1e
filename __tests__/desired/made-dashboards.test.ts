import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/schema.ts'
import type { Project } from '../../src/config/sources/project.ts'
import { signalsOf } from '../../src/desired/alerts/conventions.ts'
import { recordedByRules, ruleGroups } from '../../src/desired/alerts/groups.ts'
import { desiredDashboards, shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { normaliseDashboard } from '../../src/desired/grafana/dashboard.ts'
import { expandGrafana } from '../../src/formats/promql/grafana-variables.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import type { JsonObject } from '../../src/lib/json-value.ts'
import { contractOf } from '../../src/lint/contract.ts'
import { lintDashboardText } from '../../src/lint/dashboard/lint.ts'
import { configurations } from '../support/configurations.ts'
import { fc } from '../support/property.ts'

interface Panel {
  id: number
  title: string
  description: string
  type: string
  gridPos: { x: number; y: number; w: number; h: number }
  fieldConfig: { defaults: { unit: string; noValue: string; min?: number } }
  targets: { expr: string; instant?: boolean; interval?: string }[]
}
interface Dashboard {
  uid: string
  title: string
  tags: string[]
  panels: Panel[]
  templating: { list: { name: string }[] }
  annotations: { list: { target?: { tags: string[] } }[] }
}

const shop = {
  monitoring: { app: 'shop-monitoring' },
  apps: [{ app: 'shop' }],
  services: [
    {
      ...{ name: 'web', app: 'shop', port: 9090 },
      metrics: {
        http_requests_total: { type: 'counter', expect: 'after-traffic', labels: ['status'] },
        http_request_duration_seconds: { type: 'histogram', expect: 'after-traffic' },
        queue_length: 'gauge',
        jobs_failed_total: 'counter',
        build_info: 'info',
      },
    },
    {
      ...{ name: 'worker', app: 'shop', port: 9091 },
      metrics: { rpc_latency_seconds: 'summary', on: 'gauge' },
    },
    { name: 'silent', app: 'shop', port: 9092 },
  ],
  slos: [{ service: 'web', errors: 'status=~"5.."', of: 'http_requests_total', objective: 99.9 }],
}
const made = (config: Config): Dashboard[] =>
  shippedDashboards(config).map(({ text }) => JSON.parse(text) as Dashboard)
const config = parseConfig(shop)

test('a service whose name is that of another dashboard has one of its own, and its alerts lead there', () => {
  const services = shop.services.map((one) => ({ ...one, name: one.name === 'worker' ? 'slos' : one.name }))
  const named = parseConfig({ ...shop, services })
  const uids = made(named).map(({ uid }) => uid)
  expect(uids.length).toBe(4)
  expect(new Set(uids).size).toBe(4)
  const groups = ruleGroups(named, { remoteWrite: false }).flatMap(({ rules }) => rules)
  const led = groups.flatMap((rule) => ('panel' in rule ? [rule.panel.dashboard] : []))
  expect([...new Set(led)].filter((uid) => !uids.includes(uid))).toEqual([])
})

test('a team without JSON of its own gets a dashboard for each service that declares metrics', () => {
  const all = made(config)
  expect(all.map(({ uid, title }) => `${uid} ${title}`)).toEqual([
    'deploy-monitoring Monitoring',
    'deploy-monitoring-web shop: web',
    'deploy-monitoring-worker shop: worker',
    'deploy-monitoring-slos Objectives',
  ])
  expect(all[1]?.panels.map(({ title, type }) => `${type} ${title}`)).toEqual([
    'table Machines up',
    'stat Errors 5m',
    'stat P95 5m',
    'table Firing alerts',
    'timeseries Requests by status',
    'timeseries Error rate',
    'timeseries Response time (P95, P99)',
    'timeseries queue_length',
    'timeseries jobs_failed_total',
    'timeseries Scrape duration',
    'table build_info',
  ])
  for (const { tags, templating, annotations } of all) {
    expect(tags).toEqual(['deploy-monitoring'])
    expect(templating.list.map(({ name }) => name)).toContain('datasource')
    // Nothing of Fechatter, and the marks of the deployments of this team alone.
    const marks = annotations.list.flatMap(({ target }) => (target ? [target.tags] : []))
    expect(marks).toEqual([['deploy', 'shop-monitoring']])
  }
  expect(JSON.stringify(all).replaceAll('fechatter/deploy-monitoring', '')).not.toMatch(
    /fechatter|notify_server/i,
  )
})

test.each([
  ['promhttp_metric_handler_requests_total', undefined],
  ['http_client_requests_total', undefined],
  ['upstream_requests_total', undefined],
  ['http_requests_total', 'http_requests_total'],
  ['clients_requests_total', 'clients_requests_total'],
])('%s counts the requests that a service answers: %s', (name, requests) => {
  const [first] = shop.services
  const service = { ...first, metrics: { [name]: { type: 'counter', expect: 'after-traffic' } } }
  const [web] = parseConfig({ ...shop, services: [service], slos: [] }).services
  expect(web && signalsOf(web).requests).toBe(requests)
})

test('lint has nothing to say about them, for the contract that they are made from', () => {
  const names = recordedByRules(ruleGroups(config, { remoteWrite: false }))
  const recorded = new Map(names.map((name) => [name, undefined] as const))
  const contract = contractOf(config, { recorded, assumed: false })
  for (const { uid, text } of shippedDashboards(config))
    expect(lintDashboardText({ file: `${uid}.json`, text }, { contract, seen: new Map() })).toEqual([])
})

test('of any configuration: queries parse, grids are full, uids fit, and Grafana gets a dashboard', () => {
  fc.assert(
    fc.property(configurations, (any) => {
      const all = made(any)
      expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length)
      for (const dashboard of all) {
        const home = { deployment: 'mon', dataSource: { uid: 'u', name: 'n' } }
        expect(normaliseDashboard({ file: 'd.json', json: dashboard }, home).kind).toBe('dashboard')
        for (const { expr } of dashboard.panels.flatMap(({ targets }) => targets)) {
          const { query, unknown } = expandGrafana(expr, { service: '.+', __rate_interval: '1m' })
          expect({ query, unknown, errors: parsePromql(query).errors }).toEqual({
            query,
            unknown: [],
            errors: [],
          })
        }
        expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length)
        expect(area(dashboard.panels)).toEqual({
          taken: area(dashboard.panels).grid,
          grid: area(dashboard.panels).grid,
        })
      }
    }),
    { numRuns: 40 },
  )
})

/** Cells that panels take, and those of the grid down to the lowest panel: equal without holes and overlaps. */
function area(panels: readonly Panel[]) {
  const taken = panels.reduce((sum, { gridPos: { w, h } }) => sum + w * h, 0)
  const bottom = Math.max(...panels.map(({ gridPos: { y, h } }) => y + h))
  return { taken, grid: 24 * bottom }
}

test('the budget of an objective may be below 0, and is shown so', () => {
  const slos = made(config).at(-1)
  for (const { title, fieldConfig } of slos?.panels ?? [])
    if (title.startsWith('Error budget')) expect(fieldConfig.defaults).not.toHaveProperty('min')
})

test('with JSON of its own a team gets only the dashboard of its objectives in addition, unless it has that too', () => {
  const project = (slos: object[], own: JsonObject[]) =>
    ({
      config: parseConfig({ ...shop, slos, grafana: { dashboards: ['boards'] } }),
      dashboards: own.map((json) => ({ file: 'boards/a.json', json })),
    }) as Pick<Project, 'config' | 'dashboards'> as Project
  const files = (given: Project) => desiredDashboards(given).map(({ file }) => file)
  expect(files(project([], [{ uid: 'a' }]))).toEqual(['boards/a.json'])
  expect(files(project(shop.slos, [{ uid: 'a' }]))).toEqual([
    'boards/a.json',
    'dashboards/deploy-monitoring-slos.json',
  ])
  const uid = 'deploy-monitoring-slos'
  const resource = { apiVersion: 'dashboard.grafana.app/v2', metadata: { name: uid }, spec: { elements: {} } }
  for (const own of [{ uid }, { dashboard: { uid, panels: [] } }, resource])
    expect(files(project(shop.slos, [own]))).toEqual(['boards/a.json'])
})
