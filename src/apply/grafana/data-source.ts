import { setTimeout as sleep } from 'node:timers/promises'
import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import { attempt } from '../../plan/grafana/attempt.ts'
import { isPasswordRefused } from '../../plan/grafana/data-source.ts'
import type { GrafanaPlan } from '../../plan/grafana/diff.ts'
import type { GrafanaResult } from '../../plan/grafana/outcome.ts'
import type { GrafanaSession } from './attempt.ts'
import { carryOut } from './carry-out.ts'

/** Milliseconds that a fresh Prometheus' name and address may take to be known to Grafana. */
const HEALTH_PATIENCE_MS = 10_000
const HEALTH_PAUSE_MS = 500

/** The proof after the write: whether Grafana itself gets an answer, asked for a while where it does not yet. */
export async function proveDataSource(
  work: GrafanaSession,
  uid: string,
  plan: Pick<GrafanaPlan, 'health' | 'resendPassword'>,
  result: GrafanaResult,
): Promise<GrafanaResult> {
  const { grafana, signal } = work
  const deadline = Date.now() + HEALTH_PATIENCE_MS
  // Grafana may wait for Prometheus longer than we wait for Grafana.
  const ask = () => attempt(() => grafana.dataSourceHealth(uid))
  const isAsItWas = result.state === 'unchanged'
  const first = isAsItWas ? plan.health : undefined
  for (let asked = first ?? (await ask()); ; asked = await ask()) {
    if (!asked.ok) return unproven(result, asked.problem)
    const { ok, message } = asked.value
    if (ok) return result
    const refused = isPasswordRefused(message)
    if (refused && isAsItWas && plan.resendPassword) return resendPassword(work, uid, plan, result)
    // What was changed just now may still be asked with what was there before: Grafana keeps that for 5 s.
    const isFinal = (refused && result.state !== 'updated') || Date.now() > deadline
    if (isFinal) return unproven(result, unhealthy(result.name, message, refused))
    await sleep(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) })
  }
}

/** Prometheus refuses the stored password, as the plan could not see yet: ours is sent. */
async function resendPassword(
  work: GrafanaSession,
  uid: string,
  { resendPassword: change }: Pick<GrafanaPlan, 'resendPassword'>,
  result: GrafanaResult,
): Promise<GrafanaResult> {
  const resent = change ? await carryOut(work, change) : result
  if (resent.state === 'failed') return resent
  return proveDataSource(work, uid, { health: undefined, resendPassword: undefined }, resent)
}

/** Keeps the problem of a failed write, which came first. */
function unproven(result: GrafanaResult, problem: Diagnostic): GrafanaResult {
  if (result.state === 'failed') return result
  const { kind, name, url, change } = result
  return {
    ...{ kind, name, ...(url !== undefined && { url }), ...(change && { change }) },
    ...{ state: 'failed', problem },
  }
}

const unhealthy = (name: string, message: string, refused: boolean): Diagnostic => ({
  code: 'grafana-datasource-unhealthy',
  severity: 'error',
  message: `Grafana has the data source "${oneLine(name, 100)}", but gets no answer through it: ${message}`,
  hint: refused
    ? 'Prometheus refuses the password that Grafana has. Deploy with the right one, or correct it in the data source.'
    : 'Grafana must reach the URL of the data source from where it runs. Open it there, and see the log of the monitoring app.',
})
