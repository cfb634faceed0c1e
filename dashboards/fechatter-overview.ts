import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { DEFAULT_THRESHOLDS, secondsOf } from '../src/config/thresholds.ts'
import { OVERVIEW_DASHBOARD, overviewPanels as panels } from '../src/desired/alerts/panels.ts'
import { quantile, sumRate, zeroWhileUp } from '../src/desired/alerts/promql.ts'
import { BAD, FECHATTER_COLORS as COLORS } from '../src/desired/dashboards/colors.ts'
import { byService, colored, dashed, firingAlerts, machinesUp, stat, timeseries } from './panels.ts'
import { dashboard, flyLinks, now, query, SERVICE, WINDOW } from './shared.ts'

const rate = (metric: string, options: { matchers?: string[]; by?: string; window?: string } = {}): string =>
  sumRate(metric, { window: WINDOW, ...options, matchers: [SERVICE, ...(options.matchers ?? [])] })

/** 0 where one of the services is up and has nothing to count yet. */
const orZero = (expr: string, services: readonly string[], by?: string): string =>
  `${expr}\nor\n${zeroWhileUp(services, { matchers: [SERVICE], ...(by !== undefined && { by }) })}`

const HTTP = 'fechatter_server'
const WORKERS = ['notify_server', 'analytics_server', 'bot_server']
const BY = 'app, service'
const T = DEFAULT_THRESHOLDS

const requests = () => rate('fechatter_http_requests_total', { by: BY })

const events = () =>
  [
    'notify_nats_events_processed_total',
    'analytics_events_processed_total',
    'bot_nats_events_processed_total',
  ]
    .map((metric) => rate(metric, { by: BY }))
    .join('\nor\n')

/** Idle is 0 % failed, not 0/0; a service without a single failure has no series for them. */
const errorRatio = (window = WINDOW) => {
  const all = 'fechatter_http_requests_total'
  return `${rate(all, { window, matchers: ['status=~"5.."'] })}\n/\n(${rate(all, { window })} > 0)`
}

/** Without lookups there is no ratio; with lookups and no hit counter yet, it is 0. */
const hitRatio = () => {
  const lookups = rate('fechatter_cache_operations_total')
  return `(\n  ${rate('fechatter_cache_hits_total')}\n  or\n  0 * ${lookups}\n)\n/\n${lookups}`
}

/** What the first row looks back at: as far as the alerts that fire at once, whatever time range is chosen. */
const NOW = '5m'

const ERROR_STEPS = [
  { value: null, color: 'green' },
  { value: T.error_budget * 6, color: 'orange' },
  { value: T.error_budget * 14.4, color: 'red' },
]
const LATENCY_STEPS = [
  { value: null, color: 'green' },
  { value: secondsOf(T.latency_p95), color: 'red' },
]

/** Some room above the last threshold, so that its line is seen. */
const above = (limit: number) => Number((1.25 * limit).toPrecision(3))

/** When nothing answers at all, Prometheus is the first suspect. */
const EMPTY = 'If the first row is empty too, Prometheus does not answer.'

/**
 * The overview of Fechatter's four services: a row that says whether all is right now, then seven panels, in the order in
 * which one looks at an incident.
 */
