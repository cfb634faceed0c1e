import { once } from 'node:events'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { EDGE, GRAFANA_HOST } from './addresses.ts'
import type { MachineView } from './platform/platform.ts'

export interface EdgeOptions {
  certificate: { cert: string; key: string }
  machines(): readonly MachineView[]
  /** IPv4 address of a machine: Fly's proxy reaches services there. */
  ipv4(id: string): string
  /** Port of the Grafana stand-in on loopback. */
  grafanaPort: number
}

export interface Edge {
  /** Opens the ports that machines declare by now. */
  open(): Promise<void>
}

/**
 * Fly's proxy accepts TCP on every port, declared or not. The edge accepts on these always, and on whatever
 * machines declare: enough to show that a TCP connect proves nothing.
 */
const ALWAYS_OPEN = [80, 443, 7778, 8080, 9090, 9091, 9092]

/** What a connection arrived on: the public port, and the app by SNI where TLS ended here. */
interface Arrival {
  port: number
  tls: boolean
}

/** First byte of a TLS handshake record. */
const TLS_HANDSHAKE = 0x16

/** The edge: ends TLS, routes by name and declared port, as Fly's proxy does. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const arrivals = new WeakMap<Socket, Arrival>()
  const http = createHttpServer((incoming, outgoing) => {
    const arrival = arrivals.get(incoming.socket)
    if (arrival) serve({ incoming, outgoing, arrival, options })
  })
  const tls = createTlsServer({ ...options.certificate, ALPNProtocols: ['http/1.1'] }, (socket) => {
    const port = socket.localPort ?? 0
    arrivals.set(socket, { port, tls: true })
    const handlers = declared(options, socket.servername || '', port)?.handlers
    if (handlers?.includes('http')) http.emit('connection', socket)
    else if (handlers?.includes('tls')) pipe(socket, options)
    else socket.destroy()
  })
  tls.on('tlsClientError', (_error, socket) => socket.destroy())

  const accept = (socket: Socket): void => {
    socket.on('error', () => socket.destroy())
    socket.once('readable', () => {
      const head: Buffer | null = socket.read(1)
      if (head === null) return void socket.destroy()
      socket.unshift(head)
      const port = socket.localPort ?? 0
      arrivals.set(socket, { port, tls: false })
      if (head[0] === TLS_HANDSHAKE) tls.emit('connection', socket)
      else http.emit('connection', socket)
    })
  }

  const opened = new Map<number, Promise<unknown>>()
  const open = async (): Promise<void> => {
    const wanted = options.machines().flatMap(({ services }) => services.flatMap(({ ports }) => ports))
    for (const port of [...ALWAYS_OPEN, ...wanted.map(({ port }) => port)])
      if (!opened.has(port))
        opened.set(port, Promise.all([EDGE.ipv4, EDGE.ipv6].map((host) => listen(host, port, accept))))
    await Promise.all(opened.values())
  }
  await open()
  return { open }
}

async function listen(host: string, port: number, accept: (socket: Socket) => void): Promise<Server> {
  const server = createServer(accept)
  server.listen({ host, port })
  await once(server, 'listening')
  return server
}

interface Route {
  handlers: readonly string[]
  forceHttps: boolean
  /** Where the request may go, one per started machine. */
  targets: { id: string; host: string; port: number }[]
}

/** The route that the machines behind a name declare for a public port, if any does. */
function declared(options: EdgeOptions, host: string, port: number): Route | undefined {
  if (host === GRAFANA_HOST) {
    const targets = [{ id: '', host: '127.0.0.1', port: options.grafanaPort }]
    return port === 443 ? { handlers: ['tls', 'http'], forceHttps: false, targets } : undefined
  }
  const app = /^([^.]+)\.fly\.dev$/.exec(host.toLowerCase())?.[1]
  const found = options
    .machines()
    .flatMap((machine) =>
      machine.services.flatMap((service) =>
        service.ports.map((declaration) => ({ machine, internalPort: service.internalPort, ...declaration })),
      ),
    )
  const ours = found.filter((entry) => entry.machine.app === app && entry.port === port)
  const [first] = ours
  if (first === undefined) return undefined
  const targets = ours
    .filter(({ machine }) => machine.state === 'started')
    .map(({ machine, internalPort }) => ({
      ...{ id: machine.id, host: options.ipv4(machine.id), port: internalPort },
    }))
  return { handlers: first.handlers, forceHttps: first.forceHttps, targets }
}

/** A service with the handler `tls` alone: bytes pass as they are. */
function pipe(socket: TLSSocket, options: EdgeOptions): void {
  const target = declared(options, socket.servername || '', socket.localPort ?? 0)?.targets[0]
  if (target === undefined) return void socket.destroy()
  const upstream = connect(target)
  upstream.on('error', () => socket.destroy())
  socket.on('error', () => upstream.destroy())
  socket.pipe(upstream).pipe(socket)
}

interface Exchange {
  incoming: IncomingMessage
  outgoing: ServerResponse
  arrival: Arrival
  options: EdgeOptions
}

function serve({ incoming, outgoing, arrival, options }: Exchange): void {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '')
  const route = declared(options, host, arrival.port)
  const speaksThis = route?.handlers.includes('http') && route.handlers.includes('tls') === arrival.tls
  if (route === undefined || !speaksThis) return void incoming.socket.destroy()
  if (!arrival.tls && route.forceHttps) {
    outgoing.writeHead(301, { location: `https://${host}${incoming.url}`, 'content-length': 0 }).end()
    return
  }
  const forced = incoming.headers['fly-force-instance-id']
  const targets =
    forced === undefined ? inTurn(route.targets) : route.targets.filter(({ id }) => id === forced)
  forward({ incoming, outgoing, targets, scheme: arrival.tls ? 'https' : 'http' })
}

let turn = 0

/** Fly's proxy chooses among the machines; the next one each time shows what that means. */
const inTurn = <T>(targets: readonly T[]): T[] => {
  const at = turn++ % Math.max(1, targets.length)
  return [...targets.slice(at), ...targets.slice(0, at)]
}

interface Forwarded {
  incoming: IncomingMessage
  outgoing: ServerResponse
  targets: readonly { id: string; host: string; port: number }[]
  scheme: string
}

/** Tries one machine after the other; 502 when none accepts, as Fly's proxy answers. */
function forward({ incoming, outgoing, targets, scheme }: Forwarded): void {
  const [target, ...others] = targets
  if (target === undefined) {
    outgoing.writeHead(502, { server: 'Fly', 'content-length': 0 }).end()
    return
  }
  const upstream = request({
    host: target.host,
    port: target.port,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, connection: 'close', 'x-forwarded-proto': scheme, via: '1.1 fly.io' },
    agent: false,
  })
  let accepted = false
  upstream.once('socket', (socket) => {
    socket.once('connect', () => {
      accepted = true
      incoming.pipe(upstream)
    })
  })
  upstream.once('response', (response) => {
    // How long a connection lives is between its two ends.
    const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = response.headers
    outgoing.writeHead(response.statusCode ?? 502, response.statusMessage, headers)
    response.pipe(outgoing)
  })
  upstream.once('error', () => {
    if (outgoing.headersSent) outgoing.destroy()
    else forward({ incoming, outgoing, targets: accepted ? [] : others, scheme })
  })
  outgoing.once('close', () => upstream.destroy())
}
