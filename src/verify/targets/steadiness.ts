import type { Scrape } from './scrape-history.ts'

/** The history of one target, summed up: what its judgement depends on in addition to the last scrape. */
export interface ScrapeRecord {
  /** Since verification began: scrapes from the first successful one on, and how many of them failed. */
  scrapes: number
  failed: number
  /** Since verification began: how often it went from up to down, and how often its process started again. */
  falls: number
  restarts: number
  /** The same in the time before, as far as the history reaches. */
  before: { falls: number; restarts: number }
  /** Successful scrapes of one process in a row, up to the last one; those from before verification count. */
  inRow: number
  /** Start of the first of them, on Prometheus' clock in milliseconds; undefined when the last scrape failed. */
  rowSince: number | undefined
  /** Empty answers in a row, up to the last one. */
  empty: number
  /** The page of this process had samples and is empty now: metrics do not become absent again. */
  lostPage: boolean
  /** How far the newest stored scrape is behind the last one, in milliseconds; undefined: none is stored. */
  storedBehind: number | undefined
  /** Scrapes succeed, and for a while none of them was stored; see `HistoryFeed.isUnstored`. */
  isUnstored: boolean
  /** Different processes answer in turn: the start time of the process goes back. */
  mixed: boolean
  /** How often declared counters went back, although the process is the same; see `resetsQuery`. */
  resets: number
}

/** The recent past: older trouble has probably been repaired by this deploy. */
const RECENT = 12

/** What is known in addition to the scrapes of a target. */
export interface RecordFacts {
  /** See `HistoryFeed`. */
  resets?: number
  isUnstored?: boolean
  /** Only scrapes until then count as good ones in a row: those that `resets` are about. */
  readUntil?: number
  /** The newest stored scrape; undefined: none. */
  storedAt?: number | undefined
  /** This run deployed the service, so what was scraped before may be its last release. */
  isDeployed?: boolean
}

/** Sums up the scrapes of one target, in order of time. Times are on Prometheus' clock, in milliseconds. */
export function recordOf(
  scrapes: readonly Scrape[],
  verifyStart: number,
  {
    resets = 0,
    readUntil = Number.POSITIVE_INFINITY,
    storedAt,
    isUnstored = false,
    isDeployed = false,
  }: RecordFacts = {},
): ScrapeRecord {
  const now = scrapes.findIndex(({ at }) => at > verifyStart)
  const split = now < 0 ? scrapes.length : now
  const since = scrapes.slice(split)
  const counted = since.slice(
    Math.max(
      0,
      since.findIndex(({ up }) => up),
    ),
  )
  const starts = startsOf(scrapes)
  const mixed = goesBack(starts)
  const restarts = mixed ? [] : newStarts(starts)
  const isNow = (restart: NewStart) => isSince(restart, verifyStart)
  const last = scrapes.findLastIndex(({ up }) => !up)
  const restarted = restarts.at(-1)?.at ?? 0
  const row = scrapes.slice(last + 1).filter(({ at }) => at >= restarted)
  return {
    scrapes: counted.length,
    failed: counted.filter(({ up }) => !up).length,
    // A deployment takes the last release down.
    falls: fallsIn(isDeployed ? counted : scrapes.slice(Math.max(0, split - 1))),
    restarts: restarts.filter(isNow).length,
    before: {
      falls: fallsIn(scrapes.slice(Math.max(0, split - RECENT), split)),
      restarts: restarts.filter((restart) => !isNow(restart)).length,
    },
    inRow: row.filter(({ at }) => at <= readUntil).length,
    rowSince: row[0]?.at,
    ...emptiness(row, verifyStart, isDeployed),
    storedBehind: storedAt === undefined ? undefined : Math.max(0, (scrapes.at(-1)?.at ?? 0) - storedAt),
    isUnstored,
    mixed,
    resets: last < 0 && restarts.length === 0 ? resets : 0,
  }
}

const fallsIn = (scrapes: readonly Scrape[]): number =>
  scrapes.filter(({ up }, i) => !up && scrapes[i - 1]?.up === true).length

interface ProcessStart {
  at: number
  startedAt: number
}

const startsOf = (scrapes: readonly Scrape[]): ProcessStart[] =>
  scrapes.flatMap(({ at, startedAt }) => (startedAt === undefined ? [] : [{ at, startedAt }]))

