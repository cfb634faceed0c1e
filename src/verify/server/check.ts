import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { CheckArea } from '../check-areas.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { judgeConfig, judgeReload, judgeRetention } from './running-config.ts'

export interface ServerQuestions {
  shippedConfig: string | undefined
  /** As configured: `15d`; undefined where it keeps no samples. */
  retention: string | undefined
  /** On Prometheus' clock, in milliseconds. */
  verifyStart: number
}

/**
 * How long an answer may be missing before the question counts as not checked, in milliseconds: a restart, or a moment in
 * which the edge answers 502. These questions are asked when everything else is known, and have the same patience as
 * those at the start.
 */
const LOST_ANSWER_MS = 15_000

/** Whether Prometheus runs the deployed configuration. */
export async function checkServer(
  asked: ServerQuestions,
  prometheus: Prometheus,
  limits: PollLimits,
): Promise<CheckEvidence[]> {
  const [configuration, runtime] = await Promise.all([
    patiently(() => prometheus.config(), limits),
    patiently(() => prometheus.runtimeInfo(), limits),
  ])
  const kept = asked.retention === undefined ? [] : [asked.retention]
  return [
    'why' in configuration
      ? notChecked('configuration', 'prometheus.yml', configuration.why)
      : judgeConfig(asked.shippedConfig, configuration.value),
    ...('why' in runtime
      ? [
          notChecked('reload', 'prometheus.yml', runtime.why),
          ...kept.map((time) => notChecked('retention', time, runtime.why)),
        ]
      : [judgeReload(runtime.value), ...kept.map((time) => judgeRetention(time, runtime.value))]),
  ]
}

/** The answer, or why there was none for so long. */
function patiently<T>(ask: () => Promise<T>, limits: PollLimits): Promise<{ value: T } | { why: string }> {
  const began = performance.now()
  return poll<{ value: T } | { why: string }>(async () => {
    try {
      return { done: true, value: { value: await ask() } }
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      const why = messageOf(error)
      return {
        done: performance.now() - began >= LOST_ANSWER_MS,
        value: { why },
        waitsFor: `Prometheus: ${why}`,
      }
    }
  }, limits)
}

const notChecked = (area: CheckArea, subject: string, why: string): CheckEvidence => ({
  area,
  subject,
  outcome: 'not-checked',
  certainty: 'not checked',
  why: `Prometheus could not be asked: ${why}`,
})
