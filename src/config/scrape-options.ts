import * as v from 'valibot'
import { parseDuration } from '../lib/duration.ts'
import { credentialsShape } from './credentials.ts'
import { DECLARABLE_LABEL, durationBetween, filled, matching, patterns, whole } from './schema-values.ts'

/** Labels that Prometheus or this action sets, and those whose meaning in a sample is fixed. */
export const RESERVED_LABELS: readonly string[] = ['job', 'instance', 'service', 'app', 'le', 'quantile']

/** The name of a label of a series. */
export const labelName = matching(DECLARABLE_LABEL, 'is not a label name: letters, digits and "_"')

/**
 * How one service is scraped, with the names of Prometheus' `scrape_config`: a part of `services[]` in monitoring.yml.
 * All keys are optional; without them the settings of `monitoring` and the limits of the machine apply.
 */
export const scrapeShape = {
  scheme: v.optional(
    v.pipe(v.picklist(['http', 'https']), v.description('Scheme of the metrics endpoint. Default: http.')),
  ),
  tls_config: v.optional(
    v.pipe(
      v.strictObject({
        server_name: v.optional(
          v.pipe(filled, v.description('Name in the certificate: machines are scraped by their addresses.')),
        ),
        insecure_skip_verify: v.optional(
          v.pipe(v.boolean(), v.description('true: any certificate is accepted.')),
        ),
      }),
      v.description('How the certificate is checked, with scheme: https.'),
    ),
  ),
  ...credentialsShape,
  labels: v.optional(
    v.pipe(
      v.record(labelName, filled),
      v.description('Labels that are added to every series of the service.'),
    ),
  ),
  scrape_interval: v.optional(
    v.pipe(
      durationBetween('1s', '2m'),
      v.description('How often this service is scraped. Default: monitoring.scrape_interval.'),
    ),
  ),
  scrape_timeout: v.optional(
    v.pipe(
      durationBetween('100ms', '2m'),
      v.description('How long a scrape may take, at most the interval. Default: 10s, or a shorter interval.'),
    ),
  ),
  sample_limit: v.optional(
    v.pipe(
      whole(1, 10_000_000),
      v.description('Samples of one scrape; a larger answer fails. Default: 20 for each MB of memory.'),
    ),
  ),
  keep: patterns('Only these series are stored.'),
  drop: patterns('These series are not stored.'),
} as const

const shape = v.strictObject(scrapeShape)

/** The settings of one service. */
export type ScrapeOptions = v.InferOutput<typeof shape>

/** How often a service is scraped, and how long one scrape may take, in Prometheus' syntax. */
export function scrapeTimes(
  service: Pick<ScrapeOptions, 'scrape_interval' | 'scrape_timeout'>,
  monitoring: { scrape_interval: string },
): { interval: string; timeout: string } {
  const interval = service.scrape_interval ?? monitoring.scrape_interval
  return { interval, timeout: service.scrape_timeout ?? shorter(interval, '10s') }
}

/** The longest interval of all services: what a rate over all of them needs, in Prometheus' syntax. */
export function longestInterval(config: {
  monitoring: { scrape_interval: string }
  services: readonly Pick<ScrapeOptions, 'scrape_interval'>[]
}): string {
  const all = config.services.map((service) => scrapeTimes(service, config.monitoring).interval)
  return all.reduce(
    (longest, one) => (ms(one) > ms(longest) ? one : longest),
    config.monitoring.scrape_interval,
  )
}

/** The shorter one of two durations. */
export const shorter = (one: string, other: string): string => (ms(one) < ms(other) ? one : other)

const ms = (duration: string): number => parseDuration(duration) ?? 0
