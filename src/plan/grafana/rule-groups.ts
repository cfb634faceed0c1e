import type { Attempt } from '../../lib/attempt.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { count, oneLine } from '../../lib/text.ts'
import type {
  GrafanaDesired,
  GrafanaRule,
  GrafanaRuleGroup,
  StoredRule,
  StoredRuleGroup,
} from '../../model/grafana.ts'
import { type GrafanaObject, grafanaChange } from './actions.ts'
import { notAttempted } from './attempt.ts'
import { keptRule, provisionedGroup } from './kept-rules.ts'
import { type ContactPoint, unknownReceivers } from './notification.ts'
import { failedObject, type PlannedObject } from './outcome.ts'
import { expressionOf, ruleDetails } from './rule-differences.ts'
import {
  isOwnRule,
  isProvisioned,
  type RuleOwnership,
  ruleGroupBody,
  ruleOwnershipOf,
  supportsReceivers,
} from './rules.ts'

/** The alert rules in Grafana that concern this deployment. */
export interface ObservedRules {
  /** Every rule of the instance that this token sees. */
  all: Attempt<readonly StoredRule[]>
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
  const { all } = observed
  if (blocked || dataSource === undefined || !all.ok) {
    const problem = all.ok || blocked ? notAttempted(blocked) : all.problem
    return desired.ruleGroups.map(({ title }) => failedObject(objectOf(title), problem))
  }
  return [
    ...desired.ruleGroups.flatMap((group) => {
      const bound = boundTo(group, desired.dataSource, dataSource, context.moved)
      const read = observed.groups.get(group.title) ?? { ok: true, value: undefined }
      const [problem] = unknownReceivers(bound, context.contactPoints)
      if (problem) return [failedObject(objectOf(group.title), problem)]
      return read.ok
        ? diffRuleGroup(objectOf(group.title), desired, bound, { stored: read.value, all: all.value })
        : [failedObject(objectOf(group.title), read.problem)]
    }),
    ...removals(desired, all.value),
  ]
}

/** Whether a stored group shows that this Grafana drops the contact point of a rule. */
export const forgetsReceivers = ({ groups }: ObservedRules): boolean =>
  [...groups.values()].some((read) => read.ok && read.value !== undefined && !supportsReceivers(read.value))

/** A group with its rules, and the rules in it that are kept as someone changed them in Grafana. */
function diffRuleGroup(
  object: GrafanaObject,
  { deployment, folder, overwrite }: GrafanaDesired,
  group: GrafanaRuleGroup,
  { stored, all }: { stored: StoredRuleGroup | undefined; all: readonly StoredRule[] },
): PlannedObject[] {
  const states = compareRules(group, stored, all)
  const edited = states.filter(({ isEdited }) => isEdited)
  const kept = overwrite === 'always' ? [] : edited
  const keptUids = new Set(kept.map(({ rule }) => rule.uid))
  const told = kept.map((one) => keptRule(object, one))
  const interval = { wanted: group.interval, stored: stored?.interval }
  const differences: Difference[] = [
    ...(interval.stored === undefined || interval.stored === interval.wanted || kept.length > 0
      ? []
      : [[`~ interval: ${interval.stored} s → ${interval.wanted} s`]]),
    ...states.filter(({ rule }) => !keptUids.has(rule.uid)).flatMap(ruleDifference),
    ...removedRules(group, stored, deployment).map((rule) => [`- ${nameOf(rule)}`]),
  ]
  const needsRecord = states.some(
    ({ ownership, rule }) => ownership === 'unmarked' && !keptUids.has(rule.uid),
  )
  if (stored ? differences.length === 0 && !needsRecord : keptUids.size === group.rules.length)
    return [{ ...object, state: 'unchanged' }, ...told]
  if (stored?.rules.some(isProvisioned))
    return [differences.length === 0 ? { ...object, state: 'unchanged' } : provisionedGroup(object), ...told]
  const folderUid = folder.uid
  // The interval cannot be kept for one rule alone: as long as a rule is kept, so is the interval.
  const wanted = kept.length > 0 && stored ? { ...group, interval: stored.interval } : group
  const body = ruleGroupBody(wanted, stored, { deployment, folderUid, kept: keptUids })
  const known = new Set(all.map(({ uid }) => uid))
  const fresh = body.rules.map(({ uid }) => String(uid)).filter((uid) => !known.has(uid))
  const action = { kind: 'write-rule-group', folderUid, title: group.title, body, fresh } as const
  if (!stored) {
    const diff = group.rules
      .map((rule) => `+ ${nameOf(rule)}: ${oneLine(expressionOf(rule.data), 300)}`)
      .join('\n')
    return [
      grafanaChange(object, { becomes: 'created', reason: 'it does not exist yet', diff, action }),
      ...told,
    ]
  }
  const isOverwritten = edited.length > kept.length
  const change = grafanaChange(object, {
    ...{ becomes: 'updated', owner: isOverwritten ? 'edited' : 'ours', action },
    diff: differences.flat().join('\n'),
    reason: reasonOf(differences.length, isOverwritten ? edited.length : 0),
  })
  return [change, ...told]
}

