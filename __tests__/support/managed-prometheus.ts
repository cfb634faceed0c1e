import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startVictoriaMetrics } from './victoria-metrics.ts'

/*
 * Fly's managed Prometheus in small: a real VictoriaMetrics (Debian's), which is what Fly runs, behind a front that checks
 * the header, answers only the documented paths, and can be behind. What it does is from the documentation of Fly and from
 * what others measured; nothing of it was compared with Fly itself.
 */

export interface ManagedPrometheus extends AsyncDisposable {
  port: number
  /** Without a slash at the end, as Grafana's data source has it. */
  url: string
  /** How far its samples are behind: it answers as it would have so long ago. Milliseconds. */
  behindMs: number
  /** Stores samples now, at the same moment, with the labels that Fly forces. */
  write(series: Readonly<Record<string, number>>): Promise<void>
}

const HOST = '127.0.0.4'

/** The paths that Fly documents, and nothing of targets, rules and the status of the server. */
const DOCUMENTED =
  /^\/(?:federate|api\/v1\/(?:query|query_range|series|labels|label\/[^/]+\/values|status\/tsdb))$/

/** @param tokens the read-only token of the organization, and a token of one app in it */
export async function startManagedPrometheus(
  organization: string,
  tokens: { readonly: string; app: string },
): Promise<ManagedPrometheus> {
  const store = await startVictoriaMetrics(HOST, ['-memory.allowedBytes=64MB'])
  const front = createServer((request, response) => void answer(request, response))
  await once(front.listen(0, HOST), 'listening')
  const { port } = front.address() as AddressInfo
  const managed: ManagedPrometheus = {
    port,
    url: `http://${HOST}:${port}/prometheus/${organization}`,
    behindMs: 0,
    async write(series) {
      const lines = Object.entries(series).map(([one, value]) => `${one} ${value} ${Date.now()}`)
      await post(`${store.url}/api/v1/import/prometheus`, lines.join('\n'))
      await post(`${store.url}/internal/force_flush`, '')
    },
    async [Symbol.asyncDispose]() {
      front.closeAllConnections()
      front.close()
      await store[Symbol.asyncDispose]()
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '', managed.url)
    const [, , slug = '', ...rest] = pathname.split('/')
    const { authorization = '' } = request.headers
    const path = `/${rest.join('/')}`
    const end = (status: number, text: string) => response.writeHead(status).end(text)
    if (slug !== organization || !authorization.startsWith('FlyV1 '))
      return void end(401, 'something went wrong resolving organization')
    if (authorization !== `FlyV1 ${tokens.readonly}`) return void end(403, 'not authorized for org')
    if (!DOCUMENTED.test(path)) return void end(404, 'not found')
    const found = await fetch(`${store.url}${path}${search}`)
    const text = await found.text()
    response.setHeader('content-type', found.headers.get('content-type') ?? 'text/plain')
    end(found.status, path === '/federate' ? older(text, managed.behindMs) : text)
  }

  return managed
}

/** A page of samples as it was some time ago. */
const older = (page: string, ms: number): string =>
  page.replace(/\d+$/gm, (time) => String(Number(time) - ms))

async function post(url: string, body: string): Promise<void> {
  const { ok, status } = await fetch(url, { method: 'POST', body })
  if (!ok) throw new Error(`${url} answered ${status}`)
}
