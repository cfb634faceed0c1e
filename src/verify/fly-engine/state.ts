import type { FlyScrape } from '../../model/fly.ts'
import { FLY_INTERVAL_MS, FLY_LAG_MS } from '../../model/fly-series.ts'
import type { Certainty } from '../evidence.ts'
import type { ReasonClass } from '../reason-classes.ts'
import type { ExpectedTarget } from '../targets/expect.ts'
import type { Scrape } from '../targets/scrape-history.ts'
import { recordOf, type ScrapeRecord, unsteadiness } from '../targets/steadiness.ts'
import { type AppPulse, lagOf } from './pulse.ts'

/** What is known about one expected target: an endpoint on a machine. */
export interface SeenMachine {
  expected: ExpectedTarget
  /** The page that Fly should be told to scrape on the machine. */
  wanted: FlyScrape
  /** What Fly's managed Prometheus has of the app. */
  pulse: AppPulse
  /** The newest sample of a series that the machine exposes itself; 0: none. */
  ownAt: number
}

export interface StateScope {
  /** On the clock of Fly's API, in milliseconds: only later samples show what is now. */
  verifyStart: number
  /** No newer samples are waited for. */
  isOver: boolean
  /** The time of the run is up: what there is has to do. */
  isCut: boolean
  /** This run deployed the service. */
  isDeployed: boolean
  /** Another app of the organization has new samples: Fly's Prometheus as a whole is not behind. */
  isStoreCurrent: boolean
}

/** What the samples say about a target. */
export type MachineState =
  | { kind: 'up'; certainty: Certainty; at: number; record: ScrapeRecord }
  | { kind: 'resting' }
  | { kind: 'failed'; class: ReasonClass; record?: ScrapeRecord; at?: number }
  | { kind: 'unknown'; cause: UnknownCause }
  | { kind: 'waiting' }

/**
 * Why nothing can be said: the data is too old, there is none of the app, the clocks of Fly contradict each other, the machine
 * is newer than the data, or the page may be anything as nothing is promised to be on it.
 */
export type UnknownCause = 'behind' | 'no-data' | 'clock' | 'before-start' | 'nothing-promised'

/** A failed scrape may be an accident. */
const FAILURES = 2

/** How much later than the server's clock a sample may be: the header has whole seconds, and the scraper a clock of its own. */
export const CLOCK_MS = 30_000

/** The state of a target, from what Fly was told and from raw samples. `up` alone proves nothing: a web page is up, too. */
export function stateOf(seen: SeenMachine, scope: StateScope): MachineState {
  const { expected, wanted, pulse } = seen
  if (expected.state === 'resting') return { kind: 'resting' }
  if (expected.state === 'stopped') return failed('stopped')
  if (!isTold(expected.machine?.metrics, wanted)) return failed('no-metrics-section')
  const lag = lagOf(pulse)
  if ((pulse.newest ?? 0) > pulse.clock + CLOCK_MS) return unknown('clock')
  return lag === undefined || lag > FLY_LAG_MS ? withoutData(lag, scope) : ofSamples(seen, scope)
}

function ofSamples(seen: SeenMachine, scope: StateScope): MachineState {
  const { scrapes = [], endedAt } = seen.pulse.machines.get(seen.expected.machine?.id ?? '') ?? {}
  const last = scrapes.at(-1)
  if (!last || last.at <= scope.verifyStart) {
    const old = scope.isOver || scope.isCut ? ofOldSamples(seen, last, scope) : WAITING
    return scope.isOver || old.kind === 'up' ? old : WAITING
  }
  // The scrapes of this machine ended, and the machine is still there.
  if (endedAt !== undefined) return scope.isOver ? failed('not-scraped') : WAITING
  const record = recordOf(scrapes, scope.verifyStart, { isDeployed: scope.isDeployed })
  return last.up ? ofGoodScrape(seen, { last, record, scrapes }, scope) : ofFailure(scrapes, record, scope)
}

const WAITING = { kind: 'waiting' } as const
const unknown = (cause: UnknownCause): MachineState => ({ kind: 'unknown', cause })
const failed = (reason: ReasonClass, more: { record?: ScrapeRecord; at?: number } = {}): MachineState => ({
  ...{ kind: 'failed', class: reason, ...more },
})

/** Whether a machine's configuration names the page: it is the running truth of what Fly scrapes. */
export const isTold = (told: FlyScrape | undefined, wanted: FlyScrape): boolean =>
  told?.port === wanted.port && told.path === wanted.path && told.https === wanted.https

/**
 * Fly's Prometheus has nothing of the app, or nothing of the last minutes. Where the rest of the organization is up to date,
 * its samples are not late: there are none.
 */
function withoutData(lag: number | undefined, { isOver, isStoreCurrent }: StateScope): MachineState {
  if (isStoreCurrent) return isOver ? failed('not-scraped') : WAITING
  if (lag !== undefined) return unknown('behind')
  return isOver ? unknown('no-data') : WAITING
}

function ofFailure(
  scrapes: readonly Scrape[],
  record: ScrapeRecord,
  { verifyStart, isOver }: StateScope,
): MachineState {
  const fresh = scrapes.filter(({ at }) => at > verifyStart)
  const inRow = fresh.length - 1 - fresh.findLastIndex(({ up }) => up)
  return inRow >= FAILURES || isOver
    ? failed('scrape-failed', { record, at: fresh.at(-1)?.at ?? 0 })
    : WAITING
}

function ofGoodScrape(
  { expected, ownAt }: SeenMachine,
  { last, record, scrapes }: { last: Scrape; record: ScrapeRecord; scrapes: readonly Scrape[] },
  { verifyStart, isOver }: StateScope,
): MachineState {
  const unsteady = unsteadiness(record)
  if (unsteady) return failed(unsteady, { record })
  if (ownAt > verifyStart) return { kind: 'up', certainty: 'proven', at: last.at, record }
  const good = scrapes.filter(({ at, up }) => up && at > verifyStart).length
  if (good < FAILURES && !isOver) return WAITING
  // A web page, JSON and an empty page look the same: up, and without a sample.
  return expected.onlyAfterTraffic ? unknown('nothing-promised') : failed('empty', { record, at: last.at })
}

/**
 * Nothing of this machine arrived since verification began. Where nothing at all of the app did, its data is late, and samples
 * from after the machine's start are what there is.
 */
function ofOldSamples(
  { expected: { machine }, pulse, ownAt }: SeenMachine,
  last: Scrape | undefined,
  { verifyStart, isDeployed }: StateScope,
): MachineState {
  const newest = pulse.newest ?? 0
  const started = Date.parse(machine?.updatedAt ?? '') || 0
  if (newest > verifyStart) return failed('not-scraped', last && { at: last.at })
  if (newest <= started) return unknown('before-start')
  if (!last || last.at <= started || newest - last.at > GAP_MS)
    return failed('not-scraped', last && { at: last.at })
  const record = recordOf(pulse.machines.get(machine?.id ?? '')?.scrapes ?? [], verifyStart, { isDeployed })
  if (!last.up) return failed('scrape-failed', { record, at: last.at })
  if (ownAt > started && ownAt >= last.at - SAME_SCRAPE_MS)
    return { kind: 'up', certainty: 'inferred', at: last.at, record }
  return failed('empty', { record, at: last.at })
}

/** All samples of a scrape have its time. */
const SAME_SCRAPE_MS = 1_000

/** The scrapes of the machines of an app are spread over the interval; one may be missing. */
const GAP_MS = 3 * FLY_INTERVAL_MS
