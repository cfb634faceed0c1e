import { setTimeout as sleep } from 'node:timers/promises'
import { ActionError } from './errors.ts'

/** What is retried, how often and how long. */
export interface Retries {
  /** How often a request is sent again. */
  times: number
  /** Milliseconds since the epoch after which nothing is sent again. */
  until: number
  /** Only requests that the server certainly did not carry out: for those that must not be done twice. */
  onlyUndone: boolean
  /** Ends the pauses. */
  signal?: AbortSignal
}

/** The part of an answer that decides whether to retry. */
interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
}

const BUSY = [429]
const TROUBLE = [...BUSY, 502, 503, 504]
const NOT_SENT: readonly unknown[] = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_PRX_CONN'],
  'proxy-gateway',
]
const BROKEN: readonly unknown[] = [
  ...NOT_SENT,
  ...['ECONNRESET', 'ENETDOWN', 'EHOSTDOWN', 'EPIPE', 'UND_ERR_SOCKET', 'BrokenAnswer'],
]

/**
 * Retries until an answer is final. Backs off with jitter; honours Retry-After wherever there is time for it, and gives
 * up at once where there is not. Returns the last answer, or throws the last error.
 */
export async function retrying<T extends Answer>(
  attempt: () => Promise<T>,
  { times, until, onlyUndone, signal }: Retries,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    const outcome = await tryRequest(attempt)
    const again =
      'answer' in outcome
        ? (onlyUndone ? BUSY : TROUBLE).includes(outcome.answer.status)
        : codesOf(outcome.error).some((code) => (onlyUndone ? NOT_SENT : BROKEN).includes(code))
    const retryAfter = 'answer' in outcome ? outcome.answer.headers['retry-after'] : undefined
    const pause = pauseBefore(tried, retryAfter)
    if (!again || tried > times || Date.now() + pause >= until) {
      if ('answer' in outcome) return outcome.answer
      throw outcome.error
    }
    await sleep(pause, undefined, signal && { signal })
  }
}

async function tryRequest<T>(attempt: () => Promise<T>): Promise<{ answer: T } | { error: unknown }> {
  try {
    return { answer: await attempt() }
  } catch (error) {
    return { error }
  }
}

/**
 * The names under which an error is known: its own, and for a fault of the proxy its code here and those of its cause.
 */
function codesOf(error: unknown): unknown[] {
  if (error instanceof ActionError)
    return [...error.problems.map(({ code }) => code), ...codesOf(error.cause)]
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  return [name, code]
}

const FIRST_MS = 250
const LONGEST_MS = 5_000

/**
 * Milliseconds before try number `attempt` (from 1): what the server asks for, in seconds or as a date, else
 * exponential backoff.
 */
export function pauseBefore(attempt: number, retryAfter: string | string[] | undefined): number {
  const asked = typeof retryAfter === 'string' ? retryAfter.trim() : ''
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000
  // Date.parse alone accepts almost anything as a date.
  const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now())
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4)
}
