import { setTimeout as sleep } from 'node:timers/promises'

/** Interval between requests to Prometheus. */
export const POLL_MS = 250

/** A Prometheus that has just started has its first targets after at most two discovery rounds of 5 s. */
export const FIRST_TARGETS_MS = 15_000

/** The limits of a wait. */
export interface PollLimits {
  deadline: Date
  signal?: AbortSignal | undefined
  /** Interval between requests, in milliseconds. Default: `POLL_MS`. */
  everyMs?: number
  /** Logs what is being waited for, so that the log is not silent for long. */
  log?: ((line: string) => void) | undefined
}

/** Milliseconds for the questions that are asked last, when watching has used up its time. */
const RESERVE_MS = 3_000

/** When to stop watching: at the deadline itself every request is aborted, and what was not asked by then would not be checked. */
export const beforeDeadline = (deadline: Date): Date => {
  const left = deadline.getTime() - Date.now()
  return new Date(deadline.getTime() - Math.max(0, Math.min(RESERVE_MS, left / 5)))
}

/** One answer of a wait. */
export interface PollAnswer<T> {
  done: boolean
  value: T
  /** What is still being waited for, for the log: `1 of 4 targets: web on m1 (refused)`. */
  waitsFor?: string | undefined
}

/** Why a wait must end now; undefined while it may continue. */
export function cutShort({ deadline, signal }: PollLimits): 'deadline' | 'cancelled' | undefined {
  if (signal?.aborted) return 'cancelled'
  return Date.now() >= deadline.getTime() ? 'deadline' : undefined
}

/** The same limits, which end after at most so many milliseconds from now. */
export const endingWithin = (limits: PollLimits, ms: number): PollLimits => ({
  ...limits,
  deadline: new Date(Math.min(limits.deadline.getTime(), Date.now() + ms)),
})

/**
 * Asks until the answer is `done`, every 250 ms by default, measured from start to start. When time runs out or the run is
 * cancelled, the last answer is returned. Asks at least once.
 */
export async function poll<T>(ask: () => Promise<PollAnswer<T>>, limits: PollLimits): Promise<T> {
  const log = progressLog(limits.log)
  for (;;) {
    const started = performance.now()
    const { done, value, waitsFor } = await ask()
    if (done || cutShort(limits)) return value
    log(waitsFor)
    const { everyMs = POLL_MS, deadline } = limits
    const rest = Math.min(everyMs - (performance.now() - started), deadline.getTime() - Date.now())
    await pause(Math.max(0, rest), limits.signal)
  }
}

/** When a wait is first logged, and how often after that. */
const FIRST_LINE_MS = 5_000
const NEXT_LINE_MS = 15_000

function progressLog(log: PollLimits['log']): (waitsFor: string | undefined) => void {
  let due = performance.now() + FIRST_LINE_MS
  return (waitsFor) => {
    const now = performance.now()
    if (waitsFor === undefined || now < due) return
    due = now + NEXT_LINE_MS
    log?.(`waiting for ${waitsFor}`)
  }
}

/** Waits; a cancelled run ends the wait without an error. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal && { signal })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
}
