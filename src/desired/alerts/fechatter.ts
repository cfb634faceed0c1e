import { secondsOf } from '../../config/thresholds.ts'
import {
  AGENT,
  CLICKHOUSE,
  CONNECTIONS,
  CONSUMED,
  DELIVERIES,
  FAILED_STATUS,
  type FechatterRule,
  HITS,
  INGESTED,
  LOOKUPS,
  MESSAGES,
  MIN_FAILURES,
  noFailureYet,
  percentText,
  REQUEST_DURATION,
  REQUESTS,
  serviceRate,
  servicesWith,
  withoutNoise,
} from './fechatter-metrics.ts'
import { overviewPanels as panels } from './panels.ts'
import { quantile, zeroWhileUp } from './promql.ts'
import type { AlertContext, RuleGroup } from './rule.ts'
import { trafficStopped } from './traffic.ts'

const BURN_WINDOWS = ['5m', '30m', '1h', '6h'] as const

const errorRatio = (window: (typeof BURN_WINDOWS)[number]) =>
  `service:fechatter_http_errors:ratio_rate${window}`
const REQUEST_RATE = 'service:fechatter_http_requests:rate5m'
const P95 = 'service:fechatter_http_request_duration_seconds:p95_5m'
const HIT_RATIO = 'service:fechatter_cache:hit_ratio_rate5m'
const CONNECTIONS_SUM = 'service:notify_sse_connections:sum'

/** Rules about Fechatter's services, as far as the configuration declares the metrics that they read. */
export function fechatterRules(context: AlertContext): RuleGroup {
  const declared = new Set(context.config.services.flatMap(({ metrics }) => Object.keys(metrics)))
  return {
    name: 'fechatter',
    rules: [recordings(), ...[httpAlerts, traffic, deliveryAlerts, workerAlerts].map((of) => of(context))]
      .flat()
      .filter((rule) => rule.needs.every((metric) => declared.has(metric)))
      .map(({ needs: _, ...rule }) => rule),
  }
}

/** The share of `part` in `whole`: 0 while `part` does not exist, empty while `whole` does not increase. */
const ratio = (part: string, whole: string) => `(\n  ${part}\n  or\n  0 * ${whole}\n)\n/\n(${whole} > 0)`

function recordings(): FechatterRule[] {
  return [
    { needs: [REQUESTS], record: REQUEST_RATE, expr: serviceRate(REQUESTS, '5m') },
    ...BURN_WINDOWS.map((window) => ({
      needs: [REQUESTS],
      record: errorRatio(window),
      expr: ratio(serviceRate(REQUESTS, window, 'status=~"5.."'), serviceRate(REQUESTS, window)),
      comment: noFailureYet(REQUESTS),
    })),
    {
      needs: [REQUEST_DURATION],
      record: P95,
      expr: quantile(0.95, REQUEST_DURATION, { window: '5m', by: 'service' }),
      comment: [
        'An exporter exposes a histogram or a summary, never both.',
        `pint disable promql/series(${REQUEST_DURATION}_bucket)`,
        `pint disable promql/series(${REQUEST_DURATION})`,
      ],
    },
    {
      needs: [HITS, LOOKUPS],
      record: HIT_RATIO,
      expr: ratio(serviceRate(HITS, '5m'), serviceRate(LOOKUPS, '5m')),
    },
    { needs: [CONNECTIONS], record: CONNECTIONS_SUM, expr: `sum by (service) (${CONNECTIONS})` },
  ]
}

/** Multi-window burn rates of the SRE workbook: 2 % of a 30-day budget in one hour, 5 % in six hours. */
function burn(
  context: AlertContext,
  factor: number,
  [now, long]: readonly ['5m', '1h'] | readonly ['30m', '6h'],
) {
  const limit = `${factor} * ${context.config.alerts.error_budget}`
  const failures = `sum by (service) (increase(${REQUESTS}{status=~"5.."}[${long}]))`
  return [
    `${errorRatio(now)} > ${limit}`,
    `and ${errorRatio(long)} > ${limit}`,
    `and ${failures} >= ${MIN_FAILURES}`,
  ].join('\n')
}

