import type { Dispatcher } from 'undici'
import { createPrometheus } from '../clients/prometheus/client.ts'
import type { Desired } from '../desired/desired.ts'
import { prometheusCredentials } from '../desired/prometheus-access.ts'
import type { Inputs } from '../inputs/types.ts'
import { ActionError } from '../lib/errors.ts'
import type { PlannedDeploy } from '../model/planned.ts'
import { backtest, MOST_RULES, testable } from '../plan/backtest/backtest.ts'
import type { RuleChange } from '../plan/diff/rules.ts'
import type { MonitoringPlan } from '../plan/fly/plan.ts'
import { hasRecord } from '../plan/fly/state.ts'

/** Milliseconds for all rules together. */
const BACKTEST_MS = 60_000
/** Milliseconds for one query over a week. */
const QUERY_MS = 25_000

export interface BacktestRequest {
  rules: readonly RuleChange[]
  desired: Desired
  inputs: Inputs
  plan: MonitoringPlan
}

/** Asks the running Prometheus how often new and changed alerts would have fired. It never fails a plan. */
export async function backtestAlerts(
  { rules, desired, inputs, plan }: BacktestRequest,
  { pool, signal }: { pool: Dispatcher; signal: AbortSignal },
): Promise<Pick<PlannedDeploy, 'backtest' | 'backtestNote'>> {
  const alerts = testable(rules).length
  if (alerts === 0) return { backtest: [] }
  const obstacle = obstacleOf(plan, inputs)
  if (obstacle !== undefined) return { backtest: [], backtestNote: obstacle }
  const until = AbortSignal.any([signal, AbortSignal.timeout(BACKTEST_MS)])
  const prometheus = createPrometheus({
    url: desired.prometheusUrl,
    credentials: prometheusCredentials(desired.monitoring.password),
    ...{ pool, signal: until, timeoutMs: QUERY_MS },
  })
  try {
    const tried = await backtest({ rules, prometheus, signal: until })
    const more = alerts - tried.length
    return {
      backtest: tried,
      ...(more > 0 && { backtestNote: `… and ${more} more alerts were not tried: ${MOST_RULES} at most.` }),
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return { backtest: [], backtestNote: `${error.problems[0]?.message}` }
  }
}

/**
 * Why Prometheus is not asked. The password goes to the app only after this run's token has shown that it is ours; a request
 * would start a stopped machine.
 */
function obstacleOf({ state, wanted }: MonitoringPlan, { prometheusUrl }: Inputs): string | undefined {
  const [machine] = state?.machines ?? []
  if (!machine) return 'there is no Prometheus yet.'
  if (machine.state !== 'started')
    return `the machine of Prometheus is ${machine.state}, and was not started for this.`
  if (wanted.app.access === 'private' && prometheusUrl === undefined)
    return 'Prometheus has no public address, and a tunnel to it would create a WireGuard peer at Fly.'
  return hasRecord(machine) ? undefined : 'this action did not deploy the Prometheus that runs.'
}
