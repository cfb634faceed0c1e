import type { Log } from './log.ts'

/** What a run waits for at this moment, for signs of life and for the moment when its time is up. */
export interface Activities {
  /**
   * Does some work under a name, and logs every 15 s that it is still going on. `atMostMs`: when it is ended, in
   * milliseconds from now.
   */
  during<T>(what: string | (() => string), work: () => Promise<T>, atMostMs?: number): Promise<T>
  /** Every activity with its duration: `flyctl deploy, app mon (for 57 s)`. */
  current(): string[]
}

const SIGN_OF_LIFE_MS = 15_000

export function createActivities(log: Pick<Log, 'info'>, everyMs = SIGN_OF_LIFE_MS): Activities {
  const running = new Set<() => string>()
  return {
    async during(what, work, atMostMs) {
      const name = typeof what === 'string' ? () => what : what
      const began = performance.now()
      const seconds = () => Math.round((performance.now() - began) / 1000)
      const most = atMostMs === undefined ? '' : `, at most ${Math.round(atMostMs / 1000)} s`
      const timer = setInterval(
        () => log.info(`Still waiting: ${name()} (for ${seconds()} s${most}).`),
        everyMs,
      ).unref()
      const activity = () => `${name()} (for ${seconds()} s)`
      running.add(activity)
      try {
        return await work()
      } finally {
        clearInterval(timer)
        running.delete(activity)
      }
    },
    current: () => [...running].map((activity) => activity()),
  }
}
