import { isAgent } from '../../config/engine.ts'
import { hasShards, machineGroups } from '../../config/shards.ts'
import { secondsOf } from '../../config/thresholds.ts'
import { ALERTMANAGER_JOB, DRILL, SELF_JOB } from '../../model/prometheus.ts'
import { SHARD_LABEL } from '../../model/shards.ts'
import { WATCHDOG_ALERT } from '../alertmanager/routes.ts'
import { monitoringPanels as panels } from './panels.ts'
import { remoteWriteRules } from './remote-write.ts'
import type { AlertContext, AlertRule, RecordingRule, RuleGroup } from './rule.ts'
import { VOLUME_SIZE, VOLUME_USED } from './self-monitoring.ts'

/** Rules about Prometheus itself, from its self-scrape. */
export function monitoringRules(context: AlertContext): RuleGroup {
  // An agent has no blocks of samples that fill its volume, and evaluates no rules.
  const isServer = !isAgent(context.config.monitoring)
  return {
    name: 'monitoring',
    rules: [
      ...(isServer ? [volumeSize(context)] : []),
      ...(context.remoteWrite ? remoteWriteRules(context) : []),
      ...(isServer ? [volumeFilling(context)] : []),
      CONFIG_RELOAD_FAILED,
      ...shardAbsent(context),
      ...(isServer ? [RULE_FAILURES] : []),
      watchdog(context),
      ...(hasDrill(context) ? [drill(context)] : []),
    ],
  }
}

/** Fly sizes a volume in GB; 10^9 bytes is the lower estimate. */
const bytes = ({ config }: AlertContext): number => config.monitoring.volume.size_gb * 1e9

const volumeSize = (context: AlertContext): RecordingRule => ({
  record: VOLUME_SIZE,
  expr: `vector(${bytes(context)})`,
})

const volumeFilling = (context: AlertContext): AlertRule => ({
  alert: 'VolumeFilling',
  expr: `(\n${VOLUME_USED}\n) / ${bytes(context)} > ${context.config.alerts.volume_used_ratio}`,
  for: '15m',
  severity: 'warning',
  summary: 'Prometheus uses {{ $value | humanizePercentage }} of its volume',
  description:
    `The volume ${context.config.monitoring.volume.name} has ${context.config.monitoring.volume.size_gb} GB. ` +
    'When it is full, Prometheus stops: there are no samples and no alerts.',
  panel: panels.volume,
  comment: [
    'Prometheus 2.42 does not measure these.',
    'pint disable promql/series(prometheus_tsdb_wal_storage_size_bytes)',
    'pint disable promql/series(prometheus_tsdb_head_chunks_storage_size_bytes)',
  ],
})

const CONFIG_RELOAD_FAILED: AlertRule = {
  alert: 'ConfigReloadFailed',
  // Of several shards, one that failed counts.
  expr: 'min by (app, service) (prometheus_config_last_reload_successful) == 0',
  for: '5m',
  severity: 'critical',
  summary: '{{ $labels.app }} runs with an old configuration',
  description:
    'Prometheus could not load its new configuration and still uses the previous one. After the next restart it may not start at all.',
  panel: panels.rules,
}

/**
 * Nothing is down when a shard is: its targets are in no other one, their series just end, and so does its scrape of itself.
 * Also when it runs and cannot send.
 */
function shardAbsent({ config: { monitoring } }: AlertContext): AlertRule[] {
  if (!hasShards(monitoring)) return []
  const shards = machineGroups(monitoring).map(
    (_, i) => `absent(up{job="${SELF_JOB}",${SHARD_LABEL}="${i + 1}"})`,
  )
  return [
    {
      alert: 'ShardAbsent',
      expr: shards.join('\nor\n'),
      for: '3m',
      severity: 'critical',
      summary: `No samples from shard {{ $labels.shard }} of ${shards.length}`,
      description: `Shard {{ $labels.shard }} of the ${shards.length} shards of ${monitoring.app} does not run, or cannot send its samples: a part of the targets is not scraped, and no other alert says which.`,
      panel: panels.targets,
    },
  ]
}

const RULE_FAILURES: AlertRule = {
  alert: 'RuleFailures',
  expr: 'sum by (app, service, rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0',
  for: '5m',
  severity: 'critical',
  summary: 'Rules of {{ $labels.rule_group }} cannot be evaluated',
  description:
    'Prometheus cannot evaluate rules, so alerts that depend on them do not fire. The page /rules of Prometheus shows the reason.',
  panel: panels.rules,
}

/**
 * With an Alertmanager each start of Prometheus is an alert of its own, so that each receiver is tested by one message
 * after each start; it fires at once, so that a deploy can wait for it. `vector(1)` while Prometheus does not scrape itself.
 */
const watchdog = ({ config: { alerts } }: AlertContext): AlertRule => ({
  alert: WATCHDOG_ALERT,
  expr: alerts.notify ? `${STARTED}\nor on ()\nvector(1)` : 'vector(1)',
  for: alerts.notify ? '0s' : '1m',
  severity: 'none',
  summary: alerts.notify ? 'Alerts reach this receiver' : 'Alerting works',
  description:
    "This alert always fires. Send it to a dead man's switch: when it stops arriving, other alerts do not arrive either.",
  panel: panels.rules,
  comment: ['This alert is meant to always fire.', 'pint disable alerts/comparison'],
})

/** Without a password, anyone could knock, and wake the team. */
const hasDrill = ({ config: { alerts, monitoring } }: AlertContext): boolean =>
  alerts.notify !== undefined && monitoring.access !== 'public'

/** Fires for a minute or four scrapes after `deploy-monitoring drill` has knocked, and ends by itself. */
function drill({ config }: AlertContext): AlertRule {
  const seconds = Math.max(60, 4 * secondsOf(config.monitoring.scrape_interval))
  const counter = `prometheus_http_requests_total{job="${SELF_JOB}",handler="${DRILL.handler}",code="${DRILL.code}"}`
  return {
    alert: DRILL.alert,
    // Only an increase is a drill: after a scrape that failed, or a restart, the counter is there again at its old value.
    expr: `sum(increase(${counter}[${seconds}s])) > ${DRILL.requests}`,
    for: '0s',
    severity: 'critical',
    summary: 'This is a drill: someone tests whether alerts arrive',
    description: `Nothing is wrong with ${config.monitoring.app}. \`deploy-monitoring drill\` sends this alert, and it ends by itself.`,
    panel: panels.rules,
    comment: [
      'Counted only while there is a drill.',
      'pint disable promql/series(prometheus_http_requests_total)',
    ],
  }
}

/**
 * When the machine started, in seconds since the epoch, as the label `started`. Right after a start, the sample of the start
 * before can still be queried.
 */
const START = `process_start_time_seconds{job="${ALERTMANAGER_JOB}"}`
const STARTED = `count_values("started", ${START} and timestamp(${START}) > time() - 6)`