function httpAlerts(context: AlertContext): FechatterRule[] {
  const T = context.config.alerts
  return [
    {
      needs: [REQUESTS],
      alert: 'ErrorBudgetBurnFast',
      expr: burn(context, 14.4, ['5m', '1h']),
      for: '2m',
      severity: 'critical',
      summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
      description:
        'The error rate has been more than 14.4 times the error budget for an hour and still is: at this rate the budget of a month lasts two days.',
      panel: panels.errorRate,
      comment: noFailureYet(REQUESTS),
    },
    {
      needs: [REQUESTS],
      alert: 'ErrorBudgetBurnSlow',
      expr: burn(context, 6, ['30m', '6h']),
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests',
      description:
        'The error rate has been more than 6 times the error budget for six hours and still is: at this rate the budget of a month lasts five days.',
      panel: panels.errorRate,
      comment: noFailureYet(REQUESTS),
    },
    {
      needs: [REQUEST_DURATION, REQUESTS],
      alert: 'LatencyHigh',
      expr: `${P95} > ${secondsOf(T.latency_p95)}\nand ${REQUEST_RATE} > ${T.min_request_rate}`,
      for: '10m',
      severity: 'warning',
      summary: '{{ $labels.service }}: P95 is {{ $value | humanizeDuration }}',
      description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; the limit is ${T.latency_p95}.`,
      panel: panels.responseTime,
    },
    {
      needs: [HITS, LOOKUPS],
      alert: 'CacheHitRatioLow',
      expr: `${HIT_RATIO} < ${T.cache_hit_ratio}\nand ${serviceRate(LOOKUPS, '5m')} > ${T.min_request_rate}`,
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.service }}: only {{ $value | humanizePercentage }} of the cache lookups hit',
      description:
        'The database has to answer what the cache should. This is expected for some minutes after a restart of the cache.',
      panel: panels.cacheHitRatio,
    },
  ]
}

const traffic = ({ config }: AlertContext): FechatterRule[] =>
  trafficStopped(config, { rate: REQUEST_RATE, panel: panels.requestRate }).map((rule) => ({
    ...rule,
    needs: [REQUESTS],
  }))

function deliveryAlerts({ config }: AlertContext): FechatterRule[] {
  const T = config.alerts
  const before = `avg_over_time(${CONNECTIONS_SUM}[30m] offset 10m)`
  const sent = (window: string) => `sum(rate(${MESSAGES}[${window}]))`
  const notify = servicesWith(config, CONSUMED)
  return [
    {
      needs: [CONNECTIONS],
      alert: 'NotifySSEConnectionsDropped',
      // The sum is recorded first: averages per machine would count both old and new machines after a deployment.
      expr: `${CONNECTIONS_SUM} < ${withoutNoise(1 - T.sse_connections_lost)} * ${before}\nand ${before} > ${T.sse_connections_min}`,
      for: '3m',
      severity: 'critical',
      summary: '{{ $labels.service }}: SSE connections fell to {{ $value | humanize }}',
      description: `More than ${percentText(T.sse_connections_lost)} of the SSE connections of ten minutes ago were closed and have not been reopened.`,
      panel: panels.connections,
    },
    {
      needs: [CONNECTIONS, DELIVERIES, MESSAGES],
      alert: 'NotifyFanoutStalled',
      // "unless": a delivery counter that does not exist means the same as one that does not increase.
      expr: [
        `sum by (service) (${CONNECTIONS}) > 0`,
        `unless ${serviceRate(DELIVERIES, '5m')} > 0`,
        `and on () ${sent('5m')} > ${T.min_message_rate}`,
      ].join('\n'),
      for: '5m',
      severity: 'critical',
      summary: '{{ $labels.service }} delivers no messages to {{ $value | humanize }} connections',
      description: 'Messages are sent and clients are connected, but no message is delivered over SSE.',
      panel: panels.messageRate,
    },
    {
      needs: [CONSUMED, MESSAGES],
      alert: 'NatsConsumerLagging',
      expr: [
        `(${serviceRate(CONSUMED, '10m')} or ${zeroWhileUp(notify, { by: 'service' })})`,
        `< on () group_left () (${T.nats_processed_ratio} * ${sent('10m')})`,
        `and on () ${sent('10m')} > ${T.min_message_rate}`,
      ].join('\n'),
      for: '10m',
      severity: 'warning',
      summary: '{{ $labels.service }} falls behind the messages that are sent',
      description:
        `It processes {{ $value | humanize }} events per second from NATS, less than ${percentText(T.nats_processed_ratio)} of the messages sent. ` +
        'The number of pending events is known to NATS only (num_pending of the consumer).',
      panel: panels.messageRate,
    },
  ]
}

function workerAlerts({ config }: AlertContext): FechatterRule[] {
  const T = config.alerts
  return [
    {
      needs: [INGESTED, REQUESTS],
      alert: 'AnalyticsIngestStalled',
      expr: [
        `(${serviceRate(INGESTED, '15m')} or ${zeroWhileUp(servicesWith(config, INGESTED), { by: 'service' })}) == 0`,
        `and on () sum(rate(${REQUESTS}[15m])) > ${T.min_request_rate}`,
      ].join('\n'),
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.service }} processes no events',
      description: 'There is traffic, but no event has been processed for 15 minutes.',
      panel: panels.requestRate,
    },
    {
      needs: [CLICKHOUSE],
      alert: 'ClickHouseWritesFailing',
      expr: failing(CLICKHOUSE, '10m', T.clickhouse_failure_ratio),
      comment: noFailureYet(CLICKHOUSE),
      for: '10m',
      severity: 'critical',
      summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the ClickHouse operations fail',
      description: `More than ${percentText(T.clickhouse_failure_ratio)} of the operations fail: events are lost.`,
      panel: panels.requestRate,
    },
    {
      needs: [AGENT],
      alert: 'BotAgentErrors',
      expr: failing(AGENT, '30m', T.bot_failure_ratio),
      comment: noFailureYet(AGENT),
      for: '10m',
      severity: 'warning',
      summary: '{{ $labels.service }}: {{ $value | humanizePercentage }} of the AI agent requests fail',
      description: `More than ${percentText(T.bot_failure_ratio)} of the requests to AI agents failed in the last half hour.`,
      panel: panels.requestRate,
    },
  ]
}

/** Without a failure there is no failed series, and no alert: here an empty numerator is correct. */
const failing = (metric: string, window: string, limit: number): string =>
  [
    `${serviceRate(metric, window, FAILED_STATUS)} / ${serviceRate(metric, window)} > ${limit}`,
    `and sum by (service) (increase(${metric}{${FAILED_STATUS}}[${window}])) >= ${MIN_FAILURES}`,
  ].join('\n')
