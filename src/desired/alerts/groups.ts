import type { Config } from '../../config/schema.ts'
import { fechatterRules } from './fechatter.ts'
import { monitoringRules } from './monitoring.ts'
import { type AlertRule, isAlert, type RuleGroup } from './rule.ts'
import { targetRules } from './targets.ts'

export interface RuleOptions {
  /** Whether Prometheus is given remote write: its rules ship only then. */
  remoteWrite: boolean
}

/** Every rule that a configuration gets, in groups; a group is evaluated in order, recordings first. */
export function ruleGroups(config: Config, options: RuleOptions): RuleGroup[] {
  const context = { config, ...options }
  return [targetRules(context), monitoringRules(context), fechatterRules(context)].filter(
    (group) => group.rules.length > 0,
  )
}

/** The names that they record. */
export const recordedByRules = (groups: readonly RuleGroup[]): string[] =>
  groups.flatMap((group) => group.rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])))

/** The alerts among them. */
export const alertsOf = (groups: readonly RuleGroup[]): AlertRule[] =>
  groups.flatMap((group) => group.rules.filter(isAlert))
