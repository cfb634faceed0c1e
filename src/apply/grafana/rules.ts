import { mayMissRules } from '../../clients/grafana/errors.ts'
import type { StoredRuleGroup } from '../../model/grafana.ts'
import type { WriteRuleGroup } from '../../plan/grafana/actions.ts'
import { supportsReceivers } from '../../plan/grafana/rules.ts'
import { type GrafanaSession, writeOnce } from './attempt.ts'

/** Writes a group; what Grafana made of it tells whether it keeps the contact points of rules. */
export async function writeRuleGroup(work: GrafanaSession, action: WriteRuleGroup): Promise<void> {
  if (!supportsReceivers(await putRuleGroup(work, action))) work.ignoresReceivers = true
}

/** Before Grafana 11.5.2 a group takes no rule that is not there yet: such are created by themselves. */
async function putRuleGroup({ grafana }: GrafanaSession, action: WriteRuleGroup): Promise<StoredRuleGroup> {
  const { folderUid, title, body, fresh } = action
  const put = () => grafana.putRuleGroup(folderUid, title, body)
  try {
    return await put()
  } catch (error) {
    if (fresh.length === 0 || !mayMissRules(error)) throw error
    for (const rule of body.rules) if (fresh.includes(String(rule.uid))) await grafana.createRule(rule)
    return put()
  }
}

/** Grafana refuses to delete what is gone (500, recorded): when the answer got lost, a look tells. */
export const deleteRule = ({ grafana }: GrafanaSession, uid: string): Promise<void> =>
  writeOnce(
    () => grafana.deleteRule(uid),
    async () => (await grafana.rules()).every((rule) => rule.uid !== uid),
  )
