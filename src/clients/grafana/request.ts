import { type Dispatcher, interceptors } from 'undici'
import { exchange, type HttpResponse } from '../../lib/http.ts'
import { bodyOf, interrupted, refusal, unreachable } from './errors.ts'

export interface GrafanaServer {
  /** Base URL, with a sub-path where there is one. */
  url: string
  /** A service account token. Sent to this host only; redirects are not followed. */
  token: string
  pool: Dispatcher
  signal?: AbortSignal | undefined
}

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From the root of Grafana, encoded. */
  path: string
  body?: unknown
  headers?: Readonly<Record<string, string>>
  /** In words that fit after "Grafana refuses to". */
  to: string
  /** Statuses, besides 2xx, that are an answer and no refusal. */
  expect?: readonly number[]
}

export interface Answered {
  status: number
  body: unknown
}

export interface Requests {
  send(asked: Asked): Promise<Answered>
  counts(): { read: number; write: number }
}

/** Milliseconds for one request with its retries: a Grafana that restarts is back within it. */
const TIMEOUT_MS = 30_000
/** With undici's doubling pauses about 13 s. */
const RETRIES = 6

/** Origin and sub-path, without a slash at the end, a query or credentials. */
export function baseOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname.replace(/\/+$/, '')
}

/**
 * Requests to one Grafana. Reads and PUTs, which may be repeated, are retried on 429, 502, 503, 504 and broken
 * connections; other writes only where Grafana surely did nothing: 429 and a refused connection.
 */
export function createRequests(server: GrafanaServer): Requests {
  const base = baseOf(server.url)
  const about = { at: base.replace(/^https?:\/\//, ''), cloudToken: server.token.startsWith('glc_') }
  const once = server.pool.compose(onlyUndone())
  const seen = { read: 0, write: 0 }
  return {
    counts: () => ({ ...seen }),
    send: async ({ method = 'GET', path, body, headers, to, expect = [] }) => {
      const repeatable = method === 'GET' || method === 'PUT'
      seen[method === 'GET' ? 'read' : 'write'] += 1
      const answer = await exchange(repeatable ? server.pool : once, {
        url: `${base}${path}`,
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${server.token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(repeatable && { retries: RETRIES }),
        ...(server.signal && { signal: server.signal }),
        timeoutMs: TIMEOUT_MS,
      }).catch((cause: unknown) => {
        if (server.signal?.aborted) throw interrupted(server.signal, { to, ...about })
        throw unreachable(cause, { to, ...about })
      })
      return judged(answer, expect, { to, ...about })
    },
  }
}

function judged(
  answer: HttpResponse,
  expect: readonly number[],
  about: Parameters<typeof refusal>[1],
): Answered {
  const body = bodyOf(answer)
  const good = (answer.status >= 200 && answer.status < 300) || expect.includes(answer.status)
  if (!good || body === undefined) throw refusal(answer, about)
  return { status: answer.status, body }
}

const onlyUndone = () =>
  interceptors.retry({
    maxRetries: RETRIES,
    methods: ['POST', 'DELETE'],
    statusCodes: [429],
    errorCodes: ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'],
    minTimeout: 250 + Math.floor(Math.random() * 100),
    maxTimeout: 5_000,
    throwOnError: false,
  })
