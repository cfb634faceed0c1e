import { appendFileSync } from 'node:fs'
import { runFlyctl } from './dispatch.ts'
import { createFaults, type Fault } from './faults.ts'
import { createIds } from './ids.ts'
import { createHost } from './machines.ts'
import { createPace, type Pace } from './pace.ts'
import type { Runtime } from './runtime.ts'
import { serve } from './server.ts'
import type { Internals } from './session.ts'
import { createState, type Machine } from './state.ts'
import type { Terminal } from './terminal.ts'
import { defaultTokens, type Scope } from './tokens.ts'

/** A machine as the world outside of Fly needs to know it. */
export interface MachineView {
  readonly app: string
  readonly id: string
  readonly address: string
  /** Fly's word; only `started` ones are in the DNS. */
  readonly state: string
  readonly region: string
  readonly processGroup: string
  readonly services: readonly {
    readonly internalPort: number
    readonly ports: readonly {
      readonly port: number
      readonly handlers: readonly string[]
      readonly forceHttps: boolean
    }[]
  }[]
}

/** One start of flyctl that has ended. */
export interface FlyctlCall {
  readonly argv: readonly string[]
  readonly exit: number
  readonly seconds: number
}

export interface PlatformOptions {
  readonly runtime: Runtime
  /** Every flyctl call is appended here, one line each: exit code, seconds, argv. */
  readonly logFile?: string
  /** More tokens, beside those of `defaultTokens`. */
  readonly tokens?: Readonly<Record<string, Scope>>
  /** How long flyctl watches a started machine for crashes. Fly's own: 10. */
  readonly smokeSeconds?: number
  /** How many times faster than Fly's the platform's time runs. Default 1. */
  readonly speed?: number
  /** How its time passes, instead of a speed. */
  readonly pace?: Pace
  /** Names of apps that belong to somebody else. Default `taken-elsewhere`. */
  readonly foreignApps?: readonly string[]
}

export interface Platform {
  /** The value of `FLY_API_BASE_URL`. */
  readonly url: string
  machines(): readonly MachineView[]
  /** `*.fly.dev` resolves only for these. */
  hasPublicAddress(app: string): boolean
  calls(): readonly FlyctlCall[]
  /** A start of flyctl by somebody who needs no executable; resolves with its exit code. */
  flyctl(terminal: Terminal): Promise<number>
  fault(rule: Fault): void
  clearFaults(): void
  close(): Promise<void>
}

/** Starts a Fly without apps. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const calls: FlyctlCall[] = []
  const tokens = { ...defaultTokens, ...options.tokens }
  const created = createInternals(options)
  const flyctl = async (terminal: Terminal): Promise<number> => {
    const begin = performance.now()
    const exit = await runFlyctl({ ...created, url: server.url }, terminal, tokens)
    const call = { argv: terminal.argv, exit, seconds: (performance.now() - begin) / 1000 }
    calls.push(call)
    if (options.logFile !== undefined) appendFileSync(options.logFile, callLine(call))
    return exit
  }
  const server = await serve(flyctl)
  const { state, faults, host } = created
  return {
    url: server.url,
    machines: () => [...state.apps.values()].flatMap((app) => app.machines.map(view)),
    hasPublicAddress: (app) => state.apps.get(app)?.ips.some(({ type }) => type !== 'private_v6') ?? false,
    calls: () => calls,
    flyctl,
    fault: (rule) => inject(created, rule),
    clearFaults: faults.clear,
    async close() {
      await server.close()
      await host.close()
    },
  }
}

/** The platform without its door; conformance tests walk in directly. */
export function createInternals(options: PlatformOptions): Omit<Internals, 'url'> {
  const { runtime, smokeSeconds = 10, speed = 1, foreignApps = ['taken-elsewhere'] } = options
  const { pace = createPace(speed) } = options
  const faults = createFaults()
  const ids = createIds()
  const host = createHost({ runtime, pace, faults, ids })
  return { state: createState(foreignApps), runtime, faults, pace, ids, host, smokeSeconds }
}

/** Puts a fault in place; a foreign lease is taken at once. */
export function inject({ state, faults, pace }: Omit<Internals, 'url'>, rule: Fault): void {
  if (rule.kind === 'lease') {
    for (const machine of state.apps.get(rule.app)?.machines ?? []) {
      machine.lease = { nonce: 'foreign', owner: rule.owner, expiresAt: pace.deadline(rule.seconds * 1000) }
    }
  } else {
    faults.add(rule)
  }
}

const callLine = ({ argv, exit, seconds }: FlyctlCall): string =>
  `${exit} ${seconds.toFixed(2)}s ${JSON.stringify(argv)}\n`

const view = (machine: Machine): MachineView => ({
  app: machine.app,
  id: machine.id,
  address: machine.address,
  state: machine.state,
  region: machine.region,
  processGroup: machine.config.metadata.fly_process_group ?? 'app',
  services: (machine.config.services ?? []).map((service) => ({
    internalPort: service.internal_port ?? 0,
    ports: (service.ports ?? []).map(({ port = 0, handlers = [], force_https = false }) => ({
      port,
      handlers,
      forceHttps: force_https,
    })),
  })),
})
