import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

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

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, HOST)
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  socket.close()
  return port
}

/** The paths that Fly documents, and nothing of targets, rules and the status of the server. */
const DOCUMENTED =
  /^\/(?:federate|api\/v1\/(?:query|query_range|series|labels|label\/[^/]+\/values|status\/tsdb))$/

/** @param tokens the read-only token of the organization, and a token of one app in it */
export async function startManagedPrometheus(
  organization: string,
  tokens: { readonly: string; app: string },
): Promise<ManagedPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'managed-prometheus-'))
  const store = `http://${HOST}:${await freePort()}`
  const child = spawn(
    'victoria-metrics',
    [`-httpListenAddr=${store.slice(7)}`, `-storageDataPath=${folder}`, '-memory.allowedBytes=64MB'],
    { stdio: 'ignore' },
  )
  const front = createServer((request, response) => void answer(request, response))
  await once(front.listen(0, HOST), 'listening')
  const { port } = front.address() as AddressInfo
  const managed: ManagedPrometheus = {
    port,
    url: `http://${HOST}:${port}/prometheus/${organization}`,
    behindMs: 0,
    async write(series) {
      const lines = Object.entries(series).map(([one, value]) => `${one} ${value} ${Date.now()}`)
      await post(`${store}/api/v1/import/prometheus`, lines.join('\n'))
      await post(`${store}/internal/force_flush`, '')
    },
    async [Symbol.asyncDispose]() {
      front.closeAllConnections()
      front.close()
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
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
    const found = await fetch(`${store}${path}${search}`)
    const text = await found.text()
    response.setHeader('content-type', found.headers.get('content-type') ?? 'text/plain')
    end(found.status, path === '/federate' ? older(text, managed.behindMs) : text)
  }

  for (let i = 0; i < 100 && !(await isReady(store)); i++) await delay(100)
  return managed
}

/** A page of samples as it was some time ago. */
const older = (page: string, ms: number): string =>
  page.replace(/\d+$/gm, (time) => String(Number(time) - ms))

const isReady = (store: string): Promise<boolean> =>
  fetch(`${store}/health`).then(
    ({ ok }) => ok,
    () => false,
  )

async function post(url: string, body: string): Promise<void> {
  const { ok, status } = await fetch(url, { method: 'POST', body })
  if (!ok) throw new Error(`${url} answered ${status}`)
}
