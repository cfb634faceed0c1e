import { applyAll, hasFailed } from './apply.ts'
import type { ModeHandler } from './context.ts'
import { describeStarts, openSession } from './session.ts'
import { verifyAndRecord } from './verify.ts'

/** The whole run: deploy, write the dashboards, verify. */
export const deployMode: ModeHandler = async (inputs, report, context) => {
  await using session = await openSession(inputs, report, context)
  const began = new Date()
  const deployed = await report.timed('deploy', () => applyAll(session), describeStarts(session))
  if (hasFailed(deployed)) return
  await report.timed('verify', () => verifyAndRecord(session, deployed, { deployBegan: began }))
}
