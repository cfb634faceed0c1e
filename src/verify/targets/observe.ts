import { parseDuration } from '../../lib/duration.ts'
import type { ScrapeTarget } from '../../model/prometheus.ts'
import type { ReasonClass } from '../evidence.ts'
import { scrapeAddress } from './address.ts'
import { classifyError, PATIENCE } from './classify-error.ts'
import type { ExpectedTarget } from './expect.ts'

/** Samples of a target's last scrape, as Prometheus itself recorded them. */
export interface ScrapeCount {
  /** As sent by the target, before relabelling. */
  scraped: number
  /** Series of the target in Prometheus now. */
  stored: number
  /** Sent but not stored; undefined until known. */
  lost: number | undefined
}

/** One observation of an expected target in Prometheus. */
export interface TargetObservation {
  expected: ExpectedTarget
  /** Prometheus' entry for it. */
  seen: ScrapeTarget | undefined
  /** `pending`: up and fresh, but its samples are not known yet. */
  state: 'up' | 'resting' | 'pending' | ReasonClass
  count: ScrapeCount | undefined
}

/** Milliseconds since the epoch of Prometheus' last scrape; far in the past before the first. */
export const scrapedAt = (target: ScrapeTarget): number => Date.parse(target.lastScrape)

/** Identity of a target in Prometheus: the labels of its scrape metrics. */
export function targetKey({ job = '', instance = '' }: Readonly<Record<string, string>>): string {
  return `${job.length} ${job}${instance}`
}

/** Identity of an expected target; an address has no spaces. */
export const expectedKey = (service: string, address: string): string => `${address} ${service}`

/** Compares the expected targets with those of Prometheus. `verifyStart` is on Prometheus' clock, in milliseconds. */
export function recordMachines(
  expected: readonly ExpectedTarget[],
  seen: readonly ScrapeTarget[],
  verifyStart: number,
  counts: ReadonlyMap<string, ScrapeCount>,
): TargetObservation[] {
  const known = Map.groupBy(seen, (target) =>
    expectedKey(target.labels.job ?? target.scrapePool, scrapeAddress(target.scrapeUrl)),
  )
  return expected.map((one) => {
    const entries = known.get(expectedKey(one.service, one.address)) ?? []
    // The same address twice in one job (two paths): the worse one decides.
    const entry = entries.find((target) => target.health !== 'up') ?? entries[0]
    const count = entry && counts.get(targetKey(entry.labels))
    return { expected: one, seen: entry, count, state: stateOf(one, entry, verifyStart, count) }
  })
}

function stateOf(
  expected: ExpectedTarget,
  seen: ScrapeTarget | undefined,
  verifyStart: number,
  count: ScrapeCount | undefined,
): TargetObservation['state'] {
  if (expected.state !== 'running') return expected.state
  if (!seen) return 'not-discovered'
  if (seen.health === 'unknown') return 'not-scraped'
  if (scrapedAt(seen) <= verifyStart) return 'stale'
  if (seen.health === 'down') return classifyError(seen.lastError)
  if (count === undefined) return 'pending'
  if (count.scraped === 0) return 'empty'
  if (count.lost === undefined) return 'pending'
  return count.lost > 0 ? 'samples-lost' : 'up'
}

/** How long a target has been in the same state. */
export interface TargetHistory {
  state: TargetObservation['state']
  /** Number of scrapes, or for `listing` of listings of the machines. */
  times: number
  last: string
}

export interface PollContext {
  /** Milliseconds since verification began, on the local clock. */
  elapsed: number
  /** Number of listings of the machines so far, including the first. */
  listings: number
  /** The machines cannot be listed again. */
  onlyListing: boolean
}

/** Adds an observation to the history of a target. */
export function continueHistory(
  before: TargetHistory | undefined,
  observation: TargetObservation,
  context: PollContext,
): TargetHistory {
  const last =
    isRed(observation.state) && PATIENCE[observation.state] === 'listing'
      ? String(context.listings)
      : (observation.seen?.lastScrape ?? '')
  if (before?.state !== observation.state) return { state: observation.state, times: 1, last }
  return { state: observation.state, times: before.times + (before.last === last ? 0 : 1), last }
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
const DISCOVERY_MS = 60_000

/** Whether the state of a target is final: waiting longer would not change it. */
export function isFinal(
  observation: TargetObservation,
  history: TargetHistory | undefined,
  context: PollContext,
): boolean {
  if (!isRed(observation.state)) return observation.state !== 'pending'
  const times = history?.times ?? 0
  switch (PATIENCE[observation.state]) {
    case 'scrapes':
      return times >= 2
    case 'settle':
      return (
        times >= 2 &&
        context.elapsed >= (observation.expected.machine.checksPass === false ? UNHEALTHY_MS : SETTLE_MS)
      )
    case 'discovery':
      return context.elapsed >= Math.max(DISCOVERY_MS, 3 * intervalOf(observation.seen))
    case 'listing':
      return times >= 2 || context.onlyListing
  }
}

function intervalOf(target: ScrapeTarget | undefined): number {
  return parseDuration(target?.scrapeInterval ?? '') ?? 0
}
