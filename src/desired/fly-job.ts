import type { Config } from '../config/schema.ts'
import { scrapeLimits } from '../config/scrape-limits.ts'
import { secondsOf } from '../config/thresholds.ts'
import { FLY_INTERVAL, FLY_JOB, FLY_METRICS_HOST, FLY_SERIES } from '../model/fly-series.ts'
import { type JobPlace, NO_REDIRECTS, shardRules } from './scrape-job.ts'
import { flyAuthorization } from './scrape-secrets.ts'

/** The apps whose machines Fly is asked about: the main apps and the one of Prometheus, which always runs. */
const flyApps = ({ apps, monitoring }: Config): string[] => [...apps.map(({ app }) => app), monitoring.app]

/**
 * The scrape job for the series that Fly has of the machines. They keep their own labels (`honor_labels`: the label `app` is
 * that of the machine) and their own timestamps, which show how far Fly is behind.
 */
export function flyJob(config: Config, { version, shard }: JobPlace) {
  const { organization, vm, scrape_interval, app } = config.monitoring
  const { samples, bodyMb } = scrapeLimits(vm.memory_mb)
  const selector = `{__name__=~"${FLY_SERIES.join('|')}",app=~"${flyApps(config).join('|')}"}`
  const isOften = secondsOf(scrape_interval) < secondsOf(FLY_INTERVAL)
  return {
    job_name: FLY_JOB,
    ...(isOften && { scrape_interval: FLY_INTERVAL, scrape_timeout: '10s' }),
    honor_labels: true,
    honor_timestamps: true,
    scheme: 'https',
    metrics_path: `/prometheus/${encodeURIComponent(organization)}/federate`,
    params: { 'match[]': [selector] },
    ...flyAuthorization(),
    ...NO_REDIRECTS,
    body_size_limit: `${bodyMb}MB`,
    sample_limit: samples,
    ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
    static_configs: [{ targets: [FLY_METRICS_HOST], labels: { service: FLY_JOB, app } }],
    // One target: one shard asks Fly.
    ...(shard !== undefined && { relabel_configs: shardRules(config.monitoring, shard) }),
  }
}
