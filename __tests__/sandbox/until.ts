/** How often a condition is looked at. */
const PERIOD_MS = 50

/** Shorter than a test's own deadline, so that the failure tells what was waited for. */
const DEADLINE_MS = 50_000

/**
 * Looks again and again until the probe's value counts as there (neither undefined nor false) and returns it. What
 * the probe throws counts as not yet. Rejects with `what` and the last error when it never comes.
 */
export async function until<T>(what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS
  let cause: unknown
  while (Date.now() < deadline) {
    try {
      const value = await probe()
      if (value !== undefined && value !== false) return value
    } catch (error) {
      cause = error
    }
    await new Promise((resolve) => setTimeout(resolve, PERIOD_MS))
  }
  throw new Error(`waited ${DEADLINE_MS} ms for this: ${what}`, { cause })
}
