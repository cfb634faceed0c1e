import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { AlertEvidence, CheckArea, CheckEvidence, RuleEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { activeAlerts, allEvaluated, judgeRules, RULES_MS } from '../rules/judge.ts'
import { judgeConfig, judgeReload, judgeRetention } from './running-config.ts'

export interface ServerQuestions {
  shippedConfig: string | undefined
  shippedRules: readonly string[] | undefined
  /** As configured: `15d`. */
  retention: string
  /** On Prometheus' clock, in milliseconds. */
  verifyStart: number
}

/** Whether Prometheus runs the deployed configuration. */
export async function checkServer(asked: ServerQuestions, prometheus: Prometheus): Promise<CheckEvidence[]> {
  const [configuration, runtime] = await Promise.all([
    orNotChecked('configuration', async () => [judgeConfig(asked.shippedConfig, await prometheus.config())]),
    orNotChecked('reload', async () => {
      const info = await prometheus.runtimeInfo()
      return [judgeReload(info), judgeRetention(asked.retention, info)]
    }),
  ])
  return [...configuration, ...runtime]
}

/** Waits until every rule has been evaluated once: after a start of Prometheus this takes up to one interval. */
export async function awaitRules(prometheus: Prometheus, limits: PollLimits): Promise<void> {
  const began = performance.now()
  await poll(async () => {
    const groups = await known(() => prometheus.rules())
    const done = (groups !== undefined && allEvaluated(groups)) || performance.now() - began > RULES_MS
    return { done, value: undefined, waitsFor: 'the first evaluation of every rule' }
  }, limits)
}

/** The current state of the rules, and their active alerts. */
export async function readRules(
  { shippedRules, verifyStart }: ServerQuestions,
  prometheus: Prometheus,
): Promise<{ rules: RuleEvidence[]; alerts: AlertEvidence[]; checks: CheckEvidence[] }> {
  const [groups, alerts] = await Promise.all([
    known(() => prometheus.rules()),
    known(() => prometheus.alerts()),
  ])
  const rules = judgeRules(groups ?? [], verifyStart, shippedRules)
  return { rules, alerts: activeAlerts(alerts ?? []), checks: groups ? rulesClaim(rules) : [RULES_UNKNOWN] }
}

const RULES_UNKNOWN: CheckEvidence = {
  area: 'rules',
  subject: 'rules.yml',
  outcome: 'not-checked',
  certainty: 'not checked',
  why: 'Prometheus did not return its rules.',
}

/** One claim for all rules when there is no failure; failures are reported for each rule. */
function rulesClaim(rules: readonly RuleEvidence[]): CheckEvidence[] {
  if (rules.length === 0 || rules.some(({ state }) => state !== 'ok')) return []
  const isProven = rules.every(({ certainty }) => certainty === 'proven')
  return [
    {
      area: 'rules',
      subject: 'rules.yml',
      outcome: 'holds',
      certainty: isProven ? 'proven' : 'inferred',
      why: `All ${rules.length} rules are loaded and were evaluated without an error, ${isProven ? 'all of them' : 'not all of them'} after verification began.`,
    },
  ]
}

/** The answer, or undefined when Prometheus does not answer. */
async function known<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ActionError) return undefined
    throw error
  }
}

async function orNotChecked(
  area: CheckArea,
  check: () => Promise<CheckEvidence[]>,
): Promise<CheckEvidence[]> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return [{ area, subject: '', outcome: 'not-checked', certainty: 'not checked', why: messageOf(error) }]
  }
}
