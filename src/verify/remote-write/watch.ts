import { ignoreRefusal } from '../../lib/errors.ts'
import type { Prometheus } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'
import { type PollLimits, poll } from '../poll.ts'
import { judgeRemoteWrite } from './judge.ts'
import {
  EMPTY_QUEUE,
  progressOf,
  type RemoteWriteProgress,
  type RemoteWriteQueue,
  readQueue,
} from './queue.ts'
import { type ReadBackSource, readBack } from './read-back.ts'

export interface RemoteWriteTarget extends ReadBackSource {
  /** Its name in the configuration, which its counters have as the label remote_name; absent for the one of the inputs. */
  name?: string
  /** The names of the targets that have one. */
  others?: readonly string[]
  /** The URL that samples are sent to. */
  url: string
  /** Milliseconds after which a batch is sent that is not full: 5 s by default. */
  batchMs?: number
  /** Milliseconds between two scrapes: how long it may take until there are samples to send. */
  scrapeIntervalMs: number
  /** The HTTP status that the server answers to an empty request; undefined when it does not answer. */
  probe?: () => Promise<number | undefined>
}

/** Prometheus' default of batch_send_deadline. */
const BATCH_MS = 5_000
/** In addition to one scrape interval and the time of a batch: an answer may take 30 s. Silence after that is a failure. */
const SILENCE_MS = 35_000
/** In addition to one scrape interval and the time of a batch: before this, no batch may have been sent yet. */
const TOO_EARLY_MS = 5_000
/** How long samples that were sent may take to be readable: VictoriaMetrics hides the newest 30 s from most queries. */
const READABLE_MS = 45_000

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
  { prometheus, limits }: { prometheus: Pick<Prometheus, 'exposition'>; limits: PollLimits },
): RemoteWriteWatch {
  const began = performance.now()
  const back = readBack(target, verifyStart)
  const counters = queueCounters(target, verifyStart, prometheus)
  const subject = subjectOf(target)
  let delayMs: number | undefined
  const waitedFor = () => performance.now() - began - target.scrapeIntervalMs - (target.batchMs ?? BATCH_MS)
  let sentSince: number | undefined

  return {
    watch: () =>
      poll(async () => {
        const [arrival, progress] = await Promise.all([back.arrival(), counters.read()])
        const elapsed = performance.now() - began
        if (arrival !== undefined) delayMs ??= verifyStart + elapsed - arrival
        if (progress?.kind !== 'sent') sentSince = undefined
        else if (sentSince === undefined) {
          sentSince = elapsed
          back.expect()
        }
        const done =
          delayMs !== undefined ||
          isSettled(progress, { elapsed, waited: waitedFor(), sentSince, readable: back.why() === undefined })
        return { done, value: undefined, waitsFor: `samples to arrive at ${subject}` }
      }, limits),
    async conclude() {
      const progress = await counters.read()
      const arrived = delayMs !== undefined
      if (!arrived && progress?.kind === 'nothing' && waitedFor() < TOO_EARLY_MS) return tooEarly(subject)
      const refused = counters.refused()
      const isDelivered = arrived || progress?.kind === 'sent'
      const probed = (refused > 0 || !isDelivered) && target.probe
      return judgeRemoteWrite(subject, {
        arrived,
        delayMs: delayMs ?? 0,
        unreadable: back.why(),
        foundNothing: back.foundNothing(),
        progress,
        refused,
        ...(probed && { answer: (await probed()) ?? 'none' }),
        isNamed: target.name !== undefined,
      })
    },
  }
}

/** Prometheus' counters of the queue, as differences over the whole time. */
function queueCounters(
  target: Pick<RemoteWriteTarget, 'url' | 'name' | 'others'>,
  verifyStart: number,
  prometheus: Pick<Prometheus, 'exposition'>,
) {
  let first: RemoteWriteQueue | undefined
  let last: RemoteWriteQueue | undefined
  let refusedBefore = 0
  return {
    async read(): Promise<RemoteWriteProgress | undefined> {
      // Prometheus may fail temporarily.
      const text = await prometheus.exposition().catch(ignoreRefusal)
      if (text === undefined) return { kind: 'nothing' }
      const now = readQueue(text, target)
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

/** The name of a target, or its host; another target may have the same host as its name. */
function subjectOf({ name, url, others = [] }: Pick<RemoteWriteTarget, 'name' | 'url' | 'others'>): string {
  const host = hostOf(url)
  return name ?? (others.includes(host) ? `${host} (grafana-prometheus-url)` : host)
}

const tooEarly = (subject: string): CheckEvidence => ({
  area: 'remote-write',
  subject,
  outcome: 'not-checked',
  certainty: 'not checked',
  why: 'Time ran out before anything could be sent.',
})

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** Several watches ask at about the same time: one answer for all of them spares the small machine of Prometheus. */
const SHARED_MS = 200

/** Prometheus' own metrics, read once for questions that are asked at about the same time. */
export function sharedExposition(prometheus: Pick<Prometheus, 'exposition'>): Pick<Prometheus, 'exposition'> {
  let last: { at: number; answer: Promise<string> } | undefined
  return {
    exposition() {
      const now = performance.now()
      if (last === undefined || now - last.at >= SHARED_MS)
        last = { at: now, answer: prometheus.exposition() }
      return last.answer
    },
  }
}
