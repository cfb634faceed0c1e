import type { Evidence } from '../verify/evidence.ts'
import { addSamples } from '../verify/panels/samples.ts'
import type { VerifyRequest } from '../verify/request.ts'
import { type DeployResult, hasFailed } from './apply.ts'
import type { ModeHandler } from './context.ts'
import { observeAll } from './observe.ts'
import { checkPrometheusMachine } from './prometheus-machine.ts'
import { describeStarts, openSession, type Session } from './session.ts'
import { verifyDeployment } from './verify-deployment.ts'

// Loaded with the mode that it is for: alone, it would bring another copy of the HTTP client into the bundle.
export { pingVerifyHeartbeat } from './verify-heartbeat.ts'

/** Only the verification of what is deployed. */
export const verifyMode: ModeHandler = async (inputs, report, context) => {
  await using session = await openSession(inputs, report, context)
  const found = await report.timed('look', () => observeAll(session), describeStarts(session))
  if (hasFailed(found)) return
  const machine = session.flyMetrics
    ? {}
    : await checkPrometheusMachine(session, found.apps[0]?.machines ?? [])
  if (machine === 'failed') return
  await report.timed('verify', () => verifyAndRecord(session, found, machine))
}

export async function verifyAndRecord(
  session: Session,
  deployed: DeployResult,
  more: Pick<VerifyRequest, 'atRest' | 'deployBegan'> = {},
): Promise<void> {
  await session.tunnel?.open()
  const found = await verifyDeployment(session, deployed, more)
  const evidence = session.charts ? await withCharts(found, session) : found
  session.report.evidence = evidence
  session.report.problems.push(...evidence.problems)
}

/** Only a report with charts needs what is read for them. */
async function withCharts(found: Evidence, { prometheus, flyMetrics, signal }: Session): Promise<Evidence> {
  if (signal.aborted) return found
  return addSamples(found, flyMetrics ?? prometheus)
}
