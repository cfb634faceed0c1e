import { shorten } from '../report/brief.ts'
import type { RunSoFar } from '../report/report.ts'

/** How often a run shows that its event loop turns. */
export const BEAT_MS = 250

/** What the watchdog of a run knows about it. */
export interface RunState {
  /** Where its report is read: on a runner, at a terminal, or by a program (`--json`). */
  reader: 'runner' | 'terminal' | 'program'
  /** A folder to be removed. */
  scratch?: string
  /** When it has to be over, in milliseconds since the epoch. */
  until?: number
  /** What is going on, in words. */
  during: string
  /** What it has found out so far, in short. */
  known?: RunSoFar
}

/** A line from the run to its watchdog: what has changed; or that nobody needs to watch any longer. */
export type Message = Partial<RunState> | { over: true }

/** A message as one line, short enough for a pipe to take it at once. */
export const lineOf = (message: Message): string => `${JSON.stringify(message, shorten)}\n`
