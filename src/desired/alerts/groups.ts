import type { Config } from '../../config/schema.ts'
import { shippedPanel } from '../dashboards/shipped.ts'
import { fechatterRules } from './fechatter.ts'
import { flySeriesRules } from './fly.ts'
import { monitoringRules } from './monitoring.ts'
import { type AlertRule, isAlert, type RenderedRule, type RuleGroup } from './rule.ts'
import { serviceRules } from './service-rules.ts'
import { sloRules } from './slos.ts'
import { targetRules } from './targets.ts'

export interface RuleOptions {
  /** Whether the inputs of remote write are set: its rules are rendered then, or when the configuration has targets. */
  remoteWrite: boolean
}

/** All rules of a configuration, in groups; a group is evaluated in order, recording rules first. */
export function ruleGroups(config: Config, options: RuleOptions): RuleGroup[] {
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
  groups.flatMap((group) => group.rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])))

/** The alerting rules of the groups. */
export const alertsOf = (groups: readonly RuleGroup[]): AlertRule[] =>
  groups.flatMap((group) => group.rules.filter(isAlert))
