import { setTimeout as sleep } from 'node:timers/promises'

/** How often Prometheus is asked. */
export const POLL_MS = 250

/** When a wait has to end, whatever it waits for. */
export interface Limits {
  deadline: Date
  signal?: AbortSignal | undefined
}

/** Why a wait ended before its time; undefined while it may go on. */
export function cutShort({ deadline, signal }: Limits): 'deadline' | 'cancelled' | undefined {
  if (signal?.aborted) return 'cancelled'
  return Date.now() >= deadline.getTime() ? 'deadline' : undefined
}

/**
 * Asks until the answer is `done`, every 250 ms from start to start, however long an answer takes; the last answer
 * is returned also when time is up or the run is cancelled. Asks at least once.
 */
export async function poll<T>(ask: () => Promise<{ done: boolean; value: T }>, limits: Limits): Promise<T> {
  for (;;) {
    const started = performance.now()
    const { done, value } = await ask()
    if (done || cutShort(limits)) return value
    const rest = Math.min(POLL_MS - (performance.now() - started), limits.deadline.getTime() - Date.now())
    await pause(Math.max(0, rest), limits.signal)
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
