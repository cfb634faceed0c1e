import { ActionError, type Diagnostic, ignoreRefusal, platformError } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'

/** A process of Prometheus, and when it was seen, in milliseconds on Prometheus' clock. */
export interface SeenServer {
  startedAt: number
  /** The last time that it answered. */
  seenAt: number
}

/** How exactly Prometheus' clock is known. */
const CLOCK_MS = 2_000
/** Not more often than this, however short the scrape interval is. */
const SHORTEST_MS = 1_000

/** After no answer, this long: each one is asked for several times, and everything else waits for it. */
const LOST_MS = 15_000

/** Two servers in strict turn are seen with two questions; more find those that are chosen at random. */
const IN_A_ROW = 3

export interface ServerWatch {
  /**
   * Asks which server answers, at most once per scrape interval.
   * @throws ActionError `prometheus-several-servers` when two answer in turn
   */
  look(elapsed: number): Promise<void>
  /**
   * Asks several times in a row, when nothing else is being asked: a proxy that takes turns answers from each server.
   * @throws ActionError `prometheus-several-servers`
   */
  confirm(elapsed: number): Promise<void>
  /** The processes that answered, in the order of their first answers. */
  seen(): readonly SeenServer[]
}

/** Watches whether all answers come from one server, and whether it restarts. `verifyStart`: on Prometheus' clock. */
export function createServerWatch(
  prometheus: Pick<Prometheus, 'runtimeInfo'>,
  verifyStart: number,
  intervalMs: number,
): ServerWatch {
  // By their start as Prometheus writes it: two that start together differ in microseconds only.
  const seen = new Map<string, SeenServer>()
  let due = 0

  /** False when there was no answer. */
  async function ask(elapsed: number): Promise<boolean> {
    const start = await startOf(prometheus)
    if (start === undefined) return false
    const startedAt = Date.parse(start)
    const seenAt = verifyStart + elapsed
    // A process that replaces another one started after the other one's last answer.
    for (const [other, { seenAt: last }] of seen)
      if (other !== start && startedAt < last - CLOCK_MS) throw severalServers()
    seen.set(start, { startedAt, seenAt })
    return true
  }

  return {
    async look(elapsed) {
      if (elapsed < due) return
      due = elapsed + Math.max(intervalMs, SHORTEST_MS)
      if (!(await ask(elapsed))) due = elapsed + LOST_MS
    },
    async confirm(elapsed) {
      for (let i = 0; i < IN_A_ROW; i++) if (!(await ask(elapsed))) return
    },
    seen: () => [...seen.values()],
  }
}

/** A server that does not say is not watched; the other checks report it. */
async function startOf(prometheus: Pick<Prometheus, 'runtimeInfo'>): Promise<string | undefined> {
  return (await prometheus.runtimeInfo().catch(ignoreRefusal))?.startTime
}

/** The code of the problem that answers come from several servers. */
const SEVERAL_SERVERS = 'prometheus-several-servers'

const severalServers = (): ActionError =>
  platformError(
    SEVERAL_SERVERS,
    'Two Prometheus servers answer in turn at this address, each with targets and samples of its own, so nothing can be proven from their answers.',
    'Keep one machine: `flyctl machine list` of the monitoring app shows them, `flyctl scale count 1` removes the others. If two are wanted, give each an address of its own.',
  )

/** The problem that several servers answer: one that was met already, or one that is found by asking once more. */
export async function severalServersProblem(
  met: readonly Diagnostic[],
  servers: ServerWatch,
  elapsed: number,
): Promise<Diagnostic | undefined> {
  const several = ({ code }: Diagnostic): boolean => code === SEVERAL_SERVERS
  try {
    if (!met.some(several)) await servers.confirm(elapsed)
    return met.find(several)
  } catch (error) {
    if (error instanceof ActionError) return error.problems.find(several)
    throw error
  }
}
