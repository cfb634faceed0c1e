import { promqlAnyOf, withLabel } from '../../formats/promql/literals.ts'
import type { QueryAnswer, ScrapeTarget } from '../../model/prometheus.ts'
import { type ScrapeCount, scrapedAt, type TargetObservation, targetKey } from './observe.ts'

/** Series that Prometheus adds to every scrape, and those that alerting rules write with the labels of a target. */
const NOT_SCRAPED = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
  'scrape_timeout_seconds',
  'scrape_sample_limit',
  'scrape_body_size_bytes',
  'ALERTS',
  'ALERTS_FOR_STATE',
]

/** Prometheus aligns sample times with the scrape interval, by a few milliseconds at most. */
export const ALIGNMENT_MS = 50

/** Targets that are up but whose samples were not counted since their last scrape. */
export function uncounted(
  observations: readonly TargetObservation[],
  counted: ReadonlyMap<string, string>,
): ScrapeTarget[] {
  return observations
    .filter(({ state }) => state === 'pending' || state === 'empty' || state === 'samples-lost')
    .flatMap(({ seen }) => seen ?? [])
    .filter((target) => counted.get(targetKey(target.labels)) !== target.lastScrape)
}

/**
 * One query that returns, for each target, the time of its last stored scrape, the number of samples in it, and the
 * number of stored series without those that rules have `recorded`. `up` is not a substitute: after a restart of
 * Prometheus it still has samples from before (measured).
 */
export function countQuery(targets: readonly ScrapeTarget[], recorded: Iterable<string>): string {
  const which = (name: 'job' | 'instance') =>
    `${name}=~${promqlAnyOf(targets.map((target) => target.labels[name] ?? ''))}`
  const selected = `${which('job')},${which('instance')}`
  const others = promqlAnyOf([...NOT_SCRAPED, ...recorded])
  return [
    withLabel(`timestamp(scrape_samples_scraped{${selected}})`, 'verify', 'at'),
    withLabel(`scrape_samples_scraped{${selected}}`, 'verify', 'sent'),
    withLabel(`scrape_samples_post_metric_relabeling{${selected}}`, 'verify', 'kept'),
    withLabel(`count by (job, instance) ({${selected},__name__!~${others}})`, 'verify', 'stored'),
  ].join(' or ')
}

/** Reads the answer to `countQuery`; targets whose last scrape is not stored yet are left out. */
export function readCounts(targets: readonly ScrapeTarget[], answer: QueryAnswer): Map<string, ScrapeCount> {
  const rows = answer.result.resultType === 'vector' ? answer.result.result : []
  const values = new Map(
    rows.map((row) => [`${targetKey(row.metric)} ${row.metric.verify}`, Number(row.value?.[1])] as const),
  )
  const found = new Map<string, ScrapeCount>()
  for (const target of targets) {
    const key = targetKey(target.labels)
    const [at, sent, kept, stored] = ['at', 'sent', 'kept', 'stored'].map((name) =>
      values.get(`${key} ${name}`),
    )
    if (at === undefined || sent === undefined || at * 1000 < scrapedAt(target) - ALIGNMENT_MS) continue
    found.set(key, {
      scraped: sent,
      stored: stored ?? 0,
      lost: Math.max(0, (kept ?? sent) - (stored ?? 0)),
    })
  }
  return found
}
