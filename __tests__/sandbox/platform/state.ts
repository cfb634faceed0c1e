import type { FlyToml } from './flyToml.ts'
import type { ImageRef, MachineConfig } from './machineConfig.ts'
import type { Running } from './runtime.ts'

/** Everything that Fly remembers. Times are milliseconds since the epoch. */
export interface State {
  readonly orgs: readonly Org[]
  readonly apps: Map<string, App>
  lastAppNumber: number
}

export interface Org {
  readonly id: string
  readonly number: string
  readonly slug: string
  readonly name: string
  readonly personal: boolean
}

export interface App {
  readonly name: string
  readonly org: string
  readonly number: number
  /** Fly calls an app `deployed` from its first machine on. */
  deployed: boolean
  volumes: Volume[]
  readonly secrets: Map<string, Secret>
  secretsVersion: number
  ips: Ip[]
  readonly releases: Release[]
  machines: Machine[]
  /** Those that destroyed themselves; Fly still shows them for a while. */
  readonly gone: Machine[]
  /** The configuration of the last release. */
  definition: FlyToml | undefined
}

export interface Volume {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly zone: string
  readonly createdAt: number
  readonly encrypted: boolean
  readonly snapshotRetention: number
  readonly autoBackup: boolean
  sizeGb: number
  attachedTo: string | undefined
}

export interface Secret {
  readonly value: string
  readonly updatedAt: number
}

export interface Ip {
  readonly id: string
  readonly address: string
  readonly type: 'v4' | 'shared_v4' | 'v6' | 'private_v6'
  readonly createdAt: number
}

export interface Release {
  readonly id: string
  readonly version: number
  readonly imageRef: string
  readonly createdAt: number
  status: 'pending' | 'running' | 'complete' | 'failed' | 'interrupted'
  error: string | undefined
}

export interface Lease {
  readonly nonce: string
  readonly owner: string
  /** Of the wall clock. */
  readonly expiresAt: number
}

export interface MachineEvent {
  readonly type: 'launch' | 'start' | 'exit'
  readonly status: string
  readonly request?: {
    readonly exit_event?: Record<string, unknown>
    readonly restart_count?: number
  }
  readonly at: number
}

export interface CheckStatus {
  readonly name: string
  readonly status: 'passing' | 'critical'
  readonly output: string
  readonly at: number
}

export interface Machine {
  readonly id: string
  readonly name: string
  readonly app: string
  readonly region: string
  readonly address: string
  readonly createdAt: number
  updatedAt: number
  state: 'created' | 'starting' | 'started' | 'stopping' | 'stopped' | 'destroyed'
  image: ImageRef
  instanceId: string
  config: MachineConfig
  /** Newest first. */
  events: MachineEvent[]
  checks: CheckStatus[]
  lease: Lease | undefined
  minSecretsVersion: number | undefined
  /** Grows with every start and stop; whatever was begun for an older one is void. */
  generation: number
  running: Running | undefined
  exits: number
  /** What earlier processes of this machine wrote. */
  log: string
  /** Where the log of the last update begins. */
  logMark: number
}

const ORGS: readonly Org[] = [
  { id: '293abb6b76d7791c', number: '1001', slug: 'acme', name: 'Acme', personal: false },
  { id: '7f1c0a52d9e84b36', number: '1002', slug: 'personal', name: 'Personal', personal: true },
]

/** A fresh Fly; the names in `foreign` belong to apps of somebody else. */
export function createState(foreign: readonly string[]): State {
  const state: State = { orgs: ORGS, apps: new Map(), lastAppNumber: 500_000 }
  for (const name of foreign) addApp(state, { name, org: 'other-corp', number: 400_000 })
  return state
}

/** A new app without anything. */
export function addApp(state: State, app: { name: string; org: string; number?: number }): App {
  const created: App = {
    name: app.name,
    org: app.org,
    number: app.number ?? ++state.lastAppNumber,
    deployed: false,
    volumes: [],
    secrets: new Map(),
    secretsVersion: 0,
    ips: [],
    releases: [],
    machines: [],
    gone: [],
    definition: undefined,
  }
  state.apps.set(app.name, created)
  return created
}
