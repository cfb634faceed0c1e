import { promqlAnyOf } from '../../formats/promql/literals.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ignoreRefusal } from '../../lib/errors.ts'
import type { Prometheus, ScrapeTarget } from '../../model/prometheus.ts'
import { lostAnswer } from '../lost-answer.ts'
import type { RecordedSeries } from '../rules/judge.ts'
import type { ScrapeCount, TargetObservation } from './observe.ts'
import {
  COUNTED_SAMPLES,
  countQuery,
  evaluatedAt,
  readCounts,
  readSizes,
  type ScrapeSize,
  sizeQuery,
  uncounted,
} from './sample-counts.ts'
import { targetKey } from './target-key.ts'

type Counts = ReadonlyMap<string, ScrapeCount>

export interface SampleCounter {
  /** Counts the samples of scrapes that were not counted yet; observes again when there are new counts. */
  counted(observeWith: (counts: Counts) => TargetObservation[], elapsed: number): Promise<TargetObservation[]>
  /** For how long Prometheus has not answered these questions; 0 while it does. */
  lostFor(elapsed: number): number
}

/** Up to so many samples in all, every scrape is counted; beyond that, a page that keeps its size is not counted again. */
const CHEAP_SAMPLES = 10_000

interface CounterOptions {
  intervalMs: number
  /** Samples are sent to another server, some of them later: only what is missing in two scrapes is lost. */
  isElsewhere?: boolean
}

/** What is missing may still be on its way, unless something was missing before. */
const suspected = (count: ScrapeCount, before: ScrapeCount | undefined): ScrapeCount =>
  count.lost !== undefined && count.lost > 0 && (before === undefined || before.lost === 0)
    ? { ...count, lost: undefined }
    : count

/** Counts each target's samples: at once when it comes up, and after that at most once per scrape interval. */
export function createSampleCounter(
  prometheus: Prometheus,
  recorded: () => Promise<RecordedSeries>,
  { intervalMs, isElsewhere = false }: CounterOptions,
): SampleCounter {
  const counts = new Map<string, ScrapeCount>()
  const counted = new Map<string, string>()
  const kept = new Map<string, number>()
  let askedAt = Number.NEGATIVE_INFINITY
  let lostSince: number | undefined

  async function ask(targets: readonly ScrapeTarget[]): Promise<boolean> {
    const answer = await prometheus.query(sizeQuery(targets))
    const sizes = readSizes(targets, answer)
    const { exact, same, large } = split(targets, sizes, kept)
    const at = evaluatedAt(answer)
    const found = await countAll({ exact, large, sizes, at }, prometheus, recorded)
    for (const { labels } of same) {
      const known = counts.get(targetKey(labels))
      if (known) found.set(targetKey(labels), known)
    }
    for (const { labels, lastScrape } of targets) {
      const key = targetKey(labels)
      const count = found.get(key)
      if (count === undefined) continue
      counts.set(key, isElsewhere ? suspected(count, counts.get(key)) : count)
      counted.set(key, lastScrape)
      kept.set(key, sizes.get(key)?.kept ?? 0)
    }
    return found.size > 0
  }

  return {
    async counted(observeWith, elapsed) {
      const observations = observeWith(counts)
      forgetDown(observations, [counts, kept])
      const due = uncounted(observations, counted)
      const isNew = due.some(({ labels }) => !counts.has(targetKey(labels)))
      if (due.length === 0 || (!isNew && elapsed - askedAt < intervalMs)) return observations
      askedAt = elapsed
      let isFound = false
      const lost = await lostAnswer(async () => {
        isFound = (await mapConcurrently(isElsewhere ? inParts(due) : [due], AT_ONCE, ask)).some(Boolean)
      })
      lostSince = lost === undefined ? undefined : (lostSince ?? elapsed)
      return isFound ? observeWith(counts) : observations
    },
    lostFor: (elapsed) => (lostSince === undefined ? 0 : elapsed - lostSince),
  }
}

