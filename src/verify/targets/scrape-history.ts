import { promqlAnyOf } from '../../formats/promql/literals.ts'
import type { QueryAnswer, ScrapeTarget } from '../../model/prometheus.ts'
import { targetKey } from './target-key.ts'

/** One scrape of a target, as Prometheus stored it. */
export interface Scrape {
  /** Start of the scrape on Prometheus' clock, in milliseconds since the epoch. */
  at: number
  up: boolean
  /** Samples that the target sent; undefined when the scrape failed or the number is not known yet. */
  sent?: number
  /** `process_start_time_seconds` of the target; undefined when it exposes none. */
  startedAt?: number
}

/** What is known about the scrapes of each target, in order of time, by `targetKey`. */
export type ScrapeHistory = ReadonlyMap<string, readonly Scrape[]>

/** Prometheus aligns sample times with the scrape interval, by a few milliseconds at most. */
export const ALIGNMENT_MS = 50

const FIELDS: Readonly<Record<string, 'up' | 'sent' | 'startedAt'>> = {
  up: 'up',
  scrape_samples_scraped: 'sent',
  process_start_time_seconds: 'startedAt',
}

/**
 * The query for every scrape of these jobs in a window: raw samples, because their sequence matters. Unlike an instant
 * query, a range has no samples from before it.
 */
export const historyQuery = (jobs: Iterable<string>, windowMs: number): string =>
  `{__name__=~"${Object.keys(FIELDS).join('|')}",job=~${promqlAnyOf(jobs)}}[${Math.ceil(windowMs)}ms]`

/** Reads the answer to `historyQuery`. A series of the service's own that is called `up` has other labels. */
export function readHistory(targets: readonly ScrapeTarget[], { result }: QueryAnswer): ScrapeHistory {
  const labelsOf = new Map(targets.map(({ labels }) => [targetKey(labels), labels] as const))
  const found = new Map<string, Map<number, Scrape>>()
  for (const { metric, values } of result.resultType === 'matrix' ? result.result : []) {
    const key = targetKey(metric)
    const labels = labelsOf.get(key)
    const field = FIELDS[metric.__name__ ?? '']
    if (labels === undefined || field === undefined || !isReported(metric, labels)) continue
    const scrapes = found.get(key) ?? new Map<number, Scrape>()
    found.set(key, scrapes)
    for (const [time, value] of values) {
      const at = Math.round(time * 1000)
      const scrape = scrapes.get(at) ?? { at, up: false }
      scrapes.set(at, { ...scrape, [field]: field === 'up' ? value === '1' : Number(value) })
    }
  }
  return new Map([...found].map(([key, scrapes]) => [key, inOrder([...scrapes.values()])]))
}

/** Whether a series has the labels of the target and no others: Prometheus itself, or an unlabelled metric, writes it. */
export function isReported(
  metric: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const own = Object.keys(metric).filter((name) => name !== '__name__' && name !== 'verify')
  return own.length === Object.keys(labels).length && own.every((name) => metric[name] === labels[name])
}

/** Both lists as one, each scrape once. */
export function mergeScrapes(before: readonly Scrape[], added: readonly Scrape[]): readonly Scrape[] {
  if (added.length === 0) return before
  const at = new Set(added.map((scrape) => scrape.at))
  return inOrder([...before.filter((scrape) => !at.has(scrape.at)), ...added])
}

const inOrder = (scrapes: Scrape[]): Scrape[] => scrapes.toSorted((a, b) => a.at - b.at)

/**
 * The scrape that Prometheus reports as the last one, where it is not stored yet: the history is read once per
 * interval, the targets more often.
 */
export function withLast(
  scrapes: readonly Scrape[],
  { at, up, sent }: { at: number; up: boolean; sent: number | undefined },
): readonly Scrape[] {
  const last = scrapes.at(-1)
  if (last !== undefined && at <= last.at + ALIGNMENT_MS) return scrapes
  return [...scrapes, { at, up, ...(sent !== undefined && { sent }) }]
}
