import { parseDuration } from '../../lib/duration.ts'
import { ignoreRefusal } from '../../lib/errors.ts'
import { count } from '../../lib/text.ts'
import { type Prometheus, type QueryAnswer, SELF_JOB } from '../../model/prometheus.ts'
import { SHARD_LABEL } from '../../model/shards.ts'
import type { CheckEvidence } from '../evidence.ts'
import type { SeenServer } from './servers.ts'

/** What Prometheus' scrapes of itself say about its own past. Times are milliseconds since the epoch, on its clock. */
export interface ServerPast {
  /** Its scrapes of itself, in order. */
  scrapes: readonly number[]
  /** Its processes, in order of their start. */
  processes: readonly ServerProcess[]
}

export interface ServerProcess {
  startedAt: number
  /** Whether the process before it was ended properly; undefined when that is not known. */
  isClean: boolean | undefined
}

/** So many scrapes are read at most: eight hours at 15 s. */
const MOST_SCRAPES = 2_000
const DAY_MS = 86_400_000

/** Of a server, and of an agent. */
const CLEAN_START = ['prometheus_tsdb_clean_start', 'prometheus_agent_clean_start']

/** Reads the past of Prometheus from its scrapes of itself; undefined when it does not answer. */
export async function readPast(
  prometheus: Pick<Prometheus, 'query'>,
  scrapeInterval: string,
  shard?: number,
): Promise<ServerPast | undefined> {
  const window = Math.min(DAY_MS, MOST_SCRAPES * (parseDuration(scrapeInterval) ?? 15_000))
  const names = ['up', 'process_start_time_seconds', ...CLEAN_START].join('|')
  // A store has the series of all shards, and of those that there were before.
  const ofShard = `${SHARD_LABEL}="${shard ?? ''}"`
  const query = `{__name__=~"${names}",job="${SELF_JOB}",${ofShard}}[${window}ms]`
  const answer = await prometheus.query(query).catch(ignoreRefusal)
  return answer && pastOf(answer)
}

/** Reads the answer to the query for Prometheus' scrapes of itself. */
export function pastOf({ result }: QueryAnswer): ServerPast {
  const series = result.resultType === 'matrix' ? result.result : []
  const values = (name: string) =>
    series.filter(({ metric }) => metric.__name__ === name).flatMap((one) => one.values)
  const clean = new Map(CLEAN_START.flatMap(values))
  const starts = values('process_start_time_seconds').toSorted(([a], [b]) => a - b)
  const processes = new Map(
    starts.map(([at, start]) => [
      Number(start),
      { startedAt: Number(start) * 1000, isClean: cleanness(clean.get(at)) },
    ]),
  )
  return {
    scrapes: values('up')
      .map(([at]) => at * 1000)
      .toSorted((a, b) => a - b),
    processes: [...processes.values()],
  }
}

/** `prometheus_tsdb_clean_start`: 0 when the lock file of a process that was killed was found; -1 without lock files. */
const cleanness = (value: string | undefined): boolean | undefined =>
  value === '0' ? false : value === '1' ? true : undefined

export interface UptimeFacts {
  past: ServerPast | undefined
  /** The processes that answered during verification. */
  seen: readonly SeenServer[]
  /** When the first request of this verification was sent, when the end is, on Prometheus' clock. */
  began: number
  /** Start of verification, when Prometheus answered for the first time. */
  verifyStart: number
  now: number
  intervalMs: number
  /** When the releases of its app were made: each one replaces a process on purpose. Empty where that is not known. */
  releases?: readonly number[]
}

const ABOUT = { area: 'uptime', subject: 'prometheus' } as const
/** Restarts before that are history. */
const RECENT_MS = 600_000
/** A deployment takes Prometheus away for less than this. */
const DEPLOY_MS = 300_000
/** How far the start that the process reports and the one that its API reports may differ: reading its log takes time. */
const SAME_START_MS = 5_000

/** Whether Prometheus ran without a crash and without a gap in what it scraped. */
export function judgeUptime(facts: UptimeFacts): CheckEvidence {
  const starts = recentStarts(facts)
  const crashes = starts.filter(({ isClean }) => isClean === false).length
  const meanwhile = starts.filter(({ startedAt }) => startedAt > facts.verifyStart)
  if (crashes >= 2 || meanwhile.length >= 2)
    return {
      ...ABOUT,
      outcome: 'broken',
      certainty: 'inferred',
      why: `Prometheus died and was started again ${Math.max(crashes, meanwhile.length)} times within ten minutes, the last time at ${timeOf(starts.at(-1)?.startedAt)}: each time it misses scrapes, and alerts start to wait again.`,
      next: 'Read `flyctl logs` of the monitoring app. Usually it is out of memory: raise `monitoring.vm.memory_mb`, or scrape fewer series.',
    }
  const gap = gapOf(facts)
  if (gap) return gap
  const [start] = starts.slice(-1)
  if (crashes === 1 || meanwhile.length === 1)
    return {
      ...ABOUT,
      outcome: 'warning',
      certainty: 'proven',
      why: `Prometheus ${crashes === 1 ? 'died, or was stopped after a short time, and ' : ''}was started again at ${timeOf(start?.startedAt)}.`,
      next: 'Read `flyctl logs` of the monitoring app for the reason; if it is out of memory, raise `monitoring.vm.memory_mb`.',
    }
  if (starts.length >= 3)
    return {
      ...ABOUT,
      outcome: 'warning',
      certainty: 'proven',
      why: `Prometheus was started ${starts.length} times within ten minutes, the last time at ${timeOf(start?.startedAt)}.`,
      next: 'If these were not your deployments, read `flyctl logs` of the monitoring app.',
    }
  return holds(facts)
}

