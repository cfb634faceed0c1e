import { shorten } from '../report/brief.ts'
import type { RunSoFar } from '../report/report.ts'

/** How often a run shows that its event loop runs. */
export const BEAT_MS = 250

/** What the watchdog of a run knows about it. */
export interface RunState {
  /** Where its report goes: on a runner, at a terminal, or by a program (`--json`). */
  reader: 'runner' | 'terminal' | 'program'
  /** A folder to be removed. */
  scratch?: string
  /** When it has to be over, in milliseconds since the epoch. */
  until?: number
  /** The current stage, in words. */
  during: string
  /** How long its event loop may be blocked, in milliseconds, where that is longer than of other runs. */
  stuckAfterMs?: number
  /** The results so far, shortened. */
  known?: RunSoFar
}

/** A line from the run to its watchdog: a change of the state, or that the run is over. */
export type Message = Partial<RunState> | { over: true }

/** A message as one line, short enough to be written to a pipe at once. */
export const lineOf = (message: Message): string => `${JSON.stringify(message, shorten)}\n`
