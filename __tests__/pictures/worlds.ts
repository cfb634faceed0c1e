import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import type { Config } from '../../src/config/schema.ts'
import type { Labels, Series } from './backfill.ts'
import { type Moment, past, play, remains, type Scripted, trouble } from './scenarios.ts'

/** A team: its configuration and its past. */
export interface World {
  name: string
  config: Config
  series: () => Series[]
}

type Value = (moment: Moment) => number | undefined

/** A value that moves a little around a mean. */
const around =
  (mean: number, share = 0.08): Value =>
  ({ noise }) =>
    mean * (1 + share * noise)

interface Machine {
  app: string
  service: string
  instance: string
  /** Undefined: it has left the private DNS. 0: it does not answer. */
  up: Value
}

const labelsOf = ({ app, service, instance }: Machine): Labels => ({ app, service, instance, job: service })

/** A series of each machine, which ends or pauses with it. */
function scraped(
  machines: readonly Machine[],
  [kind, name]: readonly ['gauge' | 'counter', string],
  of: Value,
  own: Labels = {},
): Scripted[] {
  return machines.map((machine) => ({
    ...{ name, kind, labels: { ...labelsOf(machine), ...own } },
    of: (moment) => (machine.up(moment) ? of(moment) : undefined),
  }))
}

/** Buckets of durations: the quantiles grow with the trouble. */
function durations(machines: readonly Machine[], name: string, perSecond: Value, slower: Value): Scripted[] {
  const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
  const within =
    (bound: number): Value =>
    (moment) =>
      (perSecond(moment) ?? 0) * (1 - Math.exp(-bound / (0.045 * (slower(moment) ?? 1))))
  return [
    ...bounds.flatMap((bound) =>
      scraped(machines, ['counter', `${name}_bucket`], within(bound), { le: String(bound) }),
    ),
    ...scraped(machines, ['counter', `${name}_bucket`], perSecond, { le: '+Inf' }),
    ...scraped(machines, ['counter', `${name}_count`], perSecond),
  ]
}

/** What Prometheus itself adds to each target. */
const targets = (machines: readonly Machine[]): Scripted[] =>
  machines.flatMap((machine) => {
    const labels = labelsOf(machine)
    const there =
      (of: Value): Value =>
      (moment) =>
        machine.up(moment) === undefined ? undefined : of(moment)
    const scripted = (name: string, of: Value): Scripted => ({ name, labels, kind: 'gauge', of: there(of) })
    return [
      scripted('up', machine.up),
      scripted('scrape_samples_scraped', (moment) => 64 * (machine.up(moment) ?? 0)),
      scripted('scrape_duration_seconds', (moment) =>
        machine.up(moment) ? (around(0.03, 0.3)(moment) ?? 0) : 0.002,
      ),
    ]
  })

/** Prometheus' metrics about itself. */
const itself = (app: string): Scripted[] => {
  const one: Machine = { app, service: 'prometheus', instance: 'localhost:9090', up: () => 1 }
  const gauge = (name: string, of: Value) => scraped([one], ['gauge', name], of)
  return [
    ...targets([one]),
    ...gauge('prometheus_tsdb_head_series', around(5200, 0.01)),
    ...gauge('prometheus_tsdb_storage_blocks_bytes', () => 210e6),
    ...gauge('prometheus_tsdb_wal_storage_size_bytes', around(40e6, 0.1)),
    ...gauge('prometheus_tsdb_head_chunks_storage_size_bytes', around(12e6, 0.1)),
    ...gauge('prometheus_config_last_reload_successful', () => 1),
    ...gauge('process_start_time_seconds', () => 1_772_000_000),
    ...scraped([one], ['counter', 'prometheus_rule_evaluation_failures_total'], () => 0),
  ]
}

