import { few } from '../../lib/text.ts'
import type { MetricEvidence } from '../evidence.ts'

/** Values of one series by time, in milliseconds, oldest first. */
export type Samples = readonly (readonly [at: number, value: number])[]

/** The start of the process, which most client libraries expose. */
export const PROCESS_START = 'process_start_time_seconds'

/** The samples of one counter of one target, with those that show a restart. */
export interface CounterHistory {
  counter: Samples
  /** The start of the process of the same target; empty when it does not expose it. */
  starts: Samples
  /** `up` of the same target. */
  up: Samples
}

/** So many scrapes after a counter went back, it does so again if several processes answer in turn. */
const TURNS = 6

/** So often a counter may go back, or a metric end, before verification: new releases without a visible restart. */
const RELEASES = 2

/**
 * What a counter that went back means: `workers`, several processes answer in turn; `restart`, the process started again;
 * `unclear`, further scrapes will tell. A restarted process counts from 0 once; the counts of several processes go back
 * again and again, and so does the time at which the process started. Before `verifyStart`, a deployment may be the reason.
 */
export function judgeJumps(
  { counter, starts, up }: CounterHistory,
  verifyStart: number,
): 'workers' | 'restart' | 'unclear' | 'steady' {
  if (goesBack(starts)) return 'workers'
  const drops = counter.flatMap(([to, value], i) => {
    const before = counter[i - 1]
    return before && value < before[1] ? [{ from: before[0], to, after: counter.length - i - 1 }] : []
  })
  const unexplained = drops.filter(({ from, to }) => !isNewProcess(from, to, { starts, up }))
  const now = unexplained.filter(({ to }) => to > verifyStart)
  if (unexplained.length === 0) return drops.length > 0 ? 'restart' : 'steady'
  if (unexplained.length > RELEASES || (now.length > 0 && unexplained.length > 1)) return 'workers'
  return (now[0]?.after ?? TURNS) < TURNS ? 'unclear' : 'restart'
}

export const goesBack = (samples: Samples): boolean =>
  samples.some(([, value], i) => value < (samples[i - 1]?.[1] ?? value))

/** Whether a process start or a failed scrape is between two samples. */
function isNewProcess(
  from: number,
  to: number,
  { starts, up }: Pick<CounterHistory, 'starts' | 'up'>,
): boolean {
  const startAt = (time: number) => starts.findLast(([at]) => at <= time)?.[1]
  return startAt(from) !== startAt(to) || up.some(([at, value]) => at > from && at < to && value === 0)
}

/** The times at which a metric was seen, of times that are at most `stepMs` apart and end at `until`. */
export interface Presence {
  present: readonly number[]
  stepMs: number
  until: number
  verifyStart: number
}

/**
 * In how many of the successful scrapes since its first sample a metric was present; undefined when nothing is wrong.
 * After `verifyStart` it must be in all of them. Before, releases may have ended it now and then.
 */
export function presenceIn(
  up: Samples,
  { present, stepMs, until, verifyStart }: Presence,
): { with: number; of: number } | undefined {
  const scrapes = up.flatMap(([at, value], i) => {
    const next = up[i + 1]?.[0] ?? until
    const isPresent = present.some((time) => time >= at && time < next)
    return value === 1 && next - at >= stepMs ? [{ at, isPresent }] : []
  })
  const fromFirst = (all: typeof scrapes) =>
    all
      .slice(
        Math.max(
          0,
          all.findIndex(({ isPresent }) => isPresent),
        ),
      )
      .map(({ isPresent }) => isPresent)
  const shareOf = (all: readonly boolean[]) => ({ with: all.filter(Boolean).length, of: all.length })
  const isPartial = (share: { with: number; of: number }) => share.with > 0 && share.with < share.of
  const now = shareOf(fromFirst(scrapes.filter(({ at }) => at > verifyStart)))
  const all = fromFirst(scrapes)
  const ends = all.filter((isPresent, i) => !isPresent && all[i - 1] === true).length
  if (ends > RELEASES) return shareOf(all)
  return isPartial(now) ? now : undefined
}

/** What the scrapes of its process say against one metric on one machine. */
export type Unsteadiness = { machine: string } & (
  | { kind: 'gaps'; with: number; of: number }
  /** Values at consecutive scrapes: of the counter, or of the start of the process. */
  | { kind: 'jumps'; of: string; values: readonly number[] }
)

/** The evidence of a metric that is in order at the last scrape, but not at all scrapes before. */
export function withUnsteadiness(evidence: MetricEvidence, found: readonly Unsteadiness[]): MetricEvidence {
  const jumps = found.flatMap((one) => (one.kind === 'jumps' ? one : []))
  const gaps = found.flatMap((one) => (one.kind === 'gaps' ? one : []))
  if (jumps[0]) {
    const { of, values } = jumps[0]
    return {
      ...evidence,
      state: 'inconsistent',
      certainty: 'proven',
      why: `${of} of ${machinesOf(jumps)} goes up and down between scrapes, without a restart (${values.join(', ')}): several worker processes answer in turn, each with its own numbers. Rates and sums of them are wrong.`,
      next: 'Add up the workers before they answer (multiprocess mode of the Python client, `AggregatorRegistry` in Node.js), or give each worker a port. If there is one process, it starts again between scrapes, or the metric is a gauge.',
    }
  }
  if (!gaps[0]) return evidence
  return {
    ...evidence,
    state: 'partial',
    certainty: 'proven',
    why: `It was in only ${gaps[0].with} of ${gaps[0].of} scrapes of ${machinesOf(gaps)}: several worker processes answer in turn, and not all of them have it, or the service has stopped sending it.`,
    next: 'Register the metric in every worker process when it starts, and add up the workers before they answer.',
  }
}

const machinesOf = (found: readonly Unsteadiness[]): string => few(found.map(({ machine }) => machine))
