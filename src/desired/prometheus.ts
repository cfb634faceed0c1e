import { posix } from 'node:path'
import { stringify } from 'yaml'
import { isAgent } from '../config/engine.ts'
import { hasReplicas } from '../config/replicas.ts'
import type { Config } from '../config/schema.ts'
import { shorter } from '../config/scrape-options.ts'
import {
  ALERTMANAGER_JOB,
  ALERTMANAGER_METRICS,
  MONITOR_LABEL,
  REPLICA_LABEL,
  SELF_JOB,
  SELF_TARGET,
} from '../model/prometheus.ts'
import type { PrometheusVersion } from '../model/prometheus-version.ts'
import { SHARD_LABEL, shardGroup } from '../model/shards.ts'
import { ALERTMANAGER_ADDRESS } from './alertmanager/alertmanager.ts'
import { flyJob } from './fly-job.ts'
import { PROMETHEUS_USER } from './prometheus-access.ts'
import { remoteWriteSection } from './remote-write.ts'
import { NO_REDIRECTS, type Shard, seriesRules, serviceJob } from './scrape-job.ts'

/** Paths of the files on the monitoring machine. */
export const GUEST_PATHS = {
  config: '/etc/prometheus/prometheus.yml',
  rules: '/etc/prometheus/rules.yml',
  webConfig: '/etc/prometheus/web.yml',
  selfPassword: '/etc/prometheus/self-password',
  remoteWriteKey: '/etc/prometheus/remote-write-key',
} as const

/** The name and the path on the machine of the configuration of Prometheus, of one shard where several share the targets. */
export function configFile(shard = 1): { name: string; guestPath: string } {
  const name = shard === 1 ? 'prometheus.yml' : `prometheus-${shardGroup(shard)}.yml`
  return { name, guestPath: posix.join(posix.dirname(GUEST_PATHS.config), name) }
}

/** The folder of the rule files of `alerts.rules` on the monitoring machine. */
const OWN_RULES_FOLDER = '/etc/prometheus/rules'

/**
 * The name on the machine of a rule file of `alerts.rules`, the `i`-th of them. The number keeps names apart that differ
 * only in their folders.
 */
export function ownRuleFile(path: string, i: number): { name: string; guestPath: string } {
  const name = `rules-${i + 1}-${posix.basename(path).replace(/[^\w.-]/g, '_')}`
  return { name, guestPath: `${OWN_RULES_FOLDER}/${name}` }
}

export interface PrometheusOptions {
  version: PrometheusVersion
  /** Paths of the rule files on the machine. */
  ruleFiles: readonly string[]
  /** The target of the inputs, without the key, which is a separate file; those of the configuration follow it. */
  remoteWrite: { url: string; user: string } | undefined
  /** Absent where one machine has all targets. */
  shard?: Shard
}

/** prometheus.yml: one job for each service and one for Prometheus itself, built as data and serialised once. */
export function renderPrometheus(config: Config, options: PrometheusOptions): string {
  const interval = config.monitoring.scrape_interval
  const written = remoteWriteSection(options.remoteWrite, GUEST_PATHS.remoteWriteKey, config.remote_write)
  const isReplicated = hasReplicas(config.monitoring)
  const document = {
    global: {
      scrape_interval: interval,
      scrape_timeout: shorter(interval, '10s'),
      ...(!isAgent(config.monitoring) && { evaluation_interval: interval }),
      external_labels: { [MONITOR_LABEL]: config.monitoring.app, ...(isReplicated && { replica: REPLICA }) },
    },
    ...(config.alerts.notify && {
      alerting: {
        ...(isReplicated && { alert_relabel_configs: [SAME_ALERT] }),
        alertmanagers: [ALERTMANAGER],
      },
    }),
    ...(options.ruleFiles.length > 0 && { rule_files: [...options.ruleFiles] }),
    scrape_configs: [
      ...config.services.map((service) => serviceJob(service, config.monitoring, options)),
      selfJob(config, options.shard),
      ...(config.alerts.notify ? [alertmanagerJob(config)] : []),
      ...(config.monitoring.fly_metrics ? [flyJob(config, options)] : []),
    ],
    ...(written.length > 0 && { remote_write: written }),
  }
  return stringify(document, { lineWidth: 0 })
}

/**
 * Prometheus expands variables in external labels: replicas have one configuration and differ in this label alone, by
 * which a remote store tells their samples apart, and verification which of them has answered.
 */
const REPLICA = `$\{FLY_MACHINE_ID}`

/** The replicas' Alertmanagers must see one alert, not one of each replica: only then one message is sent. */
const SAME_ALERT = { regex: REPLICA_LABEL, action: 'labeldrop' }

/**
 * The self-scrape needs the password too: basic auth protects every path of Prometheus. Each shard has its own, which says
 * in the store which shard it is; other series are the same from whichever shard they come.
 */
function selfJob(config: Config, shard: Shard | undefined) {
  return {
    job_name: SELF_JOB,
    ...NO_REDIRECTS,
    ...(config.monitoring.access !== 'public' && {
      basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
    }),
    static_configs: [
      {
        targets: [SELF_TARGET],
        labels: {
          ...{ service: SELF_JOB, app: config.monitoring.app },
          ...(shard !== undefined && { [SHARD_LABEL]: shard.number }),
        },
      },
    ],
  }
}

const ALERTMANAGER = { ...NO_REDIRECTS, static_configs: [{ targets: [ALERTMANAGER_ADDRESS] }] }

/**
 * Its counters show whether the receivers accept what is sent to them. Scraped often, because a deploy and a drill wait for
 * them; few metrics are kept.
 */
function alertmanagerJob({ monitoring }: Config) {
  const interval = shorter(monitoring.scrape_interval, '2s')
  return {
    job_name: ALERTMANAGER_JOB,
    ...NO_REDIRECTS,
    scrape_interval: interval,
    scrape_timeout: interval,
    static_configs: [
      { targets: [ALERTMANAGER_ADDRESS], labels: { service: ALERTMANAGER_JOB, app: monitoring.app } },
    ],
    metric_relabel_configs: seriesRules({ keep: [...ALERTMANAGER_METRICS] }),
  }
}
