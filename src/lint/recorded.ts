import type { Config } from '../config/schema.ts'

/** The names that the deployed rules of a configuration record. The rules are loaded only when there are queries. */
export async function recordedByShippedRules(config: Config, remoteWrite: boolean): Promise<string[]> {
  const { recordedByRules, ruleGroups } = await import('../desired/alerts/groups.ts')
  return recordedByRules(ruleGroups(config, { remoteWrite }))
}
