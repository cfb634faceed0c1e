import { endFamilies } from '../lib/process-family.ts'
import { removeFolder } from '../lib/temporary.ts'
import { writeInTime } from '../report/brief.ts'
import type { RunContext } from '../run/context.ts'
import { exitCode } from '../run/record.ts'
import { run } from '../run/run.ts'
import { publish } from './publish.ts'

/** The step after its signal handlers are set: runs, and publishes the report. Returns the exit code. */
export async function step(context: RunContext): Promise<0 | 1> {
  const report = await run(context)
  // flyctl keeps logs of its requests there; no later step of the job should find them.
  endFamilies()
  removeFolder(context.scratch)
  return exitCode(writeInTime(report, (one) => publish(one, context.env, context.log)))
}