export function fechatterOverview(): Dashboard {
  return dashboard({
    uid: OVERVIEW_DASHBOARD,
    title: 'Fechatter Overview',
    description:
      'Traffic, errors, latency and use of the four services. Vertical marks are deployments. ' +
      'Nothing here at all: look at Fechatter Monitoring first.',
  })
    .withPanel(machinesUp(panels.machinesUp, { x: 0, y: 0, w: 6, h: 6 }))
    .withPanel(
      stat(panels.errorsNow, {
        title: 'Errors 5m',
        description:
          'Share of the HTTP requests of the last five minutes answered with a 5xx status. ' +
          'Orange from 6 times the error budget, red from 14.4 times: there the alerts fire, if it lasts.',
        unit: 'percentunit',
        noValue: 'No answer',
        alerts: ['ErrorBudgetBurnFast', 'ErrorBudgetBurnSlow'],
        position: { x: 6, y: 0, w: 4, h: 6 },
        decimals: 2,
        thresholds: ERROR_STEPS,
      }).withTarget(now('A', orZero(errorRatio(NOW), [HTTP]), 'Failed requests')),
    )
    .withPanel(
      stat(panels.latencyNow, {
        title: 'P95 5m',
        description:
          '95 % of the HTTP requests of the last five minutes were answered faster than this. Red from the limit of the alert LatencyHigh.',
        unit: 's',
        noValue: 'No data',
        alerts: ['LatencyHigh'],
        position: { x: 10, y: 0, w: 4, h: 6 },
        thresholds: LATENCY_STEPS,
      }).withTarget(now('A', `max((\n${latency(0.95, NOW)}\n) >= 0)`, 'P95')),
    )
    .withPanel(firingAlerts(panels.firingAlerts, { x: 14, y: 0, w: 10, h: 6 }))
    .withPanel(
      byService(
        timeseries(panels.requestRate, {
          title: 'Request rate by service',
          description:
            'HTTP requests that fechatter_server answers, and events that the other services work off, each second. ' +
            '0 is an idle service; a line that ends is a service that Prometheus cannot reach any more: follow it to its machines at Fly.',
          unit: 'reqps',
          reaches: 1,
          noValue: `No sample of the selected services. ${EMPTY}`,
          alerts: [
            'TrafficStopped',
            'TargetDown',
            'AnalyticsIngestStalled',
            'ClickHouseWritesFailing',
            'BotAgentErrors',
          ],
          position: { x: 0, y: 6, w: 12, h: 8 },
        }),
      )
        .withTarget(query('A', orZero(requests(), [HTTP], BY), '{{service}}'))
        .withTarget(query('B', orZero(events(), WORKERS, BY), '{{service}} events'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      colored(
        timeseries(panels.errorRate, {
          title: 'Error rate',
          description:
            'Share of all HTTP requests answered with a 5xx status; 0 % without requests. ' +
            `The lines are 6 and 14.4 times the error budget of ${T.error_budget * 100} %: above them the month's budget is gone in five days, or in two. ` +
            'Compare with the marks of deployments; a rise right after one is that deployment.',
          unit: 'percentunit',
          reaches: above(T.error_budget * 14.4),
          noValue: `No sample of fechatter_server. ${EMPTY}`,
          alerts: ['ErrorBudgetBurnFast', 'ErrorBudgetBurnSlow'],
          position: { x: 12, y: 6, w: 12, h: 8 },
          decimals: 2,
          thresholds: ERROR_STEPS,
        }),
        { 'Failed requests': BAD },
      ).withTarget(query('A', orZero(errorRatio(), [HTTP]), 'Failed requests')),
    )
    .withPanel(
      dashed(
        byService(
          timeseries(panels.responseTime, {
            title: 'Response time (P95, P99)',
            description:
              '95 % and 99 % of the requests were answered faster than this. No line while there are no requests. ' +
              'From summaries it is the slowest machine and route, from histograms the service as a whole. ' +
              'P99 alone rising: one route or one machine; both: look at the database and the machine sizes.',
            unit: 's',
            reaches: above(secondsOf(T.latency_p95)),
            noValue: `No requests in this time. ${EMPTY}`,
            alerts: ['LatencyHigh'],
            position: { x: 0, y: 14, w: 12, h: 8 },
            thresholds: LATENCY_STEPS,
          }),
        ),
        'P99',
      )
        .withTarget(query('A', latency(0.95), '{{service}} P95'))
        .withTarget(query('B', latency(0.99), '{{service}} P99'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      colored(
        timeseries(panels.activeUsers, {
          title: 'Active users',
          description:
            'Users that fechatter_server counts as active, summed over its machines: who is active on two counts twice. ' +
            'Falls with an outage, and at night.',
          unit: 'count:users',
          reaches: 10,
          noValue: `No sample of fechatter_active_users. ${EMPTY}`,
          alerts: ['MetricAbsent'],
          position: { x: 12, y: 14, w: 12, h: 8 },
          decimals: 0,
        }),
        { Users: COLORS.fechatter_server },
      ).withTarget(query('A', `sum(fechatter_active_users{${SERVICE}})`, 'Users')),
    )
    .withPanel(
      colored(
        timeseries(panels.messageRate, {
          title: 'Message rate',
          description:
            'Chat messages that users send, and their deliveries over SSE, each minute. One message has many readers, so deliveries lie above. ' +
            'Messages without deliveries while people are connected: notify_server or NATS is stuck.',
          unit: 'count:messages/min',
          reaches: 10,
          noValue: `No sample of fechatter_server and notify_server. ${EMPTY}`,
          alerts: ['NotifyFanoutStalled', 'NatsConsumerLagging'],
          position: { x: 0, y: 22, w: 8, h: 8 },
        }),
        { Sent: COLORS.fechatter_server, 'Delivered over SSE': COLORS.notify_server },
      )
        .withTarget(query('A', orZero(`60 * ${rate('fechatter_messages_sent_total')}`, [HTTP]), 'Sent'))
        .withTarget(
          query(
            'B',
            orZero(`60 * ${rate('notify_sse_messages_sent_total')}`, ['notify_server']),
            'Delivered over SSE',
          ),
        ),
    )
    .withPanel(
      colored(
        timeseries(panels.connections, {
          title: 'Active connections',
          description:
            'Open connections over all machines. A drop to a fraction is a restart, a proxy or a deployment that cut them; ' +
            'they should come back within minutes.',
          unit: 'count:connections',
          reaches: 10,
          noValue: `No sample of notify_server and fechatter_server. ${EMPTY}`,
          alerts: ['NotifySSEConnectionsDropped'],
          position: { x: 8, y: 22, w: 8, h: 8 },
          decimals: 0,
        }),
        { SSE: COLORS.notify_server, WebSocket: COLORS.fechatter_server },
      )
        .withTarget(query('A', `sum(notify_sse_connections_active{${SERVICE}})`, 'SSE'))
        .withTarget(query('B', `sum(fechatter_websocket_connections{${SERVICE}})`, 'WebSocket')),
    )
    .withPanel(
      colored(
        timeseries(panels.cacheHitRatio, {
          title: 'Cache hit ratio',
          description:
            'Share of cache lookups that found something. No line without lookups. Low after a deployment is a cold cache; ' +
            `below ${T.cache_hit_ratio * 100} % for long, the database carries what the cache should: look at Redis' memory and evictions.`,
          unit: 'percentunit',
          reaches: 1,
          decimals: 1,
          noValue: `No cache lookups in this time. ${EMPTY}`,
          alerts: ['CacheHitRatioLow'],
          position: { x: 16, y: 22, w: 8, h: 8 },
          max: 1,
          thresholds: [
            { value: null, color: 'red' },
            { value: T.cache_hit_ratio, color: 'green' },
          ],
        }),
        { Hits: COLORS.fechatter_server },
      ).withTarget(query('A', hitRatio(), 'Hits')),
    )
    .build()
}

const latency = (q: 0.95 | 0.99, window = WINDOW) =>
  quantile(q, 'fechatter_http_request_duration_seconds', { window, matchers: [SERVICE], by: BY })
