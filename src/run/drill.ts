import { drill } from '../verify/delivery/drill.ts'
import type { Evidence } from '../verify/evidence.ts'
import { waitUntilReady } from '../verify/server/reach.ts'
import { hasFailed } from './apply.ts'
import type { ModeHandler } from './context.ts'
import { deliveryOf } from './delivery.ts'
import { observeAll } from './observe.ts'
import { openSession, type Session } from './session.ts'

/** One marked alert through Prometheus and its Alertmanager to the receivers. */
export const drillMode: ModeHandler = async (inputs, report, context) => {
  const session = await openSession(inputs, report, context)
  // The password is only sent to an app that the token can read.
  const found = await report.timed('look', () => observeAll(session))
  if (hasFailed(found)) return
  await report.timed('drill', () => drillAndRecord(session))
}

async function drillAndRecord(session: Session): Promise<void> {
  const { prometheus, fly, report, cancel } = session
  const limits = { deadline: new Date(fly.until), signal: cancel, log: fly.log.info }
  const began = new Date().toISOString()
  const reached = await waitUntilReady(prometheus, limits)
  if (reached.kind !== 'reached') {
    report.problems.push(...reached.problems)
    return
  }
  const receivers = (deliveryOf(session, false)?.receivers ?? []).filter(({ name }) => name !== 'heartbeat')
  const checks = await drill(receivers, { prometheus, limits })
  for (const { subject, why } of checks) fly.log.info(`${subject}: ${why}`)
  const nothing = {
    targets: [],
    services: [],
    metrics: [],
    undeclared: [],
    unexpected: [],
    panels: [],
    rules: [],
    alerts: [],
  }
  const evidence: Evidence = {
    began,
    ended: new Date().toISOString(),
    ...nothing,
    checks,
    problems: [],
    isDrill: true,
  }
  report.evidence = evidence
}
