import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Dispatcher, request } from 'undici'
import { Pool, proxyFault, proxyTo } from './connection-pool.ts'
import { ActionError, messageOf } from './errors.ts'
import { jsonOrUndefined, nestsTooDeep } from './json-value.ts'
import { readProxies } from './proxy.ts'
import { retrying } from './retry.ts'

/** No expected answer is larger; a server that sends more is not the expected one. */
const MAX_BODY_BYTES = 32 * 1024 * 1024

/**
 * Opens the one pool of a run.
 * @throws ActionError `configuration` where a variable of the environment does not name a proxy
 */
export function createPool(env: Readonly<Record<string, string | undefined>> = process.env): Pool {
  const { proxies, problems } = readProxies(env)
  if (problems.length > 0) throw new ActionError('configuration', problems)
  return new Pool(proxies)
}

export interface HttpRequest {
  url: string | URL
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  /** Sent unchanged; the caller sets content-type. */
  body?: string
  signal?: AbortSignal
  /** Milliseconds that an answer may take, to its last byte; 10 s by default. */
  timeoutMs?: number
  /** Milliseconds for the whole exchange with its retries and their pauses; those of one answer by default. */
  patienceMs?: number
  /** How often a request is sent again after 429, 502, 503, 504, a broken connection or answer: for what is safe to repeat. */
  retries?: number
  /** Sent again only where the server surely did nothing: after 429 and a connection that was never made. */
  onlyUndone?: boolean
  /** Bytes that an answer may have; 32 MB by default. */
  maxBytes?: number
  /** Whether the answer may be compressed, as Prometheus accepts it. */
  gzip?: boolean
}

export interface HttpResponse {
  /** The URL of the request. */
  url: URL
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
  /** The text parsed as JSON, whatever its Content-Type; undefined when it is empty or not JSON. */
  json: unknown
}

/** The answer began, but is incomplete or unreadable. It has to be requested again from its beginning. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer'
}

/** The answer is too large, or in a form that was not requested: a retry would return the same. */
export class UnwantedAnswer extends Error {
  override readonly name = 'UnwantedAnswer'
}

/**
 * One exchange, whatever the status. Redirects are not followed, so that credentials never leave the host they were
 * meant for. A retry reads the whole answer again, never a range of it.
 * @throws BrokenAnswer, UnwantedAnswer; ActionError `platform` where it was the proxy's fault; what undici throws when
 *   there was no answer
 */
export function exchange(pool: Dispatcher, asked: HttpRequest): Promise<HttpResponse> {
  const { timeoutMs = 10_000, retries = 0, onlyUndone = false, signal } = asked
  const until = Date.now() + (asked.patienceMs ?? timeoutMs)
  const once = () => answerTo(pool, asked, Math.max(0, Math.min(timeoutMs, until - Date.now())))
  return retrying(once, { times: retries, until, onlyUndone, ...(signal && { signal }) })
}

async function answerTo(pool: Dispatcher, asked: HttpRequest, timeoutMs: number): Promise<HttpResponse> {
  const url = new URL(asked.url)
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline
  const proxy = proxyTo(pool, url)
  const asking = request(url, {
    method: asked.method ?? 'GET',
    headers: {
      'user-agent': 'deploy-monitoring',
      'accept-encoding': asked.gzip ? 'gzip' : 'identity',
      ...asked.headers,
    },
    ...(asked.body !== undefined && { body: asked.body }),
    signal,
    dispatcher: pool,
  })
  const response = await Promise.race([asking, abortOf(signal)]).catch((cause: unknown) => {
    throw (proxy && proxyFault(cause, proxy, url)) ?? cause
  })
  const { statusCode: status, headers } = response
  const text = await textOf(response, url, asked)
  if (/^\s*[[{]/.test(text) && nestsTooDeep(text))
    throw new UnwantedAnswer(`${url.host} sends JSON that nests too deeply`)
  const json = jsonOrUndefined(text)
  if (json === undefined && status === 200 && isJson(headers) && /^\s*(?:[[{]|$)/.test(text))
    throw new BrokenAnswer(`its JSON ends after ${text.length} characters`)
  return { url, status, headers, text, json }
}

/** Rejects when the signal aborts: undici does not look at it while a connection is being made, through a proxy for minutes. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** Reads the whole body. A failure here is a broken answer, not a server that does not answer. */
async function textOf(
  { body, headers }: Dispatcher.ResponseData,
  url: URL,
  { signal: cancel, maxBytes = MAX_BODY_BYTES, gzip = false }: HttpRequest,
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const encoding = headers['content-encoding'] ?? 'identity'
  const isGzip = gzip && encoding === 'gzip'
  const isPlain = isGzip || encoding === 'identity'
  try {
    for await (const chunk of isGzip ? gunzipped(body) : body) {
      if (!isPlain) throw new UnwantedAnswer(`${url.host} sends a compressed answer, which was not requested`)
      size += chunk.length
      if (size > maxBytes)
        throw new UnwantedAnswer(`${url.host} sends more than ${maxBytes / 1024 / 1024} MB`)
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof UnwantedAnswer || cancel?.aborted) throw cause
    const isLate = (cause as { name?: unknown } | null)?.name === 'TimeoutError'
    const why = isLate ? 'the rest did not arrive in time' : messageOf(cause)
    throw new BrokenAnswer(`the answer ends after ${size} bytes: ${why}`, { cause })
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A broken connection breaks the result too, which `pipe` alone would leave waiting. */
const gunzipped = (body: Readable): Readable => pipeline(body, createGunzip(), () => {})

/** A broken connection without a Content-Length looks like one that ended: only the JSON itself shows it. */
const isJson = ({ 'content-type': type }: HttpResponse['headers']): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/i.test(String(type ?? ''))

/** The value of an Authorization header for basic auth. */
export function basicAuth(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
