import type { Config } from '../../config/schema.ts'
import type { Log } from '../../lib/log.ts'
import { type Prometheus, type ScrapeTarget, SELF_JOB } from '../../model/prometheus.ts'
import type { RecordedSeries } from '../rules/judge.ts'
import type { StoreFacts } from '../store/state.ts'
import { type ExpectedTarget, expectTargets, type MachinesByApp } from './expect.ts'
import { createHistoryFeed, type HistoryFeed, shortestIntervalMs } from './history-feed.ts'
import type { MachineLister } from './machine-list.ts'
import {
  continueHistory,
  expectedKey,
  isFinal,
  isNotStored,
  isRed,
  type PollContext,
  recordMachines,
  type ScrapeCount,
  scrapedAt,
  type TargetHistory,
  type TargetObservation,
} from './observe.ts'
import { progressLine } from './progress.ts'
import { createSampleCounter } from './sample-counter.ts'
import { withLast } from './scrape-history.ts'
import type { Scrapes, TargetsNow } from './snapshot.ts'
import { recordOf, type ScrapeRecord } from './steadiness.ts'
import { targetKey } from './target-key.ts'
import { createUnexpectedWatch } from './unexpected.ts'

export interface WatchOptions {
  config: Config
  /** On Prometheus' clock, in milliseconds. */
  verifyStart: number
  lister: MachineLister
  prometheus: Prometheus
  recorded: () => Promise<RecordedSeries>
  /** Metrics or panels are judged as well; see `isSteady`. */
  promised: boolean
  /** The server that has the samples, where it is not Prometheus itself. */
  store?: StoreFacts | undefined
  /** The run deployed the services before; see `recordOf`. */
  isDeployed: boolean
  /** Whether it is certain that no one scrapes a target: it is not waited for. */
  isUnscraped?: ((target: ExpectedTarget) => boolean) | undefined
  log: Log
}

/** Watches the targets: each call of the returned function is one poll. */
export function watchTargets(options: WatchOptions): () => Promise<TargetsNow> {
  const { config, verifyStart, lister, prometheus, promised } = options
  const began = performance.now()
  const expectation = lastOnly((machines: MachinesByApp) => expectTargets(config, machines))
  const observe = createObserver(options)
  const watchUnexpected = createUnexpectedWatch(config.services)
  const pulse = createPulse(verifyStart)

  return async () => {
    const { targets, absent } = expectation(lister.machines())
    const elapsed = performance.now() - began
    const context = { elapsed, listings: lister.listings(), onlyListing: lister.only, promised }
    const seen = await prometheus.targets()
    const { isHistoryOpen, ...observed } = await observe(targets, seen, context)
    const { observations, open } = observed
    const unexpected = watchUnexpected(targets, seen, elapsed)
    const isListed = absent.length === 0 || lister.only || context.listings >= 2
    const certain = open.length === 0 && isListed && unexpected.isFinal && !isHistoryOpen
    const isOdd = absent.length > 0 || unexpected.found.length > 0
    if (!certain && (isOdd || observations.some(({ state }) => isRed(state)))) lister.again(elapsed)
    return {
      ...observed,
      ...{ seen, certain, isHistoryOpen },
      absent: absent.map(({ name }) => name),
      unexpected: unexpected.found,
      elapsed,
      ...pulse(seen, elapsed),
    }
  }
}

/** Observes the expected targets, with what was observed before. */
function createObserver(options: WatchOptions) {
  const { config, verifyStart, isDeployed, prometheus, recorded, log, store } = options
  const counter = createSampleCounter(prometheus, recorded, {
    intervalMs: shortestIntervalMs(config),
    isElsewhere: store !== undefined,
  })
  const feed = createHistoryFeed(config, prometheus)
  const recordOfTarget = recorder(feed, verifyStart, isDeployed)
  let histories = new Map<string, TargetHistory>()
  let shown = new Map<string, TargetObservation['state']>()

  return async (
    targets: readonly ExpectedTarget[],
    seen: readonly ScrapeTarget[],
    given: Omit<PollContext, 'uncountedMs'>,
  ): Promise<Pick<TargetsNow, 'observations' | 'open' | 'historyLost' | 'isHistoryOpen'>> => {
    const observeWith = (counts: ReadonlyMap<string, ScrapeCount>) => {
      const recordOf = (target: ScrapeTarget) => recordOfTarget(target, counts)
      return recordMachines(targets, seen, verifyStart, { counts, recordOf, store })
    }
    const unread = store?.unread()
    if (unread === undefined) await feed.update(seen, given.elapsed)
    const polled =
      unread === undefined ? await counter.counted(observeWith, given.elapsed) : observeWith(new Map())
    const context = { ...given, uncountedMs: counter.lostFor(given.elapsed) }
    const before = histories
    histories = new Map(
      polled.map((observation) => {
        const key = keyOf(observation)
        return [key, continueHistory(before.get(key), observation, context)]
      }),
    )
    const observations = polled.map(
      (observation): TargetObservation =>
        isNotStored(observation, histories.get(keyOf(observation)), context)
          ? { ...observation, state: 'not-stored' }
          : observation,
    )
    logChanges(observations, shown, log)
    shown = new Map(observations.map((observation) => [keyOf(observation), observation.state]))
    return {
      observations,
      historyLost: unread ?? feed.lost(),
      isHistoryOpen: feed.isOpen(given.elapsed),
      open: observations.filter(
        (one) => !isHopeless(one, options) && !isFinal(one, histories.get(keyOf(one)), context),
      ),
    }
  }
}