function holds({ past, seen }: UptimeFacts): CheckEvidence {
  const since = seen.at(-1)?.startedAt ?? past?.processes.at(-1)?.startedAt
  if (since === undefined)
    return {
      ...ABOUT,
      outcome: 'not-checked',
      certainty: 'not checked',
      why: 'Prometheus does not say since when it has been running: it does not scrape itself, and its API for that is closed.',
    }
  return {
    ...ABOUT,
    outcome: 'holds',
    certainty: past && past.scrapes.length > 0 ? 'proven' : 'inferred',
    why: `Prometheus has been running since ${timeOf(since)}; ${past ? `its ${count(past.scrapes.length, 'scrape')} of itself ${past.scrapes.length === 1 ? 'shows' : 'show'} no gap that matters` : 'its past could not be read'}.`,
  }
}

/** Without lock files and without a release, a process that lived for less than this was not replaced on purpose. */
const SHORT_LIFE_MS = 60_000

/** Whether it takes the releases to tell a deploy from a crash: of a Prometheus without lock files it does. */
export const needsReleases = (facts: UptimeFacts): boolean =>
  recentStarts(facts).filter(({ isClean }) => isClean === false).length > 0

/** The starts in the last ten minutes, those that were seen only by asking included. */
function recentStarts({ past, seen, now, releases = [] }: UptimeFacts): ServerProcess[] {
  const known = past?.processes ?? []
  const others = seen
    .filter(({ startedAt }) => !known.some((one) => Math.abs(one.startedAt - startedAt) < SAME_START_MS))
    .map(({ startedAt }): ServerProcess => ({ startedAt, isClean: undefined }))
  const all = [...known, ...others].toSorted((a, b) => a.startedAt - b.startedAt)
  return all
    .map(({ startedAt, isClean }, i) => {
      const before = all[i - 1]
      const isShort = before !== undefined && startedAt - before.startedAt < SHORT_LIFE_MS
      const isReleased = releases.some((at) => at > (before?.startedAt ?? 0) && at <= startedAt)
      return { startedAt, isClean: isClean ?? (isShort && !isReleased ? false : undefined) }
    })
    .filter(({ startedAt }) => startedAt > now - RECENT_MS)
}

/** A gap in its scrapes of itself that ended shortly before or during this verification. */
function gapOf({ past, seen, began, now, intervalMs }: UptimeFacts): CheckEvidence | undefined {
  const scrapes = past?.scrapes ?? []
  const limit = Math.max(15_000, 3 * intervalMs)
  const gaps = scrapes.flatMap((from, i) => {
    const next = scrapes[i + 1]
    const to = next ?? now
    return to - from > limit && to > now - RECENT_MS ? [{ from, to, isOver: next !== undefined }] : []
  })
  const gap = gaps.findLast(({ from }) => from < began)
  if (!gap) return undefined
  const started = seen.at(-1)?.startedAt ?? past?.processes.at(-1)?.startedAt
  const isWoken = started !== undefined && started >= began - 1_000 && gap.to >= began
  // A gap that lasts has another cause: its storage fails, and its scrape of itself is judged separately.
  const isFrozen = started !== undefined && started < gap.from && gap.to >= began && gap.isOver
  const length = gap.to - gap.from
  if (!isWoken && !isFrozen && length < DEPLOY_MS) return undefined
  const during = `Prometheus did not scrape anything for ${lengthOf(length)}, from ${timeOf(gap.from)} to ${timeOf(gap.to)}`
  const next =
    'Set auto_stop_machines = "off" and min_machines_running = 1 for the monitoring app: scrapes and alerts must run when no one asks. `flyctl machine status` shows why the machine was stopped.'
  return isWoken || isFrozen
    ? {
        ...ABOUT,
        outcome: 'broken',
        certainty: isFrozen ? 'proven' : 'inferred',
        why: `${during}, and no alert could fire: it ${isFrozen ? 'was suspended' : 'was stopped'} until this verification asked for it, which starts a machine at Fly.`,
        next,
      }
    : { ...ABOUT, outcome: 'warning', certainty: 'proven', why: `${during}.`, next }
}

const timeOf = (ms: number | undefined): string =>
  ms === undefined ? 'an unknown time' : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')

function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}
