import { setTimeout as delay } from 'node:timers/promises'

/** How fast the platform's time runs. All its waiting goes through here. */
export interface Pace {
  /** Waits that many milliseconds of the platform's time; rejects with the signal's reason. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  /** A moment of the wall clock, that far in the platform's time from now. */
  deadline(milliseconds: number): number
}

/** `speed` 1 is Fly's own; at 50 a grace period of five seconds passes in a tenth of one. */
export function createPace(speed: number): Pace {
  return {
    async sleep(milliseconds, signal) {
      if (!Number.isFinite(milliseconds)) return forever(signal)
      try {
        await delay(milliseconds / speed, undefined, { signal })
      } catch {
        throw signal.reason
      }
    },
    deadline: (milliseconds) => Date.now() + milliseconds / speed,
  }
}

function forever(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
