import { evaluatesRules, isAgent } from '../../config/engine.ts'
import { locateIn } from '../../config/load.ts'
import type { Config } from '../../config/schema.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { diagnostic, type Entry } from '../rule.ts'

/** Only mode `plan` reports it: `init` writes the receivers as comments, and says so. */
export const configNoOneNotified: Entry = {
  code: 'config/no-one-notified',
  severity: 'warning',
  what: 'Nothing in the configuration notifies people of alerts.',
  why: 'Without a receiver and without a Grafana, alerts are shown on the page `/alerts` of Prometheus only.',
}

/** What else may notify people. */
export interface OtherNotifiers {
  /** The configuration; undefined: the preset. */
  source: TextFile | undefined
  /** Whether this run has access to a Grafana. */
  hasGrafana: boolean
  /** The workflows: a pull request from a fork has no secrets, but its workflows name them. */
  workflows: readonly TextFile[]
}

/** Outside of comments: the workflow of `init` has them as comments. */
const GRAFANA = /^[^#\n]*\bgrafana[-_](?:url|api[-_]key)\b/im

/** A configuration that notifies no one: neither through an Alertmanager nor, as far as this run can see, through a Grafana. */
export function noOneNotified(
  { alerts, monitoring }: Config,
  { source, hasGrafana, workflows }: OtherNotifiers,
): Diagnostic[] {
  const isNotified = alerts.notify !== undefined || alerts.receiver !== undefined || hasGrafana
  if (isNotified || workflows.some(({ text }) => GRAFANA.test(text))) return []
  return [
    diagnostic(
      configNoOneNotified,
      source && locateIn(source)(['alerts'], 'key'),
      `No one is notified of alerts: ${whyNot(monitoring)}, and no Grafana is configured.`,
      !evaluatesRules(monitoring)
        ? 'Pass grafana-url and grafana-api-key: Grafana then evaluates the alerts and notifies people.'
        : 'Add a receiver, for example `alerts: { notify: { ntfy: {} } }`, and store its secret (NTFY_URL). Or pass grafana-url and grafana-api-key, and Grafana notifies people.',
    ),
  ]
}

function whyNot(monitoring: Config['monitoring']): string {
  if (evaluatesRules(monitoring)) return '`alerts.notify` is not set'
  return isAgent(monitoring)
    ? 'an agent evaluates no rules'
    : "Fly's managed Prometheus evaluates none of this configuration's rules"
}
