import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Evidence, MetricEvidence } from '../../src/verify/evidence.ts'
import {
  deployment,
  type Endpoint,
  endpoint,
  type RunningPrometheus,
  startPrometheus,
  verified,
} from './verify-world.ts'

const TEXT = 'text/plain; version=0.0.4; charset=utf-8'
const OPENMETRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** A service: what it declares, its page at the nth scrape, and the right verdict on each metric. */
interface Case {
  metrics: Record<string, unknown>
  page: (n: number) => string
  type?: string
  right: Record<string, [state: MetricEvidence['state'], why?: string]>
}

const waiting = (type: string) => ({ type, expect: 'after-traffic' })
const counter = (name: string, value: number, family = name) => `# TYPE ${family} counter\n${name} ${value}\n`
const gauge = (name: string, value: number) => `# TYPE ${name} gauge\n${name} ${value}\n`
const BORN = Math.floor(Date.now() / 1000)

const CASES: Record<string, Case> = {
  // The client library was upgraded and adds or drops `_total`; traffic flows.
  upgraded: {
    metrics: { up_requests_total: waiting('counter'), up_jobs: waiting('counter'), up_hits: 'counter' },
    page: (n) => counter('up_requests', n) + counter('up_jobs_total', n) + counter('up_hits_total', n),
    right: {
      up_requests_total: ['missing', 'The service exposes up_requests instead.'],
      up_jobs: ['missing', 'The service exposes up_jobs_total instead.'],
      up_hits: ['missing', 'The service exposes up_hits_total instead.'],
    },
  },
  // A registry that adds `_total` to a name that has it, and one that adds a namespace.
  doubled: {
    metrics: { dbl_requests_total: 'counter', dbl_cache_hits_total: waiting('counter') },
    page: (n) => counter('dbl_requests_total_total', n) + counter('shop_dbl_cache_hits_total', n),
    right: {
      dbl_requests_total: ['missing', 'The service exposes dbl_requests_total_total instead.'],
      dbl_cache_hits_total: ['missing', 'The service exposes shop_dbl_cache_hits_total instead.'],
    },
  },
  openmetrics: {
    type: OPENMETRICS,
    metrics: {
      om_orders_total: 'counter',
      om_requests: 'counter',
      om_seconds: 'histogram',
      om_state: 'gauge',
      om_mode: 'stateset',
      om_build_info: 'info',
      om_temp: 'unknown',
      om_sizes: 'gaugehistogram',
      om_idle_total: waiting('counter'),
    },
    page: (n) => `# TYPE om_orders counter
om_orders_total ${n} # {trace_id="a"} 1.0
om_orders_created 1.7e9
# TYPE om_requests counter
om_requests_total ${n}
# TYPE om_idle counter
# TYPE om_seconds histogram
om_seconds_bucket{le="0.1"} ${n}
om_seconds_bucket{le="+Inf"} ${n}
om_seconds_sum ${n}
om_seconds_count ${n}
om_seconds_created 1.7e9
# TYPE om_state stateset
om_state{om_state="a"} 1
om_state{om_state="b"} 0
# TYPE om_mode stateset
om_mode{om_mode="x"} 1
# TYPE om_build info
om_build_info{version="1"} 1
# TYPE om_temp unknown
om_temp 4
# TYPE om_sizes gaugehistogram
om_sizes_bucket{le="+Inf"} 3
om_sizes_gcount 3
om_sizes_gsum 9
# EOF
`,
    right: {
      om_orders_total: ['present'],
      om_requests: ['missing', 'The service exposes om_requests_total instead.'],
      om_seconds: ['present'],
      om_state: ['present'],
      om_mode: ['present'],
      om_build_info: ['present'],
      om_temp: ['present'],
      om_sizes: ['present'],
      om_idle_total: ['waiting', 'Announced'],
    },
  },
  // A timer without buckets is a summary; a histogram with a sum and a count only; families that are called like parts.
  timers: {
    metrics: {
      tm_seconds: 'histogram',
      tm_flat_seconds: 'histogram',
      tm_wait_seconds: 'summary',
      tm_jobs_count: 'gauge',
      tm_lat_bucket: 'gauge',
      tm_wait_seconds_count: 'counter',
    },
    page: (n) => `# TYPE tm_seconds summary
tm_seconds_sum ${n}
tm_seconds_count ${n}
# TYPE tm_flat_seconds histogram
tm_flat_seconds_sum ${n}
tm_flat_seconds_count ${n}
# TYPE tm_wait_seconds summary
tm_wait_seconds_sum ${n}
tm_wait_seconds_count ${n}
${gauge('tm_jobs_count', 4)}${gauge('tm_jobs', 4)}${gauge('tm_lat_bucket', 4)}`,
    right: {
      tm_seconds: ['wrong-type', 'only a sum and a count'],
      tm_flat_seconds: ['missing', 'a histogram without buckets'],
      tm_wait_seconds: ['present'],
      tm_jobs_count: ['present'],
      tm_lat_bucket: ['present'],
      tm_wait_seconds_count: ['present'],
    },
  },
  // A caching exporter: its samples carry timestamps of their own.
  cached: {
    metrics: { cached_requests_total: 'counter' },
    page: (n) => `# TYPE cached_requests_total counter\ncached_requests_total ${n} ${Date.now() - 20_000}\n`,
    right: { cached_requests_total: ['present', 'timestamps of their own'] },
  },
  crawler: {
    metrics: { scrape_jobs_total: 'counter', scrape_series_per_page: 'gauge' },
    page: (n) => counter('scrape_jobs_total', n) + gauge('scrape_series_per_page', 2),
    right: { scrape_jobs_total: ['present'], scrape_series_per_page: ['present'] },
  },
  exchanged: {
    metrics: { ex_jobs_done_total: 'counter' },
    page: () => gauge('ex_level', 1),
    right: { ex_jobs_done_total: ['missing', 'does not expose it; other does.'] },
  },
  other: {
    metrics: { ex_queue: 'gauge' },
    page: (n) => counter('ex_jobs_done_total', n) + gauge('ex_queue', 1),
    right: { ex_queue: ['present'] },
  },
  // Four worker processes behind one port, each with numbers of its own.
  workers: {
    metrics: { wk_requests_total: 'counter', wk_level: 'gauge' },
    page: (n) =>
      counter('wk_requests_total', ([1000, 20, 500, 3][n % 4] ?? 0) + n) + gauge('wk_level', n % 4),
    right: { wk_requests_total: ['inconsistent', 'several worker processes'], wk_level: ['present'] },
  },
  timing_workers: {
    metrics: { tw_seconds: 'histogram' },
    page: (n) => {
      const count = n % 2 === 0 ? 900 + n : n
      return `# TYPE tw_seconds histogram\ntw_seconds_bucket{le="+Inf"} ${count}\ntw_seconds_sum ${count}\ntw_seconds_count ${count}\n`
    },
    right: { tw_seconds: ['inconsistent', 'several worker processes'] },
  },
  // Two processes with gauges only: the time at which the process started goes back.
  cluster: {
    metrics: { cl_connections: 'gauge' },
    page: (n) => gauge('cl_connections', n % 2) + gauge('process_start_time_seconds', BORN - (n % 2) * 60),
    right: { cl_connections: ['inconsistent', 'process_start_time_seconds of m1 goes up and down'] },
  },
  // Only one of three workers has registered the metric.
  lazy_workers: {
    metrics: { lw_requests_total: 'counter', lw_jobs_total: 'counter', lw_rare_total: waiting('counter') },
    page: (n) =>
      counter('lw_requests_total', n) +
      (n % 3 === 1 ? counter('lw_jobs_total', 5) + counter('lw_rare_total', 1) : ''),
    right: {
      lw_requests_total: ['present'],
      lw_jobs_total: ['partial', 'scrapes of m1'],
      lw_rare_total: ['partial', 'scrapes of m1'],
    },
  },
  // One process that starts again once, a metric that appears with the first event, and labels that change.
  healthy: {
    metrics: { he_requests_total: 'counter', he_late_total: waiting('counter'), he_task: 'gauge' },
    page: (n) =>
      counter('he_requests_total', n > 2 ? n - 3 : 700 + n) +
      gauge('process_start_time_seconds', n > 2 ? BORN + 9 : BORN) +
      (n > 1 ? counter('he_late_total', 1) : '') +
      `# TYPE he_task gauge\nhe_task{task="${n}"} 1\n`,
    right: { he_requests_total: ['present'], he_late_total: ['present'], he_task: ['present'] },
  },
  announced: {
    metrics: { an_requests_total: 'counter', an_errors_total: waiting('counter') },
    page: () => `# TYPE an_requests_total counter\n# TYPE an_errors_total counter\n${gauge('an_level', 1)}`,
    right: {
      an_requests_total: ['missing', 'sends no sample'],
      an_errors_total: ['waiting'],
    },
  },
  // Names of an upgrade that are near, but may be metrics of their own.
  neighbours: {
    metrics: { nb_messages_sent_total: waiting('counter'), nb_in_flight: waiting('gauge') },
    page: (n) => counter('nb_messages_received_total', n) + counter('nb_in_flight_total', n),
    right: { nb_messages_sent_total: ['waiting', 'is that the intended name?'], nb_in_flight: ['waiting'] },
  },
}

