import type { Grafana } from '../../clients/grafana/client.ts'
import type { GrafanaRuleGroup } from '../../model/grafana.ts'
import { type RuleOwner, ruleGroupBody } from '../../plan/grafana/rules.ts'
import { deleteRule, writeRuleGroup } from './rules.ts'

/** Writes the group of a drill. Rules of other people in a group of this name stay. */
export async function createDrillRule(
  grafana: Grafana,
  group: GrafanaRuleGroup,
  owner: RuleOwner,
): Promise<void> {
  const { folderUid } = owner
  const stored = await grafana.ruleGroup(folderUid, group.title)
  const body = ruleGroupBody(group, stored, { ...owner, kept: new Set() })
  const known = new Set(stored?.rules.map(({ uid }) => uid))
  const fresh = group.rules.map(({ uid }) => uid).filter((uid) => !known.has(uid))
  await writeRuleGroup({ grafana }, { kind: 'write-rule-group', folderUid, title: group.title, body, fresh })
}

/** Removes the rule of a drill: Grafana then sends the end of its alert. */
export const removeDrillRule = (grafana: Grafana, uid: string): Promise<void> => deleteRule({ grafana }, uid)
