import { type DeclaredMetric, declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config, ServiceConfig } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { type JsonObject, mapStrings } from '../../lib/json-value.ts'
import { alertsAbout, countsFailures, type ServiceSignals, STATUS, signalsOf } from '../alerts/conventions.ts'
import { FLY_DASHBOARD, servicePanels as ids, SLO_DASHBOARD } from '../alerts/panels.ts'
import { declaredQuantile, seriesOf, sumRate, zeroWhileUp } from '../alerts/promql.ts'
import { uidFor, uidWithHash } from '../grafana/uids.ts'
import { AT_RISK, BAD, colorsFor } from './colors.ts'
import {
  inRows,
  madeDashboard,
  type PanelContent,
  panel,
  placed,
  readyPanel,
  withoutServices,
} from './dashboard-builder.ts'

/** The uid of the dashboard that is made for a service; one that another dashboard of this action has gets a hash. */
export function serviceUid(service: string): string {
  const uid = `deploy-monitoring-${service}`
  return uid === SLO_DASHBOARD || uid === FLY_DASHBOARD ? uidWithHash(uid, service) : uidFor(uid)
}

/** The colour of each service, the same on every dashboard. */
export const serviceColors = ({ services }: Pick<Config, 'services'>): Record<string, string> =>
  colorsFor(services.map(({ name }) => name))

const WINDOW = '$__rate_interval'
const NOW = '5m'

interface Maker {
  service: ServiceConfig
  signals: ServiceSignals
  alerts: Config['alerts']
  /** The alerts about errors and latency. */
  pages: ReturnType<typeof alertsAbout>
  color: string
  noValue: string
}

/** The dashboard of a service, from its contract: what is right now, rate, errors and durations, then every other metric. */
export function serviceDashboard(config: Config, service: ServiceConfig): JsonObject {
  const maker: Maker = {
    ...{ service, signals: signalsOf(service), alerts: config.alerts, pages: alertsAbout(config, service) },
    color: serviceColors(config)[service.name] ?? '',
    noValue: `No sample of ${service.name}. If the first row is empty too, Prometheus does not answer`,
  }
  const panels = [...firstRow(maker), ...inRows(graphs(maker), 5)]
  const about = {
    uid: serviceUid(service.name),
    title: isOnFly(service) ? `${service.app}: ${service.name}` : service.name,
    description: `Made from the metrics that ${service.name} declares. Nothing here at all: look at the dashboard Monitoring first.`,
    app: config.monitoring.app,
  }
  return ofOneService(madeDashboard(about, panels), service.name)
}

/** The variable for services has one value here. */
const ofOneService = (json: JsonObject, service: string): JsonObject =>
  withoutServices(
    mapStrings(json, (text) => text.replaceAll('service=~"$service"', `service="${service}"`)) as JsonObject,
  )

function firstRow(maker: Maker): JsonObject[] {
  const errors = errorsNow(maker)
  const latency = latencyNow(maker)
  const tiles = [
    ...(errors ? [[ids.errorsNow, panel('stat', errors)] as const] : []),
    ...(latency ? [[ids.latencyNow, panel('stat', latency)] as const] : []),
  ]
  const up = 14 - 4 * tiles.length
  return [
    placed(readyPanel('machinesUp'), ids.machinesUp, { x: 0, y: 0, w: up, h: 5 }),
    ...tiles.map(([id, made], i) => placed(made, id, { x: up + 4 * i, y: 0, w: 4, h: 5 })),
    placed(readyPanel('firingAlerts'), ids.firingAlerts, { x: 14, y: 0, w: 10, h: 5 }),
  ]
}

const ofService = ({ service }: Maker) => `service="${service.name}"`

const own = (maker: Maker, name: string) => seriesOf(name, ofService(maker))

/** The rate of a counter: over the interval of the graph, unless `window` says another one. */
const rate = (maker: Maker, name: string, over: Partial<Parameters<typeof sumRate>[1]> = {}) =>
  sumRate(name, { window: WINDOW, ...over, matchers: [ofService(maker), ...(over.matchers ?? [])] })

/** 0 while the service is up and the counter does not exist yet. */
const orZero = ({ service }: Maker, expr: string) => `${expr}\nor on ()\n${zeroWhileUp([service.name])}`

function errorRatio(maker: Maker, window: string): string | undefined {
  const { requests, failed } = maker.signals
  if (requests === undefined || failed === undefined) return undefined
  const bad = rate(maker, requests, { window, matchers: [failed] })
  return orZero(maker, `${bad}\n/\n(${rate(maker, requests, { window })} > 0)`)
}

const errorSteps = ({ alerts: { error_budget: budget } }: Maker) => [
  { value: 6 * budget, color: 'orange' },
  { value: 14.4 * budget, color: 'red' },
]

function errorsNow(maker: Maker): PanelContent | undefined {
  const expr = errorRatio(maker, NOW)
  if (expr === undefined) return undefined
  return {
    title: 'Errors 5m',
    description: 'Share of the requests of the last five minutes that failed.',
    ...{ unit: 'percentunit', decimals: 2, noValue: 'No answer', thresholds: errorSteps(maker) },
    alerts: maker.pages.errors,
    targets: [{ expr, legend: 'Failed' }],
  }
}

function latencyNow(maker: Maker): PanelContent | undefined {
  const { duration } = maker.signals
  if (!duration) return undefined
  return {
    title: 'P95 5m',
    description: '95 % of the requests of the last five minutes took no longer than this.',
    ...{ unit: 's', noValue: 'No data', alerts: maker.pages.latency },
    thresholds: [{ value: secondsOf(maker.alerts.latency_p95), color: 'red' }],
    targets: [{ expr: `max((\n${quantileOf(maker, duration, 0.95, NOW)}\n) >= 0)`, legend: 'P95' }],
  }
}

