import type { Config, ServiceConfig } from '../config/schema.ts'
import { scrapeLimits } from '../config/scrape-limits.ts'
import { scrapeTimes, shorter } from '../config/scrape-options.ts'
import { appLabelOf, isOnFly } from '../config/services.ts'
import type { PrometheusVersion } from '../model/prometheus-version.ts'
import { authentication } from './scrape-secrets.ts'

/**
 * A target must not decide where Prometheus sends its next request, nor where a password or a key is sent: in the network
 * of the machine a redirect could lead to any other app.
 */
export const NO_REDIRECTS = { follow_redirects: false }

/** One of several machines that share the targets, as it is written: its number, and what its addresses have as their hash. */
export interface Shard {
  number: string
  hash: string
}

/** A shard, counted from 1. */
export const shardNumbered = (number: number): Shard => ({ number: String(number), hash: String(number - 1) })

/** Where a configuration is used. */
export interface JobPlace {
  version: PrometheusVersion
  /** Absent where one machine has all targets. */
  shard?: Shard
}

/** The scrape job of one service, as a part of prometheus.yml. */
export function serviceJob(
  service: ServiceConfig,
  monitoring: Config['monitoring'],
  { version, shard }: JobPlace,
) {
  const { samples, bodyMb } = scrapeLimits(monitoring.vm.memory_mb)
  const { scheme, tls_config, sample_limit = samples } = service
  return {
    job_name: service.name,
    ...ownTimes(service, monitoring),
    metrics_path: service.path,
    ...(scheme && { scheme }),
    ...(tls_config && { tls_config }),
    ...authentication(service),
    ...NO_REDIRECTS,
    body_size_limit: `${bodyMb}MB`,
    sample_limit,
    // Prometheus 3 rejects a blank or unknown Content-Type without this fallback; 2.42 does not know the key.
    ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
    ...discovery(service, monitoring),
    relabel_configs: [
      ...shardRules(monitoring, shard),
      ...Object.entries(labelsOf(service)).map(([name, value]) => ({
        target_label: name,
        replacement: literal(value),
      })),
    ],
    ...stored(service),
  }
}

/**
 * Rules that keep the targets of one shard: each address belongs to exactly one of them, whichever job has it. Labels that
 * begin with `__tmp` are for relabelling alone.
 */
export const shardRules = ({ shards }: Config['monitoring'], shard: Shard | undefined) =>
  shard === undefined
    ? []
    : [
        { source_labels: ['__address__'], modulus: shards, target_label: '__tmp_shard', action: 'hashmod' },
        { source_labels: ['__tmp_shard'], regex: shard.hash, action: 'keep' },
      ]

/** Only where the service differs from the global settings. */
function ownTimes(service: ServiceConfig, monitoring: Config['monitoring']) {
  if (service.scrape_interval === undefined && service.scrape_timeout === undefined) return {}
  const { interval, timeout } = scrapeTimes(service, monitoring)
  return { scrape_interval: interval, scrape_timeout: timeout }
}

/** Static addresses, or the AAAA records of Fly's private DNS: each started machine is a target. */
function discovery(service: ServiceConfig, { scrape_interval }: Config['monitoring']) {
  if (!isOnFly(service)) return { static_configs: [{ targets: service.addresses }] }
  const { app, process, port } = service
  const host = process === undefined ? `${app}.internal` : `${process}.process.${app}.internal`
  return {
    dns_sd_configs: [
      { names: [host], type: 'AAAA', port, refresh_interval: shorter(scrape_interval, '15s') },
    ],
  }
}

/** Names of the configuration, so that they stay the same when machines and addresses change. */
const labelsOf = (service: ServiceConfig) => ({
  service: service.name,
  app: appLabelOf(service),
  ...service.labels,
})

/** Which series are stored. */
function stored(service: ServiceConfig) {
  const rules = seriesRules(service)
  return rules.length > 0 && { metric_relabel_configs: rules }
}

/** Rules for relabelling that `keep` and `drop` series by their names, in this order. Prometheus anchors the pattern at both ends. */
export function seriesRules({ keep, drop }: Pick<ServiceConfig, 'keep' | 'drop'>) {
  const rule = (action: 'keep' | 'drop', patterns: readonly string[] | undefined) =>
    patterns ? [{ source_labels: ['__name__'], regex: patterns.join('|'), action }] : []
  return [...rule('keep', keep), ...rule('drop', drop)]
}

/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text: string): string => text.replaceAll('$', '$$$$')
