import { ActionError } from '../../lib/errors.ts'
import { explainStoreError, isFinalError, type StoreState } from './state.ts'

/** How long an error of the store may last: one that another attempt does not mend, and any other one. */
const FINAL_MS = 5_000
const LOST_MS = 30_000
/** A store that is further behind is not waited for. */
const MOST_LAG_MS = 300_000

interface LookOptions {
  /** Name of the store. */
  name: string
  /** Now, in milliseconds on the clock of the agent. */
  clock: () => number
  /** How long no new sample may appear. */
  patienceMs: number
}

/**
 * Looks at the store until its state is known. `newest`: the time of its newest sample of this deployment. Only the moment at
 * which a newer one appears says how long that takes.
 */
export function createStoreLook(
  newest: () => Promise<number | undefined>,
  { name, clock, patienceMs }: LookOptions,
): (waitedMs: number) => Promise<StoreState | undefined> {
  const loss = createLoss(name)
  let first: number | undefined
  return (waitedMs) =>
    loss(async () => {
      const found = await newest()
      if (found !== undefined && first !== undefined && found > first) {
        const lagMs = Math.max(0, clock() - found)
        return { kind: lagMs > MOST_LAG_MS ? 'behind' : 'ready', lagMs }
      }
      first ??= found ?? 0
      return waitedMs > patienceMs ? { kind: 'stuck', newest: found, waitedMs } : undefined
    })
}

/** Asks; an error that lasts is the state of the store. */
function createLoss(name: string) {
  let since: number | undefined
  return async (ask: () => Promise<StoreState | undefined>): Promise<StoreState | undefined> => {
    try {
      const answer = await ask()
      since = undefined
      return answer
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      since ??= performance.now()
      const limit = isFinalError(error) ? FINAL_MS : LOST_MS
      return performance.now() - since >= limit
        ? { kind: 'unreadable', ...explainStoreError(name, error) }
        : undefined
    }
  }
}
