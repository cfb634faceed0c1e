import { endFamilies } from '../lib/process-family.ts'
import { removeFolder } from '../lib/temporary.ts'
import { writeInTime } from '../report/brief.ts'
import type { RunContext } from '../run/context.ts'
import { exitCode } from '../run/record.ts'
import { run } from '../run/run.ts'
import { publish } from './publish.ts'

/** The step, once it can be cancelled: the run, told where people look on a runner. Returns the exit code. */
export async function step(around: RunContext): Promise<0 | 1> {
  const report = await run(around)
  // flyctl keeps logs of what it sent there; no later step of the job should find them.
  endFamilies()
  removeFolder(around.scratch)
  return exitCode(writeInTime(report, (one) => publish(one, around.env, around.log)))
}
