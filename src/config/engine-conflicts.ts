import { type ConfigIssue, issueAt } from './schema-issues.ts'
import type { ConfigPath } from './schema-paths.ts'

type Loose = Record<string, unknown>

/**
 * What an agent cannot do. Works on the raw values, before validation: any of them may be missing or of the wrong type,
 * which the schema reports.
 */
export function engineConflicts({ monitoring, alerts }: { monitoring: Loose; alerts: Loose }): ConfigIssue[] {
  if (monitoring.engine !== 'agent') return []
  const { replicas, retention } = monitoring
  return [
    ...(alerts.notify === undefined ? [] : [NO_ALERTMANAGER]),
    ...(typeof replicas === 'number' && replicas > 1 ? [DOUBLED] : []),
    ...(retention === undefined ? [] : [NO_RETENTION]),
  ]
}

const conflict = (path: ConfigPath, message: string, hint: string): ConfigIssue =>
  issueAt(path, 'config/agent-conflict', message, hint, 'key')

const NO_ALERTMANAGER = conflict(
  ['alerts', 'notify'],
  'alerts.notify and `engine: agent` cannot be combined: an agent evaluates no rules, so the Alertmanager next to it would never get an alert.',
  'Remove `alerts.notify`, and let Grafana evaluate the rules and notify people (inputs grafana-url and grafana-api-key; `alerts.receiver` names a contact point). Or use `engine: server`.',
)

const DOUBLED = conflict(
  ['monitoring', 'replicas'],
  'monitoring.replicas and `engine: agent` cannot be combined: both replicas would send every sample, and every sum in the store would be twice as high.',
  'Remove `replicas`: while the agent is replaced there is a gap of some seconds. Or use `engine: server`, where each replica keeps its own samples.',
)

const NO_RETENTION = conflict(
  ['monitoring', 'retention'],
  'monitoring.retention has no effect with `engine: agent`: the store decides how long samples are kept.',
  'Remove it, and set the retention at the store.',
)