let running: RunningPrometheus
let evidence: Evidence
const pages: Endpoint[] = []

beforeAll(async () => {
  const services = []
  for (const [name, { metrics, page, type = TEXT }] of Object.entries(CASES)) {
    let scrapes = 0
    const served = await endpoint((_request, response) => {
      response.setHeader('content-type', type)
      response.end(page(++scrapes))
    })
    pages.push(served)
    services.push({ name, port: served.port, metrics })
  }
  const { config, machines, prometheus } = deployment(services)
  running = await startPrometheus(prometheus)
  ;({ evidence } = await verified(running, { config, machines }))
}, 120_000)

afterAll(async () => {
  for (const one of [running, ...pages]) await one[Symbol.asyncDispose]()
})

const RIGHT = Object.entries(CASES).flatMap(([service, { right }]) =>
  Object.entries(right).map(([name, [state, why]]) => ({ service, name, state, why })),
)

test.each(RIGHT)('$service: $name is $state', ({ service, name, state, why }) => {
  const found = evidence.metrics.find((metric) => metric.service === service && metric.name === name)
  expect({ state: found?.state, why: found?.why }).toEqual({
    state,
    why: why === undefined ? expect.any(String) : expect.stringContaining(why),
  })
})

test('no advice hides a fault: it never says to expect the metric later', () => {
  expect(evidence.metrics.filter(({ next }) => next?.includes('after-traffic'))).toEqual([])
})

test('times of creation are not metrics of their own', () => {
  expect(evidence.undeclared.find(({ service }) => service === 'openmetrics')?.names).toEqual([
    'om_requests_total',
  ])
})
