import { isAgent } from '../../config/engine.ts'
import type { Config } from '../../config/schema.ts'
import { promqlString } from '../../formats/promql/literals.ts'
import { withMatchers } from '../../formats/promql/rewrite.ts'
import { MONITOR_LABEL } from '../../model/prometheus.ts'
import { shippedPanel } from '../dashboards/shipped-panel.ts'
import { fechatterRules } from './fechatter.ts'
import { flySeriesRules } from './fly.ts'
import { monitoringRules } from './monitoring.ts'
import { type AlertRule, isAlert, type RecordingRule, type RenderedRule, type RuleGroup } from './rule.ts'
import { serviceRules } from './service-rules.ts'
import { sloRules } from './slos.ts'
import { targetRules } from './targets.ts'
import { withoutRecording } from './without-recording.ts'

export interface RuleOptions {
  /** Whether the inputs of remote write are set: its rules are rendered then, or when the configuration has targets. */
  remoteWrite: boolean
}

/**
 * All rules of a configuration, in groups; a group is evaluated in order, recording rules first. With an agent there are only
 * alerts, for Grafana: each has the expressions of the recording rules in it.
 */
export function ruleGroups(config: Config, options: RuleOptions): RuleGroup[] {
  const groups = allGroups(config, options)
  if (!isAgent(config.monitoring)) return groups
  const query = storeQuery(config, groups)
  return groups
    .map(({ name, rules }) => ({
      name,
      rules: rules.filter(isAlert).map((rule) => ({ ...rule, expr: query(rule.expr) })),
    }))
    .filter(({ rules }) => rules.length > 0)
}

/** A query with the expressions of the recording rules in place of the series that they would record. */
export const inlineRecordings =
  (groups: readonly RuleGroup[]) =>
  (query: string): string =>
    withoutRecording(query, recordingsOf(groups))

/** How an agent's store is asked for what a query of this action is about: without recorded series, and only about this deployment. */
export const storeQuery =
  ({ monitoring }: Config, groups: readonly RuleGroup[]) =>
  (query: string): string =>
    withMatchers(inlineRecordings(groups)(query), [`${MONITOR_LABEL}=${promqlString(monitoring.app)}`])

const recordingsOf = (groups: readonly RuleGroup[]): RecordingRule[] =>
  groups.flatMap(({ rules }) => rules.flatMap((rule) => (isAlert(rule) ? [] : [rule])))

/** The rules as a server evaluates them. */
export function allGroups(config: Config, options: RuleOptions): RuleGroup[] {
  const remoteWrite = options.remoteWrite || config.remote_write.length > 0
  const context = { config, remoteWrite }
  return [targetRules, monitoringRules, serviceRules, fechatterRules, sloRules, flySeriesRules]
    .map((groupOf) => groupOf(context))
    .filter((group) => group.rules.length > 0)
    .map(({ name, rules }) => ({ name, rules: rules.map((rule) => ofDashboard(rule, config)) }))
}

/** The rule with the dashboard that this configuration has: only Fechatter's has Fechatter's name. */
const ofDashboard = (rule: RenderedRule, config: Config): RenderedRule =>
  isAlert(rule) ? { ...rule, panel: shippedPanel(rule.panel, config) } : rule

/** The names of the recorded series. */
export const recordedByRules = (groups: readonly RuleGroup[]): string[] =>
  recordingsOf(groups).map(({ record }) => record)

/** The alerting rules of the groups. */
export const alertsOf = (groups: readonly RuleGroup[]): AlertRule[] =>
  groups.flatMap((group) => group.rules.filter(isAlert))
