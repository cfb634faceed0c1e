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

/**
 * Remote write over a verification: `watch` waits until it is proven, refused, or silent for too long; `conclude` looks at
 * the counters once more and judges the whole time.
 */
export interface RemoteWriteWatch {
  watch(): Promise<void>
  conclude(): Promise<CheckEvidence>
}

/** `verifyStart` is on Prometheus' clock. */
export function createRemoteWriteWatch(
  target: RemoteWriteTarget,
  verifyStart: number,
  { prometheus, limits }: { prometheus: Prometheus; limits: PollLimits },
): RemoteWriteWatch {
  const began = performance.now()
  const back = readBack(target, verifyStart)
  const counters = queueCounters(target.url, verifyStart, prometheus)
  let arrived = false
  const waitedFor = () => performance.now() - began - target.scrapeIntervalMs
  let sentSince: number | undefined

  return {
    watch: () =>
      poll(async () => {
        const [hasArrived, progress] = await Promise.all([back.arrived(), counters.read()])
        arrived ||= hasArrived
        const elapsed = performance.now() - began
        if (progress?.kind !== 'sent') sentSince = undefined
        else if (sentSince === undefined) {
          sentSince = elapsed
          back.expect()
        }
        const done =
          arrived ||
          isSettled(progress, { elapsed, waited: waitedFor(), sentSince, readable: back.why() === undefined })
        return { done, value: undefined, waitsFor: `samples to arrive at ${hostOf(target.url)}` }
      }, limits),
    async conclude() {
      const progress = await counters.read()
      if (!arrived && progress?.kind === 'nothing' && waitedFor() < TOO_EARLY_MS) return tooEarly(target.url)
      return judgeRemoteWrite(hostOf(target.url), {
        arrived,
        unreadable: back.why(),
        foundNothing: back.foundNothing(),
        progress,
        refused: counters.refused(),
      })
    },
  }
}

/** Prometheus' counters of the queue, as differences over the whole time. */
function queueCounters(url: string, verifyStart: number, prometheus: Pick<Prometheus, 'exposition'>) {
  let first: RemoteWriteQueue | undefined
  let last: RemoteWriteQueue | undefined
  let refusedBefore = 0
  return {
    async read(): Promise<RemoteWriteProgress | undefined> {
      const text = await prometheus.exposition().catch(ignoreRefusal)
      if (text === undefined) return { kind: 'nothing' }
      const now = readQueue(text, url)
      if (now && last && now.total < last.total) {
        // Counters start again when Prometheus restarts.
        refusedBefore += last.failed - (first?.failed ?? 0)
        first = EMPTY_QUEUE
      }
      first ??= now
      last = now ?? last
      return now && first && progressOf(first, now, verifyStart)
    },
    refused: () => refusedBefore + (last?.failed ?? 0) - (first?.failed ?? 0),
  }
}

const EMPTY_QUEUE: RemoteWriteQueue = { total: 0, failed: 0, retried: 0, pending: 0, sentUntil: 0 }

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
function ignoreRefusal(error: unknown): undefined {
  if (error instanceof ActionError) return undefined
  throw error
}

/** How long the server may fail to answer before nothing can be read back from it. */
const LOST_MS = 15_000

function readBack({ monitor, readBack: source }: RemoteWriteTarget, verifyStart: number) {
  let why = source ? undefined : 'the query URL of this server is not known.'
  let lostSince: number | undefined
  let isExpected = false
  let nothing = 0
  return {
    why: () => why,
    /** From now on samples should be there: answers without them count. */
    expect: () => {
      isExpected = true
    },
    foundNothing: () => (why === undefined ? nothing : 0),
    async arrived(): Promise<boolean> {
      if (!source || why !== undefined) return false
      try {
        const newest = newestArrival(await source.query(arrivalQuery(monitor)))
        lostSince = undefined
        const has = newest !== undefined && newest > verifyStart
        if (!has && isExpected) nothing++
        return has
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
        const code = error.problems[0]?.code ?? ''
        lostSince ??= performance.now()
        if (NO_READING.has(code)) why = 'the key allows writing but not reading.'
        else if (!isTemporary(code) || performance.now() - lostSince >= LOST_MS) why = messageOf(error)
        return false
      }
    },
  }
}

const NO_READING = new Set(['prometheus-unauthorized', 'prometheus-forbidden'])

/** Errors of a server that is there and may answer the next time. */
const isTemporary = (code: string): boolean =>
  ['prometheus-starting', 'prometheus-timeout', 'prometheus-connection'].includes(code)

const tooEarly = (url: string): CheckEvidence => ({
  area: 'remote-write',
  subject: hostOf(url),
  outcome: 'not-checked',
  certainty: 'not checked',
  why: 'Time ran out before anything could be sent.',
})

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
