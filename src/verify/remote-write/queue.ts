import { withoutEndSlash } from '../../lib/text.ts'

/** Prometheus' counters of one remote-write queue since its start. */
export interface RemoteWriteQueue {
  /** Attempts to send a sample, whether successful or not. */
  total: number
  /** Dropped: the server rejected them (401, 400, 429). */
  failed: number
  /** Retried: the server fails (5xx) or cannot be reached. */
  retried: number
  /** Time of the newest sample that left the queue, in seconds since the epoch. Increases with failures too. */
  sentUntil: number
}

/** The counters of a queue that has just started. */
export const EMPTY_QUEUE: RemoteWriteQueue = { total: 0, failed: 0, retried: 0, sentUntil: 0 }

const COUNTERS: Readonly<Record<string, keyof RemoteWriteQueue>> = {
  prometheus_remote_storage_samples_total: 'total',
  prometheus_remote_storage_samples_failed_total: 'failed',
  prometheus_remote_storage_samples_retried_total: 'retried',
  prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 'sentUntil',
}

/**
 * Reads the queue to a target from Prometheus' own `/metrics`; undefined when there is none. `others`: names of further
 * targets, which may have the same URL as the one without a name.
 */
export function readQueue(
  exposition: string,
  { url, name: target, others = [] }: { url: string; name?: string; others?: readonly string[] },
): RemoteWriteQueue | undefined {
  const queue = { ...EMPTY_QUEUE }
  let found = false
  for (const [, name = '', labels = '', value] of exposition.matchAll(
    /^(prometheus_remote_storage_\w+)\{(.*)\} (\S+)$/gm,
  )) {
    const counter = COUNTERS[name]
    const to = labelIn(labels, 'url')
    if (!counter || to === undefined || !sameAddress(to, url)) continue
    const named = labelIn(labels, 'remote_name') ?? ''
    if (target === undefined ? others.includes(named) : named !== target) continue
    queue[counter] += Number(value)
    found = true
  }
  return found ? queue : undefined
}

const LABELS = {
  url: /(?:^|,)url="((?:[^"\\]|\\.)*)"/,
  remote_name: /(?:^|,)remote_name="((?:[^"\\]|\\.)*)"/,
} as const

const labelIn = (labels: string, name: keyof typeof LABELS): string | undefined =>
  LABELS[name].exec(labels)?.[1]?.replace(/\\(.)/g, '$1')

/** Prometheus masks a password in the URL. */
function sameAddress(text: string, url: string): boolean {
  const address = (from: string) =>
    URL.canParse(from) ? new URL(from).host + withoutEndSlash(new URL(from).pathname) : from
  return address(text) === address(url)
}

/** The progress of a queue between two readings. */
export type RemoteWriteProgress =
  | { kind: 'refused'; failed: number }
  | { kind: 'sent'; samples: number }
  | { kind: 'retrying'; retried: number }
  | { kind: 'nothing' }

/**
 * Two counters are misleading (measured): on 401 `sentUntil` increases although every sample fails, and with a URL that
 * cannot be reached `failed` stays 0. Together, and as differences since the first reading, they are reliable.
 * `verifyStart`: in milliseconds on Prometheus' clock.
 */
export function progressOf(
  before: RemoteWriteQueue,
  now: RemoteWriteQueue,
  verifyStart: number,
): RemoteWriteProgress {
  const failed = now.failed - before.failed
  const retried = now.retried - before.retried
  const samples = now.total - before.total - failed - retried
  if (failed > 0) return { kind: 'refused', failed }
  if (samples > 0 && now.sentUntil * 1000 > verifyStart) return { kind: 'sent', samples }
  if (retried > 0) return { kind: 'retrying', retried }
  return { kind: 'nothing' }
}
