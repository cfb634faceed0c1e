import { promqlAnyOf, withLabel } from '../../formats/promql/literals.ts'
import {
  ALERT_SERIES,
  EXTRA_SERIES,
  type QueryAnswer,
  REPORTED_SERIES,
  type ScrapeTarget,
  type VectorSeries,
  vectorOf,
} from '../../model/prometheus.ts'
import { type ScrapeCount, scrapedAt, type TargetObservation } from './observe.ts'
import { ALIGNMENT_MS, isReported } from './scrape-history.ts'
import { targetKey } from './target-key.ts'

/**
 * Counting the series of a target costs Prometheus 14 µs of CPU for each (measured: 2.75 s for 200,000), on a machine
 * that may have a sixteenth of a core. Of all targets together, so many are counted at once.
 */
export const COUNTED_SAMPLES = 50_000

/** Targets that answered since their samples were counted. */
export function uncounted(
  observations: readonly TargetObservation[],
  counted: ReadonlyMap<string, string>,
): ScrapeTarget[] {
  return observations
    .flatMap(({ seen, state }) => (seen?.health === 'up' && state !== 'stale' ? seen : []))
    .filter((target) => counted.get(targetKey(target.labels)) !== target.lastScrape)
}

/** What Prometheus noted about the last stored scrape of a target. */
export interface ScrapeSize {
  /** Start of the scrape, in milliseconds since the epoch. */
  at: number
  /** Samples that the target sent, and those left after relabelling. */
  sent: number
  kept: number
}

/**
 * The query for the size of each target's last stored scrape: three series for each target. `up` is not a substitute:
 * after a restart of Prometheus it still has samples from before (measured).
 */
export function sizeQuery(targets: readonly ScrapeTarget[]): string {
  const selected = selectorOf(targets)
  return [
    withLabel(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
    withLabel(`scrape_samples_scraped{${selected}}`, 'verify', 'sent'),
    withLabel(`scrape_samples_post_metric_relabeling{${selected}}`, 'verify', 'kept'),
  ].join(' or ')
}

/** Reads the answer to `sizeQuery`; targets whose last scrape is not stored yet are left out. */
export function readSizes(targets: readonly ScrapeTarget[], answer: QueryAnswer): Map<string, ScrapeSize> {
  const rows = Map.groupBy(vectorOf(answer), ({ metric }) => targetKey(metric))
  return new Map(
    targets.flatMap((target) => {
      const own = (rows.get(targetKey(target.labels)) ?? []).filter(({ metric }) =>
        isReported(metric, target.labels),
      )
      const [at, sent, kept] = ['at', 'sent', 'kept'].map((name) => {
        const row = own.find(({ metric }) => metric.verify === name)
        return row && Number(row.value?.[1])
      })
      if (at === undefined || sent === undefined || at * 1000 < scrapedAt(target) - ALIGNMENT_MS) return []
      return [[targetKey(target.labels), { at: at * 1000, sent, kept: kept ?? sent }] as const]
    }),
  )
}

/** The time for which a query was evaluated, in milliseconds; undefined when its answer is empty. */
export function evaluatedAt(answer: QueryAnswer): number | undefined {
  const seconds = vectorOf(answer)[0]?.value?.[0]
  return seconds === undefined ? undefined : seconds * 1000
}

/**
 * The query for the number of stored series of each target without those that rules have `recorded`, and for the time
 * of the scrape that they belong to. A service may have series of its own called like those that Prometheus adds.
 */
export function countQuery(targets: readonly ScrapeTarget[], recorded: Iterable<string>): string {
  const selected = selectorOf(targets)
  const others = promqlAnyOf([...REPORTED_SERIES, ...EXTRA_SERIES, ...ALERT_SERIES, ...recorded])
  const named = (names: readonly string[]) =>
    `count by (job, instance, __name__) ({${selected},__name__=~${promqlAnyOf(names)}})`
  return [
    withLabel(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
    withLabel(`count by (job, instance) ({${selected},__name__!~${others}})`, 'verify', 'stored'),
    withLabel(`${named(REPORTED_SERIES)} > 1`, 'verify', 'reported'),
    withLabel(named(EXTRA_SERIES), 'verify', 'extra'),
  ].join(' or ')
}

/** Reads the answer to `countQuery`; a target that was scraped again since its size was read is left out. */
export function readCounts(
  targets: readonly ScrapeTarget[],
  sizes: ReadonlyMap<string, ScrapeSize>,
  answer: QueryAnswer,
): Map<string, ScrapeCount> {
  const rows = Map.groupBy(vectorOf(answer), ({ metric }) => targetKey(metric))
  return new Map(
    targets.flatMap((target) => {
      const key = targetKey(target.labels)
      const size = sizes.get(key)
      const own = rows.get(key) ?? []
      const at = own.find(({ metric }) => metric.verify === 'at' && isReported(metric, target.labels))
      if (size === undefined || Math.round(Number(at?.value?.[1]) * 1000) !== Math.round(size.at)) return []
      const stored = storedOf(own)
      const lost = Math.max(0, size.kept - stored)
      return [[key, { scraped: size.sent, stored, lost, isExact: stored === size.kept }] as const]
    }),
  )
}

function storedOf(rows: readonly VectorSeries[]): number {
  const values = (name: string) =>
    rows.filter(({ metric }) => metric.verify === name).map(({ value }) => Number(value?.[1]))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
  const [reported, extra] = [values('reported'), values('extra')]
  // With the feature flag, one series of each of these names is not the service's.
  const added = extra.length === EXTRA_SERIES.length ? EXTRA_SERIES.length : 0
  return sum(values('stored')) + sum(reported) - reported.length + sum(extra) - added
}

function selectorOf(targets: readonly ScrapeTarget[]): string {
  const which = (name: 'job' | 'instance') =>
    `${name}=~${promqlAnyOf(targets.map((target) => target.labels[name] ?? ''))}`
  return `${which('job')},${which('instance')}`
}