/** What Fly has of two machines of an app, and of the requests to it: without a machine its proxy answers 503. */
function ofFly(app: string, up: Value, bad?: Value): Scripted[] {
  const own = { app, region: 'fra', host: 'a1b2', job: 'fly', service: 'fly' }
  const machine = (id: string, kind: 'gauge' | 'counter', name: string, of: Value): Scripted => ({
    ...{ name, kind, labels: { ...own, instance: id } },
    of: (moment) => (up(moment) ? of(moment) : undefined),
  })
  const suffers: Value = (moment) => (bad ? trouble(moment) : 0)
  const machines = (bad ? ['48ed123a', '5683def0'] : ['7849207a']).flatMap((id) => [
    machine(id, 'gauge', 'fly_instance_up', () => 1),
    machine(id, 'gauge', 'fly_instance_memory_mem_total', () => 512e6),
    machine(
      id,
      'gauge',
      'fly_instance_memory_mem_available',
      (moment) => (around(290e6)(moment) ?? 0) - 220e6 * (suffers(moment) ?? 0),
    ),
    machine(id, 'gauge', 'fly_instance_cpu_balance', (moment) => 5_000 * (1 - (suffers(moment) ?? 0))),
    machine(id, 'counter', 'fly_instance_cpu_throttle', (moment) => 25 * (suffers(moment) ?? 0)),
  ])
  const answered = (status: string, of: Value): Scripted => ({
    ...{ name: 'fly_edge_http_responses_count', kind: 'counter', labels: { ...own, status }, of },
  })
  if (!bad) return machines
  return [
    ...machines,
    answered('200', (moment) => (up(moment) ? around(68)(moment) : 0)),
    answered('500', (moment) => (up(moment) ? 2 * (bad(moment) ?? 0) : 0)),
    answered('503', (moment) => (up(moment) ? 0 : 68)),
  ]
}

const address = (n: number, port: number) => `[fdaa:0:1::${n}]:${port}`

/** In the outage all its machines leave the private DNS. */
const vanishing: Value = (moment) => (remains(moment) ? 1 : undefined)
/** In the outage it does not answer any more. */
const failing: Value = (moment) => (remains(moment) ? 1 : 0)

function fechatter(): World {
  const config = parseConfig(presetConfig({}))
  const app = 'fechatter'
  const machines = (service: string, port: number, ups: readonly Value[]): Machine[] =>
    ups.map((up, i) => ({ app, service, instance: address(2 + i, port), up }))
  const server = machines('fechatter_server', 9090, [() => 1, failing])
  const notify = machines('notify_server', 9091, [vanishing, vanishing])
  const analytics = machines('analytics_server', 7778, [() => 1])
  const bot = machines('bot_server', 9092, [() => 1])
  const requests: Value = around(21)
  const bad: Value = (moment) => (around(0.004, 0.5)(moment) ?? 0) + 2.1 * trouble(moment)
  const here: Value = (moment) => (remains(moment) ? 1 : 0.35)
  const times =
    (a: Value, b: Value): Value =>
    (moment) =>
      (a(moment) ?? 0) * (b(moment) ?? 0)
  const own = (name: string, of: Value, kind: 'gauge' | 'counter' = 'counter', labels: Labels = {}) =>
    scraped(server, [kind, `fechatter_${name}`], of, labels)
  const whole: Value = (moment) => Math.round(around(104, 0.05)(moment) ?? 0)
  const scripted = [
    ...targets([...server, ...notify, ...analytics, ...bot]),
    ...itself(config.monitoring.app),
    ...own('http_requests_total', requests, 'counter', { status: '200' }),
    ...own('http_requests_total', around(0.3, 0.4), 'counter', { status: '404' }),
    ...own('http_requests_total', bad, 'counter', { status: '500' }),
    ...durations(
      server,
      'fechatter_http_request_duration_seconds',
      () => 21,
      (moment) => 1 + 9 * trouble(moment),
    ),
    ...own('active_users', whole, 'gauge'),
    ...own('websocket_connections', (moment) => Math.round(around(58, 0.04)(moment) ?? 0), 'gauge'),
    ...own('messages_sent_total', times(around(3.2, 0.2), here)),
    ...own('cache_operations_total', around(60)),
    ...own('cache_hits_total', (moment) => (around(55)(moment) ?? 0) * (1 - 0.55 * trouble(moment))),
    ...scraped(notify, ['gauge', 'notify_sse_connections_active'], whole),
    ...scraped(notify, ['counter', 'notify_sse_connections_total'], around(0.2)),
    ...scraped(notify, ['gauge', 'notify_online_users_gauge'], whole),
    ...scraped(notify, ['counter', 'notify_sse_messages_sent_total'], around(14, 0.2)),
    ...scraped(notify, ['counter', 'notify_nats_events_processed_total'], around(3.1, 0.2)),
    ...scraped(analytics, ['counter', 'analytics_events_processed_total'], around(9, 0.2)),
    ...scraped(analytics, ['counter', 'analytics_clickhouse_operations_total'], around(2), {
      status: 'success',
    }),
    ...scraped(analytics, ['gauge', 'analytics_sessions_active'], whole),
    ...scraped(bot, ['counter', 'bot_nats_events_processed_total'], around(1.4, 0.3)),
    ...scraped(bot, ['counter', 'bot_ai_agent_requests_total'], around(0.2, 0.3), { status: 'success' }),
  ]
  const found = { fechatter_server: 2, notify_server: 2, analytics_server: 1, bot_server: 1 }
  return {
    ...{ name: 'fechatter', config },
    series: () => [
      ...play(scripted),
      ...Object.entries(found).flatMap(([service, count]) =>
        past('service:targets:found', { app, service }, 1, () => count),
      ),
    ],
  }
}

