import { spawn } from 'node:child_process'
import { request } from 'undici'
import type { Fault as GrafanaFault, GrafanaStandin } from './grafana/server.ts'
import type { Machines } from './machines.ts'
import type { Fault as PlatformFault } from './platform/faults.ts'
import type { Platform } from './platform/platform.ts'
import type { Command, Exit, FetchRequest, FetchResponse, Reply } from './protocol.ts'

export interface CallsOptions {
  /** Environment of every program run in the world. */
  env: Readonly<Record<string, string>>
  user: { uid: number; gid: number } | undefined
  platform: Platform
  machines: Machines
  grafana: GrafanaStandin
  /** Every name asked for so far, in order. */
  lookups: readonly string[]
}

interface Context {
  id: number
  say(reply: Reply): void
}

type Handler = (params: unknown, context: Context) => Promise<unknown>

/** What a test process may ask of its world. */
export function createCalls(options: CallsOptions): Readonly<Record<string, Handler>> {
  const running = new Map<number, { kill(signal: NodeJS.Signals): boolean }>()

  const run = (command: Command, { id, say }: Context): Promise<Exit> =>
    new Promise((resolve, reject) => {
      const child = spawn(command.command, command.args, {
        cwd: command.cwd,
        env: { ...options.env, ...command.env },
        stdio: ['pipe', 'pipe', 'pipe'],
        // Signals come from the test alone, not from a terminal in front of it.
        detached: true,
        ...options.user,
      })
      running.set(id, child)
      for (const stream of ['stdout', 'stderr'] as const)
        child[stream].setEncoding('utf8').on('data', (text: string) => say({ id, stream, text }))
      child.stdin.on('error', () => undefined).end(command.input ?? '')
      child.once('error', reject)
      child.once('close', (code, signal) => {
        running.delete(id)
        resolve({ code, signal })
      })
    })

  return {
    run: (params, context) => run(params as Command, context),
    signal: async (params) => {
      const { id, signal } = params as { id: number; signal: NodeJS.Signals }
      return running.get(id)?.kill(signal) ?? false
    },
    fetch: (params) => fetchOnce(params as FetchRequest),
    kill: (params) => {
      const { machine, text } = params as { machine: string; text: string }
      return options.machines.kill(machine, text)
    },
    lookups: async () => options.lookups,
    platformCalls: async () => options.platform.calls(),
    platformMachines: async () => options.platform.machines(),
    platformFault: async (params) => options.platform.fault(params as PlatformFault),
    platformClearFaults: async () => options.platform.clearFaults(),
    grafanaRequests: async () => options.grafana.requests(),
    grafanaFault: async (params) => {
      const { path, ...fault } = params as SerialFault
      options.grafana.fault({ ...fault, ...(path !== undefined && { path: new RegExp(path) }) })
    },
  }
}

/** A fault of the Grafana stand-in with its pattern as text, since it travels as JSON. */
export type SerialFault = Omit<GrafanaFault, 'path'> & { path?: string }

async function fetchOnce({ url, method = 'GET', headers, body }: FetchRequest): Promise<FetchResponse> {
  const response = await request(url, { method, headers: headers ?? {}, body: body ?? null, reset: true })
  return { status: response.statusCode, headers: response.headers, body: await response.body.text() }
}
