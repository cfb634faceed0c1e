import { mapConcurrently } from '../../lib/concurrency.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import {
  type EvaluatedRuleGroup,
  type Prometheus,
  type QueryAnswer,
  vectorOf,
} from '../../model/prometheus.ts'
import type { AlertEvidence, CheckEvidence, RuleEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import {
  activeAlerts,
  allEvaluated,
  type EvaluatedRule,
  isStaleEvaluation,
  judgeRules,
  RULES_MS,
  type RuleAnswer,
  ruleKey,
  uncheckedRules,
} from './judge.ts'

export interface RulesRead {
  rules: RuleEvidence[]
  alerts: AlertEvidence[]
  checks: CheckEvidence[]
}

/** How long rules and alerts are asked for at the end while there is no answer. */
const PATIENCE_MS = 30_000

/** Questions about rules at a time, half of what Prometheus answers. */
const AT_ONCE = 10

/**
 * The current state of the rules, and their active alerts, once every rule was evaluated: after a start of Prometheus
 * this takes up to one interval. Asked at the end, because Prometheus may restart at any time. A rule that was last evaluated before `scrapedAt` (when the
 * last target was scraped, on Prometheus' clock) is asked for now.
 */
export async function readRules(
  { shippedRules, scrapedAt }: { shippedRules: readonly string[] | undefined; scrapedAt: number },
  prometheus: Prometheus,
  limits: PollLimits,
): Promise<RulesRead> {
  const began = performance.now()
  const [groups, alerts] = await poll(async () => {
    const value = await Promise.all([known(() => prometheus.rules()), known(() => prometheus.alerts())])
    const [rules] = value
    const isRead = value.every(({ ok }) => ok)
    const isEvaluated = rules.ok && allEvaluated(rules.value)
    const done = performance.now() - began > (isRead ? RULES_MS : PATIENCE_MS) || (isRead && isEvaluated)
    return {
      done,
      value,
      waitsFor: isRead ? 'the first evaluation of every rule' : 'the rules of Prometheus',
    }
  }, limits)
  const checks = alerts.ok ? [] : [unread('alerts', alerts.why)]
  const active = activeAlerts(alerts.ok ? alerts.value : [])
  if (!groups.ok) {
    const rules = uncheckedRules(shippedRules, `Prometheus did not return its rules: ${groups.why}`)
    // One cause: the alerts come from the same rules.
    return { rules, alerts: active, checks: [unread('rules', groups.why)] }
  }
  const rules = judgeRules(groups.value, await askRules(groups.value, scrapedAt, prometheus), shippedRules)
  return { rules, alerts: active, checks: [...rulesClaim(rules), ...checks] }
}

const unread = (what: 'rules' | 'alerts', why: string): CheckEvidence => ({
  area: 'rules',
  subject: what === 'rules' ? 'rules.yml' : what,
  outcome: 'not-checked',
  certainty: 'not checked',
  why: `Prometheus did not return its ${what}: ${why}`,
})

/** The answers to the expressions of the rules whose last evaluation proves nothing. */
async function askRules(
  groups: readonly EvaluatedRuleGroup[],
  scrapedAt: number,
  prometheus: Prometheus,
): Promise<ReadonlyMap<string, RuleAnswer>> {
  const stale = groups.flatMap(({ name, rules }) =>
    rules.filter((rule) => isStaleEvaluation(rule, scrapedAt)).map((rule) => ({ group: name, rule })),
  )
  const answers = await mapConcurrently(
    stale,
    AT_ONCE,
    async ({ group, rule }) => [ruleKey(group, rule), await askRule(rule, prometheus)] as const,
  )
  return new Map(answers)
}

async function askRule(rule: EvaluatedRule, prometheus: Prometheus): Promise<RuleAnswer> {
  try {
    return judgeAnswer(rule, await prometheus.query(rule.query))
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const isRejected = error.problems[0]?.code === 'prometheus-query'
    return isRejected
      ? { kind: 'error', detail: messageOf(error) }
      : { kind: 'unanswered', why: messageOf(error) }
  }
}

/** A rule replaces the name and some labels of its series, which must still differ then. */
function judgeAnswer(rule: EvaluatedRule, answer: QueryAnswer): RuleAnswer {
  const rows = vectorOf(answer)
  const kept = rows.map(({ metric: { __name__, ...labels } }) => ({ ...labels, ...rule.labels }))
  const texts = new Set(kept.map((labels) => JSON.stringify(Object.entries(labels).sort())))
  return texts.size === rows.length
    ? { kind: 'evaluates' }
    : {
        kind: 'error',
        detail: 'It returns several series that have the same labels with the labels of the rule.',
      }
}

/** One claim for all rules when there is no failure; failures are reported for each rule. */
function rulesClaim(rules: readonly RuleEvidence[]): CheckEvidence[] {
  if (rules.length === 0 || rules.some(({ state }) => state !== 'ok')) return []
  return [
    {
      area: 'rules',
      subject: 'rules.yml',
      outcome: 'holds',
      certainty: 'proven',
      why: `All ${rules.length} rules are loaded and evaluate without an error on samples from after verification began.`,
    },
  ]
}

/** The answer, or why Prometheus does not answer. */
async function known<T>(ask: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; why: string }> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    if (error instanceof ActionError) return { ok: false, why: messageOf(error) }
    throw error
  }
}