const quantileOf = (maker: Maker, metric: DeclaredMetric, q: number, window = WINDOW): string =>
  declaredQuantile(q, metric, { window, matcher: ofService(maker) })

/** Rate, errors and durations of the requests, then the other metrics in the order of the contract, then the scrapes. */
function graphs(maker: Maker): (readonly [id: number, made: JsonObject])[] {
  const { requests, duration } = maker.signals
  const errors = errorGraph(maker)
  const graph = (content: PanelContent) => panel('timeseries', content)
  const declared = declaredMetrics(maker.service)
  const others = declared.filter(
    ({ name, type }) => name !== requests && name !== duration?.name && type !== 'info',
  )
  const infos = declared.filter(({ type }) => type === 'info')
  const rest = [
    ...others.map((metric) => graph(graphOf(maker, metric))),
    graph(scrapes(maker)),
    ...infos.map((metric) => panel('table', infoTable(maker, metric))),
  ]
  return [
    ...(requests === undefined ? [] : [[ids.requests, graph(requestRate(maker, requests))] as const]),
    ...(errors ? [[ids.errors, graph(errors)] as const] : []),
    ...(duration ? [[ids.durations, graph(durations(maker, duration))] as const] : []),
    ...rest.map((made, i) => [Object.keys(ids).length + 1 + i, made] as const),
  ]
}

const requestRate = (maker: Maker, name: string): PanelContent => ({
  title: 'Requests by status',
  description: `Requests each second, from ${name}. A line that ends is a service that Prometheus cannot reach any more.`,
  ...{ unit: 'reqps', reaches: 1, noValue: maker.noValue, alerts: ['TrafficStopped'] },
  targets: [
    {
      expr: orZero(maker, rate(maker, name, { by: STATUS.join(', ') })),
      legend: `Requests ${STATUS.map((label) => `{{${label}}}`).join('')}`,
    },
  ],
  colors: {
    '/^Requests/': maker.color,
    '/^Requests 4/': AT_RISK,
    '/^Requests (5|Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss)/': BAD,
  },
})

function errorGraph(maker: Maker): PanelContent | undefined {
  const expr = errorRatio(maker, WINDOW)
  const limits = errorSteps(maker)
  if (expr === undefined) return undefined
  return {
    title: 'Error rate',
    description:
      'Share of the requests that failed; 0 % without requests. The lines are the limits of the alerts.',
    ...{ unit: 'percentunit', decimals: 2, noValue: maker.noValue, thresholds: limits },
    reaches: 1.25 * (limits.at(-1)?.value ?? 1),
    alerts: maker.pages.errors,
    targets: [{ expr, legend: 'Failed requests' }],
    colors: { 'Failed requests': BAD },
  }
}

const durations = (maker: Maker, metric: DeclaredMetric): PanelContent => ({
  ...quantiles(maker, metric),
  title: 'Response time (P95, P99)',
  alerts: maker.pages.latency,
  reaches: 1.25 * secondsOf(maker.alerts.latency_p95),
  thresholds: [{ value: secondsOf(maker.alerts.latency_p95), color: 'red' }],
})

const quantiles = (maker: Maker, metric: DeclaredMetric): PanelContent => ({
  title: metric.name,
  description: `95 % and 99 % of the observations of ${metric.name} were no larger than this. No line without observations.`,
  unit: unitOf(metric.name, 'short'),
  noValue: maker.noValue,
  targets: [0.95, 0.99].map((q) => ({ expr: quantileOf(maker, metric, q), legend: `P${100 * q}` })),
  colors: { P95: maker.color, P99: maker.color },
  dashed: 'P99',
})

function graphOf(maker: Maker, metric: DeclaredMetric): PanelContent {
  const { name, type } = metric
  if (type === 'histogram' || type === 'summary') return quantiles(maker, metric)
  const about = { title: name, noValue: maker.noValue, reaches: 1 }
  if (type === 'counter')
    return {
      ...about,
      description: `Increase of ${name} each second, over all machines.`,
      unit: unitOf(name, 'count:events') === 'bytes' ? 'Bps' : 'count:events/s',
      targets: [{ expr: orZero(maker, rate(maker, name)), legend: 'Rate' }],
      colors: { Rate: countsFailures(name) ? BAD : maker.color },
    }
  const series = type === 'gaugehistogram' ? `${name}_gcount` : name
  return {
    ...about,
    description: `${name}, summed over all machines.`,
    unit: unitOf(name, 'short'),
    targets: [{ expr: `sum(${own(maker, series)})`, legend: 'Now' }],
    colors: { Now: maker.color },
  }
}

const infoTable = (maker: Maker, { name }: DeclaredMetric): PanelContent => ({
  title: name,
  description: `The labels of ${name} now, a row for each machine.`,
  ...{ unit: 'short', noValue: maker.noValue },
  targets: [{ expr: own(maker, name), legend: '' }],
})

const scrapes = (maker: Maker): PanelContent => ({
  title: 'Scrape duration',
  description:
    'How long Prometheus waits for the metrics of the slowest machine. Near the timeout samples are lost.',
  ...{ unit: 's', reaches: 1, noValue: maker.noValue },
  targets: [{ expr: `max(${own(maker, 'scrape_duration_seconds')})`, legend: 'Slowest machine' }],
  colors: { 'Slowest machine': maker.color },
})

/** The unit that a name ends with, before `_total`. */
function unitOf(name: string, other: string): string {
  if (/_seconds(?:_total)?$/.test(name)) return 's'
  if (/_milliseconds(?:_total)?$/.test(name)) return 'ms'
  if (/_bytes(?:_total)?$/.test(name)) return 'bytes'
  return /_ratio$/.test(name) ? 'percentunit' : other
}
