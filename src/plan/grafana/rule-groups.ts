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

/** The alert rules of a Grafana, as far as this deployment is concerned. */
export interface ObservedRules {
  /** Those in our folder. */
  here: Attempt<readonly StoredRule[]>
  /** The wanted groups that are there, by title. */
  groups: ReadonlyMap<string, Attempt<StoredRuleGroup | undefined>>
}

/** What rules need, as it is called in this Grafana. */
export interface RuleReferences {
  /** uid of the data source that they ask; undefined: there is none. */
  dataSource: string | undefined
  /** uid of a dashboard in its file → in Grafana, where they differ. */
  moved: ReadonlyMap<string, string>
  contactPoints: Attempt<readonly ContactPoint[]>
  /** Why no rule can be written: without their folder or their data source they would fail at every evaluation. */
  blocked: Diagnostic | undefined
  url: string
}

/**
 * What is to become of the rule groups of our folder: written where they differ; those that are no longer defined are
 * removed, together with our rules only.
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
  const { here } = observed
  if (blocked || dataSource === undefined || !here.ok) {
    const problem = here.ok || blocked ? notAttempted(blocked) : here.problem
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
    ...removals(desired, here.value),
  ]
}

/** Whether a stored group shows that this Grafana forgets the contact point of a rule. */
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
  const there = new Set(stored?.rules.map(({ uid }) => uid))
  const fresh = body.rules.map(({ uid }) => String(uid)).filter((uid) => !there.has(uid))
  const action = { kind: 'write-rule-group', folderUid, title: group.title, body, fresh } as const
  if (!differences)
    return grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', action })
  return grafanaChange(object, {
    ...{ becomes: 'updated', owner: 'ours', diff: differences.join('\n'), action },
    reason: `${count(differences.length, 'difference')} from what is defined`,
  })
}

/** Rules are rendered before it is known how data source and dashboards are called here: they carry the names given. */
function boundTo(
  group: GrafanaRuleGroup,
  asked: GrafanaDesired['dataSource'],
  dataSource: string,
  moved: ReadonlyMap<string, string>,
): GrafanaRuleGroup {
  const existing = 'existing' in asked ? asked.existing : dataSource
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

/** Rule by rule, which every version knows: what others have in the group stays, and an empty group is none. */
function removals({ ruleGroups, deployment }: GrafanaDesired, here: readonly StoredRule[]): PlannedObject[] {
  const wanted = new Set(ruleGroups.map(({ title }) => title))
  const groups = Map.groupBy(here, (rule) => rule.ruleGroup)
  return [...groups].flatMap(([name, rules]) => {
    const own = rules.filter((rule) => isOwnRule(deployment, rule))
    if (wanted.has(name) || own.length === 0) return []
    const others = rules.length - own.length
    const kept = others > 0 ? `; ${count(others, 'rule')} of others kept` : ''
    const action = { kind: 'remove-rules', uids: own.map(({ uid }) => uid) } as const
    const object = { kind: 'rule group', name } as const
    const diff = own.map(({ title }) => `- rule "${oneLine(title, 100)}"`).join('\n')
    const reason = `no longer defined${kept}`
    return [grafanaChange(object, { becomes: 'removed', owner: 'ours', reason, diff, action })]
  })
}
