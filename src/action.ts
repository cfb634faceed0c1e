import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { secretsIn } from './inputs.ts'
import { runnerLog } from './lib/log-runner.ts'

/** Names of the values that the main step leaves for the post step. */
const SCRATCH = 'scratch'
const PUBLISHED = 'published'

/** What a runner starts: the step itself, and once more after the job. */
export async function action(): Promise<void> {
  if (core.getState(SCRATCH)) post()
  else await main()
}

/** The step itself: everything is masked before anything else happens, and told whatever happens. */
async function main(): Promise<void> {
  const log = runnerLog()
  for (const secret of secretsIn(process.env)) log.secret(secret)
  const scratch = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'deploy-monitoring-'))
  core.saveState(SCRATCH, scratch)
  const cancel = new AbortController()
  // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort())
  // Loaded late: the post step needs none of it.
  const [{ run }, { publish }, { exitCode }] = await Promise.all([
    import('./run.ts'),
    import('./report/publish.ts'),
    import('./report/journal.ts'),
  ])
  const report = await run({ env: process.env, log, signal: cancel.signal, scratch })
  // flyctl keeps logs of what it sent there; no later step of the job should find them.
  rmSync(scratch, { recursive: true, force: true })
  publish(report, process.env, log)
  core.saveState(PUBLISHED, 'true')
  process.exitCode = exitCode(report)
  // A pooled connection to a server that hangs must not keep the step alive.
  setTimeout(() => process.exit(), 2_000).unref()
}

/** After the job: removes what flyctl kept for itself, and says so when the step was ended before it could report. */
function post(): void {
  rmSync(core.getState(SCRATCH), { recursive: true, force: true })
  if (core.getState(PUBLISHED)) return
  core.warning(
    'The step was ended before it could report. What it had deployed stays; run it again: nothing is made twice.',
  )
}
