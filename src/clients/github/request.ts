import type { Dispatcher } from 'undici'
import { exchange, type HttpResponse } from '../../lib/http.ts'
import { retrying } from '../../lib/retry.ts'
import { GitHubRefusal, isRateLimit } from './refusal.ts'

/** The API of one GitHub, and what may be asked of it. */
export interface GitHubServer {
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  apiUrl: string
  /** Sent to this host only; redirects are not followed. */
  token: string
  pool: Dispatcher
  /** Ends every request. */
  signal: AbortSignal
  /** Milliseconds since the epoch after which nothing is sent again. */
  until: number
}

/** Owner and name of a repository. */
export interface RepositoryName {
  owner: string
  repo: string
}

/** Milliseconds for one answer: GitHub ends what takes it longer than 10 s. */
const TIMEOUT_MS = 15_000
const RETRIES = 4
/** What GitHub asks to wait after a secondary rate limit that names no time. */
const SECONDARY_SECONDS = 60

/** POSTs that may be sent twice: of two check runs or statuses with one name the newest counts; a query reads. */
const REPEATABLE = /\/(?:check-runs|statuses\/[0-9a-f]+|graphql)$/

/** As much of what octokit passes to its `fetch` as is used. */
interface FetchOptions {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/**
 * A `fetch` for octokit, which has none of this: the connections, proxies and limits of a run; retries of what is safe
 * to repeat, and after a rate limit as long as GitHub asks for; no redirect; and no other host than the API's, whatever
 * the link to the next page says.
 */
export function createFetch(server: GitHubServer) {
  return async (address: string, { method = 'GET', headers = {}, body }: FetchOptions): Promise<Response> => {
    const url = onServer(address, server.apiUrl)
    const { pool, signal, until } = server
    const attempt = async () => {
      const answer = await exchange(pool, {
        url,
        method: method as 'GET',
        headers,
        ...(body !== undefined && { body }),
        signal,
        timeoutMs: Math.min(TIMEOUT_MS, Math.max(0, until - Date.now())),
      })
      return { answer, ...pacing(answer) }
    }
    const onlyUndone = method === 'POST' && !REPEATABLE.test(url.pathname)
    const { answer } = await retrying(attempt, { times: RETRIES, until, onlyUndone, signal })
    return responseOf(answer)
  }
}

function onServer(address: string, apiUrl: string): URL {
  const { pathname, search } = new URL(address)
  return new URL(pathname + search, new URL(apiUrl).origin)
}

/** Status and headers by which an answer is retried: every rate limit as a 429, with the time to wait. */
function pacing({ status, headers, text }: HttpResponse): Pick<HttpResponse, 'status' | 'headers'> {
  if (!isRateLimit(status, text, headers)) return { status: status === 500 ? 502 : status, headers }
  const { 'retry-after': asked, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = headers
  if (asked !== undefined) return { status: 429, headers }
  const seconds =
    remaining === '0' && /^\d+$/.test(String(reset))
      ? Math.max(1, Number(reset) - Math.floor(Date.now() / 1_000) + 1)
      : SECONDARY_SECONDS
  return { status: 429, headers: { 'retry-after': String(seconds) } }
}

/** The answer as octokit reads it. Anything that is not an answer of GitHub's API is an error. */
function responseOf({ status, headers, text, json, url }: HttpResponse): Response {
  if (status >= 300 && status < 400)
    throw new GitHubRefusal('refused', `${url.host} redirects (${status}), which is not followed`)
  const isEmpty = status === 204 || status === 205 || text === ''
  if (status < 300 && !isEmpty && json === undefined)
    throw new GitHubRefusal('unclear', `the answer of ${url.host} is not JSON`)
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const type: [string, string] = [
    'content-type',
    json === undefined ? 'text/plain' : 'application/json; charset=utf-8',
  ]
  return new Response(isEmpty ? null : text, {
    status,
    headers: [...plain.filter(([name]) => name !== 'content-type'), type],
  })
}
