import type { JsonObject } from '../lib/json-value.ts'

export interface HealthCheck {
  name: string
  /** `passing`, `warning` or `critical`. */
  status: string
  output: string
}

export interface Machine {
  id: string
  app: string
  region: string
  /** As reported by Fly: `started`, `stopped`, `suspended`, `created`, `starting`, … */
  state: string
  /** When Fly created it, on Fly's clock; empty when the answer does not contain it. */
  createdAt: string
  /** When Fly last changed it, on Fly's clock. */
  updatedAt: string
  /** Its last exit, if it has exited since its last update. */
  exit?: MachineExit
  /** Whether its services are on public ports, if it has an address. */
  isPublic: boolean
  /** Address on the private network; empty while the machine has none. */
  privateIp: string
  processGroup: string
  /** The release that last changed this machine; absent on machines that no deploy created. */
  releaseVersion?: number
  image: { ref: string; repository: string; tag: string; digest: string }
  env: Readonly<Record<string, string>>
  checks: readonly HealthCheck[]
  /** Number of checks in its configuration; results appear some time after the start. */
  checksDefined: number
  mounts: readonly { volume: string; name: string; path: string; sizeGb?: number }[]
  /** Identifies the request of a bluegreen deploy that has made it. */
  launch?: string
  /** Made by a canary deploy to be destroyed at once, when its checks have passed. */
  isCanary?: true
  /** A standby machine that Fly starts when another machine fails; `stopped` is its normal state. */
  standby: boolean
  /** Absent where Fly does not report it. */
  guest?: { cpuKind: string; cpus: number; memoryMb: number }
  /** The arguments of its program, as far as its configuration sets them; absent: those of the image. */
  command?: readonly string[]
  /** The files that its configuration adds to its image. */
  files?: readonly MachineFile[]
  /** What Fly's managed Prometheus was told to scrape on it; absent: nothing. */
  metrics?: FlyScrape
}

/** One page of metrics of a machine, as its configuration names it for Fly's managed Prometheus: there is at most one. */
export interface FlyScrape {
  port: number
  path: string
  https: boolean
}

/** A file of a machine: its text, or the secret that it consists of. Neither: Fly does not report it. */
export interface MachineFile {
  guestPath: string
  text?: string
  secret?: string
}

/** A machine with its whole configuration as Fly stores it, to be compared and restored. It has secrets of `[env]` in it. */
export interface StoredMachine
  extends Pick<Machine, 'id' | 'processGroup' | 'releaseVersion' | 'image' | 'isCanary'> {
  /** The commit that its image was built from, when flyctl built it in a workflow. */
  commit?: string
  config: JsonObject
}

/** How a machine's program ended. */
export interface MachineExit {
  code: number
  /** It ran out of memory. */
  oom: boolean
  /** A person or a deploy stopped it. */
  requested: boolean
  /** How often Fly has restarted it since its last update. */
  restarts: number
}

export interface FlyVolume {
  id: string
  name: string
  region: string
  state: string
  sizeGb: number
  /** When Fly created it, on Fly's clock; empty when the answer does not contain it. */
  createdAt: string
  /** The machine that it is attached to. */
  machine?: string
}

export interface FlySecret {
  name: string
  /** Fly's opaque digest: it changes with the value. */
  digest: string
}

export interface IpAddress {
  address: string
  /** When it was allocated; of a shared address, flyctl does not report it. */
  createdAt: string
  kind: 'public' | 'private' | 'egress'
  version: 4 | 6
}

/** The line that `flyctl deploy` prints with FLY_EMIT_RELEASE_JSON=1 when it considers the deploy successful. */
export interface EmittedRelease {
  version: number
  imageRef: string
}

/** A row of `releases --json`. */
export interface Release {
  version: number
  /** `complete`, `failed`, `interrupted`, `running`, … */
  status: string
  imageRef: string
  createdAt: Date
}
