import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { answerAsOld, withoutNews } from './old.ts'
import { type Guard, ROUTES } from './routes.ts'
import { type Answer, type Call, denied, emptyState, type Json, type Role, type State } from './state.ts'
import { createUpstream, type Upstream } from './upstream.ts'

/** Service account tokens that a stand-in knows unless told otherwise. */
export const TOKENS = {
  viewer: 'glsa_viewer00000000000000000000000000_0a0a0a0a',
  editor: 'glsa_editor00000000000000000000000000_0b0b0b0b',
  admin: 'glsa_admin000000000000000000000000000_0c0c0c0c',
  expired: 'glsa_expired0000000000000000000000000_0d0d0d0d',
} as const

const DEFAULT_TOKENS: Record<string, Role | 'expired'> = {
  [TOKENS.viewer]: 'Viewer',
  [TOKENS.editor]: 'Editor',
  [TOKENS.admin]: 'Admin',
  [TOKENS.expired]: 'expired',
}

export interface RecordedRequest {
  method: string
  /** With its query, without the sub-path. */
  path: string
  /** 0 when the connection was cut instead of answered. */
  status: number
  role: Role | undefined
  body: unknown
}

/** Something that goes wrong before the request reaches Grafana: a proxy, a restart, a quota. */
export interface Fault {
  method?: string
  path?: RegExp
  /** How often; 1 unless told. */
  times?: number
  /** How many matching requests are let through first. */
  after?: number
  /**
   * What is answered instead; `cut` breaks the connection, before or after Grafana did the work; `half` does so in the
   * middle of Grafana's own answer.
   */
  answer: Answer | 'cut' | 'cut-after' | 'half'
}

export interface GrafanaStandin {
  /** Base URL with the sub-path, without a slash at the end. */
  url: string
  /** Every request since the start, oldest first. */
  requests(): readonly RecordedRequest[]
  /** Live: tests read it, and play the person who edits by hand. */
  state: State
  fault(fault: Fault): void
  /** Stops answering (connections are refused) and starts again at the same port with the same state. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export interface GrafanaOptions {
  /** 0, the default, takes a free one. */
  port?: number
  host?: string
  /** A sub-path such as /grafana. */
  basePath?: string
  tokens?: Record<string, Role | 'expired'>
  /** `default`, or `stacks-<id>` as on Grafana Cloud. */
  namespace?: string
  /** As with folders and dashboards in the legacy tables (upgraded instances, Grafana up to 11). */
  legacy?: boolean
  /** As Grafana 10.1. */
  old?: boolean
  /** What a save of a dashboard waits for. */
  pace?: () => Promise<void>
}

