import { createServer } from 'node:http'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { ServiceConfig } from '../../src/config/schema.ts'
import { isOnFly } from '../../src/config/services.ts'
import type { Handler, RigMachine } from './case.ts'

interface Open {
  server: Server
  sockets: Set<Socket>
}

/** The services of a case: one port for each service on a machine. */
export function createListeners() {
  const all = new Map<string, Open>()
  return {
    async listen(service: ServiceConfig, machine: RigMachine, handler: Handler | undefined): Promise<void> {
      if (!handler) return
      const server = serverOf(handler, machine)
      const sockets = new Set<Socket>()
      server.on('connection', (socket: Socket) => {
        sockets.add(socket.on('error', () => {}).once('close', () => sockets.delete(socket)))
      })
      all.set(`${service.name}@${machine.id}`, { server, sockets })
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(portOf(service), handler.host ?? machine.privateIp, resolve)
      })
    },
    unlisten(key: string): void {
      const { server, sockets } = all.get(key) ?? {}
      server?.close()
      for (const socket of sockets ?? []) socket.destroy()
      all.delete(key)
    },
  }
}

function serverOf(handler: Handler, machine: RigMachine): Server {
  let n = 0
  if ('raw' in handler) return createTcpServer((socket) => handler.raw(socket, ++n))
  return createServer((request, response) => handler(request, response, ++n, machine))
}

const portOf = (service: ServiceConfig): number => (isOnFly(service) ? service.port : 0)
