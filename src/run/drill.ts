import { ActionError } from '../lib/errors.ts'
import type { Machine } from '../model/fly.ts'
import { drill } from '../verify/delivery/drill.ts'
import type { CheckEvidence, Evidence } from '../verify/evidence.ts'
import type { PollLimits } from '../verify/poll.ts'
import { waitUntilReady } from '../verify/server/reach.ts'
import { hasFailed } from './apply.ts'
import type { ModeHandler } from './context.ts'
import { deliveryOf } from './delivery.ts'
import { drillThroughGrafana, goesThroughGrafana } from './grafana-drill.ts'
import { observeAll } from './observe.ts'
import { prometheusOfOne } from './replicas.ts'
import { openSession, type Session } from './session.ts'

/** One marked alert to the receivers, on the way of the real ones: through the Alertmanager, or through Grafana. */
export const drillMode: ModeHandler = async (inputs, report, context) => {
  await using session = await openSession(inputs, report, context)
  if (goesThroughGrafana(session)) {
    await report.timed('drill', () =>
      record(session, async () => drillThroughGrafana(session, limitsOf(session))),
    )
    return
  }
  if (session.flyMetrics) throw NO_ONE_EVALUATES
  // The password is only sent to an app that the token can read.
  const found = await report.timed('look', () => observeAll(session))
  if (hasFailed(found)) return
  await report.timed('drill', () =>
    record(session, () => drillThroughAlertmanager(session, found.apps[0]?.machines ?? [])),
  )
}

const NO_ONE_EVALUATES = new ActionError('configuration', [
  {
    code: 'drill-not-deployed',
    severity: 'error',
    message:
      'With `engine: fly` there is no Alertmanager, and no Grafana is configured: no one evaluates alerts.',
    hint: 'Set grafana-url and grafana-api-key, and deploy: a drill goes through Grafana then.',
  },
])

const limitsOf = ({ fly, cancel }: Session): PollLimits => ({
  deadline: new Date(fly.until),
  signal: cancel,
  log: fly.log.info,
})

/** Undefined when Prometheus cannot be asked, which is recorded. */
async function drillThroughAlertmanager(
  session: Session,
  machines: readonly Machine[],
): Promise<CheckEvidence[] | undefined> {
  const { report } = session
  // The requests that fire the alert must reach one replica.
  const prometheus = prometheusOfOne(session, machines)
  const limits = limitsOf(session)
  await session.tunnel?.open()
  const reached = await waitUntilReady(prometheus, limits)
  if (reached.kind !== 'reached') {
    report.problems.push(...reached.problems)
    return undefined
  }
  const receivers = (deliveryOf(session, false)?.receivers ?? []).filter(({ name }) => name !== 'heartbeat')
  return drill(receivers, { prometheus, pool: session.pool, limits })
}

async function record(
  { fly, report }: Session,
  run: () => Promise<CheckEvidence[] | undefined>,
): Promise<void> {
  const began = new Date().toISOString()
  const checks = await run()
  if (!checks) return
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
