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
  verifyStart: number
  lister: MachineLister
  prometheus: Prometheus
  recorded: () => Promise<RecordedSeries>
  log: Log
}

/** Watches the targets: each call of the returned function is one poll. */
export function watchTargets({
  config,
  verifyStart,
  lister,
  prometheus,
  recorded,
  log,
}: WatchOptions): () => Promise<TargetsNow> {
  const began = performance.now()
  const expectation = lastOnly((machines: MachinesByApp) => expectTargets(config, machines))
  const counter = createCounter(prometheus, recorded)
  const scrapes = new Map<string, Scrapes>()
  let histories = new Map<string, TargetHistory>()

  return async () => {
    const { targets, absent } = expectation(lister.machines())
    const elapsed = performance.now() - began
    const context: PollContext = { elapsed, listings: lister.listings(), onlyListing: lister.only }
    const seen = await prometheus.targets()
    const observations = await counter.counted((counts) => recordMachines(targets, seen, verifyStart, counts))
    const now = new Map(
      observations.map((observation) => [
        keyOf(observation),
        continueHistory(histories.get(keyOf(observation)), observation, context),
      ]),
    )
    logChanges(observations, histories, log)
    histories = now
    countScrapes(scrapes, seen, verifyStart)

    const open = observations.filter(
      (observation) => !isFinal(observation, now.get(keyOf(observation)), context),
    )
    const certain = open.length === 0 && (absent.length === 0 || lister.only || context.listings >= 2)
    if (!certain && (absent.length > 0 || observations.some(({ state }) => isRed(state))))
      lister.again(elapsed)
    return { observations, seen, scrapes, certain, open, absent: absent.map(({ name }) => name), elapsed }
  }
}

const keyOf = ({ expected }: TargetObservation): string => expectedKey(expected.service, expected.address)

/** Counts the samples of the targets' last scrapes; each scrape is queried once. */
function createCounter(prometheus: Prometheus, recorded: WatchOptions['recorded']) {
  const counts = new Map<string, ScrapeCount>()
  const counted = new Map<string, string>()
  return {
    async counted(
      observeWith: (counts: ReadonlyMap<string, ScrapeCount>) => TargetObservation[],
    ): Promise<TargetObservation[]> {
      const observations = observeWith(counts)
      // A target that comes back after it was down is a new process: its samples are counted again.
      for (const { seen } of observations) if (seen?.health === 'down') counts.delete(targetKey(seen.labels))
      const targets = uncounted(observations, counted)
      if (targets.length === 0) return observations
      const found = readCounts(targets, await prometheus.query(countQuery(targets, (await recorded()).names)))
      for (const target of targets) {
        const key = targetKey(target.labels)
        const count = found.get(key)
        if (count === undefined) continue
        counts.set(key, count)
        counted.set(key, target.lastScrape)
      }
      return found.size > 0 ? observeWith(counts) : observations
    },
  }
}

function countScrapes(
  scrapes: Map<string, Scrapes>,
  seen: readonly ScrapeTarget[],
  verifyStart: number,
): void {
  for (const target of seen) {
    const key = targetKey(target.labels)
    const before = scrapes.get(key)
    if (scrapedAt(target) <= verifyStart || before?.last === target.lastScrape) continue
    scrapes.set(key, { last: target.lastScrape, times: (before?.times ?? 0) + 1 })
  }
}

/** Memoizes the result for the last argument. */
function lastOnly<T, R>(work: (argument: T) => R): (argument: T) => R {
  let last: { argument: T; result: R } | undefined
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: work(argument) }
    return last.result
  }
}

/** With more targets than this, only totals and failures are logged. */
const FEW = 20
const LINES = 5

function logChanges(
  observations: readonly TargetObservation[],
  before: ReadonlyMap<string, TargetHistory>,
  log: Log,
): void {
  const changed = observations.filter(
    (observation) => before.get(keyOf(observation))?.state !== observation.state,
  )
  const single = observations.length <= FEW ? changed : changed.filter(({ state }) => isRed(state))
  const lines = single.flatMap((observation) => progressLine(observation) ?? [])
  for (const line of lines.slice(0, LINES)) log.info(line)
  if (lines.length > LINES) log.info(`… and ${lines.length - LINES} more`)
  if (observations.length <= FEW) return
  const up = observations.filter(({ state }) => state === 'up').length
  const was = [...before.values()].filter(({ state }) => state === 'up').length
  const tenth = (n: number) => Math.floor((10 * n) / observations.length)
  if (tenth(up) > tenth(was)) log.info(`${up} of ${observations.length} targets are up`)
}
