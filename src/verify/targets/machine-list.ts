import { messageOf } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import type { MachinesByApp } from './expect.ts'

/** Lists the machines anew; the signal ends a listing that nobody waits for any more. */
export type ListMachines = (signal: AbortSignal) => Promise<MachinesByApp>

/** Pauses between listings, in milliseconds: increasing, because each listing starts a flyctl process. */
const LISTINGS_MS = [5_000, 10_000, 20_000]

/** The machines, listed again side by side with the polling when that may explain or change something. */
export interface MachineLister {
  machines(): MachinesByApp
  /** Looks so far; the one that verification began with counts. */
  listings(): number
  /** Nobody can look again. */
  only: boolean
  /** Starts another look if one is due, `elapsed` milliseconds after verification began. */
  again(elapsed: number): void
  close(): Promise<void>
}

export function createMachineLister(
  first: MachinesByApp,
  list: ListMachines | undefined,
  log: Log,
): MachineLister {
  const stop = new AbortController()
  let machines = first
  let listings = 1
  let due = LISTINGS_MS[0] ?? 0
  let running: Promise<void> | undefined

  async function refresh(ask: ListMachines): Promise<void> {
    try {
      machines = await ask(stop.signal)
      listings++
    } catch (error) {
      if (!stop.signal.aborted) log.debug(`The machines could not be listed again: ${messageOf(error)}`)
    } finally {
      running = undefined
    }
  }
  return {
    machines: () => machines,
    listings: () => listings,
    only: list === undefined,
    again(elapsed) {
      if (!list || running || elapsed < due) return
      due = elapsed + (LISTINGS_MS[Math.min(listings, LISTINGS_MS.length - 1)] ?? 0)
      running = refresh(list)
    },
    async close() {
      stop.abort()
      await running
    },
  }
}
