import { messageOf } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import type { MachinesByApp } from './expect.ts'

/** Lists the machines again; the signal ends a listing that is no longer needed. */
export type ListMachines = (signal: AbortSignal) => Promise<MachinesByApp>

/** Pauses between listings, in milliseconds: increasing, because each listing starts a flyctl process. */
const LISTINGS_MS = [5_000, 10_000, 20_000]

/** The machines, listed again in the background when that may explain or change a result. */
export interface MachineLister {
  machines(): MachinesByApp
  /** Number of listings so far, including the first. */
  listings(): number
  /** There is only the first listing: the machines cannot be listed again. */
  only: boolean
  /** Starts another listing if one is due, `elapsed` milliseconds after verification began. */
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
