import { setTimeout as sleep } from 'node:timers/promises'
import { attempt } from '../../lib/attempt.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import { isPasswordRefused } from '../../plan/grafana/data-source.ts'
import type { GrafanaPlan } from '../../plan/grafana/diff.ts'
import type { GrafanaResult } from '../../plan/grafana/outcome.ts'
import { carryOut } from './carry-out.ts'
import type { GrafanaSession } from './writes.ts'

/** How long the name and the address of a new Prometheus may take to be known to Grafana, in milliseconds. */
const HEALTH_PATIENCE_MS = 10_000
const HEALTH_PAUSE_MS = 500

/** Verifies after the write that Grafana gets an answer from the data source; waits for a while where it does not yet. */
export async function proveDataSource(
  session: GrafanaSession,
  uid: string,
  plan: Pick<GrafanaPlan, 'health' | 'resendPassword'>,
  result: GrafanaResult,
): Promise<GrafanaResult> {
  const { grafana, signal } = session
  const deadline = Date.now() + HEALTH_PATIENCE_MS
  // Grafana may wait longer for Prometheus than this request waits for Grafana.
  const ask = () => attempt(() => grafana.dataSourceHealth(uid))
  const isUnchanged = result.state === 'unchanged'
  const first = isUnchanged ? plan.health : undefined
  for (let asked = first ?? (await ask()); ; asked = await ask()) {
    if (!asked.ok) return unproven(result, asked.problem)
    const { ok, message } = asked.value
    if (ok) return result
    const refused = isPasswordRefused(message)
    if (refused && isUnchanged && plan.resendPassword) return resendPassword(session, uid, plan, result)
    // Grafana may still use the previous settings: it caches them for 5 s.
    const isFinal = (refused && result.state !== 'updated') || Date.now() > deadline
    if (isFinal) return unproven(result, unhealthy(result.name, message, refused))
    await sleep(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) })
  }
}

/** Prometheus rejects the stored password, which the plan could not know yet: the configured one is sent. */
async function resendPassword(
  session: GrafanaSession,
  uid: string,
  { resendPassword: change }: Pick<GrafanaPlan, 'resendPassword'>,
  result: GrafanaResult,
): Promise<GrafanaResult> {
  const resent = change ? await carryOut(session, change) : result
  if (resent.state === 'failed') return resent
  return proveDataSource(session, uid, { health: undefined, resendPassword: undefined }, resent)
}

/** Keeps the problem of a failed write, which came first. What was kept although it differs is the likely cause. */
function unproven(result: GrafanaResult, unhealthy: Diagnostic): GrafanaResult {
  if (result.state === 'failed') return result
  const problem =
    result.state === 'kept'
      ? { ...unhealthy, hint: `${result.problem.message} ${result.problem.hint}` }
      : unhealthy
  const { kind, name, url, change } = result
  return {
    ...{ kind, name, ...(url !== undefined && { url }), ...(change && { change }) },
    ...{ state: 'failed', problem },
  }
}

const unhealthy = (name: string, message: string, refused: boolean): Diagnostic => ({
  code: 'grafana-datasource-unhealthy',
  severity: 'error',
  message: `Grafana has the data source "${oneLine(name, 100)}", but does not get an answer through it: ${message}`,
  hint: refused
    ? 'Prometheus rejects the password that Grafana has. Deploy with the correct one, or correct it in the data source.'
    : 'The Grafana server must be able to reach the URL of the data source. Check that, and see the log of the monitoring app.',
})