/**
 * A store may refuse a long query: VictoriaMetrics one of more than 16,384 characters, in which the addresses of all targets
 * are four times. So many characters of addresses are asked about at once, in so many queries at a time.
 */
const MOST_CHARACTERS = 3_000
const AT_ONCE = 4

function inParts(targets: readonly ScrapeTarget[]): ScrapeTarget[][] {
  const parts: ScrapeTarget[][] = []
  let room = 0
  for (const target of targets) {
    const { job = '', instance = '' } = target.labels
    const size = promqlAnyOf([job, instance]).length
    if (room < size) {
      parts.push([])
      room = MOST_CHARACTERS
    }
    parts.at(-1)?.push(target)
    room -= size
  }
  return parts
}

/** A target that comes back after it was down is a new process: its samples are counted again. */
function forgetDown(
  observations: readonly TargetObservation[],
  known: readonly { delete(key: string): unknown }[],
): void {
  for (const { seen } of observations)
    if (seen?.health === 'down') for (const one of known) one.delete(targetKey(seen.labels))
}

interface Counted {
  exact: ScrapeTarget[]
  large: ScrapeTarget[]
  sizes: Sizes
  /** The moment that `sizes` are about: the series of the same scrape are counted, however slow the answers are. */
  at: number | undefined
}

/**
 * The stored series of small targets. Those of large ones are counted only where Prometheus has rejected samples at all;
 * otherwise everything that they sent is stored.
 */
async function countAll(
  { exact, large, sizes, at }: Counted,
  prometheus: Prometheus,
  recorded: () => Promise<RecordedSeries>,
): Promise<Map<string, ScrapeCount>> {
  const rejects = large.length > 0 && (await rejectedSamples(prometheus)) !== 0
  const asked = rejects ? [...exact, ...large] : exact
  const found =
    asked.length > 0
      ? readCounts(asked, sizes, await prometheus.query(countQuery(asked, (await recorded()).names), at))
      : new Map<string, ScrapeCount>()
  for (const { labels } of rejects ? [] : large) {
    const size = sizes.get(targetKey(labels))
    if (size)
      found.set(targetKey(labels), { scraped: size.sent, stored: size.kept, lost: 0, isInferred: true })
  }
  return found
}

type Sizes = ReadonlyMap<string, ScrapeSize>

interface Split {
  /** Their series are counted. */
  exact: ScrapeTarget[]
  /** As many samples as before: nothing is counted again. */
  same: ScrapeTarget[]
  /** Too many series to count without a reason. */
  large: ScrapeTarget[]
}

/** Small targets first: one large target must not keep the others from being counted. */
function split(targets: readonly ScrapeTarget[], sizes: Sizes, before: ReadonlyMap<string, number>): Split {
  const sizeOf = ({ labels }: ScrapeTarget) => sizes.get(targetKey(labels))?.kept ?? 0
  const sized = targets
    .filter(({ labels }) => sizes.has(targetKey(labels)))
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
  const total = sized.reduce((sum, target) => sum + sizeOf(target), 0)
  const isSame = (target: ScrapeTarget) =>
    total > CHEAP_SAMPLES && before.get(targetKey(target.labels)) === sizeOf(target)
  let sum = 0
  const found: Split = { exact: [], same: [], large: [] }
  for (const target of sized) {
    const size = sizeOf(target)
    if (isSame(target)) found.same.push(target)
    else if (sum + size > COUNTED_SAMPLES) found.large.push(target)
    else {
      found.exact.push(target)
      sum += size
    }
  }
  return found
}

/** Samples that Prometheus has rejected since its start, of all targets; undefined when it does not say. */
export async function rejectedSamples(
  prometheus: Pick<Prometheus, 'exposition'>,
): Promise<number | undefined> {
  const text = await prometheus.exposition().catch(ignoreRefusal)
  if (text === undefined) return undefined
  return [...text.matchAll(REJECTED)].reduce((sum, [, value]) => sum + Number(value), 0)
}

const REJECTED =
  /^prometheus_target_scrapes_sample_(?:duplicate_timestamp|out_of_order|out_of_bounds)_total (\S+)$/gm
