import { oneLine } from '../../lib/text.ts'
import type { GrafanaRule } from '../../model/grafana.ts'
import type { GrafanaObject } from './actions.ts'
import type { PlannedObject } from './outcome.ts'

/** A rule that is kept as someone changed it in Grafana. `movedTo`: the group where it is now, if not in its own. */
export function keptRule(
  group: GrafanaObject,
  { rule, movedTo }: { rule: GrafanaRule; movedTo: string | undefined },
): PlannedObject {
  const how =
    movedTo === undefined
      ? 'was changed in Grafana since this action last wrote it'
      : `was moved in Grafana to the group "${oneLine(movedTo, 100)}"`
  const undo =
    movedTo === undefined ? 'Copy the change to the definition of the rule' : 'Move it back in Grafana'
  return {
    ...{ kind: 'alert rule', name: rule.title, state: 'kept', ...(group.url && { url: group.url }) },
    problem: {
      ...{ code: 'grafana-rule-edited', severity: 'warning' },
      message: `The alert rule "${oneLine(rule.title, 100)}" of the group "${oneLine(group.name, 100)}" ${how}. It was left unchanged.`,
      hint: `${undo} (thresholds are in \`alerts\` of monitoring.yml), or set \`grafana.overwrite: always\` there to replace it.`,
    },
  }
}

/** A group that Grafana does not let this action write. */
export const provisionedGroup = (object: GrafanaObject): PlannedObject => ({
  ...{ ...object, state: 'kept' },
  problem: {
    ...{ code: 'grafana-rule-provisioned', severity: 'warning' },
    message: `The rule group "${oneLine(object.name, 100)}" has rules that are provisioned from a file or by another tool, and differs from its definition. It was left unchanged.`,
    hint: 'Change the rules there, or remove them there to have this action write the group.',
  },
})
