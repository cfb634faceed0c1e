import { ActionError, messageOf, type Problem } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import type { Prometheus, ScrapeTarget } from './answers.ts'
import { countQuery, readCounts, uncounted } from './counts.ts'
import { type Expectation, expectTargets, type Machines } from './expect.ts'
import { cutShort, type Limits, poll } from './pace.ts'
import { patience } from './reach.ts'
import {
  isFinal,
  isRed,
  look,
  type Moment,
  type ScrapeCount,
  type Sight,
  targetKey,
  type Watch,
  watch,
} from './targets.ts'
import { sightLine } from './tell.ts'
import type { VerifyRequest } from './verify.ts'

/** The last look at the targets. */
export interface TargetsSeen {
  expectation: Expectation
  sights: readonly Sight[]
  /** Waiting longer would change nothing. */
  certain: boolean
  /** Why Prometheus could not be asked at the end; empty when it could. */
  problems: readonly Problem[]
}

/** Looks at the machines again after 5 s, then less and less often: each look starts a flyctl. */
const RELIST_MS = [5_000, 10_000, 20_000]

/** Watches the targets until each of them is up, or red for good, or time is up. */
export async function watchTargets(
  request: VerifyRequest,
  mark: number,
  tools: { prometheus: Prometheus; log: Log; limits: Limits },
): Promise<TargetsSeen> {
  const watcher = createWatcher(request, mark, tools)
  try {
    return await poll(watcher.step, tools.limits)
  } finally {
    await watcher.close()
  }
}

function createWatcher(
  request: VerifyRequest,
  mark: number,
  { prometheus, log, limits }: { prometheus: Prometheus; log: Log; limits: Limits },
) {
  const began = performance.now()
  const lister = createLister(request, log)
  const counts = new Map<string, ScrapeCount>()
  const counted = new Map<string, string>()
  const hopeless = patience()
  let watches = new Map<string, Watch>()
  let last: readonly Sight[] = []

  async function count(sights: readonly Sight[]): Promise<boolean> {
    const targets = uncounted(sights, counted)
    if (targets.length === 0) return false
    const found = readCounts(targets, await prometheus.query(countQuery(targets)))
    for (const target of targets) {
      const key = targetKey(target.labels)
      const one = found.get(key)
      if (one === undefined) continue
      counts.set(key, one)
      counted.set(key, target.lastScrape)
    }
    return found.size > 0
  }

  async function sightsOf(expectation: Expectation, seen: readonly ScrapeTarget[]): Promise<Sight[]> {
    const sights = look(expectation.targets, seen, mark, counts)
    return (await count(sights)) ? look(expectation.targets, seen, mark, counts) : sights
  }

  async function step(): Promise<{ done: boolean; value: TargetsSeen }> {
    const expectation = expectTargets(request.config, lister.machines())
    const moment: Moment = { elapsed: performance.now() - began, ...lister.state() }
    try {
      const sights = await sightsOf(expectation, await prometheus.targets())
      const now = new Map(
        sights.map((sight) => [keyOf(sight), watch(watches.get(keyOf(sight)), sight, moment)]),
      )
      tellChanges(sights, watches, log)
      watches = now
      last = sights
      const certain = sights.every((sight) => isFinal(sight, now.get(keyOf(sight)) as Watch, moment))
      const settled =
        certain && (expectation.absent.length === 0 || moment.onlyListing || moment.listings >= 2)
      if (!settled)
        lister.relist(moment.elapsed, expectation.absent.length > 0 || sights.some((s) => isRed(s.state)))
      return { done: settled, value: { expectation, sights, certain: settled, problems: [] } }
    } catch (error) {
      if (error instanceof ActionError)
        return {
          done: hopeless(error),
          value: { expectation, sights: last, certain: false, problems: error.problems },
        }
      if (!cutShort(limits)) throw error
      return { done: true, value: { expectation, sights: last, certain: false, problems: [] } }
    }
  }
  return { step, close: lister.close }
}

const keyOf = ({ expected }: Sight): string => JSON.stringify([expected.service, expected.address])

/** At most this many lines at once; a fleet that comes up together is told in one. */
const LINES = 5

function tellChanges(sights: readonly Sight[], before: ReadonlyMap<string, Watch>, log: Log): void {
  const changed = sights.filter((sight) => before.get(keyOf(sight))?.state !== sight.state)
  const lines = changed.flatMap((sight) => sightLine(sight) ?? [])
  for (const line of lines.slice(0, LINES)) log.info(line)
  if (lines.length > LINES) {
    const up = sights.filter((sight) => sight.state === 'up').length
    log.info(`… and ${lines.length - LINES} more; ${up} of ${sights.length} targets are up`)
  }
}

/** The machines, listed again side by side with the polling when that may explain or change something. */
function createLister(request: VerifyRequest, log: Log) {
  const stop = new AbortController()
  let machines: Machines = request.machines
  let listings = 1
  let due = RELIST_MS[0] ?? 0
  let running: Promise<void> | undefined

  async function refresh(list: NonNullable<VerifyRequest['refreshMachines']>): Promise<void> {
    try {
      machines = await list(stop.signal)
      listings++
    } catch (error) {
      if (!stop.signal.aborted) log.debug(`The machines could not be listed again: ${messageOf(error)}`)
    } finally {
      running = undefined
    }
  }
  return {
    machines: () => machines,
    state: () => ({ listings, onlyListing: request.refreshMachines === undefined }),
    relist(elapsed: number, worthwhile: boolean) {
      if (!request.refreshMachines || !worthwhile || running || elapsed < due) return
      due = elapsed + (RELIST_MS[Math.min(listings, RELIST_MS.length - 1)] ?? 0)
      running = refresh(request.refreshMachines)
    },
    async close() {
      stop.abort()
      await running
    },
  }
}
