import { declaredMetrics } from '../config/schema.ts'
import { overviewPanels as panels } from './panels.ts'
import { quantile, sumRate, zeroWhileUp } from './promql.ts'
import type { RenderedRule, RuleComment, RuleContext, RuleGroup } from './rule.ts'
import { seconds } from './thresholds.ts'

/** A rule about Fechatter's own metrics; it ships only with a configuration that promises them all. */
type FechatterRule = RenderedRule & { readonly needs: readonly string[] }

const REQUESTS = 'fechatter_http_requests_total'
const DURATION = 'fechatter_http_request_duration_seconds'
const MESSAGES = 'fechatter_messages_sent_total'
const LOOKUPS = 'fechatter_cache_operations_total'
const HITS = 'fechatter_cache_hits_total'
const CONNECTIONS = 'notify_sse_connections_active'
const DELIVERIES = 'notify_sse_messages_sent_total'
const CONSUMED = 'notify_nats_events_processed_total'
const INGESTED = 'analytics_events_processed_total'
const CLICKHOUSE = 'analytics_clickhouse_operations_total'
const AGENT = 'bot_ai_agent_requests_total'

const BURN_WINDOWS = ['5m', '30m', '1h', '6h'] as const
/** Fewer failures than this are single requests, whatever their share. */
const MIN_FAILURES = 5
const FAILED = 'status=~"fail.*|error.*"'

const errorRatio = (window: (typeof BURN_WINDOWS)[number]) =>
  `service:fechatter_http_errors:ratio_rate${window}`
const REQUEST_RATE = 'service:fechatter_http_requests:rate5m'
const P95 = 'service:fechatter_http_request_duration_seconds:p95_5m'
const HIT_RATIO = 'service:fechatter_cache:hit_ratio_rate5m'
const CONNECTIONS_SUM = 'service:notify_sse_connections:sum'

/** Rules about Fechatter's services, as far as the configuration promises the metrics that they read. */
export function fechatterRules(context: RuleContext): RuleGroup {
  const promised = new Set(
    context.config.services.flatMap((service) => declaredMetrics(service).map((metric) => metric.name)),
  )
  return {
    name: 'fechatter',
    rules: [...recordings(), ...httpAlerts(context), ...deliveryAlerts(context), ...workerAlerts(context)]
      .filter((rule) => rule.needs.every((metric) => promised.has(metric)))
      .map(({ needs: _, ...rule }) => rule),
  }
}

const rate = (metric: string, window: string, ...matchers: string[]) =>
  sumRate(metric, { window, matchers, by: 'service' })

/** The share of `part` in `whole`: 0 while nothing of `part` has been counted, nothing while `whole` stands still. */
const ratio = (part: string, whole: string) => `(\n  ${part}\n  or\n  0 * ${whole}\n)\n/\n(${whole} > 0)`

function recordings(): FechatterRule[] {
  return [
    { needs: [REQUESTS], record: REQUEST_RATE, expr: rate(REQUESTS, '5m') },
    ...BURN_WINDOWS.map((window) => ({
      needs: [REQUESTS],
      record: errorRatio(window),
      expr: ratio(rate(REQUESTS, window, 'status=~"5.."'), rate(REQUESTS, window)),
      comment: noFailureYet(REQUESTS),
    })),
    {
      needs: [DURATION],
      record: P95,
      expr: quantile(0.95, DURATION, { window: '5m', by: 'service' }),
      comment: [
        'An exporter sends a histogram or a summary, never both.',
        `pint disable promql/series(${DURATION}_bucket)`,
        `pint disable promql/series(${DURATION})`,
      ],
    },
    { needs: [HITS, LOOKUPS], record: HIT_RATIO, expr: ratio(rate(HITS, '5m'), rate(LOOKUPS, '5m')) },
    { needs: [CONNECTIONS], record: CONNECTIONS_SUM, expr: `sum by (service) (${CONNECTIONS})` },
  ]
}

/** Multi-window burn rates of the SRE workbook: 2 % of a 30-day budget in an hour, 5 % in six. */
function burn(
  context: RuleContext,
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

function httpAlerts(context: RuleContext): FechatterRule[] {
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
        'More than 14.4 times the error budget for an hour and still now: at this pace the budget of a month lasts two days.',
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
        'More than 6 times the error budget for six hours and still now: at this pace the budget of a month lasts five days.',
      panel: panels.errorRate,
      comment: noFailureYet(REQUESTS),
    },
    {
      needs: [DURATION, REQUESTS],
      alert: 'LatencyHigh',
      expr: `${P95} > ${seconds(T.latency_p95)}\nand ${REQUEST_RATE} > ${T.min_request_rate}`,
      for: '10m',
      severity: 'warning',
      summary: '{{ $labels.service }}: P95 is {{ $value | humanizeDuration }}',
      description: `One request in twenty takes longer than {{ $value | humanizeDuration }}; ${T.latency_p95} is wanted.`,
      panel: panels.responseTime,
    },
    {
      needs: [HITS, LOOKUPS],
      alert: 'CacheHitRatioLow',
      expr: `${HIT_RATIO} < ${T.cache_hit_ratio}\nand ${rate(LOOKUPS, '5m')} > ${T.min_request_rate}`,
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.service }}: only {{ $value | humanizePercentage }} of the cache lookups hit',
      description:
        'The database carries what the cache should. Expected for some minutes after a restart of the cache.',
      panel: panels.cacheHitRatio,
    },
  ]
}

