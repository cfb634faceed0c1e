import { z } from 'zod'
import { DURATION, parseDuration } from '../lib/duration.ts'

const share = z.number().gt(0, 'must be above 0').lt(1, 'must be below 1: a share, 0.05 is 5 %')
const duration = z.string().regex(DURATION, 'is not a duration such as 500ms or 2m')
const rate = z.number().min(0, 'must not be negative')

/**
 * The thresholds of the alert rules: the part of `alerts:` in monitoring.yml that this folder reads. Shares are
 * between 0 and 1, rates per second, durations in Prometheus' syntax.
 */
export const thresholdShape = {
  error_budget: z
    .number()
    .gt(0, 'must be above 0')
    .lte(0.05, 'must be at most 0.05: the fast alert waits for 14.4 times as much')
    .default(0.001)
    .describe('Share of requests that may fail: 0.001 is an objective of 99.9 %.'),
  latency_p95: duration.default('500ms').describe('95 % of the requests should be answered within this.'),
  min_request_rate: rate
    .default(0.5)
    .describe('Requests per second below which a service is too quiet to judge.'),
  min_message_rate: rate
    .default(0.1)
    .describe('Messages per second below which delivery is too quiet to judge.'),
  cache_hit_ratio: share.default(0.5).describe('Lowest share of cache lookups that should hit.'),
  sse_connections_lost: share
    .default(0.5)
    .describe('Share of the SSE connections that may go away within ten minutes.'),
  sse_connections_min: z
    .int()
    .min(1)
    .default(20)
    .describe('Fewer SSE connections than this are too few to judge.'),
  nats_processed_ratio: share
    .default(0.5)
    .describe('Lowest share of the sent messages that should reach notify_server through NATS.'),
  clickhouse_failure_ratio: share.default(0.05).describe('Share of ClickHouse operations that may fail.'),
  bot_failure_ratio: share.default(0.1).describe('Share of AI agent requests that may fail.'),
  slow_scrape: duration.optional().describe('A scrape may take this long. Default: half of its timeout.'),
  remote_write_delay: duration
    .default('2m')
    .describe('How far remote write may lag behind. Only used when remote write is on.'),
  volume_used_ratio: share.default(0.8).describe('Share of the volume that the data may fill.'),
} as const

export const thresholdSchema = z.strictObject(thresholdShape)

export type Thresholds = z.output<typeof thresholdSchema>

export const DEFAULT_THRESHOLDS: Thresholds = thresholdSchema.parse({})

/** Seconds of a duration that the schema has accepted. */
export const seconds = (duration: string): number => (parseDuration(duration) ?? 0) / 1000
