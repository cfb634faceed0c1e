import type { Inputs } from '../inputs/types.ts'
import type { Log } from '../lib/log.ts'
import type { Watchdog } from '../watchdog/guard.ts'
import type { ReportBuilder } from './record.ts'

/** What a run gets from where it was started. */
export interface RunContext {
  env: Readonly<Record<string, string | undefined>>
  log: Log
  /** Cancels the run. */
  signal: AbortSignal
  /** A folder of this run, outside the workspace. */
  scratch: string
  /** Told what begins, and what is known by then. */
  watchdog?: Pick<Watchdog, 'tell'>
}

/** What a mode gets besides. */
export interface ModeContext extends RunContext {
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  /** Aborted then. */
  timeUp: AbortSignal
}

/** What one mode does, told into the journal. */
export type ModeHandler = (inputs: Inputs, journal: ReportBuilder, around: ModeContext) => Promise<void>
