import type { Config } from '../../config/schema.ts'
import type { Log } from '../../lib/log.ts'
import type { Prometheus, ScrapeTarget } from '../../model/prometheus.ts'
import type { RecordedSeries } from '../rules/judge.ts'
import { expectTargets, type MachinesByApp } from './expect.ts'
import type { MachineLister } from './machine-list.ts'
import {
  continueHistory,
  expectedKey,
  isFinal,
  isRed,
  type PollContext,
  recordMachines,
  type ScrapeCount,
  scrapedAt,
  type TargetHistory,
  type TargetObservation,
  targetKey,
} from './observe.ts'
import { progressLine } from './progress.ts'
import { countQuery, readCounts, uncounted } from './sample-counts.ts'
import type { Scrapes, TargetsNow } from './snapshot.ts'

export interface WatchOptions {
  config: Config
  /** On Prometheus' clock, in milliseconds. */
  mark: number
  lister: MachineLister
  prometheus: Prometheus
  recorded: () => Promise<RecordedSeries>
  log: Log
}

/** Watches the targets: each call of the result is one look. */
export function watchTargets({
  config,
  mark,
  lister,
  prometheus,
  recorded,
  log,
}: WatchOptions): () => Promise<TargetsNow> {
  const began = performance.now()
  const expectation = lastOnly((machines: MachinesByApp) => expectTargets(config, machines))
  const counter = createCounter(prometheus, recorded)
  const scrapes = new Map<string, Scrapes>()
  let watches = new Map<string, TargetHistory>()

  return async () => {
    const { targets, absent } = expectation(lister.machines())
    const elapsed = performance.now() - began
    const moment: PollContext = { elapsed, listings: lister.listings(), onlyListing: lister.only }
    const seen = await prometheus.targets()
    const sights = await counter.counted((counts) => recordMachines(targets, seen, mark, counts))
    const now = new Map(
      sights.map((sight) => [keyOf(sight), continueHistory(watches.get(keyOf(sight)), sight, moment)]),
    )
    tellChanges(sights, watches, log)
    watches = now
    countScrapes(scrapes, seen, mark)

    const open = sights.filter((sight) => !isFinal(sight, now.get(keyOf(sight)), moment))
    const certain = open.length === 0 && (absent.length === 0 || lister.only || moment.listings >= 2)
    if (!certain && (absent.length > 0 || sights.some(({ state }) => isRed(state)))) lister.again(elapsed)
    return { sights, seen, scrapes, certain, open, absent: absent.map(({ name }) => name), elapsed }
  }
}

const keyOf = ({ expected }: TargetObservation): string => expectedKey(expected.service, expected.address)

/** Knows the samples of the targets' last scrapes, and asks for those that it does not know yet. */
function createCounter(prometheus: Prometheus, recorded: WatchOptions['recorded']) {
  const counts = new Map<string, ScrapeCount>()
  const counted = new Map<string, string>()
  return {
    async counted(
      sightsWith: (counts: ReadonlyMap<string, ScrapeCount>) => TargetObservation[],
    ): Promise<TargetObservation[]> {
      const sights = sightsWith(counts)
      // What comes back after it was down is another process: its samples count anew.
      for (const { seen } of sights) if (seen?.health === 'down') counts.delete(targetKey(seen.labels))
      const targets = uncounted(sights, counted)
      if (targets.length === 0) return sights
      const found = readCounts(targets, await prometheus.query(countQuery(targets, (await recorded()).names)))
      for (const target of targets) {
        const key = targetKey(target.labels)
        const count = found.get(key)
        if (count === undefined) continue
        counts.set(key, count)
        counted.set(key, target.lastScrape)
      }
      return found.size > 0 ? sightsWith(counts) : sights
    },
  }
}

function countScrapes(scrapes: Map<string, Scrapes>, seen: readonly ScrapeTarget[], mark: number): void {
  for (const target of seen) {
    const key = targetKey(target.labels)
    const before = scrapes.get(key)
    if (scrapedAt(target) <= mark || before?.last === target.lastScrape) continue
    scrapes.set(key, { last: target.lastScrape, times: (before?.times ?? 0) + 1 })
  }
}

/** Does the work again only for another argument than the last time. */
function lastOnly<T, R>(work: (argument: T) => R): (argument: T) => R {
  let last: { argument: T; result: R } | undefined
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: work(argument) }
    return last.result
  }
}

/** A fleet of more than this is told in numbers, but for what fails. */
const FEW = 20
const LINES = 5

function tellChanges(
  sights: readonly TargetObservation[],
  before: ReadonlyMap<string, TargetHistory>,
  log: Log,
): void {
  const changed = sights.filter((sight) => before.get(keyOf(sight))?.state !== sight.state)
  const single = sights.length <= FEW ? changed : changed.filter(({ state }) => isRed(state))
  const lines = single.flatMap((sight) => progressLine(sight) ?? [])
  for (const line of lines.slice(0, LINES)) log.info(line)
  if (lines.length > LINES) log.info(`… and ${lines.length - LINES} more`)
  if (sights.length <= FEW) return
  const up = sights.filter(({ state }) => state === 'up').length
  const was = [...before.values()].filter(({ state }) => state === 'up').length
  const tenth = (n: number) => Math.floor((10 * n) / sights.length)
  if (tenth(up) > tenth(was)) log.info(`${up} of ${sights.length} targets are up`)
}
