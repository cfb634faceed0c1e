import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'
import * as dns from 'dns-packet'
import { EDGE, GRAFANA_HOST, NAME_SERVER } from './addresses.ts'
import type { MachineView } from './platform/platform.ts'

/** What the name server knows; asked anew for every query. */
export interface Directory {
  machines(): readonly MachineView[]
  hasPublicAddress(app: string): boolean
}

/** Fly's private DNS gives every record five seconds. */
const TTL = 5

/** Response code 3: there is no such name. */
const NXDOMAIN = 3

/**
 * The addresses behind a name, or undefined when there is no such name. As Fly's private DNS: only started machines
 * are in `.internal`, and a public name exists only while its app has a public address.
 */
export function resolve(name: string, directory: Directory): { A: string[]; AAAA: string[] } | undefined {
  const host = name.toLowerCase().replace(/\.$/, '')
  const edge = { A: [EDGE.ipv4], AAAA: [EDGE.ipv6] }
  if (host === GRAFANA_HOST) return edge
  const publicApp = /^([^.]+)\.fly\.dev$/.exec(host)?.[1]
  if (publicApp !== undefined) return directory.hasPublicAddress(publicApp) ? edge : undefined
  const started = directory.machines().filter((machine) => machine.state === 'started')
  const found = internal(host, started)
  return found.length === 0 ? undefined : { A: [], AAAA: found.map((machine) => machine.address) }
}

/** https://fly.io/docs/networking/private-networking/ */
function internal(host: string, started: readonly MachineView[]): readonly MachineView[] {
  const of = (app: string | undefined) => started.filter((machine) => machine.app === app)
  const labels = /^(?:(.+)\.)?([^.]+)\.internal$/.exec(host)
  const [, prefix, app] = labels ?? []
  if (prefix === undefined || prefix === 'global') return of(app)
  const [, count] = /^top(\d+)\.nearest\.of$/.exec(prefix) ?? []
  if (count !== undefined) return of(app).slice(0, Number(count))
  const [, group] = /^([^.]+)\.process$/.exec(prefix) ?? []
  if (group !== undefined) return of(app).filter((machine) => machine.processGroup === group)
  const [, id] = /^([^.]+)\.vm$/.exec(prefix) ?? []
  if (id !== undefined) return of(app).filter((machine) => machine.id === id)
  return of(app).filter((machine) => machine.region === prefix)
}

/** Hears every name before it is answered; the answer waits for it. */
export type Asked = (name: string) => Promise<void>

async function answer(message: Uint8Array, directory: Directory, asked: Asked): Promise<dns.Packet> {
  const query = dns.decode(message)
  const response = (code: number, answers: dns.Answer[]): dns.Packet => ({
    type: 'response',
    id: query.id,
    flags: dns.AUTHORITATIVE_ANSWER | dns.RECURSION_AVAILABLE | (query.flags & dns.RECURSION_DESIRED) | code,
    questions: query.questions,
    answers,
  })
  const question = query.questions[0]
  if (question === undefined) return response(0, [])
  await asked(question.name)
  const addresses = resolve(question.name, directory)
  if (addresses === undefined) return response(NXDOMAIN, [])
  const { type, name } = question
  const data = type === 'A' || type === 'AAAA' ? addresses[type] : []
  return response(
    0,
    data.map((address) => ({ type, name, class: 'IN', ttl: TTL, data: address })),
  )
}

/** Listens on `[fdaa::3]:53`, UDP and TCP. */
export async function startNameServer(directory: Directory, asked: Asked): Promise<void> {
  const udp = createSocket('udp6')
  udp.on('message', async (message, peer) => {
    udp.send(dns.encode(await answer(message, directory, asked)), peer.port, peer.address)
  })
  const tcp = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', async (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0)
        const query = received.subarray(2, end)
        received = received.subarray(end)
        socket.write(dns.streamEncode(await answer(query, directory, asked)))
      }
    })
  })
  await Promise.all([
    new Promise<void>((done) => udp.bind({ address: NAME_SERVER, port: 53 }, done)),
    listening(tcp),
  ])
}

function listening(server: Server): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen({ host: NAME_SERVER, port: 53 }, done)
  })
}
