import { endFamilies } from './clients/family.ts'
import { removeFolder } from './lib/temporary.ts'
import { writeInTime } from './report/brief.ts'
import { exitCode } from './report/journal.ts'
import { publish } from './report/publish.ts'
import { run, type Surroundings } from './run.ts'

/** The step, once it can be cancelled: the run, told where people look on a runner. Returns the exit code. */
export async function step(around: Surroundings): Promise<0 | 1> {
  const report = await run(around)
  // flyctl keeps logs of what it sent there; no later step of the job should find them.
  endFamilies()
  removeFolder(around.scratch)
  return exitCode(writeInTime(report, (one) => publish(one, around.env, around.log)))
}
