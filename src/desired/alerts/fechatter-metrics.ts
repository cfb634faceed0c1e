import { sumRate } from './promql.ts'
import type { AlertContext, RenderedRule, RuleComment } from './rule.ts'

/** A rule about Fechatter's metrics; it is rendered only for a configuration that declares all of them. */
export type FechatterRule = RenderedRule & { readonly needs: readonly string[] }

export const REQUESTS = 'fechatter_http_requests_total'

export const REQUEST_DURATION = 'fechatter_http_request_duration_seconds'

export const MESSAGES = 'fechatter_messages_sent_total'

export const LOOKUPS = 'fechatter_cache_operations_total'

export const HITS = 'fechatter_cache_hits_total'

export const CONNECTIONS = 'notify_sse_connections_active'

export const DELIVERIES = 'notify_sse_messages_sent_total'

export const CONSUMED = 'notify_nats_events_processed_total'

export const INGESTED = 'analytics_events_processed_total'

export const CLICKHOUSE = 'analytics_clickhouse_operations_total'

export const AGENT = 'bot_ai_agent_requests_total'

/** Fewer failures than this are single requests, even where their share is high. */
export const MIN_FAILURES = 5

export const FAILED_STATUS = 'status=~"fail.*|error.*"'

export const serviceRate = (metric: string, window: string, ...matchers: string[]) =>
  sumRate(metric, { window, matchers, by: 'service' })

export const noFailureYet = (metric: string): RuleComment => [
  'As long as nothing has failed, no series has such a status.',
  `pint rule/set promql/series(${metric}) ignore/label-value status`,
]

export const percentText = (share: number): string => `${withoutNoise(share * 100)} %`

/** A number without the rounding error of binary fractions: 0.3, not 0.30000000000000004. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(6))

/** The services that declare a metric. */
export const servicesWith = (config: AlertContext['config'], metric: string): string[] =>
  config.services.filter((service) => Object.hasOwn(service.metrics, metric)).map((service) => service.name)
