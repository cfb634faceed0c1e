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
  /** Fly's own word: `started`, `stopped`, `suspended`, `created`, `starting`, … */
  state: string
  /** Address on the private network; empty while the machine has none. */
  privateIp: string
  processGroup: string
  /** The release that last touched this machine; absent on machines that no deploy made. */
  releaseVersion?: number
  image: { ref: string; repository: string; tag: string; digest: string }
  env: Readonly<Record<string, string>>
  checks: readonly HealthCheck[]
  /** How many checks its configuration defines; results appear some time after the start. */
  checksDefined: number
  mounts: readonly { volume: string; name: string; path: string; sizeGb?: number }[]
  /** A spare that Fly starts when the machine it stands by for goes down; stopped is its normal state. */
  standby: boolean
}

export interface FlyVolume {
  id: string
  name: string
  region: string
  state: string
  sizeGb: number
  /** The machine that holds it. */
  machine?: string
}

export interface FlySecret {
  name: string
  /** Fly's own opaque digest: it changes with the value and says nothing else. */
  digest: string
}

export interface IpAddress {
  address: string
  kind: 'public' | 'private' | 'egress'
  version: 4 | 6
}

/** The line that deploy prints with FLY_EMIT_RELEASE_JSON=1 once it believes that it succeeded. */
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
