import { prefix } from '../../desired/grafana/uids.ts'
import { parseDuration } from '../../lib/duration.ts'
import { canonicalJson, isJsonObject, type JsonObject } from '../../lib/json-value.ts'
import { oneLine } from '../../lib/text.ts'
import type { GrafanaRule, GrafanaRuleGroup, StoredRuleGroup } from '../../model/grafana.ts'

/** Whether a rule was written by this deployment. */
export const isOwnRule = (deployment: string, rule: { uid: string }): boolean =>
  rule.uid.startsWith(prefix(deployment))

/** What every rule of a group belongs to. */
export interface RuleOwner {
  deployment: string
  folderUid: string
}

/**
 * The body that updates a stored group. A rule that is not in it would be deleted, so rules in the group that are not
 * managed by this action are sent back; a rule that was paused stays paused.
 */
export function ruleGroupBody(
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup | undefined,
  { deployment, folderUid }: RuleOwner,
): JsonObject & { rules: JsonObject[] } {
  const before = stored?.rules ?? []
  const ours = group.rules.map((rule) => {
    const paused = before.some((b) => b.uid === rule.uid && b.isPaused === true)
    return { ...wire(rule), orgID: 1, folderUID: folderUid, ruleGroup: group.title, isPaused: paused }
  })
  const others = before.filter((rule) => !isOwnRule(deployment, rule))
  return { title: group.title, folderUid, interval: group.interval, rules: [...ours, ...others] }
}

/**
 * Whether this Grafana keeps the contact point of a rule: rules then have a field for it, empty or not. Older versions
 * drop it silently (measured: 10.1 does, 12.4 does not).
 */
export const supportsReceivers = ({ rules }: StoredRuleGroup): boolean =>
  rules.length === 0 || rules.some((rule) => rule.notification_settings !== undefined)

export const withoutReceivers = (group: GrafanaRuleGroup): GrafanaRuleGroup => ({
  ...group,
  rules: group.rules.map(({ receiver, ...rule }) => rule),
})

/** The differences from the stored group, rule by rule; empty when there are none. */
export function ruleGroupDifferences(
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup,
  deployment: string,
): string[] {
  const own = stored.rules.filter((rule) => isOwnRule(deployment, rule))
  const name = ({ title }: { title: string }) => `rule "${oneLine(title, 100)}"`
  const removed = own.filter(({ uid }) => !group.rules.some((rule) => rule.uid === uid))
  return [
    ...(stored.interval === group.interval ? [] : [`~ interval: ${stored.interval} s → ${group.interval} s`]),
    ...group.rules.flatMap((rule) => {
      const twin = own.find(({ uid }) => uid === rule.uid)
      if (!twin) return [`+ ${name(rule)}`]
      return comparable(wire(rule)) === comparable(twin) ? [] : [`~ ${name(rule)}`]
    }),
    ...removed.map((rule) => `- ${name(rule)}`),
  ]
}

function wire(rule: GrafanaRule): JsonObject {
  const { receiver, data, ...rest } = rule
  return {
    ...rest,
    data: data.map((query) => ({
      queryType: '',
      ...query,
      model: { ...MODEL, ...query.model, refId: query.refId },
    })),
    notification_settings: receiver === undefined ? null : { receiver },
  }
}

/** Grafana adds these to every model that lacks them. */
const MODEL = { intervalMs: 1000, maxDataPoints: 43200 }

/** The part of a rule that this action decides, independent of how the server stores it. */
function comparable(rule: JsonObject): string {
  const { title, condition, noDataState, execErrState, labels, annotations, data } = rule
  const receiver = isJsonObject(rule.notification_settings) ? rule.notification_settings.receiver : undefined
  const queries = Array.isArray(data) ? data.filter(isJsonObject) : []
  return canonicalJson({
    ...{ title, condition, noDataState, execErrState, receiver },
    for: parseDuration(String(rule.for)) ?? rule.for,
    labels: labels ?? {},
    annotations: annotations ?? {},
    data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
      ...{ refId, relativeTimeRange, datasourceUid, model },
    })),
  })
}
