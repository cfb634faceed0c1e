import type { Inputs } from '../inputs/types.ts'
import type { Activities } from '../lib/activities.ts'
import type { Log } from '../lib/log.ts'
import type { Watchdog } from '../watchdog/guard.ts'
import type { ReportBuilder } from './report-builder.ts'

/** What a run receives from its entry point. */
export interface RunContext {
  env: Readonly<Record<string, string | undefined>>
  log: Log
  /** Cancels the run. */
  signal: AbortSignal
  /** A folder of this run, outside the workspace. */
  scratch: string
  /** Receives each stage that begins, and the results so far. */
  watchdog?: Pick<Watchdog, 'update'>
  /** Whether a report with charts is written. */
  charts?: boolean
}

/** What a mode receives. */
export interface ModeContext extends RunContext {
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  /** Aborted at that time. */
  timeUp: AbortSignal
  /** What the run waits for. */
  activities: Activities
}

/** Runs one mode, and records its results in the report. */
export type ModeHandler = (inputs: Inputs, report: ReportBuilder, context: ModeContext) => Promise<void>
