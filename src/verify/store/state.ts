import { type ActionError, messageOf, platformError } from '../../lib/errors.ts'
import type { CheckEvidence } from '../evidence.ts'

/** What can be expected of the store of an agent. Times are milliseconds, on the clock of the agent. */
export type StoreState =
  /** Samples can be read so long after they were scraped. */
  | { kind: 'ready'; lagMs: number }
  /** The same, and it is too long to wait for. */
  | { kind: 'behind'; lagMs: number }
  /** It answers, and for so long no new sample of this deployment arrived. */
  | { kind: 'stuck'; newest: number | undefined; waitedMs: number }
  | { kind: 'unreadable'; why: string; next: string }

/** What is known about the store when targets, metrics and panels are judged. */
export interface StoreFacts {
  name: string
  /** Why its samples cannot be read now; undefined when they can. */
  unread: () => string | undefined
}

/** A sample that takes longer is a warning: alerts and dashboards are as late. */
const LATE_MS = 60_000

/** Why nothing can be judged by the samples of the store, and what to do; undefined when it can. */
export function whyUnread(name: string, state: StoreState): { why: string; next: string } | undefined {
  switch (state.kind) {
    case 'ready':
      return undefined
    case 'behind':
      return { why: `the store ${name} is ${duration(state.lagMs)} behind.`, next: SEE_QUEUE }
    case 'stuck':
      return {
        why:
          state.newest === undefined
            ? `the store ${name} has no sample of this deployment, ${duration(state.waitedMs)} after verification began.`
            : `the store ${name} has no new sample of this deployment since ${timeOf(state.newest)}.`,
        next: SEE_ARRIVAL,
      }
    case 'unreadable':
      return { why: state.why, next: state.next }
  }
}

const SEE_QUEUE =
  'See whether the agent keeps up (the dashboard about the monitoring, "Remote write delay"), and the load of the store.'

const SEE_ARRIVAL =
  'See the claim about remote write, and whether `query_url` belongs to the server that samples are sent to.'

/**
 * The claim about the store, by which metrics, panels and objectives are judged. `written`: the claims about remote write;
 * what does not arrive there is lost.
 */
export function judgeStore(
  name: string,
  state: StoreState,
  written: readonly CheckEvidence[],
): CheckEvidence {
  const about = { area: 'store', subject: name } as const
  const unread = whyUnread(name, state)
  const isLost = written.some(
    ({ subject, outcome }) => outcome === 'broken' && (subject === name || subject.startsWith(`${name} (`)),
  )
  if (unread)
    return {
      ...about,
      ...(state.kind === 'stuck' || isLost
        ? { outcome: 'broken', certainty: 'proven' }
        : { outcome: 'not-checked', certainty: 'not checked' }),
      why: `Samples could not be judged: ${unread.why}`,
      next: unread.next,
    }
  const lagMs = state.kind === 'ready' ? state.lagMs : 0
  const isLate = lagMs > LATE_MS
  return {
    ...about,
    outcome: isLate ? 'warning' : 'holds',
    certainty: 'proven',
    why: `A sample can be read there ${duration(lagMs)} after it is scraped${isLate ? ': alerts and dashboards are as late' : ''}.`,
    ...(isLate && { next: SEE_QUEUE }),
  }
}

/** Errors that another attempt does not mend. */
const FINAL: ReadonlySet<string> = new Set([
  ...['prometheus-unauthorized', 'prometheus-forbidden', 'prometheus-not-prometheus'],
  ...['prometheus-odd-answer', 'prometheus-tls', 'prometheus-dns', 'prometheus-query'],
])

/** Whether an error of the store will persist. */
export const isFinalError = (error: ActionError): boolean => FINAL.has(error.problems[0]?.code ?? '')

/** An error of the store, in its own terms: those of the client are about the Prometheus of this deployment. */
export function explainStoreError(name: string, error: ActionError): { why: string; next: string } {
  const code = error.problems[0]?.code ?? ''
  const known = WORDS[code]
  return {
    why: `the store ${name} ${known?.[0] ?? `does not answer (${oneSentence(messageOf(error))})`}.`,
    next: known?.[1] ?? REACH,
  }
}

const oneSentence = (text: string): string => text.replace(/[.\s]+$/, '')

const REACH =
  'Check `query_url` of this target in monitoring.yml, and whether the server can be reached from where this runs; a server on the private network of Fly cannot.'

const WORDS: Readonly<Record<string, readonly [why: string, next: string]>> = {
  'prometheus-unauthorized': [
    'refuses the user or the key (HTTP 401)',
    'Compare user and key with those of the server: a key that was replaced or has expired has to be stored again as a secret.',
  ],
  'prometheus-forbidden': [
    'does not let this key read (HTTP 403)',
    'Give the key the right to read as well (in Grafana Cloud the scope metrics:read).',
  ],
  'prometheus-limited': [
    'limits the number of requests (HTTP 429)',
    'Raise the limit at the store, or verify again later.',
  ],
  'prometheus-not-prometheus': [
    'has no query API at this address',
    'Set `query_url` of this target in monitoring.yml to the address to which `/api/v1/query` is added.',
  ],
  'prometheus-starting': ['is not ready', 'See the log of the store.'],
  'prometheus-timeout': ['did not answer in time', REACH],
}

/** The same error for those who asked, with the words for a store. */
export function storeError(name: string, error: ActionError): ActionError {
  const [problem] = error.problems
  if (problem?.code === 'prometheus-query' || problem?.code === 'prometheus-cancelled') return error
  const { why, next } = explainStoreError(name, error)
  return platformError(problem?.code ?? 'store-unread', why, next, error)
}

/** The error of a question that the store cannot answer now. */
export const unreadError = ({ why, next }: { why: string; next: string }): ActionError =>
  platformError('store-unread', why, next)

export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

const timeOf = (ms: number): string => `${new Date(ms).toISOString().slice(11, 19)} UTC`
