import { type Dispatcher, interceptors } from 'undici'

/** What is worth a second try. */
export interface Retries {
  /** How often a request is sent again. */
  times: number
  /** Milliseconds since the epoch after which nothing is sent again. */
  until: number
  /** Only what the server surely did not do: for requests that must not be done twice. */
  onlyUndone: boolean
}

const BUSY = [429]
const TROUBLE = [...BUSY, 502, 503, 504]
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']
const BROKEN = [...NOT_SENT, 'ECONNRESET', 'ENETDOWN', 'EHOSTDOWN', 'EPIPE', 'UND_ERR_SOCKET']

/**
 * Backs off with jitter; honours Retry-After wherever there is time for it, and gives up at once where there is not.
 * Gives the last answer instead of throwing it away.
 */
export function retrying({ times, until, onlyUndone }: Retries): Dispatcher.DispatcherComposeInterceptor {
  const statuses = onlyUndone ? BUSY : TROUBLE
  const codes = onlyUndone ? NOT_SENT : BROKEN
  return interceptors.retry({
    throwOnError: false,
    retry: (error, { state: { counter } }, done) => {
      const { statusCode, code, headers } = error as Failed
      const passes = statusCode === undefined ? codes.includes(code ?? '') : statuses.includes(statusCode)
      const pause = pauseBefore(counter, headers?.['retry-after'])
      if (!passes || counter > times || Date.now() + pause >= until) return done(error)
      // undici clears the timer that it is given when the request is cancelled.
      return setTimeout(done, pause, null)
    },
  })
}

/** undici's errors: of an answer with a status and headers, of a connection with a code. */
type Failed = Error & {
  statusCode?: number
  code?: string
  headers?: Readonly<Record<string, string | string[] | undefined>>
}

const FIRST_MS = 250
const LONGEST_MS = 5_000

/** Milliseconds before try number `attempt` (from 1): what the server asks for, in seconds or as a date, else ours. */
export function pauseBefore(attempt: number, retryAfter: string | string[] | undefined): number {
  const asked = typeof retryAfter === 'string' ? retryAfter.trim() : ''
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000
  // Date.parse alone takes almost anything for a date.
  const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now())
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4)
}
