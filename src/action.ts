import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import * as core from '@actions/core'
import { secretsIn } from './inputs/names.ts'
import { messageOf } from './lib/errors.ts'
import type { Log } from './lib/log.ts'
import { runnerLog } from './lib/log-runner.ts'
import { addSecret } from './lib/redact.ts'
import { temporaryFolder } from './lib/temporary.ts'

/** Names of the values that the step leaves for post.ts. */
const SCRATCH = 'scratch'
const PUBLISHED = 'published'

/** The step, as a runner starts it: everything is masked before anything else happens, and told whatever happens. */
export async function action(): Promise<void> {
  const log = runnerLog()
  for (const secret of secretsIn(process.env)) addSecret(secret)
  // post.ts knows it again by this name.
  const scratch = mkdtempSync(join(temporaryFolder(process.env), 'deploy-monitoring-'))
  leave(SCRATCH, scratch, log)
  const cancel = new AbortController()
  // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort())
  // Loaded when signals are heard already: a step may be cancelled at any moment.
  const { step } = await import('./step.ts')
  process.exitCode = await step({ env: process.env, log, signal: cancel.signal, scratch })
  leave(PUBLISHED, 'true', log)
  // A pooled connection to a server that hangs must not keep the step alive.
  setTimeout(() => process.exit(), 2_000).unref()
}

/** A value for after the job; without it there is less to tidy and to tell. */
function leave(name: string, value: string, log: Log): void {
  try {
    core.saveState(name, value)
  } catch (error) {
    log.info(`The state of the step could not be saved: ${messageOf(error)}`)
  }
}
