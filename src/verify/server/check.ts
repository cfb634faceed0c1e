import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { CheckArea, CheckEvidence } from '../evidence.ts'
import { judgeConfig, judgeReload, judgeRetention } from './running-config.ts'

export interface ServerQuestions {
  shippedConfig: string | undefined
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
