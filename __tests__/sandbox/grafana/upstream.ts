import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import type { DataSource } from './state.ts'

/** What a data source's server said, or how Go words that nobody answered. */
export type Reply =
  | { kind: 'answer'; status: number; text: string; type: string }
  | { kind: 'dead'; error: string }

export interface Upstream {
  send(ds: DataSource, method: 'GET' | 'POST', path: string, form?: URLSearchParams): Promise<Reply>
  close(): Promise<void>
}

/** Asks the servers behind the data sources, with the stored credentials, by this process' own resolver and CAs. */
export function createUpstream(): Upstream {
  const pool: Dispatcher & { close(): Promise<void> } = new EnvHttpProxyAgent()
  return {
    send: async (ds, method, path, form) => {
      const url = `${ds.url.replace(/\/+$/, '')}${path}`
      const password = ds.secrets.basicAuthPassword ?? ''
      const credentials = Buffer.from(`${ds.basicAuthUser}:${password}`).toString('base64')
      try {
        const answer = await request(url, {
          method,
          dispatcher: pool,
          headersTimeout: 10_000,
          ...(form && { body: form.toString() }),
          headers: {
            ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
            ...(ds.basicAuth && { authorization: `Basic ${credentials}` }),
            ...ownHeader(ds),
          },
        })
        const type = String(answer.headers['content-type'] ?? 'text/plain')
        return { kind: 'answer', status: answer.statusCode, text: await answer.body.text(), type }
      } catch (error) {
        return { kind: 'dead', error: goError(method, url, error) }
      }
    },
    close: () => pool.close(),
  }
}

/** The first header of its own, whose value is a secret. */
function ownHeader({ jsonData, secrets }: DataSource): Record<string, string> {
  const name = jsonData.httpHeaderName1
  const value = secrets.httpHeaderValue1
  return typeof name === 'string' && value !== undefined ? { [name.toLowerCase()]: value } : {}
}

/** `Post "http://127.0.0.1:9/api/v1/query": dial tcp 127.0.0.1:9: connect: connection refused` */
function goError(method: string, url: string, error: unknown): string {
  const { hostname, port, protocol } = new URL(url)
  const { code } = error as { code?: string }
  const address = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
  const reason =
    code === 'ECONNREFUSED'
      ? `dial tcp ${address}: connect: connection refused`
      : code === 'ENOTFOUND'
        ? `dial tcp: lookup ${hostname}: no such host`
        : error instanceof Error
          ? error.message
          : String(error)
  return `${method === 'POST' ? 'Post' : 'Get'} "${url}": ${reason}`
}
