import type { Grafana } from '../clients/grafana.ts'
import type { Problem } from '../lib/errors.ts'
import { count, oneLine } from '../lib/text.ts'
import type { GrafanaResult, GrafanaRuleGroup, Notified } from '../plan/grafana.ts'
import {
  isOurs,
  ruleGroupBody,
  ruleGroupProblems,
  type StoredRule,
  sameRuleGroup,
} from '../plan/grafana-rules.ts'
import { type Attempt, attempt, type GrafanaWork } from './grafana-work.ts'

/**
 * Rule groups of our folder: written where they differ; those that are no longer defined are removed, together with our
 * rules only. `dataSource` is the uid that the rules ask.
 */
export async function applyRuleGroups(
  work: GrafanaWork,
  dataSource: string,
  stored: Attempt<StoredRule[]>,
): Promise<GrafanaResult[]> {
  const { desired } = work
  if (!stored.ok)
    return desired.ruleGroups.map((group) => ({
      ...{ kind: 'rule group', name: group.title, state: 'failed', problem: stored.problem },
    }))
  const here = stored.value.filter((rule) => rule.folderUID === desired.folder.uid)
  const points = await receivers(work)
  const results: GrafanaResult[] = []
  for (const group of desired.ruleGroups) {
    const bound = boundTo(group, desired.dataSource, dataSource)
    const [problem] = [...ruleGroupProblems(bound, dataSource), ...unknownReceivers(bound, points)]
    results.push(
      problem
        ? { kind: 'rule group', name: group.title, state: 'failed', problem }
        : await writeGroup(work, bound, here),
    )
  }
  for (const title of staleGroups(work, here)) results.push(await removeGroup(work, title))
  return results
}

/** Rules are rendered before an existing data source's uid is known, and then carry the name it was given. */
function boundTo(
  group: GrafanaRuleGroup,
  asked: GrafanaWork['desired']['dataSource'],
  uid: string,
): GrafanaRuleGroup {
  if (!('existing' in asked)) return group
  const rules = group.rules.map((rule) => ({
    ...rule,
    data: rule.data.map((query) =>
      query.datasourceUid === asked.existing ? { ...query, datasourceUid: uid } : query,
    ),
  }))
  return { ...group, rules }
}

async function writeGroup(
  work: GrafanaWork,
  group: GrafanaRuleGroup,
  here: readonly StoredRule[],
): Promise<GrafanaResult> {
  const { grafana, desired } = work
  const folderUid = desired.folder.uid
  const about = { kind: 'rule group', name: group.title, url: `${grafana.url}/alerting/list` } as const
  const done = await attempt(work, async () => {
    const exists = here.some((rule) => rule.ruleGroup === group.title)
    const stored = exists ? await grafana.ruleGroup(folderUid, group.title) : undefined
    if (stored && sameRuleGroup(group, stored, desired.deployment)) return 'unchanged' as const
    const home = { deployment: desired.deployment, folderUid }
    await grafana.putRuleGroup(folderUid, group.title, ruleGroupBody(group, stored, home))
    return stored ? ('updated' as const) : ('created' as const)
  })
  return done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem }
}

function staleGroups({ desired }: GrafanaWork, here: readonly StoredRule[]): Set<string> {
  const wanted = new Set(desired.ruleGroups.map((group) => group.title))
  const stale = here.filter((rule) => isOurs(desired.deployment, rule) && !wanted.has(rule.ruleGroup))
  return new Set(stale.map((rule) => rule.ruleGroup))
}

/** A group in which others have rules too loses only ours. */
async function removeGroup(work: GrafanaWork, title: string): Promise<GrafanaResult> {
  const { grafana, desired } = work
  const folderUid = desired.folder.uid
  const about = { kind: 'rule group', name: title } as const
  const done = await attempt(work, async () => {
    const stored = await grafana.ruleGroup(folderUid, title)
    const others = stored?.rules.filter((rule) => !isOurs(desired.deployment, rule)) ?? []
    if (others.length === 0) await grafana.deleteRuleGroup(folderUid, title)
    else
      await grafana.putRuleGroup(
        folderUid,
        title,
        ruleGroupBody({ title, interval: stored?.interval ?? 60, rules: [] }, stored, {
          deployment: desired.deployment,
          folderUid,
        }),
      )
    return others.length
  })
  if (!done.ok) return { ...about, state: 'failed', problem: done.problem }
  const kept = done.value > 0 ? `; ${count(done.value, 'rule')} of others kept` : ''
  return { ...about, state: 'removed', why: `no longer defined${kept}` }
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
export async function whoIsNotified(
  grafana: Grafana,
  groups: readonly GrafanaRuleGroup[],
): Promise<Notified> {
  const rules = groups.flatMap((group) => group.rules)
  if (rules.every((rule) => rule.receiver !== undefined)) return 'receiver'
  const [points, { receiver, routes }] = await Promise.all([grafana.contactPoints(), grafana.policies()])
  if (routes > 0) return 'policies'
  const real = points.some(
    (point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER),
  )
  return real ? 'policies' : 'nobody'
}
