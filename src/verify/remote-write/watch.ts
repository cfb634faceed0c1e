import { ActionError, messageOf } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import {
  arrivalQuery,
  judgeRemoteWrite,
  newestArrival,
  progressOf,
  type RemoteWriteProgress,
  type RemoteWriteQueue,
  readQueue,
} from './judge.ts'

export interface RemoteWriteTarget {
  /** The URL that samples are sent to. */
  url: string
  /** The external label `monitor` of this deployment. */
  monitor: string
  /** Milliseconds between two scrapes: how long it may take until there are samples to send. */
  scrapeIntervalMs: number
  /** The query API of the same server, see `queryUrl`; absent when it is not known. */
  readBack?: Pick<Prometheus, 'query'>
}

/**
 * In addition to one scrape interval: a batch is sent after 5 s at the latest, and an answer may take 30 s. Silence
 * after that is a failure.
 */
const SILENCE_MS = 40_000
/** In addition to one scrape interval: before this, no batch may have been sent yet. */
const TOO_EARLY_MS = 10_000
/** How long samples that were sent may take to be readable. */
const READABLE_MS = 15_000

/** Watches remote write until it is proven, refused, or silent for too long. `verifyStart` is on Prometheus' clock. */
export async function watchRemoteWrite(
  target: RemoteWriteTarget,
  verifyStart: number,
  { prometheus, limits }: { prometheus: Prometheus; limits: PollLimits },
): Promise<CheckEvidence> {
  const began = performance.now()
  const back = readBack(target, verifyStart)
  let first: RemoteWriteQueue | undefined
  let sentSince: number | undefined

  return poll(async () => {
    const [arrived, progress] = await Promise.all([
      back.arrived(),
      prometheus.exposition().then(
        (text) => {
          const now = readQueue(text, target.url)
          // Counters start again when Prometheus restarts.
          if (first === undefined || (now && now.total < first.total)) first = now
          return now && first && progressOf(first, now, verifyStart)
        },
        (error): RemoteWriteProgress => ignoreRefusal(error),
      ),
    ])
    const elapsed = performance.now() - began
    if (progress?.kind === 'sent') sentSince ??= elapsed
    else sentSince = undefined
    const waited = elapsed - target.scrapeIntervalMs
    const value =
      !arrived && progress?.kind === 'nothing' && waited < TOO_EARLY_MS
        ? tooEarly(target.url)
        : judgeRemoteWrite(hostOf(target.url), { arrived, readBack: back.why(), progress })
    return {
      done:
        arrived || isSettled(progress, { elapsed, waited, sentSince, readable: back.why() === undefined }),
      value,
      waitsFor: `samples to arrive at ${hostOf(target.url)}`,
    }
  }, limits)
}

function isSettled(
  progress: RemoteWriteProgress | undefined,
  {
    elapsed,
    waited,
    sentSince,
    readable,
  }: { elapsed: number; waited: number; sentSince: number | undefined; readable: boolean },
): boolean {
  if (progress === undefined || progress.kind === 'refused') return true
  // The counters are not read atomically: a second reading must confirm the first.
  if (sentSince !== undefined) return elapsed - sentSince >= (readable ? READABLE_MS : 1)
  return waited >= SILENCE_MS
}

/** Prometheus may fail temporarily; only internal errors are thrown. */
function ignoreRefusal(error: unknown): RemoteWriteProgress {
  if (error instanceof ActionError) return { kind: 'nothing' }
  throw error
}

function readBack({ monitor, readBack: source }: RemoteWriteTarget, verifyStart: number) {
  let why = source ? undefined : 'the query URL of this server is not known.'
  return {
    why: () => why,
    async arrived(): Promise<boolean> {
      if (!source || why !== undefined) return false
      try {
        const newest = newestArrival(await source.query(arrivalQuery(monitor)))
        return newest !== undefined && newest > verifyStart
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
        why =
          error.problems[0]?.code === 'prometheus-unauthorized'
            ? 'the key allows writing but not reading.'
            : messageOf(error)
        return false
      }
    },
  }
}

const tooEarly = (url: string): CheckEvidence => ({
  area: 'remote-write',
  subject: hostOf(url),
  outcome: 'not-checked',
  certainty: 'not checked',
  why: 'Time ran out before anything could be sent.',
})

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
