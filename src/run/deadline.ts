/** flyctl is interrupted when the time is up and killed 7 s later; then the machines are read for the report. */
const AFTER_DEADLINE_MS = 20_000
/** A runner kills a cancelled step after 10 s; the rest of that time is for the report. */
const AFTER_CANCEL_MS = 9_000

/** The one deadline of a run, whatever its mode. */
export interface Deadline {
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  /** Aborted at that time, with a TimeoutError. */
  signal: AbortSignal
  /** Rejects with the reason of the signal when the run continues long after it should have ended. */
  overdue: Promise<never>
  stop(): void
}

/** Starts the time of a run. `onDeadline` is called when it is up; `cancel` ends the run before. */
export function startDeadline(ms: number, cancel: AbortSignal, onDeadline: () => void): Deadline {
  const up = new AbortController()
  const { promise: overdue, reject } = Promise.withResolvers<never>()
  // Not unref'd: a run that waits for something that never happens ends as well.
  const until = Date.now() + ms
  const end = () => {
    if (up.signal.aborted) return
    up.abort(new DOMException('The time is up.', 'TimeoutError'))
    onDeadline()
  }
  const timers = [setTimeout(end, ms)]
  const rejectAfter = (signal: AbortSignal, after: number) =>
    signal.addEventListener('abort', () => timers.push(setTimeout(() => reject(signal.reason), after)), {
      once: true,
    })
  rejectAfter(up.signal, AFTER_DEADLINE_MS)
  rejectAfter(cancel, AFTER_CANCEL_MS)
  return {
    until,
    signal: up.signal,
    overdue,
    stop: () => {
      // Work that reads the clock itself may be faster than the timer.
      if (Date.now() >= until) end()
      timers.forEach(clearTimeout)
    },
  }
}