function shop(): World {
  const counted = (...labels: string[]) => ({ type: 'counter', expect: 'after-traffic', labels })
  const config = parseConfig({
    monitoring: { app: 'shop-monitoring', organization: 'acme', fly_metrics: true },
    apps: [{ app: 'shop' }],
    services: [
      {
        ...{ name: 'web', app: 'shop', port: 9090 },
        metrics: {
          http_requests_total: counted('status'),
          http_request_duration_seconds: { type: 'histogram', expect: 'after-traffic' },
          carts_open: 'gauge',
          orders_total: counted(),
          payments_failed_total: counted(),
        },
      },
      {
        ...{ name: 'worker', app: 'shop', port: 9091 },
        metrics: {
          jobs_done_total: counted(),
          jobs_failed_total: counted(),
          queue_length: 'gauge',
          worker_memory_bytes: 'gauge',
        },
      },
    ],
    slos: [
      { service: 'web', errors: 'status=~"5.."', of: 'http_requests_total', objective: 99.5 },
      { service: 'web', slower_than: '500ms', of: 'http_request_duration_seconds', objective: 99 },
    ],
  })
  const app = 'shop'
  const web: Machine[] = [2, 3].map((n) => ({
    app,
    service: 'web',
    instance: address(n, 9090),
    up: vanishing,
  }))
  const worker: Machine[] = [{ app, service: 'worker', instance: address(4, 9091), up: () => 1 }]
  const requests: Value = around(34)
  const bad: Value = (moment) => (around(0.01, 0.5)(moment) ?? 0) + 21 * trouble(moment)
  const queue: Value = ({ scenario, ago, noise }) =>
    Math.round(12 + 3 * noise + (scenario === 'incident' ? 22 * Math.max(0, 18 - ago) : 0))
  const status = (code: string, of: Value) =>
    scraped(web, ['counter', 'http_requests_total'], of, { status: code })
  const scripted = [
    ...targets([...web, ...worker]),
    ...itself(config.monitoring.app),
    ...status('200', requests),
    ...status('404', around(0.7, 0.4)),
    ...status('500', bad),
    ...durations(
      web,
      'http_request_duration_seconds',
      () => 34,
      (moment) => 1 + 6 * trouble(moment),
    ),
    ...scraped(web, ['gauge', 'carts_open'], (moment) => Math.round(around(87, 0.06)(moment) ?? 0)),
    ...scraped(
      web,
      ['counter', 'orders_total'],
      (moment) => (around(0.4, 0.3)(moment) ?? 0) * (1 - 0.7 * trouble(moment)),
    ),
    ...scraped(web, ['counter', 'payments_failed_total'], (moment) => 0.3 * trouble(moment)),
    ...scraped(
      worker,
      ['counter', 'jobs_done_total'],
      (moment) => (around(5, 0.2)(moment) ?? 0) * (1 - 0.6 * trouble(moment)),
    ),
    ...scraped(worker, ['counter', 'jobs_failed_total'], (moment) => 0.02 + 0.9 * trouble(moment)),
    ...scraped(worker, ['gauge', 'queue_length'], queue),
    ...scraped(worker, ['gauge', 'worker_memory_bytes'], around(180e6, 0.05)),
  ]
  scripted.push(...ofFly(app, vanishing, bad), ...ofFly(config.monitoring.app, () => 1))
  const events = (name: string, slo: string, rate: number) =>
    past(name, { service: 'web', slo }, 3, () => rate)
  return {
    ...{ name: 'shop', config },
    series: () => [
      ...play(scripted),
      ...past('service:targets:found', { app, service: 'web' }, 1, () => 2),
      ...past('service:targets:found', { app, service: 'worker' }, 1, () => 1),
      ...['web-errors', 'web-latency'].flatMap((slo) => [
        ...events('slo:events:rate5m', slo, 69.4),
        ...events('slo:bad_events:rate5m', slo, slo === 'web-errors' ? 0.08 : 0.2),
      ]),
    ],
  }
}

export const WORLDS: readonly (() => World)[] = [fechatter, shop]
