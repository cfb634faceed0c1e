/**
 * What the platform ("Fly") needs from the world that runs its machines: images, processes, probes.
 * The world implements it with real namespaces and processes; conformance tests with one in memory.
 */

/** A machine as the platform asks for it: exactly what flyctl was handed, nothing added to files or flags. */
export interface MachineSpec {
  readonly app: string
  readonly id: string
  /** Its address on the private network (`fdaa:…`), allocated by the platform. */
  readonly address: string
  /** The reference as it was deployed, e.g. `registry.fly.io/app:v2.42.0`. */
  readonly image: string
  /** `[experimental] cmd` or the group's command of `[processes]`; replaces the image's CMD. */
  readonly cmd?: readonly string[]
  /** `[experimental] entrypoint`; replaces the image's ENTRYPOINT. */
  readonly entrypoint?: readonly string[]
  /** `[env]`, secrets, and the `FLY_*` variables that a machine finds. */
  readonly env: Readonly<Record<string, string>>
  readonly files: readonly { readonly guestPath: string; readonly content: Buffer }[]
  readonly mounts: readonly { readonly path: string; readonly volume: string }[]
}

/** A started root process. */
export interface Running {
  readonly exited: Promise<{ code: number | null; signal: string | null }>
  /** Sends the signal and resolves once the root process is gone. */
  stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** What the process has written so far, both streams. */
  output(): string
}

/** A health check as the platform makes it, from outside the machine. */
export interface Probe {
  readonly type: 'tcp' | 'http'
  readonly port: number
  readonly path?: string
  readonly method?: string
}

export interface Runtime {
  /** An unknown image ends a deploy with flyctl's recorded "could not find image". */
  hasImage(ref: string): boolean
  /** Resolves once the root process is spawned in its namespaces; rejects when it can not be. */
  start(spec: MachineSpec): Promise<Running>
  /** One health check; never rejects. `output` is what `checks list` shows. */
  probe(spec: MachineSpec, check: Probe): Promise<{ ok: boolean; output: string }>
}