/** A process that starts again has a later start time; only another process has an earlier one. */
const goesBack = (starts: readonly ProcessStart[]): boolean =>
  starts.some(({ startedAt }, i) => startedAt < (starts[i - 1]?.startedAt ?? startedAt) - CLOCK_S)

/** A process that replaces another one: its start, its first scrape, and the last one of the process before. */
interface NewStart extends ProcessStart {
  before: number
}

const newStarts = (starts: readonly ProcessStart[]): NewStart[] =>
  starts.flatMap(({ at, startedAt }, i) => {
    const before = starts[i - 1]
    return before && startedAt > before.startedAt + CLOCK_S ? [{ at, startedAt, before: before.at }] : []
  })

/** Whether a process started in this verification, and was not only scraped for the first time. */
const isSince = ({ startedAt, before }: NewStart, verifyStart: number): boolean =>
  before > verifyStart || startedAt * 1000 > verifyStart

/** Some exporters calculate the start time from their clock at each scrape, in seconds. */
const CLOCK_S = 0.5

/**
 * A process may start again between two scrapes, and an empty page does not tell when. Without a deployment in this run,
 * after so many empty answers it is surely an old one.
 */
const LONG_EMPTY = 10

function emptiness(
  row: readonly Scrape[],
  verifyStart: number,
  isDeployed: boolean,
): Pick<ScrapeRecord, 'empty' | 'lostPage'> {
  const filled = row.findLastIndex(({ sent }) => sent !== undefined && sent > 0)
  const empty = row.slice(filled + 1).filter(({ sent }) => sent === 0).length
  const isSame = (row[filled]?.at ?? 0) > verifyStart || (!isDeployed && empty >= LONG_EMPTY)
  return { empty, lostPage: filled >= 0 && empty > 0 && isSame }
}

/** Before verification began, it fell or restarted so often that one good scrape means little. */
const wasUnsteady = ({ before }: ScrapeRecord): boolean => before.falls >= 4 || before.restarts >= 3

/** A single failed scrape may be an accident of the network. */
const FAILING_SHARE = 0.05

/** Why a target that is up now is not in order; undefined when it is, as far as its history shows. */
export function unsteadiness(record: ScrapeRecord): 'restarting' | 'flapping' | undefined {
  const { falls, restarts, failed, scrapes, before } = record
  if (restarts >= 2 || (before.restarts >= 3 && restarts > 0)) return 'restarting'
  if (falls >= 2 && failed >= FAILING_SHARE * scrapes) return 'flapping'
  return before.falls >= 4 && falls > 0 ? 'flapping' : undefined
}

/** Good scrapes in a row that a target needs, and how long to wait for them at most, in milliseconds. */
const CLEAR = { scrapes: 1, ms: 0 }
const PROMISED = { scrapes: 3, ms: 5_000 }
const IN_DOUBT = { scrapes: 5, ms: 8_000 }
const AFTER_TROUBLE = { scrapes: 5, ms: 60_000 }

/** What was said so far about the time in which a target is up. */
export interface UpTime {
  /** Metrics or panels are judged as well. */
  promised: boolean
  /** How long it has been up in this verification, and how often it is scraped, in milliseconds. */
  upMs: number
  intervalMs: number
}

/**
 * Whether enough scrapes were seen to call a target up. One scrape proves that it can be scraped, and nothing more, so
 * a verdict on targets alone needs one. Where metrics or panels are promised, what a team reads later depends on every
 * scrape: three in a row, and those from before verification count, so that a system that has been running is judged
 * at its first fresh scrape. With a long interval this would delay each deploy by minutes for a rare fault: the wait
 * ends after 5 s, and does not begin where no scrape is due in that time. A target that fell or restarted is known to
 * be in trouble and is worth a minute: five good scrapes, or the second fault.
 */
export function isSteady(record: ScrapeRecord | undefined, { promised, upMs, intervalMs }: UpTime): boolean {
  if (record === undefined) return true
  const needed =
    record.falls > 0 || record.restarts > 0 || wasUnsteady(record)
      ? AFTER_TROUBLE
      : record.mixed || record.resets === 1
        ? IN_DOUBT
        : promised
          ? PROMISED
          : CLEAR
  return record.inRow >= needed.scrapes || upMs >= needed.ms || intervalMs > needed.ms
}
