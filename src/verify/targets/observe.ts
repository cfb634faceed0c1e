import { parseDuration } from '../../lib/duration.ts'
import type { ScrapeTarget } from '../../model/prometheus.ts'
import type { ReasonClass } from '../reason-classes.ts'
import type { StoreFacts } from '../store/state.ts'
import { scrapeAddress } from './address.ts'
import { classifyError, PATIENCE } from './classify-error.ts'
import type { ExpectedTarget } from './expect.ts'
import { isSteady, type ScrapeRecord, unsteadiness } from './steadiness.ts'
import { targetKey } from './target-key.ts'

/** Samples of a target's last scrape, as Prometheus itself recorded them. */
export interface ScrapeCount {
  /** As sent by the target, before relabelling. */
  scraped: number
  /** Series of the target in Prometheus now. */
  stored: number
  /** Sent but not stored; undefined until known. */
  lost: number | undefined
  /** As many are stored as were kept: none is left from before, whatever its timestamp says. */
  isExact?: boolean
  /** Too many to be counted; Prometheus' own counters show that it has not rejected any. */
  isInferred?: boolean
}

/** One observation of an expected target in Prometheus. */
export interface TargetObservation {
  expected: ExpectedTarget
  /** Prometheus' entry for it. */
  seen: ScrapeTarget | undefined
  /** `pending`: up and fresh, but its samples are not known yet. */
  state: 'up' | 'resting' | 'pending' | ReasonClass
  count: ScrapeCount | undefined
  /** Its scrapes so far; undefined until there are any. */
  record: ScrapeRecord | undefined
}

/** Milliseconds since the epoch of Prometheus' last scrape; far in the past before the first. */
export const scrapedAt = (target: ScrapeTarget): number => Date.parse(target.lastScrape)

/** Identity of an expected target; an address has no spaces. */
export const expectedKey = (service: string, address: string): string => `${address} ${service}`

/** What is known about the targets in addition to Prometheus' list of them, by `targetKey`. */
export interface ScrapeFacts {
  counts: ReadonlyMap<string, ScrapeCount>
  recordOf?: (target: ScrapeTarget) => ScrapeRecord
  /** The server that has the samples, where it is not Prometheus itself. */
  store?: StoreFacts | undefined
}

/** Compares the expected targets with those of Prometheus. `verifyStart` is on Prometheus' clock, in milliseconds. */
export function recordMachines(
  expected: readonly ExpectedTarget[],
  seen: readonly ScrapeTarget[],
  verifyStart: number,
  { counts, recordOf, store }: ScrapeFacts,
): TargetObservation[] {
  const known = Map.groupBy(seen, (target) =>
    expectedKey(target.labels.job ?? target.scrapePool, scrapeAddress(target.scrapeUrl)),
  )
  return expected.map((one) => {
    const entries = known.get(expectedKey(one.service, one.address)) ?? []
    // The same address twice in one job (two paths): the worse one decides.
    const entry = entries.find((target) => target.health !== 'up') ?? entries[0]
    const count = entry && counts.get(targetKey(entry.labels))
    const record = entry && recordOf?.(entry)
    const facts = { expected: one, seen: entry, count, record }
    return { ...facts, state: stateOf(facts, verifyStart, store) }
  })
}

function stateOf(
  { expected, seen, count, record }: Omit<TargetObservation, 'state'>,
  verifyStart: number,
  store: StoreFacts | undefined,
): TargetObservation['state'] {
  if (expected.state !== 'running') return expected.state
  if (!seen) return 'not-discovered'
  if (seen.health === 'unknown') return 'not-scraped'
  if (scrapedAt(seen) <= verifyStart) return 'stale'
  const unsteady = record && unsteadiness(record)
  if (unsteady !== undefined) return unsteady
  if (seen.health === 'down') return classifyError(seen.lastError, seen.scrapeUrl)
  if (count === undefined) return store?.unread() === undefined ? 'pending' : 'up'
  // The history may have a later scrape than the last one that was counted.
  const isEmpty = count.scraped === 0 || (record !== undefined && record.empty > 0)
  if (isEmpty) return mayBeEmpty(expected, record) ? 'up' : 'empty'
  if (count.lost === undefined) return 'pending'
  // What is sent to another server is scraped all the same; that it is not there is a claim of its own.
  return count.lost > 0 && !store ? 'samples-lost' : 'up'
}

/** Whether an empty page is what the configuration announces: every metric may be absent until the first event. */
const mayBeEmpty = ({ onlyAfterTraffic }: ExpectedTarget, record: ScrapeRecord | undefined): boolean =>
  onlyAfterTraffic && record?.lostPage !== true

/** How long a target has been in the same state. */
export interface TargetHistory {
  state: TargetObservation['state']
  /** Number of scrapes in this state, or for `listing` of listings of the machines. */
  times: number
  last: string
  /** Since when, in milliseconds after verification began: it is in this state, and it has not been up. */
  since: number
  redSince: number | undefined
  /** Scrapes since then, whatever their state. */
  redTimes: number
}