function reasonOf(differences: number, edited: number): string {
  if (differences === 0) return 'to record what this action wrote'
  const changed =
    edited === 0 ? '' : `; ${count(edited, 'rule')} changed in Grafana overwritten, as configured`
  return `${count(differences, 'difference')} from the definition${changed}`
}

/** One difference: its line, and those of its expressions. */
type Difference = readonly string[]

interface ComparedRule {
  rule: GrafanaRule
  ownership: RuleOwnership
  /** Changed or moved by someone since the last write. */
  isEdited: boolean
  /** Where the rule is now, if not in its group. */
  movedTo: string | undefined
  /** As it is in its group. */
  stored: StoredRule | undefined
}

/** A rule is looked for under its uid in every group: someone may have moved it. */
function compareRules(
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup | undefined,
  all: readonly StoredRule[],
): ComparedRule[] {
  const elsewhere = new Map(all.map((rule) => [rule.uid, rule]))
  const state = {
    wantedInterval: group.interval,
    storedInterval: stored?.interval ?? group.interval,
    dropsReceivers: stored !== undefined && !supportsReceivers(stored),
  }
  return group.rules.map((rule) => {
    const twin = stored?.rules.find(({ uid }) => uid === rule.uid)
    const moved = twin ? undefined : elsewhere.get(rule.uid)
    const ownership = ruleOwnershipOf(rule, twin, state)
    const isEdited = ownership === 'edited' || moved !== undefined
    return { rule, ownership, isEdited, movedTo: moved?.ruleGroup, stored: twin }
  })
}

function ruleDifference({ rule, ownership, isEdited, movedTo, stored }: ComparedRule): Difference[] {
  if (movedTo !== undefined) return [[`~ ${nameOf(rule)}, in the group "${oneLine(movedTo, 100)}" until now`]]
  if (!stored) return [[`+ ${nameOf(rule)}`]]
  if (ownership === 'unchanged' || ownership === 'unmarked') return []
  const { parts, lines } = ruleDetails(rule, stored)
  return [[`~ ${nameOf(rule)}${isEdited ? ', changed in Grafana' : ''}${parts}`, ...lines]]
}

const nameOf = ({ title }: { title: string }): string => `rule "${oneLine(title, 100)}"`

const removedRules = (
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup | undefined,
  deployment: string,
): StoredRule[] =>
  (stored?.rules ?? []).filter(
    (rule) => isOwnRule(deployment, rule) && !group.rules.some(({ uid }) => uid === rule.uid),
  )

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
  { ruleGroups, deployment, folder }: GrafanaDesired,
  all: readonly StoredRule[],
): PlannedObject[] {
  const wanted = new Set(ruleGroups.map(({ title }) => title))
  // A rule that someone moved to another group is still defined.
  const defined = new Set(ruleGroups.flatMap(({ rules }) => rules.map(({ uid }) => uid)))
  const inFolder = all.filter((rule) => rule.folderUID === folder.uid)
  const groups = Map.groupBy(inFolder, (rule) => rule.ruleGroup)
  return [...groups].flatMap(([name, rules]) => {
    const own = rules.filter(
      (rule) => isOwnRule(deployment, rule) && !isProvisioned(rule) && !defined.has(rule.uid),
    )
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
