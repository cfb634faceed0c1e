import { secondsOf } from '../../config/thresholds.ts'
import { monitoringPanels as panels } from './panels.ts'
import { sumRate } from './promql.ts'
import type { AlertContext, AlertRule } from './rule.ts'
import { REMOTE_WRITE_DELAY, REMOTE_WRITE_DELAYS } from './self-monitoring.ts'

/**
 * Two alerts, because each one detects what the other does not: with a wrong key samples fail but the newest timestamp
 * advances; with a wrong URL nothing fails and nothing is ever sent. With targets in the configuration both name the target.
 */
export const remoteWriteRules = (context: AlertContext): AlertRule[] =>
  context.config.remote_write.length > 0
    ? [behind(context, { expr: REMOTE_WRITE_DELAYS, to: TO_TARGET }), failing({ by: TARGET, to: TO_TARGET })]
    : [behind(context, { expr: REMOTE_WRITE_DELAY, to: '' }), failing({ to: '' })]

/** The labels of a queue: its name, and its address. */
const TARGET = 'remote_name, url'
const TO_TARGET = ' to {{ $labels.remote_name }} ({{ $labels.url }})'

const behind = ({ config }: AlertContext, { expr, to }: { expr: string; to: string }): AlertRule => ({
  alert: 'RemoteWriteBehind',
  expr: `(\n${expr}\n) > ${secondsOf(config.alerts.remote_write_delay)}`,
  for: '5m',
  severity: 'warning',
  summary: `Remote write${to} is {{ $value | humanizeDuration }} behind`,
  description:
    'Samples do not reach the remote Prometheus in time: it cannot be reached, is too slow, or has never accepted a sample.',
  panel: panels.remoteWriteDelay,
  comment: [
    'Prometheus 2 and 3 have one of these each.',
    'pint disable promql/series(prometheus_remote_storage_queue_highest_timestamp_seconds)',
    'pint disable promql/series(prometheus_remote_storage_highest_timestamp_in_seconds)',
    'Does not exist before the first success.',
    'pint disable promql/series(prometheus_remote_storage_queue_highest_sent_timestamp_seconds)',
  ],
})

function failing({ by, to }: { by?: string; to: string }): AlertRule {
  const options = { window: '5m', ...(by !== undefined && { by }) }
  // Since Prometheus 3 a relabelling that drops series on purpose counts as "dropped" too, with this reason.
  const dropped = sumRate('prometheus_remote_storage_samples_dropped_total', {
    ...options,
    matchers: ['reason!="dropped_series"'],
  })
  const failed = sumRate('prometheus_remote_storage_samples_failed_total', options)
  return {
    alert: 'RemoteWriteFailing',
    expr: `${failed} + (${dropped} or 0 * ${failed}) > 0`,
    for: '10m',
    severity: 'critical',
    summary: `Remote write${to} loses {{ $value | humanize }} samples per second`,
    description:
      'The remote Prometheus rejects samples, or they are dropped before they are sent: they are lost there. The usual cause is the key, the user or a limit.',
    panel: panels.remoteWriteLosses,
    comment: [
      'Does not exist before the first loss.',
      'pint disable promql/series(prometheus_remote_storage_samples_dropped_total)',
    ],
  }
}
