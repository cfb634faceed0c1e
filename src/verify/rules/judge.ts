import { groupedRules } from '../../formats/rule-file.ts'
import { stringIn } from '../../lib/json-value.ts'
import type { ActiveAlert, EvaluatedRuleGroup } from '../../model/prometheus.ts'
import type { AlertEvidence, RuleEvidence } from '../evidence.ts'

/** The rules of a rule file; empty when the text is not a rule file. */
export function rulesInFile(text: string): { group: string; name: string; kind: RuleEvidence['kind'] }[] {
  return groupedRules(text).map(({ group, rule }) => ({
    group: stringIn(group.name),
    name: stringIn(rule.alert) || stringIn(rule.record),
    kind: stringIn(rule.alert) ? ('alerting' as const) : ('recording' as const),
  }))
}

/** The series that recording rules write, and how long that may take. */
export interface RecordedSeries {
  names: ReadonlySet<string>
  /** The expressions of the recording rules, by the name of the series. */
  queries: ReadonlyMap<string, string>
  /** The names of the alerts that Prometheus has loaded. */
  alerts: ReadonlySet<string>
  /** The longest interval of a group, in milliseconds. */
  intervalMs: number
}

export function recordedSeriesOf(groups: readonly EvaluatedRuleGroup[]): RecordedSeries {
  const rules = groups.flatMap((group) => group.rules)
  const queries = new Map(
    rules.flatMap(({ type, name, query }) => (type === 'recording' ? [[name, query] as const] : [])),
  )
  return {
    names: new Set(queries.keys()),
    queries,
    alerts: new Set(rules.flatMap(({ type, name }) => (type === 'alerting' ? [name] : []))),
    intervalMs: Math.max(0, ...groups.map(({ interval }) => interval)) * 1000,
  }
}

/** How long verification waits for the evaluation of a rule group; groups with a longer interval are not waited for. */
export const RULES_MS = 60_000

/** Whether every rule was evaluated at least once, except in groups that are evaluated too rarely to wait for. */
export const allEvaluated = (groups: readonly EvaluatedRuleGroup[]): boolean =>
  groups.every(
    ({ rules, interval }) => interval * 1000 > RULES_MS || rules.every(({ health }) => health !== 'unknown'),
  )

export type EvaluatedRule = EvaluatedRuleGroup['rules'][number]

/** The result of asking for the expression of a rule now. `error`: Prometheus rejects it, with its message. */
export type RuleAnswer =
  | { kind: 'evaluates' }
  | { kind: 'error'; detail: string }
  | { kind: 'unanswered'; why: string }

/** Identifies a rule: two may have the same name. */
export const ruleKey = (group: string, { name, query }: EvaluatedRule): string =>
  JSON.stringify([group, name, query])

/**
 * Whether the last evaluation of a rule proves nothing: one before all targets were scraped (`scrapedAt`, in milliseconds
 * on Prometheus' clock) did not see what the rule will see; before the first one its time is in year 1.
 */
export const isStaleEvaluation = ({ lastEvaluation }: EvaluatedRule, scrapedAt: number): boolean =>
  Date.parse(lastEvaluation) <= scrapedAt

/**
 * The rules that Prometheus has loaded, and those that were deployed but not loaded. `answers`: for rules whose last
 * evaluation proves nothing, by `ruleKey`.
 */
export function judgeRules(
  groups: readonly EvaluatedRuleGroup[],
  answers: ReadonlyMap<string, RuleAnswer>,
  shipped: readonly string[] = [],
): RuleEvidence[] {
  const loaded = groups.flatMap((group) =>
    group.rules.map((rule) => judgeRule(group.name, rule, answers.get(ruleKey(group.name, rule)))),
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

/** The deployed rules when Prometheus did not return its own. */
export const uncheckedRules = (shipped: readonly string[] | undefined, why: string): RuleEvidence[] =>
  (shipped ?? []).flatMap(rulesInFile).map((rule) => ({
    ...rule,
    ...{ state: 'not-checked', detail: '', certainty: 'not checked', why },
  }))

function judgeRule(group: string, rule: EvaluatedRule, answer: RuleAnswer | undefined): RuleEvidence {
  const about = { group, name: rule.name, kind: rule.type, detail: '' }
  if (answer?.kind === 'unanswered')
    return {
      ...about,
      ...{ state: 'not-checked', certainty: 'not checked' },
      why: `It was not evaluated since the targets were scraped, and its expression could not be asked for: ${answer.why}`,
    }
  if (answer?.kind === 'error' || (rule.health === 'err' && !answer))
    return {
      ...about,
      ...{ state: 'error', certainty: 'proven', why: 'Its evaluation fails.' },
      detail: answer?.kind === 'error' ? answer.detail : rule.lastError,
    }
  if (rule.health === 'unknown' && !answer)
    return {
      ...about,
      state: 'not-evaluated',
      certainty: 'not checked',
      why: 'It has not been evaluated yet.',
    }
  return {
    ...about,
    ...{ state: 'ok', certainty: 'proven' },
    why: answer
      ? 'Its expression evaluates without an error on samples from after verification began.'
      : 'Evaluated without an error after the targets were scraped.',
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
