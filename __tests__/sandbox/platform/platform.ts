/** Placeholder of the types until the platform stands; the world may already import them. */
import type { Runtime } from './runtime.ts'

export interface MachineView {
  readonly app: string
  readonly id: string
  readonly address: string
  readonly state: string
  readonly region: string
  readonly processGroup: string
  readonly services: readonly {
    readonly internalPort: number
    readonly ports: readonly { readonly port: number; readonly handlers: readonly string[]; readonly forceHttps: boolean }[]
  }[]
}

export interface PlatformOptions {
  readonly runtime: Runtime
  readonly logFile?: string
  readonly smokeSeconds?: number
}

export interface Platform {
  readonly url: string
  machines(): readonly MachineView[]
  hasPublicAddress(app: string): boolean
  calls(): readonly { argv: readonly string[]; exit: number; seconds: number }[]
  close(): Promise<void>
}
