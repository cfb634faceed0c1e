import * as v from 'valibot'
import { DURATION, parseDuration } from '../lib/duration.ts'

const positive = v.pipe(v.number(), v.gtValue(0, 'must be above 0'))
const share = v.pipe(positive, v.ltValue(1, 'must be below 1: a share, 0.05 is 5 %'))
const duration = v.pipe(v.string(), v.regex(DURATION, 'is not a duration such as 500ms or 2m'))
const rate = v.pipe(v.number(), v.finite('must be finite'), v.minValue(0))

/**
 * The thresholds of the alert rules: the part of `alerts:` in monitoring.yml that the rules read. Shares are
 * between 0 and 1, rates per second, durations in Prometheus' syntax.
 */
export const thresholdShape = {
  error_budget: v.pipe(
    v.optional(v.pipe(positive, v.maxValue(0.05)), 0.001),
    v.description(
      'Share of requests that may fail: 0.001 is an objective of 99.9 %. At most 0.05, because the fast alert fires at 14.4 times as much.',
    ),
  ),
  latency_p95: v.pipe(
    v.optional(duration, '500ms'),
    v.description('95 % of the requests should be answered within this time.'),
  ),
  min_request_rate: v.pipe(
    v.optional(rate, 0.5),
    v.description('Below this many requests per second a service has too little traffic to be judged.'),
  ),
  traffic_lost: v.pipe(
    v.optional(share, 0.9),
    v.description(
      'Share of the requests that a service always had at this hour, yesterday and a week ago, that must be missing before TrafficStopped fires.',
    ),
  ),
  min_message_rate: v.pipe(
    v.optional(rate, 0.1),
    v.description('Below this many messages per second delivery is not judged.'),
  ),
  cache_hit_ratio: v.pipe(
    v.optional(share, 0.5),
    v.description('Minimum share of cache lookups that should hit.'),
  ),
  sse_connections_lost: v.pipe(
    v.optional(share, 0.5),
    v.description('Share of the SSE connections that may be lost within ten minutes.'),
  ),
  sse_connections_min: v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), 20),
    v.description('Below this many SSE connections a loss is not judged.'),
  ),
  nats_processed_ratio: v.pipe(
    v.optional(share, 0.5),
    v.description('Minimum share of the sent messages that should reach notify_server through NATS.'),
  ),
  clickhouse_failure_ratio: v.pipe(
    v.optional(share, 0.05),
    v.description('Share of ClickHouse operations that may fail.'),
  ),
  bot_failure_ratio: v.pipe(
    v.optional(share, 0.1),
    v.description('Share of AI agent requests that may fail.'),
  ),
  slow_scrape: v.optional(
    v.pipe(duration, v.description('Longest time that a scrape may take. Default: half of its timeout.')),
  ),
  remote_write_delay: v.pipe(
    v.optional(duration, '2m'),
    v.description('How far remote write may lag behind. Only used when remote write is on.'),
  ),
  volume_used_ratio: v.pipe(
    v.optional(share, 0.8),
    v.description('Share of the volume that the data may fill.'),
  ),
} as const

export const thresholdSchema = v.strictObject(thresholdShape)

export type Thresholds = v.InferOutput<typeof thresholdSchema>

export const DEFAULT_THRESHOLDS: Thresholds = v.parse(thresholdSchema, {})

/** Seconds of a duration that the schema has accepted. */
export const secondsOf = (duration: string): number => (parseDuration(duration) ?? 0) / 1000
