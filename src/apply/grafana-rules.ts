import { type Grafana, isUnsure, mayMissRules } from '../clients/grafana.ts'
import { sideBySide } from '../lib/concurrency.ts'
import { ActionError, type Problem } from '../lib/errors.ts'
import { count, oneLine } from '../lib/text.ts'
import type { GrafanaResult, GrafanaRuleGroup, Notified } from '../plan/grafana.ts'
import {
  isOurs,
  knowsReceivers,
  ruleGroupBody,
  type StoredRule,
  type StoredRuleGroup,
  sameRuleGroup,
  withoutReceivers,
} from '../plan/grafana-rules.ts'
import { type Attempt, attempt, type GrafanaWork, READS_AT_ONCE } from './grafana-work.ts'

/** What rules speak of, as it is called in this Grafana. */
export interface RuleTargets {
  /** uid of the data source that they ask. */
  dataSource: string
  /** uid of a dashboard in its file → in Grafana, where they differ. */
  moved: ReadonlyMap<string, string>
}

/**
 * Rule groups of our folder: written where they differ; those that are no longer defined are removed, together with our
 * rules only.
 */
export async function applyRuleGroups(
  work: GrafanaWork,
  { dataSource, moved }: RuleTargets,
  stored: Attempt<StoredRule[]>,
): Promise<GrafanaResult[]> {
  const { desired } = work
  if (!stored.ok)
    return desired.ruleGroups.map((group) => ({
      ...{ kind: 'rule group', name: group.title, state: 'failed', problem: stored.problem },
    }))
  const here = stored.value.filter((rule) => rule.folderUID === desired.folder.uid)
  const [points, groups] = await Promise.all([receivers(work), readGroups(work, here)])
  const results: GrafanaResult[] = []
  for (const { group, read } of groups) {
    const bound = boundTo(group, desired.dataSource, { dataSource, moved })
    const [problem] = unknownReceivers(bound, points)
    results.push(
      problem
        ? { kind: 'rule group', name: group.title, state: 'failed', problem }
        : await writeGroup(work, bound, read),
    )
  }
  for (const title of staleGroups(work, here)) results.push(await removeGroup(work, title, here))
  return [...results, ...ignoredReceivers(work)]
}

type ReadGroup = Attempt<StoredRuleGroup | undefined>

/** The groups that are wanted, with what is there of them. */
function readGroups(
  work: GrafanaWork,
  here: readonly StoredRule[],
): Promise<{ group: GrafanaRuleGroup; read: ReadGroup }[]> {
  const { grafana, desired } = work
  const there = new Set(here.map((rule) => rule.ruleGroup))
  return sideBySide(desired.ruleGroups, READS_AT_ONCE, async (group) => {
    const one = async () =>
      there.has(group.title) ? grafana.ruleGroup(desired.folder.uid, group.title) : undefined
    return { group, read: await attempt(work, one) }
  })
}

/** Rules are rendered before it is known how data source and dashboards are called here: they carry the names given. */
function boundTo(
  group: GrafanaRuleGroup,
  asked: GrafanaWork['desired']['dataSource'],
  { dataSource, moved }: RuleTargets,
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

async function writeGroup(
  work: GrafanaWork,
  group: GrafanaRuleGroup,
  read: ReadGroup,
): Promise<GrafanaResult> {
  const { grafana, desired } = work
  const about = { kind: 'rule group', name: group.title, url: `${grafana.url}/alerting/list` } as const
  if (!read.ok) return { ...about, state: 'failed', problem: read.problem }
  const stored = read.value
  const done = await attempt(work, async () => {
    const wanted = stored && !knowsReceivers(stored) ? withoutReceivers(group) : group
    if (stored && !knowsReceivers(stored)) work.ignoresReceivers = true
    if (stored && sameRuleGroup(wanted, stored, desired.deployment)) return 'unchanged' as const
    const written = await putGroup(work, wanted, stored)
    if (!knowsReceivers(written)) work.ignoresReceivers = true
    return stored ? ('updated' as const) : ('created' as const)
  })
  return done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem }
}

/** Before Grafana 11.5.2 a group takes no rule that is not there yet: such are created by themselves. */
async function putGroup(
  { grafana, desired }: GrafanaWork,
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup | undefined,
): Promise<StoredRuleGroup> {
  const folderUid = desired.folder.uid
  const body = ruleGroupBody(group, stored, { deployment: desired.deployment, folderUid })
  const there = new Set<unknown>(stored?.rules.map(({ uid }) => uid))
  const fresh = body.rules.filter(({ uid }) => !there.has(uid))
  const put = () => grafana.putRuleGroup(folderUid, group.title, body)
  try {
    return await put()
  } catch (error) {
    if (fresh.length === 0 || !mayMissRules(error)) throw error
    for (const rule of fresh) await grafana.createRule(rule)
    return put()
  }
}

