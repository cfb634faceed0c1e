import { promqlString } from '../../formats/promql/literals.ts'
import type { QueryAnswer } from '../../model/prometheus.ts'
import type { CheckEvidence } from '../evidence.ts'

/**
 * Base URL of the query API that belongs to a remote-write URL, by the conventions of the servers:
 * Grafana Cloud and Cortex `…/api/prom/push`, Mimir `…/api/v1/push` with queries below `/prometheus`,
 * Prometheus and VictoriaMetrics `…/api/v1/write`. Undefined for any other URL.
 */
export function queryUrl(pushUrl: string): string | undefined {
  if (!URL.canParse(pushUrl)) return undefined
  const url = new URL(pushUrl)
  const path = url.pathname.replace(/(?<!\/)\/+$/, '')
  const base = path.endsWith('/api/prom/push')
    ? path.slice(0, -'/push'.length)
    : path.endsWith('/api/v1/push')
      ? `${path.slice(0, -'/api/v1/push'.length)}/prometheus`
      : path.endsWith('/api/v1/write')
        ? path.slice(0, -'/api/v1/write'.length)
        : undefined
  return base === undefined ? undefined : `${url.origin}${base}`
}

/** The query for the time of the newest sample of this deployment on the server, in seconds since the epoch. */
export const arrivalQuery = (monitor: string): string =>
  `max(timestamp(up{monitor=${promqlString(monitor)}}))`

/** When the newest sample on the server was scraped, in milliseconds; undefined when there is none. */
export function newestArrival({ result }: QueryAnswer): number | undefined {
  const value = result.resultType === 'vector' ? result.result[0]?.value?.[1] : undefined
  return value === undefined ? undefined : Number(value) * 1000
}

/** Prometheus' counters of one remote-write queue since its start. */
export interface RemoteWriteQueue {
  /** Attempts to send a sample, whether successful or not. */
  total: number
  /** Dropped: the server rejected them (401, 400, 429). */
  failed: number
  /** Retried: the server fails (5xx) or cannot be reached. */
  retried: number
  pending: number
  /** Time of the newest sample that left the queue, in seconds since the epoch. Increases with failures too. */
  sentUntil: number
}

const COUNTERS: Readonly<Record<string, keyof RemoteWriteQueue>> = {
  prometheus_remote_storage_samples_total: 'total',
  prometheus_remote_storage_samples_failed_total: 'failed',
  prometheus_remote_storage_samples_retried_total: 'retried',
  prometheus_remote_storage_samples_pending: 'pending',
  prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 'sentUntil',
}

/** Reads the queue of a URL from Prometheus' own `/metrics`; undefined when there is none. */
export function readQueue(exposition: string, url: string): RemoteWriteQueue | undefined {
  const queue: RemoteWriteQueue = { total: 0, failed: 0, retried: 0, pending: 0, sentUntil: 0 }
  let found = false
  for (const [, name = '', labels = '', value] of exposition.matchAll(
    /^(prometheus_remote_storage_\w+)\{(.*)\} (\S+)$/gm,
  )) {
    const counter = COUNTERS[name]
    const [, to] = /(?:^|,)url="((?:[^"\\]|\\.)*)"/.exec(labels) ?? []
    if (!counter || to === undefined || !sameAddress(to, url)) continue
    queue[counter] += Number(value)
    found = true
  }
  return found ? queue : undefined
}

/** Prometheus masks a password in the URL. */
function sameAddress(label: string, url: string): boolean {
  const text = label.replace(/\\(.)/g, '$1')
  const address = (from: string) =>
    URL.canParse(from) ? new URL(from).host + new URL(from).pathname.replace(/(?<!\/)\/+$/, '') : from
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

const COMPARE_KEY =
  'Compare user and key with those of the server, and check its limits; `flyctl logs` of the monitoring app shows the HTTP status.'

export interface RemoteWriteFacts {
  /** A sample that was scraped after verification began was read back. */
  arrived: boolean
  /** Why nothing can be read back; undefined when the server answers such questions. */
  unreadable: string | undefined
  /** How often it answered that it has no such sample, while samples were being sent. */
  foundNothing: number
  /** From the counters of Prometheus, over the whole time; undefined when it has no queue to this URL. */
  progress: RemoteWriteProgress | undefined
  /** Samples that were dropped, over the whole time, restarts of Prometheus included. */
  refused: number
}

/** The claim about remote write, from the sample that was read back and from the counters. */
export function judgeRemoteWrite(subject: string, facts: RemoteWriteFacts): CheckEvidence {
  return { area: 'remote-write', subject, ...claimOf(facts) }
}

type Claimed = Omit<CheckEvidence, 'area' | 'subject'>

/** What arrived never outweighs what was refused. */
function claimOf({ arrived, unreadable, foundNothing, progress, refused }: RemoteWriteFacts): Claimed {
  if (refused > 0)
    return broken(
      'proven',
      `The server rejects ${arrived ? 'a part of the' : 'the'} samples: Prometheus dropped ${refused} of them since verification began.`,
      arrived ? CHECK_LIMITS : COMPARE_KEY,
    )
  if (arrived) return ARRIVED
  if (progress?.kind === 'sent' && foundNothing > 0)
    return broken(
      'inferred',
      `${progress.samples} samples were sent and the server accepted them, but none of them can be read back: it answered ${foundNothing} times that it has no sample of this deployment from after verification began.`,
      'Compare the tenant or instance that the key writes to with the one that it reads from, and look for rules on the server that drop samples or the label `monitor`.',
    )
  return countersSay(
    progress,
    unreadable === undefined ? '' : ` Samples could not be read back: ${unreadable}`,
  )
}

const CHECK_LIMITS =
  'Look for limits of the server (series, labels, rate, age of samples); `flyctl logs` of the monitoring app shows the HTTP status and the reason.'

const ARRIVED: Claimed = {
  outcome: 'holds',
  certainty: 'proven',
  why: 'A sample that was scraped after verification began was read back from the server, and none was rejected.',
}

const CHECK_URL = 'Check the remote-write URL, and whether the server answers.'

/** The claim from the counters alone, when nothing was read back; `unread` says why. */
function countersSay(progress: RemoteWriteProgress | undefined, unread: string): Claimed {
  switch (progress?.kind) {
    case 'refused':
      return broken(
        'proven',
        `The server rejects the samples: Prometheus dropped ${progress.failed} of them since verification began.`,
        COMPARE_KEY,
      )
    case 'sent':
      return {
        outcome: 'holds',
        certainty: 'inferred',
        why: `${progress.samples} samples were sent and none was rejected since verification began.${unread}`,
      }
    case 'retrying':
      return broken(
        'proven',
        `The server cannot be reached or fails: ${progress.retried} samples are being retried, none was delivered.`,
        CHECK_URL,
      )
    case 'nothing':
      return broken(
        'inferred',
        `No sample was delivered since verification began: the server does not answer.${unread}`,
        CHECK_URL,
      )
    default:
      return broken(
        'proven',
        'Prometheus has no remote-write queue to this URL.',
        'Deploy the monitoring app again, so that its configuration contains `remote_write`.',
      )
  }
}

const broken = (certainty: Claimed['certainty'], why: string, next: string): Claimed => ({
  outcome: 'broken',
  certainty,
  why,
  next,
})