/** A Grafana 12.4 as far as this project talks to one, held to the recordings by a conformance test. */
export async function startGrafana(options: GrafanaOptions = {}): Promise<GrafanaStandin> {
  const { host = '127.0.0.1', basePath = '', tokens = DEFAULT_TOKENS } = options
  const state = emptyState({ ...options, basePath })
  const upstream = createUpstream()
  const requests: RecordedRequest[] = []
  const faults: Fault[] = []
  const place = { state, upstream, tokens, basePath, requests, faults, pace: options.pace }
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    answer(place, request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await listen(server, options.port ?? 0, host)
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      for (const socket of sockets) socket.destroy()
    })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${basePath}`,
    requests: () => requests,
    state,
    fault: (fault) => void faults.push({ ...fault }),
    stop,
    start: () => listen(server, port, host),
    close: async () => {
      if (server.listening) await stop()
      await upstream.close()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      done()
    })
  })
}

interface Place {
  state: State
  upstream: Upstream
  tokens: Record<string, Role | 'expired'>
  basePath: string
  requests: RecordedRequest[]
  faults: Fault[]
  pace: GrafanaOptions['pace']
}

async function answer(place: Place, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await bodyOf(request)
  const { method = 'GET', headers } = request
  const url = new URL(request.url ?? '/', 'http://grafana.invalid')
  const path = url.pathname.startsWith(place.basePath) ? url.pathname.slice(place.basePath.length) : ''
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  const role = place.tokens[token]
  const record: RecordedRequest = {
    method,
    path: path + url.search,
    status: 0,
    role: role === 'expired' ? undefined : role,
    body: parsed(raw),
  }
  place.requests.push(record)
  const fault = nextFault(place.faults, method, path)
  if (fault?.answer === 'cut') return void request.socket.destroy()
  if (method === 'POST' && path === '/api/dashboards/db') await place.pace?.()
  const call = { state: place.state, query: url.searchParams, raw, method, token, headers, body: parsed(raw) }
  const given =
    typeof fault?.answer === 'object'
      ? fault.answer
      : (ofOld(call, role, path) ?? (await route(place, path, call, role, headers)))
  if (fault?.answer === 'cut-after') return void request.socket.destroy()
  record.status = given.status
  const body = place.state.old ? withoutNews(given.body) : given.body
  if (fault?.answer === 'half') sendHalf(response, { ...given, body })
  else send(response, { ...given, body })
}

function nextFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const fault = faults.find((f) => (f.method ?? method) === method && (f.path ?? /^/).test(path))
  if (!fault) return undefined
  if (fault.after) {
    fault.after -= 1
    return undefined
  }
  fault.times = (fault.times ?? 1) - 1
  if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1)
  return fault
}

async function route(
  { upstream }: Place,
  path: string,
  call: Omit<Call, 'params' | 'role'>,
  role: Role | 'expired' | undefined,
  headers: IncomingMessage['headers'],
): Promise<Answer> {
  for (const [method, pattern, guard, handler] of ROUTES) {
    const match = method === call.method || method === '*' ? pattern.exec(path) : null
    if (!match) continue
    if (guard !== 'anyone' && (role === undefined || role === 'expired')) return unauthorized(role, headers)
    const needed = missingPermission(guard, role)
    if (needed) return denied(needed)
    const known = role === undefined || role === 'expired' ? 'Viewer' : role
    return handler({ ...call, params: match.slice(1).map(decodeURIComponent), role: known }, upstream)
  }
  if (path.startsWith('/api/')) return { status: 404, body: { message: 'Not found' } }
  if (path.startsWith('/apis/')) return { status: 404, body: '404 page not found\n' }
  const login = `/login?redirectTo=${encodeURIComponent(path)}`
  return { status: 302, body: `<a href="${login}">Found</a>.\n\n`, headers: { location: login } }
}

function ofOld(call: Omit<Call, 'params' | 'role'>, role: Role | 'expired' | undefined, path: string) {
  const known = role !== undefined && role !== 'expired'
  return call.state.old && known ? answerAsOld({ ...call, params: [], role }, path) : undefined
}

const RANK: Record<Role, number> = { Viewer: 0, Editor: 1, Admin: 2 }

function missingPermission(guard: Guard, role: Role | 'expired' | undefined): string | undefined {
  if (guard === 'anyone' || guard === 'signed-in' || role === undefined || role === 'expired')
    return undefined
  return RANK[role] < RANK[guard.role] ? guard.needs : undefined
}

function unauthorized(role: 'expired' | undefined, headers: IncomingMessage['headers']): Answer {
  const given = headers.authorization ?? ''
  const [message, messageId] =
    role === 'expired'
      ? ['Expired API key', 'api-key.expired']
      : given.startsWith('Bearer ')
        ? ['Invalid API key', 'api-key.invalid']
        : given.startsWith('Basic ')
          ? ['Invalid username or password', 'password-auth.failed']
          : ['Unauthorized', 'auth.unauthorized']
  return { status: 401, body: { extra: null, message, messageId, statusCode: 401, traceID: '' } }
}

function sendHalf(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': text.length,
    ...headers,
  })
  response.write(text.subarray(0, text.length / 2), () => response.destroy())
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type =
    typeof body === 'string'
      ? body.startsWith('<')
        ? 'text/html; charset=utf-8'
        : 'text/plain; charset=utf-8'
      : 'application/json'
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'deny',
    ...headers,
  })
  response.end(text)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(raw: string): Json | undefined {
  try {
    return JSON.parse(raw) as Json
  } catch {
    return undefined
  }
}
