import { mayMissRules } from '../../clients/grafana/errors.ts'
import type { StoredRuleGroup } from '../../model/grafana.ts'
import type { WriteRuleGroup } from '../../plan/grafana/actions.ts'
import { supportsReceivers } from '../../plan/grafana/rules.ts'
import { type GrafanaSession, writeOnce } from './writes.ts'

/** Writes a group; the stored group shows whether Grafana keeps the contact points of rules. */
export async function writeRuleGroup(session: GrafanaSession, action: WriteRuleGroup): Promise<void> {
  if (!supportsReceivers(await putRuleGroup(session, action))) session.ignoresReceivers = true
}

/** Before Grafana 11.5.2 a group accepts only rules that exist already: new ones are created separately. */
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

/** Grafana refuses to delete a rule that does not exist (500, recorded): when the answer got lost, a read decides. */
export const deleteRule = ({ grafana }: GrafanaSession, uid: string): Promise<void> =>
  writeOnce(
    () => grafana.deleteRule(uid),
    async () => (await grafana.rules()).every((rule) => rule.uid !== uid),
  )
