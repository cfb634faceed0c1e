import type { Dispatcher } from 'undici'
import { proxyTo, through } from '../../lib/connection-pool.ts'
import { ActionError } from '../../lib/errors.ts'
import { exchange, type HttpResponse } from '../../lib/http.ts'
import { withoutEndSlash } from '../../lib/text.ts'
import {
  grafanaInterrupted,
  grafanaRefusal,
  grafanaUnreachable,
  jsonBodyOf,
  type RequestPurpose,
} from './errors.ts'

export interface GrafanaServer {
  /** Base URL, with a sub-path where there is one. */
  url: string
  /** A service account token. Sent to this host only; redirects are not followed. */
  token: string
  pool: Dispatcher
  signal?: AbortSignal | undefined
}

export interface GrafanaRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From the root of Grafana, encoded. */
  path: string
  body?: unknown
  headers?: Readonly<Record<string, string>>
  /** In words that fit after "Grafana refuses to". */
  to: string
  /** Statuses other than 2xx that are answers, not refusals. */
  expect?: readonly number[]
}

export interface GrafanaResponse {
  status: number
  body: unknown
}

export interface GrafanaRequests {
  send(asked: GrafanaRequest): Promise<GrafanaResponse>
  /** Whether a server answers there, with any status below 500. Asked without the token. */
  answers(): Promise<boolean>
}

/** Milliseconds for one answer. */
const TIMEOUT_MS = 30_000
/** With doubling pauses about 15 s: a Grafana that restarts is back within it. */
const RETRIES = 6
/** Milliseconds for one request with all its pauses: enough for a Retry-After of a minute. */
const PATIENCE_MS = 90_000

/** Origin and sub-path, without a slash at the end, a query or credentials. */
export function baseUrlOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + withoutEndSlash(pathname)
}

/** What every refusal says about the server. */
export const describeServer = ({ url, token, pool }: GrafanaServer): Omit<RequestPurpose, 'to'> => ({
  at: baseUrlOf(url).replace(/^https?:\/\//, '') + through(proxyTo(pool, url)),
  cloudToken: token.startsWith('glc_'),
})

/** Milliseconds for the answer of a Grafana that may no longer run. */
const ALIVE_MS = 5_000

/** A repeated PUT of a resource would be another version of it. */
const isRepeatable = (method: string, path: string): boolean =>
  method === 'GET' || (method === 'PUT' && !path.startsWith('/apis/'))

/** Lists of dashboards and rules, a dashboard and an answer of Prometheus may be large; of others several are read at once. */
const LARGE = /\/(?:dashboards?|alert-rules|search|proxy)\b|\/apis\//
const SMALL_BYTES = 4 * 1024 * 1024

/**
 * Requests to one Grafana. Reads, and PUTs that may be repeated, are retried on 429, 502, 503, 504, broken connections
 * and broken answers; other writes only where Grafana surely did nothing: 429 and a connection that was never made.
 */
export function createRequests(server: GrafanaServer): GrafanaRequests {
  const base = baseUrlOf(server.url)
  const about = describeServer(server)
  return {
    answers: async () => {
      const { pool, signal } = server
      const asked = { url: `${base}/api/health`, timeoutMs: ALIVE_MS, ...(signal && { signal }) }
      return exchange(pool, asked).then(
        ({ status }) => status < 500,
        () => false,
      )
    },
    send: async ({ method = 'GET', path, body, headers, to, expect = [] }) => {
      const answer = await exchange(server.pool, {
        url: `${base}${path}`,
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${server.token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(server.signal && { signal: server.signal }),
        ...(!LARGE.test(path) && { maxBytes: SMALL_BYTES }),
        ...{
          timeoutMs: TIMEOUT_MS,
          patienceMs: PATIENCE_MS,
          retries: RETRIES,
          onlyUndone: !isRepeatable(method, path),
        },
      }).catch((cause: unknown) => {
        if (server.signal?.aborted) throw grafanaInterrupted(server.signal, { to, ...about })
        if (cause instanceof ActionError) throw cause
        throw grafanaUnreachable(cause, { to, ...about })
      })
      return judged(answer, expect, { to, ...about })
    },
  }
}

function judged(answer: HttpResponse, expect: readonly number[], about: RequestPurpose): GrafanaResponse {
  const body = jsonBodyOf(answer)
  const good = (answer.status >= 200 && answer.status < 300) || expect.includes(answer.status)
  if (!good || body === undefined) throw grafanaRefusal(answer, about)
  return { status: answer.status, body }
}
