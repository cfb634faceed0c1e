import { loadCompiled } from '../lib/compile-cache.ts'
import { endFamilies } from '../lib/process-family.ts'
import { removeFolder } from '../lib/temporary.ts'
import { writeInTime } from '../report/brief.ts'
import type { RunReport } from '../report/report.ts'
import type { RunContext } from '../run/context.ts'
import { exitCode } from '../run/exit-code.ts'
import { run } from '../run/run.ts'
import { publishToGitHub } from './github/publish-to-github.ts'

/** The step after its signal handlers are set: runs, and publishes the report, which it returns. */
export async function step(context: RunContext): Promise<RunReport> {
  const report = await run({ ...context, charts: true })
  // flyctl keeps logs of its requests there; no later step of the job should find them.
  endFamilies()
  removeFolder(context.scratch)
  // What writes the report is loaded when there is one.
  const { publish } = await loadCompiled(() => import('./publish.ts'))
  return writeInTime(report, (one) => publish(one, context.env, context.log))
}

/** Reports to GitHub what the inputs ask for. Returns the exit code, which does not depend on GitHub. */
export async function finish(
  report: RunReport,
  { env, log, signal }: Pick<RunContext, 'env' | 'log' | 'signal'>,
): Promise<0 | 1> {
  const code = exitCode(report)
  await publishToGitHub({ report, isFailed: code !== 0, env, log, signal })
  return code
}
