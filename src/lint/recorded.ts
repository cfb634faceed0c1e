import type { Config } from '../config/schema.ts'
import type { OwnNames } from './rules/names.ts'

/** The names of rules, where none are deployed. */
export const NO_NAMES: OwnNames = { alerts: new Set(), records: new Set() }

/** The names of the rules that this action deploys. The rules are loaded only when there are others to compare. */
export async function namesOfShippedRules(config: Config, remoteWrite: boolean): Promise<OwnNames> {
  const { alertsOf, recordedByRules, ruleGroups } = await import('../desired/alerts/groups.ts')
  const groups = ruleGroups(config, { remoteWrite })
  return {
    alerts: new Set(alertsOf(groups).map((rule) => rule.alert)),
    records: new Set(recordedByRules(groups)),
  }
}

/** The names that the deployed rules of a configuration record. The rules are loaded only when there are queries. */
export async function recordedByShippedRules(config: Config, remoteWrite: boolean): Promise<string[]> {
  const { recordedByRules, ruleGroups } = await import('../desired/alerts/groups.ts')
  return recordedByRules(ruleGroups(config, { remoteWrite }))
}

/** The alerts that this action deploys, with what routing decides by. */
export async function alertsOfShippedRules(
  config: Config,
  remoteWrite: boolean,
): Promise<{ name: string; severity: string }[]> {
  const { alertsOf, ruleGroups } = await import('../desired/alerts/groups.ts')
  return alertsOf(ruleGroups(config, { remoteWrite })).map(({ alert, severity }) => ({
    name: alert,
    severity,
  }))
}
