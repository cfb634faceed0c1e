/**
 * Asks the name server of resolv.conf, inside a world: `node dig.ts udp|tcp TYPE NAME`. Prints the response code and
 * the answers as JSON; Node's own resolver would hide both.
 */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import * as dns from 'dns-packet'

const [transport, type = 'AAAA', name = ''] = process.argv.slice(2)
const server = /^nameserver (\S+)$/m.exec(await readFile('/etc/resolv.conf', 'utf8'))?.[1] ?? ''
const query: dns.Packet = {
  type: 'query',
  id: 4711,
  flags: dns.RECURSION_DESIRED,
  questions: [{ type, name, class: 'IN' }],
  answers: [],
}

async function overTcp(): Promise<Buffer> {
  const socket = connect({ host: server, port: 53 })
  socket.write(dns.streamEncode(query))
  let received = Buffer.alloc(0)
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk as Buffer])
    if (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) break
  }
  return received.subarray(2)
}

async function overUdp(): Promise<Buffer> {
  const socket = createSocket('udp6')
  socket.send(dns.encode(query), 53, server)
  const [message] = (await once(socket, 'message')) as [Buffer]
  socket.close()
  return message
}

const response = dns.decode(await (transport === 'tcp' ? overTcp() : overUdp()))
const answers = response.answers.map(({ data, ttl }) => ({ data, ttl }))
process.stdout.write(JSON.stringify({ code: response.flags & 15, answers }))
