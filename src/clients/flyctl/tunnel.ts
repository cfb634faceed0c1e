import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { platformError } from '../../lib/errors.ts'
import { oneLine } from '../../lib/text.ts'
import type { Flyctl, FlyctlResult } from './client.ts'
import { plainOutput } from './output.ts'

/** A tunnel of `flyctl proxy` from a port of this machine to a port of an app on Fly's private network. */
export interface Tunnel {
  /** `http://127.0.0.1:PORT`, also before it is open. */
  url: string
  /** Starts flyctl, and waits until the port accepts connections; again after flyctl has ended. Throws ActionError. */
  open(): Promise<void>
  /** Ends flyctl and everything that it has started, and waits for that. */
  close(): Promise<void>
}

/** A new peer of the private network takes some seconds. */
const OPEN_MS = 60_000
const POLL_MS = 200

/** Longer than any run: the tunnel is ended by `close`, with the run, or when the run is cancelled. */
const LIFETIME_MS = 2 ** 31 - 1

/** A tunnel on a port that is free now. */
export async function createTunnel(flyctl: Flyctl, app: string, remotePort: number): Promise<Tunnel> {
  const port = await freePort()
  let running: { stop: AbortController; ended: Promise<FlyctlResult>; isOver: () => boolean } | undefined
  const start = () => {
    const stop = new AbortController()
    let over = false
    const ended = flyctl
      .run({
        command: `proxy ${port}:${remotePort}`,
        app,
        // It ends when this process ends, even when this process is killed: its input is closed then.
        args: ['--watch-stdin'],
        keepsStdin: true,
        stop: stop.signal,
        timeoutMs: LIFETIME_MS,
      })
      .finally(() => {
        over = true
      })
    ended.catch(() => undefined)
    return { stop, ended, isOver: () => over }
  }
  const close = async () => {
    running?.stop.abort()
    await running?.ended.catch(() => undefined)
    running = undefined
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close,
    async open() {
      if (running && !running.isOver()) return
      running = start()
      const last = Date.now() + OPEN_MS
      while (!(await accepts(port))) {
        if (running.isOver()) throw notOpen(app, endOf(await running.ended))
        if (Date.now() >= last) {
          await close()
          throw notOpen(app, `it did not accept connections within ${OPEN_MS / 1000} s`)
        }
        await flyctl.pause(POLL_MS)
      }
    },
  }
}

/** What flyctl said when it ended by itself. */
function endOf({ failure, output }: FlyctlResult): string {
  const last = plainOutput(output).trim().split('\n').at(-1) ?? ''
  return failure?.problem.message ?? `flyctl ended: ${oneLine(last, 200) || 'it printed nothing'}`
}

const notOpen = (app: string, why: string) =>
  platformError(
    'fly-tunnel',
    `The tunnel to ${app} on Fly's private network could not be opened: ${why.replace(/\.$/, '')}.`,
    `\`monitoring.access\` is private, so Prometheus is asked through \`flyctl proxy 9090:9090 -a ${app}\`: try it manually. The token must be allowed to create WireGuard peers (\`flyctl tokens create org\`). With a tunnel or network of your own, set \`prometheus-url\`.`,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Whether something accepts a connection on the port. */
function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    const end = (is: boolean) => {
      socket.destroy()
      done(is)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
