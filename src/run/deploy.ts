import { applyAll, hasFailed } from './apply.ts'
import type { ModeHandler } from './context.ts'
import { describeStarts, openSession } from './session.ts'
import { verifyAndRecord } from './verify.ts'

/** Everything: deploy, bring dashboards, prove. */
export const deployMode: ModeHandler = async (inputs, journal, around) => {
  const work = await openSession(inputs, journal, around)
  const deployed = await journal.timed('deploy', () => applyAll(work), describeStarts(work))
  if (hasFailed(deployed)) return
  await journal.timed('verify', () => verifyAndRecord(work, deployed))
}
