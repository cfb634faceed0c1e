import { type DeployResult, hasFailed } from './apply.ts'
import type { ModeHandler } from './context.ts'
import { observeAll } from './observe.ts'
import { describeStarts, openSession, type Session } from './session.ts'
import { verifyDeployment } from './verify-deployment.ts'

/** Only the proof, of what is there. */
export const verifyMode: ModeHandler = async (inputs, journal, around) => {
  const work = await openSession(inputs, journal, around)
  const found = await journal.timed('look', () => observeAll(work), describeStarts(work))
  if (hasFailed(found)) return
  await journal.timed('verify', () => verifyAndRecord(work, found))
}

export async function verifyAndRecord(work: Session, deployed: DeployResult): Promise<void> {
  const evidence = await verifyDeployment(work, deployed)
  work.journal.evidence = evidence
  work.journal.problems.push(...evidence.problems)
}
