/** flyctl is interrupted when the time is up, killed 7 s later, and what is there is looked at for the report. */
const AFTER_DEADLINE_MS = 20_000
/** A runner kills a cancelled step after 10 s; what is left of them is for the report. */
const AFTER_CANCEL_MS = 9_000

/** The one deadline of a run, whatever its mode. */
export interface Deadline {
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  /** Aborted then, with a TimeoutError. */
  signal: AbortSignal
  /** Rejects, as the signal that told it, when the run goes on long after it was told to end. */
  overdue: Promise<never>
  stop(): void
}

/** Starts the time of a run. `onDeadline` is called when it is up; `cancel` ends the run before. */
export function startDeadline(ms: number, cancel: AbortSignal, onDeadline: () => void): Deadline {
  const up = new AbortController()
  const { promise: overdue, reject } = Promise.withResolvers<never>()
  // Not unref'd: as long as the run waits for something, even for what never comes, there is an end of it.
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
      // Work that looks at the clock itself may be faster than the timer.
      if (Date.now() >= until) end()
      timers.forEach(clearTimeout)
    },
  }
}