const isHopeless = ({ state, expected }: TargetObservation, { isUnscraped }: WatchOptions): boolean =>
  state === 'not-discovered' && isUnscraped?.(expected) === true

/** Whether Prometheus scrapes at all: how often each target, and since when nothing or not itself. */
function createPulse(verifyStart: number) {
  const scrapes = new Map<string, Scrapes>()
  let emptySince: number | undefined
  let selfSeen = 0
  return (
    seen: readonly ScrapeTarget[],
    elapsed: number,
  ): Pick<TargetsNow, 'scrapes' | 'emptyFor' | 'selfMissingFor'> => {
    countScrapes(scrapes, seen, verifyStart)
    emptySince = seen.length === 0 ? (emptySince ?? elapsed) : undefined
    if (isSelfUp(seen, verifyStart)) selfSeen = elapsed
    return {
      scrapes,
      emptyFor: emptySince === undefined ? undefined : elapsed - emptySince,
      selfMissingFor: elapsed - selfSeen,
    }
  }
}

const isSelfUp = (seen: readonly ScrapeTarget[], verifyStart: number): boolean => {
  const own = seen.filter(({ labels }) => labels.job === SELF_JOB)
  return own.length > 0 && own.every((target) => target.health === 'up' && scrapedAt(target) > verifyStart)
}

const keyOf = ({ expected }: TargetObservation): string => expectedKey(expected.service, expected.address)

/** Sums up the scrapes of a target, of which the last may not be in the history yet; again only when there are new ones. */
function recorder(feed: HistoryFeed, verifyStart: number, isDeployed: boolean) {
  const known = new Map<string, { facts: readonly unknown[]; record: ScrapeRecord }>()
  return (target: ScrapeTarget, counts: ReadonlyMap<string, ScrapeCount>): ScrapeRecord => {
    const key = targetKey(target.labels)
    const [read, resets, isUnstored] = [feed.scrapes(key), feed.resets(key), feed.isUnstored(key)]
    const sent = counts.get(key)?.scraped
    const facts = [read, resets, isUnstored, sent, target.lastScrape, target.health]
    const before = known.get(key)
    if (before?.facts.every((fact, i) => fact === facts[i])) return before.record
    const last = { at: scrapedAt(target), up: target.health === 'up', sent }
    const scrapes = last.at > 0 ? withLast(read, last) : read
    const storedAt = read.at(-1)?.at
    const record = recordOf(scrapes, verifyStart, {
      resets,
      readUntil: storedAt ?? last.at,
      ...{ storedAt, isUnstored, isDeployed },
    })
    known.set(key, { facts, record })
    return record
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
  before: ReadonlyMap<string, TargetObservation['state']>,
  log: Log,
): void {
  const changed = observations.filter((observation) => before.get(keyOf(observation)) !== observation.state)
  const single = observations.length <= FEW ? changed : changed.filter(({ state }) => isRed(state))
  const lines = single.flatMap((observation) => progressLine(observation) ?? [])
  for (const line of lines.slice(0, LINES)) log.info(line)
  if (lines.length > LINES) log.info(`… and ${lines.length - LINES} more`)
  if (observations.length <= FEW) return
  const up = observations.filter(({ state }) => state === 'up').length
  const was = [...before.values()].filter((state) => state === 'up').length
  const tenth = (n: number) => Math.floor((10 * n) / observations.length)
  if (tenth(up) > tenth(was)) log.info(`${up} of ${observations.length} targets are up`)
}
