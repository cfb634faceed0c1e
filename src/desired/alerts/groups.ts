import { evaluatesRules } from '../../config/engine.ts'
import { isOnFlysPrometheus } from '../../config/fly-engine.ts'
import type { Config } from '../../config/schema.ts'
import { promqlString } from '../../formats/promql/literals.ts'
import { withMatchers } from '../../formats/promql/rewrite.ts'
import { MONITOR_LABEL } from '../../model/prometheus.ts'
import { shippedPanel } from '../dashboards/shipped-panel.ts'
import { fechatterRules } from './fechatter.ts'
import { flySeriesRules } from './fly.ts'
import { flyQuery } from './fly-query.ts'
import { flyTargetRules } from './fly-targets.ts'
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
 * All rules of a configuration, in groups; a group is evaluated in order, recording rules first. Where only Grafana evaluates
 * rules there are only alerts: each has the expressions of the recording rules in it.
 */
export function ruleGroups(config: Config, options: RuleOptions): RuleGroup[] {
  const groups = allGroups(config, options)
  if (evaluatesRules(config.monitoring)) return groups
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

/**
 * How a store that is not our own Prometheus is asked for what a query of this action is about: without recorded series, and
 * only about this deployment.
 */
export function storeQuery(config: Config, groups: readonly RuleGroup[]): (query: string) => string {
  const inline = inlineRecordings(groups)
  if (isOnFlysPrometheus(config.monitoring)) return (query) => flyQuery(inline(query), config)
  const own = `${MONITOR_LABEL}=${promqlString(config.monitoring.app)}`
  return (query) => withMatchers(inline(query), [own])
}

const recordingsOf = (groups: readonly RuleGroup[]): RecordingRule[] =>
  groups.flatMap(({ rules }) => rules.flatMap((rule) => (isAlert(rule) ? [] : [rule])))

/** The rules as a server evaluates them. */
export function allGroups(config: Config, options: RuleOptions): RuleGroup[] {
  const remoteWrite = options.remoteWrite || config.remote_write.length > 0
  const context = { config, remoteWrite }
  if (isOnFlysPrometheus(config.monitoring))
    return [flyTargetRules, serviceRules, flySeriesRules].map((groupOf) => groupOf(context))
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