export interface PollContext {
  /** Milliseconds since verification began, on the local clock. */
  elapsed: number
  /** Number of listings of the machines so far, including the first. */
  listings: number
  /** The machines cannot be listed again. */
  onlyListing: boolean
  /** Metrics or panels are to be judged as well; see `isSteady`. */
  promised: boolean
  /** For how long Prometheus has not answered the question for the number of samples. */
  uncountedMs: number
}

/** Adds an observation to the history of a target. */
export function continueHistory(
  before: TargetHistory | undefined,
  observation: TargetObservation,
  context: PollContext,
): TargetHistory {
  const { state, seen } = observation
  const last =
    isRed(state) && PATIENCE[state] === 'listing' ? String(context.listings) : (seen?.lastScrape ?? '')
  const isSame = before?.state === state
  const isNew = before?.last !== last
  const red = isRed(state)
    ? { since: before?.redSince ?? context.elapsed, times: before?.redTimes ?? 0 }
    : undefined
  return {
    state,
    times: isSame ? before.times + (isNew ? 1 : 0) : 1,
    last,
    since: isSame ? before.since : context.elapsed,
    redSince: red?.since,
    redTimes: red ? red.times + (isNew ? 1 : 0) : 0,
  }
}

export const isRed = (state: TargetObservation['state']): state is ReasonClass =>
  state !== 'up' && state !== 'resting' && state !== 'pending'

/** Time for services to start. */
const SETTLE_MS = 30_000
/**
 * Longer while Fly's checks fail as well: the machine may still be starting. The grace period of a check is at most one
 * minute, then its intervals follow; the deploy has already waited up to five minutes for them.
 */
const UNHEALTHY_MS = 120_000
/** Discovery takes at most 15 s, the DNS cache 5 s, a target update in Prometheus 5 s: twice the sum, with a margin. */
export const DISCOVERY_MS = 60_000
/** How long the number of samples is asked for without an answer. */
const UNCOUNTED_MS = 30_000
/** A target whose reason changes with every scrape fails for good after so many. */
const CHANGING_TIMES = 4

/**
 * Whether the state of a target is final: waiting longer would not change it. Time is counted from the moment when the
 * state began, not from the start of verification: a Prometheus that restarts in the tenth minute needs as long to
 * discover its targets as in the first.
 */
export function isFinal(
  observation: TargetObservation,
  history: TargetHistory | undefined,
  context: PollContext,
): boolean {
  const { state, record } = observation
  const since = history?.since ?? context.elapsed
  if (state === 'up')
    return isSteady(record, {
      promised: context.promised,
      upMs: context.elapsed - since,
      intervalMs: intervalOf(observation.seen),
    })
  if (state === 'pending') return context.uncountedMs >= UNCOUNTED_MS
  if (!isRed(state)) return state === 'resting'
  const isRepeated = (history?.times ?? 0) >= 2 || (history?.redTimes ?? 0) >= CHANGING_TIMES
  switch (PATIENCE[state]) {
    case 'none':
      return true
    case 'scrapes':
      return isRepeated
    case 'settle':
      if (record?.lostPage) return isRepeated
      return (
        isRepeated &&
        context.elapsed - (history?.redSince ?? context.elapsed) >=
          (observation.expected.machine?.checksPass === false ? UNHEALTHY_MS : SETTLE_MS)
      )
    case 'discovery':
      return context.elapsed - since >= Math.max(DISCOVERY_MS, 3 * intervalOf(observation.seen))
    case 'listing':
      return (history?.times ?? 0) >= 2 || context.onlyListing
  }
}

/** A scrape is stored within milliseconds; this long, and over several scrapes, something keeps it from being stored. */
export const STORED_MS = 10_000

/** Whether Prometheus scrapes a target again and again, and its storage has none of these scrapes. */
export const isNotStored = (
  { state, record }: TargetObservation,
  history: TargetHistory | undefined,
  { elapsed, uncountedMs }: PollContext,
): boolean =>
  state === 'pending'
    ? // Samples that could not be counted, because every answer came late or none came, may be stored all the same.
      uncountedMs === 0 &&
      history !== undefined &&
      history.times >= 3 &&
      elapsed - history.since >= STORED_MS &&
      (record?.storedBehind ?? STORED_MS) >= STORED_MS
    : // Its samples were counted once, and since then nothing was stored.
      state === 'up' && record?.isUnstored === true

function intervalOf(target: ScrapeTarget | undefined): number {
  return parseDuration(target?.scrapeInterval ?? '') ?? 0
}

/** When the last target that is up was scraped, on Prometheus' clock, in milliseconds. */
export const lastScrapeOf = (observations: readonly TargetObservation[], verifyStart: number): number =>
  Math.max(
    verifyStart,
    ...observations.flatMap(({ state, seen }) => (state === 'up' && seen ? scrapedAt(seen) : [])),
  )