function staleGroups({ desired }: GrafanaWork, here: readonly StoredRule[]): Set<string> {
  const wanted = new Set(desired.ruleGroups.map((group) => group.title))
  const stale = here.filter((rule) => isOurs(desired.deployment, rule) && !wanted.has(rule.ruleGroup))
  return new Set(stale.map((rule) => rule.ruleGroup))
}

/** Rule by rule, which every version knows: what others have in the group stays, and an empty group is none. */
async function removeGroup(
  work: GrafanaWork,
  title: string,
  here: readonly StoredRule[],
): Promise<GrafanaResult> {
  const { grafana, desired } = work
  const rules = here.filter((rule) => rule.ruleGroup === title)
  const ours = rules.filter((rule) => isOurs(desired.deployment, rule))
  const about = { kind: 'rule group', name: title } as const
  const done = await attempt(work, async () => {
    for (const { uid } of ours) await deleteRule(grafana, uid)
  })
  if (!done.ok) return { ...about, state: 'failed', problem: done.problem }
  const others = rules.length - ours.length
  const kept = others > 0 ? `; ${count(others, 'rule')} of others kept` : ''
  return { ...about, state: 'removed', why: `no longer defined${kept}` }
}

/** Grafana refuses to delete what is gone (500, recorded): when the answer got lost, a look tells. */
async function deleteRule(grafana: Grafana, uid: string): Promise<void> {
  try {
    await grafana.deleteRule(uid)
  } catch (error) {
    if (!(error instanceof ActionError) || !isUnsure(error)) throw error
    const rules = await grafana.rules()
    if (rules.some((rule) => rule.uid === uid)) await grafana.deleteRule(uid)
  }
}

/** Older versions take a rule's contact point, and forget it. */
function ignoredReceivers({ ignoresReceivers, desired }: GrafanaWork): GrafanaResult[] {
  const named = desired.ruleGroups.flatMap((group) => group.rules.flatMap((rule) => rule.receiver ?? []))
  if (!ignoresReceivers) return []
  return [...new Set(named)].map((name) => ({
    ...{ kind: 'contact point', name, state: 'kept' },
    problem: {
      code: 'grafana-receiver-ignored',
      severity: 'warning',
      message: `This Grafana does not let a rule name its contact point, as "${oneLine(name, 100)}": its notification policies decide who is told.`,
      hint: 'Make a notification policy for the label severity there, or use Grafana 11 or newer.',
    },
  }))
}

/** Names of the contact points, where a rule of ours names one and we may look. */
async function receivers(work: GrafanaWork): Promise<ReadonlySet<string> | undefined> {
  const named = work.desired.ruleGroups.some((group) =>
    group.rules.some((rule) => rule.receiver !== undefined),
  )
  const listed = named ? await attempt(work, () => work.grafana.contactPoints()) : undefined
  return listed?.ok ? new Set(listed.value.map((point) => point.name)) : undefined
}

function unknownReceivers(group: GrafanaRuleGroup, points: ReadonlySet<string> | undefined): Problem[] {
  const names = new Set(group.rules.flatMap((rule) => rule.receiver ?? []))
  return [...names]
    .filter((name) => points && !points.has(name))
    .map((name) => ({
      code: 'grafana-receiver',
      severity: 'error',
      message: `Grafana has no contact point "${oneLine(name, 100)}", which the rules of "${group.title}" name.`,
      hint: 'Create it in Grafana (Alerting, Contact points), or correct the receiver in monitoring.yml.',
    }))
}

/** Grafana's own default address; mail to it reaches nobody. */
const PLACEHOLDER = '<example@email.com>'

/** Whether anybody hears of our alerts. The policy tree is read, never written. */
export async function whoIsNotified({ grafana, desired, ignoresReceivers }: GrafanaWork): Promise<Notified> {
  const rules = desired.ruleGroups.flatMap((group) => group.rules)
  // The Watchdog alone is given none: it is a sign of life.
  if (!ignoresReceivers && rules.some((rule) => rule.receiver !== undefined)) return 'receiver'
  const [points, { receiver, routes }] = await Promise.all([grafana.contactPoints(), grafana.policies()])
  if (routes > 0) return 'policies'
  const real = points.some(
    (point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER),
  )
  return real ? 'policies' : 'nobody'
}
