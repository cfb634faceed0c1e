import { parseYaml } from '../../formats/yaml-value.ts'
import { isJsonObject, objectsIn, stringIn } from '../../lib/json-value.ts'
import type { ActiveAlert, EvaluatedRuleGroup } from '../../model/prometheus.ts'
import type { AlertEvidence, RuleEvidence } from '../evidence.ts'

/** The rules of a rule file; empty when the text is not a rule file. */
export function rulesInFile(text: string): { group: string; name: string; kind: RuleEvidence['kind'] }[] {
  const file = parseYaml(text)
  return objectsIn(isJsonObject(file) ? file.groups : undefined).flatMap((group) =>
    objectsIn(group.rules).map((rule) => ({
      group: stringIn(group.name),
      name: stringIn(rule.alert) || stringIn(rule.record),
      kind: stringIn(rule.alert) ? ('alerting' as const) : ('recording' as const),
    })),
  )
}

/** The series that recording rules write, and how long that may take. */
export interface RecordedSeries {
  names: ReadonlySet<string>
  /** The longest interval of a group, in milliseconds. */
  intervalMs: number
}

export const recordedSeriesOf = (groups: readonly EvaluatedRuleGroup[]): RecordedSeries => ({
  names: new Set(
    groups.flatMap(({ rules }) => rules.filter(({ type }) => type === 'recording').map(({ name }) => name)),
  ),
  intervalMs: Math.max(0, ...groups.map(({ interval }) => interval)) * 1000,
})

/** How long verification waits for the evaluation of a rule group; groups with a longer interval are not waited for. */
export const RULES_MS = 60_000

/** Whether every rule was evaluated at least once. */
export const allEvaluated = (groups: readonly EvaluatedRuleGroup[]): boolean =>
  groups.every(({ rules }) => rules.every(({ health }) => health !== 'unknown'))

/** The rules that Prometheus has loaded, and those that were deployed but not loaded. */
export function judgeRules(
  groups: readonly EvaluatedRuleGroup[],
  verifyStart: number,
  shipped: readonly string[] = [],
): RuleEvidence[] {
  const loaded = groups.flatMap((group) =>
    group.rules.map((rule) => judgeRule(group.name, rule, verifyStart)),
  )
  const key = ({ group, name }: { group: string; name: string }) => JSON.stringify([group, name])
  const has = new Set(loaded.map(key))
  const missing = shipped.flatMap(rulesInFile).filter((rule) => !has.has(key(rule)))
  return [
    ...loaded,
    ...missing.map(
      (rule): RuleEvidence => ({
        ...rule,
        state: 'missing',
        detail: '',
        certainty: 'proven',
        why: 'It was deployed, but Prometheus has not loaded it.',
      }),
    ),
  ]
}

function judgeRule(
  group: string,
  rule: EvaluatedRuleGroup['rules'][number],
  verifyStart: number,
): RuleEvidence {
  const about = { group, name: rule.name, kind: rule.type, detail: rule.lastError }
  if (rule.health === 'err')
    return { ...about, state: 'error', certainty: 'proven', why: 'Its evaluation fails.' }
  if (rule.health === 'unknown')
    return {
      ...about,
      state: 'not-evaluated',
      certainty: 'not checked',
      why: 'It has not been evaluated yet.',
    }
  return Date.parse(rule.lastEvaluation) > verifyStart
    ? {
        ...about,
        state: 'ok',
        certainty: 'proven',
        why: 'Evaluated without an error after verification began.',
      }
    : {
        ...about,
        state: 'ok',
        certainty: 'inferred',
        why: 'Its last evaluation succeeded, but was before verification began.',
      }
}

/** Alerts that are pending or firing. */
export function activeAlerts(alerts: readonly ActiveAlert[]): AlertEvidence[] {
  return alerts.flatMap(({ labels, annotations, state, activeAt }) =>
    state === 'pending' || state === 'firing'
      ? [
          {
            name: labels.alertname ?? '',
            state,
            labels,
            summary: annotations.summary ?? annotations.description ?? '',
            since: activeAt,
          },
        ]
      : [],
  )
}
