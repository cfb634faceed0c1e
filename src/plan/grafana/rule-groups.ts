import type { Diagnostic } from '../../lib/errors.ts'
import { count, oneLine } from '../../lib/text.ts'
import type { GrafanaDesired, GrafanaRuleGroup, StoredRule, StoredRuleGroup } from '../../model/grafana.ts'
import { type GrafanaObject, grafanaChange } from './actions.ts'
import { type Attempt, notAttempted } from './attempt.ts'
import { type ContactPoint, unknownReceivers } from './notification.ts'
import { failedObject, type PlannedObject } from './outcome.ts'
import {
  isOwnRule,
  ruleGroupBody,
  ruleGroupDifferences,
  supportsReceivers,
  withoutReceivers,
} from './rules.ts'

/** The alert rules in Grafana that concern this deployment. */
export interface ObservedRules {
  /** Those in the folder of the deployment. */
  inFolder: Attempt<readonly StoredRule[]>
  /** The desired groups that exist, by title. */
  groups: ReadonlyMap<string, Attempt<StoredRuleGroup | undefined>>
}

/** The objects in Grafana that rules refer to. */
export interface RuleReferences {
  /** uid of the data source that they query; undefined when it does not exist. */
  dataSource: string | undefined
  /** uid of a dashboard in its file → in Grafana, where they differ. */
  moved: ReadonlyMap<string, string>
  contactPoints: Attempt<readonly ContactPoint[]>
  /** Why no rule can be written: without the folder or the data source a rule would fail at every evaluation. */
  blocked: Diagnostic | undefined
  url: string
}

/**
 * The changes of the rule groups in the folder: written where they differ; of a group that is no longer defined, only the
 * rules of this deployment are removed.
 */
export function diffRuleGroups(
  desired: GrafanaDesired,
  observed: ObservedRules,
  context: RuleReferences,
): PlannedObject[] {
  const { dataSource, blocked, url } = context
  const objectOf = (name: string): GrafanaObject => ({
    kind: 'rule group',
    name,
    url: `${url}/alerting/list`,
  })
  const { inFolder } = observed
  if (blocked || dataSource === undefined || !inFolder.ok) {
    const problem = inFolder.ok || blocked ? notAttempted(blocked) : inFolder.problem
    return desired.ruleGroups.map(({ title }) => failedObject(objectOf(title), problem))
  }
  return [
    ...desired.ruleGroups.map((group) => {
      const bound = boundTo(group, desired.dataSource, dataSource, context.moved)
      const read = observed.groups.get(group.title) ?? { ok: true, value: undefined }
      const [problem] = unknownReceivers(bound, context.contactPoints)
      if (problem) return failedObject(objectOf(group.title), problem)
      return read.ok
        ? diffRuleGroup(objectOf(group.title), desired, bound, read.value)
        : failedObject(objectOf(group.title), read.problem)
    }),
    ...removals(desired, inFolder.value),
  ]
}

/** Whether a stored group shows that this Grafana drops the contact point of a rule. */
export const forgetsReceivers = ({ groups }: ObservedRules): boolean =>
  [...groups.values()].some((read) => read.ok && read.value !== undefined && !supportsReceivers(read.value))

function diffRuleGroup(
  object: GrafanaObject,
  { deployment, folder }: GrafanaDesired,
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup | undefined,
): PlannedObject {
  const wanted = stored && !supportsReceivers(stored) ? withoutReceivers(group) : group
  const differences = stored && ruleGroupDifferences(wanted, stored, deployment)
  if (differences?.length === 0) return { ...object, state: 'unchanged' }
  const folderUid = folder.uid
  const body = ruleGroupBody(wanted, stored, { deployment, folderUid })
  const existing = new Set(stored?.rules.map(({ uid }) => uid))
  const fresh = body.rules.map(({ uid }) => String(uid)).filter((uid) => !existing.has(uid))
  const action = { kind: 'write-rule-group', folderUid, title: group.title, body, fresh } as const
  if (!differences)
    return grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', action })
  return grafanaChange(object, {
    ...{ becomes: 'updated', owner: 'ours', diff: differences.join('\n'), action },
    reason: `${count(differences.length, 'difference')} from the definition`,
  })
}

/** Rules are rendered with the uids of the configuration; here they get the uids that Grafana has. */
function boundTo(
  group: GrafanaRuleGroup,
  wanted: GrafanaDesired['dataSource'],
  dataSource: string,
  moved: ReadonlyMap<string, string>,
): GrafanaRuleGroup {
  const existing = 'existing' in wanted ? wanted.existing : dataSource
  const rules = group.rules.map((rule) => {
    const { __dashboardUid__: panelOf = '' } = rule.annotations
    const dashboard = moved.get(panelOf)
    return {
      ...rule,
      ...(dashboard && { annotations: { ...rule.annotations, __dashboardUid__: dashboard } }),
      data: rule.data.map((query) =>
        query.datasourceUid === existing ? { ...query, datasourceUid: dataSource } : query,
      ),
    }
  })
  return { ...group, rules }
}

/** Rule by rule, which every version supports: rules of others in the group stay, and an empty group does not exist. */
function removals(
  { ruleGroups, deployment }: GrafanaDesired,
  inFolder: readonly StoredRule[],
): PlannedObject[] {
  const wanted = new Set(ruleGroups.map(({ title }) => title))
  const groups = Map.groupBy(inFolder, (rule) => rule.ruleGroup)
  return [...groups].flatMap(([name, rules]) => {
    const own = rules.filter((rule) => isOwnRule(deployment, rule))
    if (wanted.has(name) || own.length === 0) return []
    const others = rules.length - own.length
    const kept = others > 0 ? `; ${count(others, 'rule')} not managed by this action kept` : ''
    const action = { kind: 'remove-rules', uids: own.map(({ uid }) => uid) } as const
    const object = { kind: 'rule group', name } as const
    const diff = own.map(({ title }) => `- rule "${oneLine(title, 100)}"`).join('\n')
    const reason = `no longer defined${kept}`
    return [grafanaChange(object, { becomes: 'removed', owner: 'ours', reason, diff, action })]
  })
}
