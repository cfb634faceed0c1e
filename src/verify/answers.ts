import { z } from 'zod'

/**
 * What Prometheus answers, as far as we read it. The shapes hold for 2.42 to 3.14 (recorded); a server that sends
 * anything else is reported, never believed. Numbers of samples travel as text, because JSON knows neither NaN nor Inf.
 */

const labels = z.record(z.string(), z.string())
const time = z.iso.datetime({ offset: true })

const target = z.object({
  labels,
  scrapePool: z.string(),
  scrapeUrl: z.string(),
  lastError: z.string(),
  /** Start of the last scrape on Prometheus' clock; year 1 before the first. */
  lastScrape: time,
  health: z.enum(['up', 'down', 'unknown']),
  /** Prometheus' own duration syntax; older servers leave it out. */
  scrapeInterval: z.string().default(''),
})

export const targetsAnswer = z.object({ activeTargets: z.array(target) })

const sample = z.tuple([z.number(), z.string()])

export const queryAnswer = z.discriminatedUnion('resultType', [
  z.object({
    resultType: z.literal('vector'),
    // A native histogram has `histogram` in the place of `value`.
    result: z.array(
      z.object({ metric: labels, value: sample.optional(), histogram: z.unknown().optional() }),
    ),
  }),
  z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z.object({ metric: labels, values: z.array(sample).default([]), histograms: z.unknown().optional() }),
    ),
  }),
  z.object({ resultType: z.literal('scalar'), result: sample }),
  z.object({ resultType: z.literal('string'), result: sample }),
])

export const buildInfoAnswer = z.object({ version: z.string() })

export const runtimeInfoAnswer = z.object({
  startTime: time,
  reloadConfigSuccess: z.boolean(),
  /** For people: `15d`, `15d or 10GiB`. */
  storageRetention: z.string(),
})

export const configAnswer = z.object({ yaml: z.string() })

export const targetsMetadataAnswer = z.array(
  z.object({ target: labels, metric: z.string(), type: z.string() }),
)

const rule = z.object({
  name: z.string(),
  query: z.string(),
  type: z.enum(['alerting', 'recording']),
  health: z.enum(['ok', 'err', 'unknown']),
  lastError: z.string().default(''),
  /** Year 1 before the first evaluation. */
  lastEvaluation: time,
})

export const rulesAnswer = z.object({
  groups: z.array(z.object({ name: z.string(), interval: z.number().default(0), rules: z.array(rule) })),
})

export const alertsAnswer = z.object({
  alerts: z.array(
    z.object({
      labels,
      annotations: labels.default({}),
      state: z.enum(['inactive', 'pending', 'firing', 'unknown']),
      activeAt: z.string().default(''),
    }),
  ),
})

export type ScrapeTarget = z.output<typeof target>
export type QueryResult = z.output<typeof queryAnswer>
export type RuntimeInfo = z.output<typeof runtimeInfoAnswer>
export type TargetMetadata = z.output<typeof targetsMetadataAnswer>[number]
export type RuleGroup = z.output<typeof rulesAnswer>['groups'][number]
export type Alert = z.output<typeof alertsAnswer>['alerts'][number]

/** The answer to a query that Prometheus could evaluate; warnings and infos come with a success. */
export interface QueryAnswer {
  result: QueryResult
  warnings: readonly string[]
  infos: readonly string[]
}

/**
 * Prometheus as verification needs it. Every method only reads and may be repeated.
 * All of them throw an ActionError whose code starts with `prometheus-` when there is no usable answer.
 */
export interface Prometheus {
  /** Whether it serves queries; false while it starts. */
  ready(): Promise<boolean>
  /** Its own clock, in milliseconds since the epoch. */
  now(): Promise<number>
  targets(): Promise<readonly ScrapeTarget[]>
  /** @throws ActionError `prometheus-query` when the query itself is refused. `at`: milliseconds since the epoch. */
  query(promql: string, at?: number): Promise<QueryAnswer>
  version(): Promise<string>
  runtimeInfo(): Promise<RuntimeInfo>
  /** The running configuration as Prometheus re-serialises it, passwords masked. */
  config(): Promise<string>
  /** Types that the targets of a selector declared, of samples up to ten scrapes ago. */
  metadata(selector: string): Promise<readonly TargetMetadata[]>
  rules(): Promise<readonly RuleGroup[]>
  alerts(): Promise<readonly Alert[]>
  /** Its metrics about itself, as text: fresher than what it has scraped of itself. */
  exposition(): Promise<string>
}
