import { evaluatesRules } from '../../config/engine.ts'
import type { Config } from '../../config/schema.ts'
import { runbookUrl } from '../../lib/documentation.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { GrafanaRule, GrafanaRuleGroup } from '../../model/grafana.ts'
import { alertsOf, allGroups, type RuleOptions, ruleGroups, storeQuery } from '../alerts/groups.ts'
import { type OwnAlert, ownAlerts } from '../alerts/own-rules.ts'
import type { AlertRule } from '../alerts/rule.ts'
import { ruleUid } from './uids.ts'

export interface GrafanaRulesOptions extends RuleOptions {
  /** The data source that has the services' metrics and the recorded series. */
  dataSourceUid: string
  /** Contact point that is notified; without it the policy tree of Grafana decides. */
  receiver?: string
  /** Whether Grafana has the dashboard of a uid. A rule that leads to another one would lead nowhere. */
  isInGrafana?: (uid: string) => boolean
  /** The rule files of `alerts.rules`. */
  own?: readonly TextFile[]
}

/** Seconds between two evaluations; Grafana accepts multiples of 10. */
const INTERVAL = 60

/**
 * The same alerts as Grafana-managed rules. Recording rules stay in Prometheus, which has the samples: the recorded
 * series are read through the data source. An agent has none, and each alert has their expressions.
 */
export function renderGrafanaRules(config: Config, options: GrafanaRulesOptions): GrafanaRuleGroup[] {
  const deployment = config.monitoring.app
  return [...shippedGroups(config, options), ...ownGroups(deployment, config, options)].filter(
    (group) => group.rules.length > 0,
  )
}

/** The alerts of a team, in the groups of its files; groups of one name are one group in Grafana. */
function ownGroups(deployment: string, config: Config, options: GrafanaRulesOptions): GrafanaRuleGroup[] {
  const query = evaluatesRules(config.monitoring) ? undefined : storeQuery(config, allGroups(config, options))
  const groups = Map.groupBy(ownAlerts(options.own ?? []), ({ group }) => group)
  return [...groups].map(([name, alerts]) => ({
    title: `${deployment} own ${name}`,
    interval: INTERVAL,
    rules: alerts.map((alert) => ({
      uid: ruleUid(deployment, `own/${name}`, alert.title),
      ...ownRule(query ? { ...alert, expr: query(alert.expr) } : alert, options),
    })),
  }))
}

const ownRule = (rule: OwnAlert, options: GrafanaRulesOptions): Omit<GrafanaRule, 'uid'> => ({
  title: rule.title,
  condition: 'C',
  for: rule.for,
  noDataState: 'OK',
  execErrState: 'Error',
  labels: rule.labels,
  annotations: Object.fromEntries(
    Object.entries(rule.annotations).map(([key, text]) => [key, grafanaTemplate(text)]),
  ),
  data: alertQueries(rule.expr, options.dataSourceUid),
  ...(options.receiver !== undefined && rule.labels.severity !== 'none' && { receiver: options.receiver }),
})

function shippedGroups(config: Config, options: GrafanaRulesOptions): GrafanaRuleGroup[] {
  const deployment = config.monitoring.app
  return ruleGroups(config, options).map((group) => ({
    title: `${deployment} ${group.name}`,
    interval: INTERVAL,
    rules: alertsOf([group]).map((rule) => ({
      uid: ruleUid(deployment, group.name, nameOf(rule)),
      ...managedRule(rule, options),
    })),
  }))
}

/** Titles are unique, as older versions of Grafana require. */
const nameOf = (rule: AlertRule): string =>
  rule.about === undefined ? rule.alert : `${rule.alert} (${rule.about})`

function managedRule(rule: AlertRule, options: GrafanaRulesOptions): Omit<GrafanaRule, 'uid'> {
  return {
    title: nameOf(rule),
    condition: 'C',
    for: rule.for,
    // As in Prometheus: an alert whose expression returns nothing does not fire.
    noDataState: 'OK',
    execErrState: 'Error',
    labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
    annotations: {
      summary: grafanaTemplate(rule.summary),
      description: grafanaTemplate(rule.description),
      runbook_url: runbookUrl(rule.alert),
      ...(options.isInGrafana?.(rule.panel.dashboard) !== false && {
        __dashboardUid__: rule.panel.dashboard,
        __panelId__: String(rule.panel.panel),
      }),
    },
    data: alertQueries(rule.expr, options.dataSourceUid),
    // The Watchdog always fires, so it must not notify the contact point of the other alerts.
    ...(options.receiver !== undefined && rule.severity !== 'none' && { receiver: options.receiver }),
  }
}

/**
 * Prometheus fires for every value that an expression returns, including 0 and NaN; a threshold alone would not. The same
 * three steps as in Grafana's conversion of Prometheus rules.
 */
export function alertQueries(expr: string, dataSourceUid: string): GrafanaRule['data'] {
  const relativeTimeRange = { from: 600, to: 0 }
  const expression = { relativeTimeRange, datasourceUid: '__expr__' }
  const returned = 'is_number($A) || is_nan($A) || is_inf($A)'
  return [
    {
      refId: 'A',
      relativeTimeRange,
      datasourceUid: dataSourceUid,
      model: { expr, instant: true, range: false },
    },
    { refId: 'B', ...expression, model: { type: 'math', expression: returned } },
    {
      refId: 'C',
      ...expression,
      model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'gt', params: [0] } }] },
    },
  ]
}

/** In Grafana `$value` is a text about all queries; this is the value of the query. */
const grafanaTemplate = (text: string): string => text.replaceAll('$value', '$values.A.Value')
