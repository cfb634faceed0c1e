import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import { retrying } from './retry.ts'

/** Nothing that we ask for is bigger; a server that sends more is not the one we think it is. */
const MAX_BODY_BYTES = 32 * 1024 * 1024

/**
 * The one connection pool of a run: keep-alive, HTTP_PROXY/HTTPS_PROXY/NO_PROXY honoured.
 * It belongs to undici from the package: Node's own fetch refuses a dispatcher of another major version.
 */
export function createPool(): Dispatcher & { close(): Promise<void> } {
  return new EnvHttpProxyAgent({ keepAliveTimeout: 10_000, connect: { timeout: 10_000 } })
}

export interface HttpRequest {
  url: string | URL
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Readonly<Record<string, string>>
  /** Sent as it is; the caller sets content-type. */
  body?: string
  signal?: AbortSignal
  /** Milliseconds that an answer may take; 10 s unless told. */
  timeoutMs?: number
  /** Milliseconds for the whole exchange with its retries and their pauses; those of one answer unless told. */
  patienceMs?: number
  /** How often a request is sent again after 429, 502, 503, 504 or a broken connection: for what is safe to repeat. */
  retries?: number
  /** Sent again only where the server surely did nothing: after 429 and a connection that was refused. */
  onlyUndone?: boolean
}

export interface HttpResponse {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
}

/**
 * One exchange, whatever the status. Redirects are not followed, so that credentials never leave the host they were
 * meant for. Throws what undici throws when there was no answer.
 */
export async function exchange(pool: Dispatcher, asked: HttpRequest): Promise<HttpResponse> {
  const { method = 'GET', timeoutMs = 10_000, retries = 0, onlyUndone = false } = asked
  const patienceMs = asked.patienceMs ?? timeoutMs
  const deadline = AbortSignal.timeout(patienceMs)
  const until = Date.now() + patienceMs
  const response = await request(asked.url, {
    method,
    headers: { 'user-agent': 'deploy-monitoring', ...asked.headers },
    ...(asked.body !== undefined && { body: asked.body }),
    ...(patienceMs > timeoutMs && { headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
    signal: asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline,
    dispatcher: retries > 0 ? pool.compose(retrying({ times: retries, until, onlyUndone })) : pool,
  })
  return {
    status: response.statusCode,
    headers: response.headers,
    text: await bounded(response.body, asked.url),
  }
}

async function bounded(body: Dispatcher.ResponseData['body'], url: string | URL): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_BODY_BYTES)
      throw new Error(`${new URL(url).origin} sent more than ${MAX_BODY_BYTES / 1024 / 1024} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The value of an Authorization header for basic auth. */
export function basicAuth(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
