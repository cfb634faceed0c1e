import type { MachineCheck, MachinePort } from './machineConfig.ts'

/** A decoded fly.toml, as far as the platform acts on it. Durations are Go's texts. */
export interface FlyToml {
  app?: string
  primary_region?: string
  kill_signal?: string
  kill_timeout?: string
  swap_size_mb?: number
  experimental?: { cmd?: string[]; entrypoint?: string[]; exec?: string[] }
  build?: { image?: string; dockerfile?: string }
  deploy?: {
    strategy?: string
    wait_timeout?: string
    release_command?: string
    release_command_timeout?: string
  }
  env?: Record<string, string>
  processes?: Record<string, string>
  mounts?: Mount[]
  http_service?: HttpService
  services?: Service[]
  checks?: Record<string, TopLevelCheck>
  files?: FileEntry[]
  restart?: Restart[]
  vm?: Compute[]
  metrics?: (Grouped & { port?: number; path?: string; https?: boolean })[]
}

/** Sections that belong to process groups; without `processes` to the default one. */
export interface Grouped {
  processes?: string[]
}

export interface Mount extends Grouped {
  source?: string
  destination?: string
  initial_size?: string
  snapshot_retention?: number
  scheduled_snapshots?: boolean
}

/** A check of a service; its `headers` are a map here and a list in the machine's configuration. */
export type ServiceCheck = Omit<MachineCheck, 'headers' | 'type' | 'port'> & {
  headers?: Record<string, string>
}

export type TopLevelCheck = ServiceCheck & Grouped & { type?: string; port?: number }

interface Scaling {
  internal_port?: number
  auto_stop_machines?: string | boolean
  auto_start_machines?: boolean
  min_machines_running?: number
  concurrency?: unknown
}

export interface HttpService extends Scaling, Grouped {
  force_https?: boolean
  tls_options?: unknown
  http_options?: unknown
  checks?: ServiceCheck[]
}

export interface Service extends Scaling, Grouped {
  protocol?: string
  ports?: MachinePort[]
  tcp_checks?: ServiceCheck[]
  http_checks?: ServiceCheck[]
}

export interface FileEntry extends Grouped {
  guest_path?: string
  local_path?: string
  secret_name?: string
  raw_value?: string
}

export interface Restart extends Grouped {
  policy?: string
  retries?: number
}

export interface Compute extends Grouped {
  size?: string
  memory?: string
  cpu_kind?: string
  cpus?: number
  memory_mb?: number
}
