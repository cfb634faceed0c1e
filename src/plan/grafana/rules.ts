import { prefix } from '../../desired/grafana/uids.ts'
import { parseDuration } from '../../lib/duration.ts'
import { canonicalJson, isJsonObject, type JsonObject, sha256 } from '../../lib/json-value.ts'
import type { GrafanaRule, GrafanaRuleGroup, StoredRule, StoredRuleGroup } from '../../model/grafana.ts'

/** Whether a rule was written by this deployment. */
export const isOwnRule = (deployment: string, rule: { uid: string }): boolean =>
  rule.uid.startsWith(prefix(deployment))

/** Whether a rule comes from a file on the Grafana server, or from another tool: only there it can be changed. */
export const isProvisioned = ({ provenance = '' }: StoredRule): boolean =>
  !['', 'api'].includes(String(provenance))

/** What every rule of a group belongs to. */
export interface RuleOwner {
  deployment: string
  folderUid: string
}

/**
 * The record of the last write, in an annotation of the rule: names in double underscores are private, so notifications
 * do not show it, and Grafana's editor keeps it (from its documentation). The interval belongs to the group, which has no
 * place for one.
 */
const MARK = '__deployMonitoring__'

const markFor = (rule: JsonObject, interval: number): string =>
  `${interval}s ${sha256(comparable(rule)).slice(0, 32)}`

/** How a stored rule of this deployment relates to its definition. `unmarked`: equal, but for the record. */
export type RuleOwnership = 'absent' | 'unchanged' | 'unmarked' | 'changed' | 'edited'

/** What the comparison of rules needs to know about their stored group. */
export interface RuleGroupState {
  wantedInterval: number
  storedInterval: number
  /** Whether this Grafana drops the contact points of rules. */
  dropsReceivers: boolean
}

/** A rule without a record was written by an earlier version of this action, whose uid it has: it counts as unedited. */
export function ruleOwnershipOf(
  rule: GrafanaRule,
  stored: StoredRule | undefined,
  { wantedInterval, storedInterval, dropsReceivers }: RuleGroupState,
): RuleOwnership {
  if (!stored) return 'absent'
  const sent = wire(rule)
  const seen = dropsReceivers ? { ...stored, notification_settings: sent.notification_settings } : stored
  const mark = isJsonObject(stored.annotations) ? stored.annotations[MARK] : undefined
  const isSame = comparable(sent) === comparable(seen)
  if (isSame && mark === markFor(sent, wantedInterval) && wantedInterval === storedInterval)
    return 'unchanged'
  if (isSame && wantedInterval === storedInterval) return 'unmarked'
  if (mark !== undefined && mark !== markFor(seen, storedInterval)) return 'edited'
  return isSame ? 'unmarked' : 'changed'
}

/**
 * The body that writes a group. A rule that is not in it would be deleted, so rules in the group that are not managed by
 * this action are sent back, as are those in `kept`; a rule that was paused stays paused.
 */
export function ruleGroupBody(
  group: GrafanaRuleGroup,
  stored: StoredRuleGroup | undefined,
  { deployment, folderUid, kept }: RuleOwner & { kept: ReadonlySet<string> },
): JsonObject & { rules: JsonObject[] } {
  const before = stored?.rules ?? []
  const place = { orgID: 1, folderUID: folderUid, ruleGroup: group.title }
  const ours = group.rules.flatMap((rule): JsonObject[] => {
    const old = before.find(({ uid }) => uid === rule.uid)
    if (kept.has(rule.uid)) return old ? [old] : []
    const sent = wire(rule)
    const annotations = { ...rule.annotations, [MARK]: markFor(sent, group.interval) }
    return [{ ...sent, annotations, ...place, isPaused: old?.isPaused === true }]
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
  const { title, condition, noDataState, execErrState, labels, data } = rule
  const { [MARK]: mark, ...annotations } = isJsonObject(rule.annotations) ? rule.annotations : {}
  const receiver = isJsonObject(rule.notification_settings) ? rule.notification_settings.receiver : undefined
  const queries = Array.isArray(data) ? data.filter(isJsonObject) : []
  return canonicalJson({
    ...{ title, condition, noDataState, execErrState, receiver },
    for: parseDuration(String(rule.for)) ?? rule.for,
    labels: labels ?? {},
    annotations,
    data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
      ...{ refId, relativeTimeRange, datasourceUid, model },
    })),
  })
}