function deliveryAlerts({ config }: RuleContext): FechatterRule[] {
  const T = config.alerts
  const before = `avg_over_time(${CONNECTIONS_SUM}[30m] offset 10m)`
  const sent = (window: string) => `sum(rate(${MESSAGES}[${window}]))`
  const notify = owners(config, CONSUMED)
  return [
    {
      needs: [CONNECTIONS],
      alert: 'NotifySSEConnectionsDropped',
      // The sum is recorded first: averages of single machines would count old and new ones after a deployment.
      expr: `${CONNECTIONS_SUM} < ${short(1 - T.sse_connections_lost)} * ${before}\nand ${before} > ${T.sse_connections_min}`,
      for: '3m',
      severity: 'critical',
      summary: '{{ $labels.service }}: SSE connections fell to {{ $value | humanize }}',
      description: `More than ${percent(T.sse_connections_lost)} of the SSE connections of ten minutes ago are gone, and they do not come back.`,
      panel: panels.connections,
    },
    {
      needs: [CONNECTIONS, DELIVERIES, MESSAGES],
      alert: 'NotifyFanoutStalled',
      // "unless": a delivery counter that was never created is as stalled as one that stands still.
      expr: [
        `sum by (service) (${CONNECTIONS}) > 0`,
        `unless ${rate(DELIVERIES, '5m')} > 0`,
        `and on () ${sent('5m')} > ${T.min_message_rate}`,
      ].join('\n'),
      for: '5m',
      severity: 'critical',
      summary: '{{ $labels.service }} delivers nothing to {{ $value | humanize }} connections',
      description: 'Messages are sent and people are connected, but no message goes out over SSE.',
      panel: panels.messageRate,
    },
    {
      needs: [CONSUMED, MESSAGES],
      alert: 'NatsConsumerLagging',
      expr: [
        `(${rate(CONSUMED, '10m')} or ${zeroWhileUp(notify, { by: 'service' })})`,
        `< on () group_left () (${T.nats_processed_ratio} * ${sent('10m')})`,
        `and on () ${sent('10m')} > ${T.min_message_rate}`,
      ].join('\n'),
      for: '10m',
      severity: 'warning',
      summary: '{{ $labels.service }} falls behind the messages that are sent',
      description:
        `It takes {{ $value | humanize }} events a second from NATS, less than ${percent(T.nats_processed_ratio)} of the messages sent. ` +
        'How many wait, only NATS knows (num_pending of the consumer).',
      panel: panels.messageRate,
    },
  ]
}

function workerAlerts({ config }: RuleContext): FechatterRule[] {
  const T = config.alerts
  return [
    {
      needs: [INGESTED, REQUESTS],
      alert: 'AnalyticsIngestStalled',
      expr: [
        `(${rate(INGESTED, '15m')} or ${zeroWhileUp(owners(config, INGESTED), { by: 'service' })}) == 0`,
        `and on () sum(rate(${REQUESTS}[15m])) > ${T.min_request_rate}`,
      ].join('\n'),
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.service }} takes in no events',
      description: 'There is traffic, but not one event has been processed for 15 minutes.',
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
      description: `More than ${percent(T.clickhouse_failure_ratio)} fail: events are being lost.`,
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
      description: `More than ${percent(T.bot_failure_ratio)} of the requests to AI agents failed in the last half hour.`,
      panel: panels.requestRate,
    },
  ]
}

/** Without a failure there is no failed series, and no alert: here the empty numerator is right. */
const failing = (metric: string, window: string, limit: number): string =>
  [
    `${rate(metric, window, FAILED)} / ${rate(metric, window)} > ${limit}`,
    `and sum by (service) (increase(${metric}{${FAILED}}[${window}])) >= ${MIN_FAILURES}`,
  ].join('\n')

const noFailureYet = (metric: string): RuleComment => [
  'Where nothing has failed yet, no series has such a status.',
  `pint rule/set promql/series(${metric}) ignore/label-value status`,
]

const percent = (share: number): string => `${short(share * 100)} %`

/** Without the noise of binary fractions: 0.3, not 0.30000000000000004. */
const short = (value: number): number => Number(value.toPrecision(6))

/** The services that promise a metric. */
const owners = (config: RuleContext['config'], metric: string): string[] =>
  config.services.filter((service) => Object.hasOwn(service.metrics, metric)).map((service) => service.name)
