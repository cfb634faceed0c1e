import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import * as core from '@actions/core'
import { secretsIn } from '../inputs/names.ts'
import { loadCompiled } from '../lib/compile-cache.ts'
import { messageOf } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { guardNodeMessages } from '../lib/node-messages.ts'
import { watchOutput } from '../lib/output.ts'
import { addSecret } from '../lib/redact.ts'
import { temporaryFolder } from '../lib/temporary.ts'
import type { RunReport } from '../report/report.ts'
import { delayFor, startWatchdog } from '../watchdog/guard.ts'
import { runnerLog } from './log.ts'

/** Names of the values that the step saves for post.ts. */
const SCRATCH = 'scratch'
const PUBLISHED = 'published'

/**
 * The step, as a runner starts it: secrets are masked before anything else happens, and a report is published whatever
 * happens.
 */
export async function main(): Promise<void> {
  guardNodeMessages(1)
  const output = watchOutput()
  const log = runnerLog()
  for (const secret of secretsIn(process.env)) addSecret(secret)
  // post.ts recognizes it by this name.
  const scratch = mkdtempSync(join(temporaryFolder(process.env), 'deploy-monitoring-'))
  saveState(SCRATCH, scratch, log)
  const watchdog = startWatchdog({ reader: 'runner', scratch }, delayFor(process.env.INPUT_MODE?.trim()))
  const cancel = new AbortController()
  // A cancelled workflow gets SIGINT and, 7.5 s later, SIGTERM; flyctl must be interrupted and waited for.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort())
  // Imported after the signal handlers are set: a step may be cancelled at any moment.
  const { finish, step } = await loadCompiled(() => import('./step.ts'))
  const report = await step({ env: process.env, log, signal: cancel.signal, scratch, watchdog })
  saveState(PUBLISHED, 'true', log)
  watchdog.dismiss()
  await output.exit(await finish(report, { env: process.env, log, signal: cancel.signal }))
}

/** Milliseconds to report to GitHub that a step was ended by its watchdog. */
const AFTER_WATCHDOG_MS = 20_000

/** Publishes the report of a step that its watchdog has ended. */
export async function publishForRun(report: RunReport): Promise<void> {
  const log = runnerLog()
  for (const secret of secretsIn(process.env)) addSecret(secret)
  const [{ publish }, { finish }] = await Promise.all([import('./publish.ts'), import('./step.ts')])
  publish(report, process.env, log)
  saveState(PUBLISHED, 'true', log)
  await finish(report, { env: process.env, log, signal: AbortSignal.timeout(AFTER_WATCHDOG_MS) })
}

/** Saves a value for post.ts, which removes and reports less without it. */
function saveState(name: string, value: string, log: Log): void {
  try {
    core.saveState(name, value)
  } catch (error) {
    log.info(`The state of the step could not be saved: ${messageOf(error)}`)
  }
}
