import { stringify } from 'yaml'
import { scrapeLimits } from '../config/limits.ts'
import type { Config, ServiceConfig } from '../config/schema.ts'
import { parseDuration } from '../lib/duration.ts'
import { ALERTMANAGER_JOB, SELF_JOB } from '../model/prometheus.ts'
import type { PrometheusVersion } from '../model/prometheus-version.ts'
import { ALERTMANAGER_ADDRESS } from './alertmanager/alertmanager.ts'

/** Paths of the files on the monitoring machine. */
export const GUEST_PATHS = {
  config: '/etc/prometheus/prometheus.yml',
  rules: '/etc/prometheus/rules.yml',
  webConfig: '/etc/prometheus/web.yml',
  selfPassword: '/etc/prometheus/self-password',
  remoteWriteKey: '/etc/prometheus/remote-write-key',
} as const

/** The folder of the rule files of `alerts.rules` on the monitoring machine. */
export const OWN_RULES_FOLDER = '/etc/prometheus/rules'

/** The user of Prometheus' basic auth. */
export const PROMETHEUS_USER = 'prometheus'

export interface PrometheusOptions {
  version: PrometheusVersion
  /** Paths of the rule files on the machine. */
  ruleFiles: readonly string[]
  /** Without the key, which is a separate file. */
  remoteWrite: { url: string; user: string } | undefined
}

/** prometheus.yml: one job for each service and one for Prometheus itself, built as data and serialised once. */
export function renderPrometheus(config: Config, options: PrometheusOptions): string {
  const interval = config.monitoring.scrape_interval
  const document = {
    global: {
      scrape_interval: interval,
      scrape_timeout: atMost(interval, '10s'),
      evaluation_interval: interval,
      external_labels: { monitor: config.monitoring.app },
    },
    ...(config.alerts.notify && { alerting: { alertmanagers: [ALERTMANAGER] } }),
    ...(options.ruleFiles.length > 0 && { rule_files: [...options.ruleFiles] }),
    scrape_configs: [
      ...config.services.map((service) => serviceJob(service, config.monitoring, options.version)),
      selfJob(config),
      ...(config.alerts.notify ? [alertmanagerJob(config)] : []),
    ],
    ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
  }
  return stringify(document, { lineWidth: 0 })
}

/**
 * A target must not decide where Prometheus sends its next request, nor where a password or a key is sent: in the network
 * of the machine a redirect could lead to any other app.
 */
const NO_REDIRECTS = { follow_redirects: false }

/**
 * Discovery by the AAAA records of Fly's private DNS: each started machine is a target.
 * Both labels are names of the configuration, so that they stay the same when machines and addresses change.
 */
function serviceJob(
  service: ServiceConfig,
  { scrape_interval: interval, vm }: Config['monitoring'],
  version: PrometheusVersion,
) {
  const { samples, bodyMb } = scrapeLimits(vm.memory_mb)
  const host =
    service.process === undefined
      ? `${service.app}.internal`
      : `${service.process}.process.${service.app}.internal`
  return {
    job_name: service.name,
    metrics_path: service.path,
    ...NO_REDIRECTS,
    body_size_limit: `${bodyMb}MB`,
    sample_limit: samples,
    // Prometheus 3 rejects a blank or unknown Content-Type without this fallback; 2.42 does not know the key.
    ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
    dns_sd_configs: [
      { names: [host], type: 'AAAA', port: service.port, refresh_interval: atMost(interval, '15s') },
    ],
    relabel_configs: [
      { target_label: 'service', replacement: literal(service.name) },
      { target_label: 'app', replacement: literal(service.app) },
    ],
  }
}

/** The self-scrape needs the password too: basic auth protects every path of Prometheus. */
function selfJob(config: Config) {
  return {
    job_name: SELF_JOB,
    ...NO_REDIRECTS,
    ...(config.monitoring.access === 'password' && {
      basic_auth: { username: PROMETHEUS_USER, password_file: GUEST_PATHS.selfPassword },
    }),
    static_configs: [
      { targets: ['localhost:9090'], labels: { service: SELF_JOB, app: config.monitoring.app } },
    ],
  }
}

const ALERTMANAGER = { ...NO_REDIRECTS, static_configs: [{ targets: [ALERTMANAGER_ADDRESS] }] }

/** Its counters show whether the receivers accept what is sent to them; scraped often, so that a deploy can wait for it. */
function alertmanagerJob({ monitoring }: Config) {
  const interval = atMost(monitoring.scrape_interval, '5s')
  return {
    job_name: ALERTMANAGER_JOB,
    ...NO_REDIRECTS,
    scrape_interval: interval,
    scrape_timeout: interval,
    static_configs: [
      { targets: [ALERTMANAGER_ADDRESS], labels: { service: ALERTMANAGER_JOB, app: monitoring.app } },
    ],
    metric_relabel_configs: [
      { source_labels: ['__name__'], regex: '(alertmanager|process)_.*', action: 'keep' },
    ],
  }
}

function remoteWrite(target: { url: string; user: string }) {
  return {
    url: target.url,
    ...NO_REDIRECTS,
    basic_auth: { username: target.user, password_file: GUEST_PATHS.remoteWriteKey },
    // A monitoring machine is small: few shards use little memory (the default is 50 shards of 10,000 samples).
    queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
  }
}

/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text: string): string => text.replaceAll('$', '$$$$')

const atMost = (duration: string, limit: string): string =>
  (parseDuration(duration) ?? 0) < (parseDuration(limit) ?? 0) ? duration : limit
