import { parseDuration } from '../../lib/duration.ts'
import type { ScrapeTarget } from '../../model/prometheus.ts'
import type { ReasonClass } from '../evidence.ts'
import { scrapeAddress } from './address.ts'
import { classifyError, PATIENCE } from './classify-error.ts'
import type { ExpectedTarget } from './expect.ts'

/** Samples of a target's last scrape, as Prometheus itself recorded them. */
export interface ScrapeCount {
  /** As the target sent them, before relabelling. */
  scraped: number
  /** Series that Prometheus has of the target now. */
  stored: number
  /** Sent but not stored; undefined until it is known. */
  lost: number | undefined
}

/** What one look at Prometheus says about one expected target. */
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

/** Identity of a target within Prometheus: the same labels that its own scrape metrics carry. */
export function targetKey({ job = '', instance = '' }: Readonly<Record<string, string>>): string {
  return `${job.length} ${job}${instance}`
}

/** Identity of an expected target; an address has no spaces. */
export const expectedKey = (service: string, address: string): string => `${address} ${service}`

/** Holds what must be there against what Prometheus says. `verifyStart` is on Prometheus' clock, in milliseconds. */
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

/** How long a target has said the same thing. */
export interface TargetHistory {
  state: TargetObservation['state']
  /** Distinct scrapes, or for `listing` distinct looks at the machines. */
  times: number
  last: string
}

export interface PollContext {
  /** Milliseconds since verification began, on our clock. */
  elapsed: number
  /** How often the machines were listed so far; the first time counts. */
  listings: number
  /** Nobody can list the machines again. */
  onlyListing: boolean
}

/** Continues the watch over one target. */
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

/** Half a minute for services that start. */
const SETTLE_MS = 30_000
/**
 * Longer while Fly's checks fail as well: the machine may be starting. A check's grace period is a minute at most, then
 * come its intervals; the deploy before us has waited five minutes for them. What still fails then is broken.
 */
const UNHEALTHY_MS = 120_000
/** Discovery every 15 s at most, 5 s of DNS cache, 5 s of Prometheus' own reload: twice that, and some. */
const DISCOVERY_MS = 60_000

/** Whether waiting longer would not change what a target says. */
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
