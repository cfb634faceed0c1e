import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config } from '../../config/schema.ts'
import { longestInterval, scrapeTimes } from '../../config/scrape-options.ts'
import { promqlAnyOf, promqlString, withLabel } from '../../formats/promql/literals.ts'
import { parseDuration } from '../../lib/duration.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import { type Prometheus, type QueryAnswer, type ScrapeTarget, vectorOf } from '../../model/prometheus.ts'
import { STORED_MS, scrapedAt } from './observe.ts'
import { historyQuery, mergeScrapes, readHistory, type Scrape } from './scrape-history.ts'
import { targetKey } from './target-key.ts'

/** How far the history reaches back before verification: ten minutes, or fewer where scrapes are frequent. */
const LOOKBACK_MS = 600_000
const LOOKBACK_SCRAPES = 40

export interface HistoryFeed {
  /** Reads what is new, at most once per scrape interval. `elapsed`: milliseconds since the watch began. */
  update(seen: readonly ScrapeTarget[], elapsed: number): Promise<void>
  scrapes(key: string): readonly Scrape[]
  /** How often declared counters of a target went back. */
  resets(key: string): number
  /** In two readings one after the other, nothing was stored of scrapes that had ended long before. */
  isUnstored(key: string): boolean
  /** Why the history could not be read the last time; undefined when it could. */
  lost(): string | undefined
  /** It could not be read the last time, and for so short a time that asking again may help. */
  isOpen(elapsed: number): boolean
}

/** After no answer: how soon the history is asked for again, and for how long. */
const AGAIN_MS = 1_000
const PATIENCE_MS = 30_000

/** The scrapes of all targets, from before verification up to now: two queries per interval for any number of targets. */
export function createHistoryFeed(config: Config, prometheus: Pick<Prometheus, 'query'>): HistoryFeed {
  const jobs = config.services.map(({ name }) => name)
  const counters = countersOf(config)
  const intervalMs = shortestIntervalMs(config)
  const longestMs = parseDuration(longestInterval(config)) ?? intervalMs
  const lookback = Math.min(LOOKBACK_MS, LOOKBACK_SCRAPES * intervalMs)
  const known = new Map<string, readonly Scrape[]>()
  const unstored = new Map<string, number>()
  let resets: ReadonlyMap<string, number> = new Map()
  let readAt: number | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let lost: { why: string; since: number } | undefined

  async function read(seen: readonly ScrapeTarget[], elapsed: number): Promise<void> {
    // A scrape is stored when it ends, under the time of its start: the windows overlap.
    const window = readAt === undefined ? lookback + elapsed : elapsed - readAt + 2 * longestMs + 1_000
    const [history, reset] = await Promise.all([
      prometheus.query(historyQuery(jobs, window)),
      counters.length > 0
        ? prometheus.query(resetsQuery(jobs, counters, RESET_SCRAPES * longestMs + elapsed))
        : undefined,
    ])
    for (const [key, scrapes] of readHistory(seen, history))
      known.set(key, mergeScrapes(known.get(key) ?? [], scrapes))
    countUnstored(unstored, seen, { known, limitMs: Math.max(STORED_MS, 3 * longestMs) })
    if (reset) resets = readResets(reset)
  }

  return {
    async update(seen, elapsed) {
      const pause = lost ? Math.min(AGAIN_MS, intervalMs) : intervalMs
      if (jobs.length === 0 || seen.length === 0 || elapsed - askedAt < pause) return
      askedAt = elapsed
      try {
        await read(seen, elapsed)
        readAt = elapsed
        lost = undefined
      } catch (error) {
        // Without it, the targets themselves can be judged.
        if (!(error instanceof ActionError)) throw error
        lost = { why: messageOf(error), since: lost?.since ?? elapsed }
      }
    },
    lost: () => lost?.why,
    isOpen: (elapsed) => lost !== undefined && elapsed - lost.since < PATIENCE_MS,
    scrapes: (key) => known.get(key) ?? [],
    resets: (key) => resets.get(key) ?? 0,
    isUnstored: (key) => (unstored.get(key) ?? 0) >= 2,
  }
}

/** Counts readings in which the newest stored scrape is old; the list of targets is older than the reading. */
function countUnstored(
  unstored: Map<string, number>,
  seen: readonly ScrapeTarget[],
  { known, limitMs }: { known: ReadonlyMap<string, readonly Scrape[]>; limitMs: number },
): void {
  for (const target of seen) {
    const key = targetKey(target.labels)
    const stored = known.get(key)?.at(-1)?.at
    const isBehind = stored !== undefined && scrapedAt(target) - stored >= limitMs
    unstored.set(key, isBehind ? (unstored.get(key) ?? 0) + 1 : 0)
  }
}

/** The shortest interval at which a service is scraped. */
export const shortestIntervalMs = ({ monitoring, services }: Config): number =>
  Math.min(
    ...services.map((service) => parseDuration(scrapeTimes(service, monitoring).interval) ?? 15_000),
    parseDuration(monitoring.scrape_interval) ?? 15_000,
  )

/** Counters are compared over the recent past only: a deploy before that resets them, too. */
const RESET_SCRAPES = 5

/** Every counter of a process starts again with it: a few are enough. */
const MOST_COUNTERS = 20

/** Names of the declared series that never decrease within one process. */
function countersOf({ services }: Config): string[] {
  const declared = services.flatMap((service) => declaredMetrics(service))
  const names = declared.flatMap(({ name, type }) =>
    type === 'counter' ? [name] : type === 'histogram' || type === 'summary' ? [`${name}_count`] : [],
  )
  return [...new Set(names)].slice(0, MOST_COUNTERS)
}

/** How often a counter of each target went back: with one process, only when the process starts again. */
function resetsQuery(jobs: readonly string[], counters: readonly string[], windowMs: number): string {
  // One selector for all names would fail: without their names, two series may have the same labels.
  const parts = counters.map((name, i) => {
    const series = `{__name__=${promqlString(name)},job=~${promqlAnyOf(jobs)}}[${Math.ceil(windowMs)}ms]`
    return withLabel(`resets(${series})`, 'verify', String(i))
  })
  return `max by (job, instance) (${parts.join(' or ')}) > 0`
}

const readResets = (answer: QueryAnswer): Map<string, number> =>
  new Map(vectorOf(answer).map(({ metric, value }) => [targetKey(metric), Number(value?.[1])]))
