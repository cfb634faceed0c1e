import type { Flyctl } from '../../clients/flyctl/client.ts'
import { isUndecided } from '../../plan/fly/refusals.ts'

/** Pauses before a write is repeated, in milliseconds. */
const PAUSES_MS = [500, 2_000, 5_000]

export interface Write {
  /** Writes once. A refusal of Fly is final; after any other failure it is not known whether it was carried out. */
  act: () => Promise<unknown>
  /** Reads whether it is done. */
  isDone: () => Promise<boolean>
}

/**
 * Writes until it is done. After a failure the current state decides: what was carried out although its answer was lost
 * is never done twice.
 * @throws ActionError the refusal, or the last failure
 */
export async function ensure({ act, isDone }: Write, flyctl: Flyctl): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await act()
      return
    } catch (error) {
      if (!isUndecided(error)) throw error
      if (await isDone()) return
      const pause = PAUSES_MS[attempt]
      if (pause === undefined || flyctl.isOver()) throw error
      await flyctl.pause(pause)
      // A list may show it a moment later.
      if (await isDone()) return
    }
  }
}
