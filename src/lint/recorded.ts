import type { Config } from '../config/schema.ts'

/** Names of the series that the rules which ship with a configuration record. Loaded when there are queries. */
export async function recordedByShippedRules(config: Config, remoteWrite: boolean): Promise<string[]> {
  const { recordedByRules, ruleGroups } = await import('../desired/alerts/groups.ts')
  return recordedByRules(ruleGroups(config, { remoteWrite }))
}
