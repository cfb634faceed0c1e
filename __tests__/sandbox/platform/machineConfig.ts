/** The configuration of a machine, keys in the order in which flyctl writes them. */
export interface MachineConfig {
  readonly env: Record<string, string>
  readonly init: MachineInit
  readonly guest?: Guest
  readonly metadata: Record<string, string>
  readonly mounts?: MachineMount[]
  readonly services?: MachineService[]
  readonly metrics?: { port?: number; path?: string; https?: boolean }
  readonly checks?: Record<string, MachineCheck>
  readonly image: string
  readonly files?: MachineFile[]
  readonly auto_destroy?: true
  readonly restart?: { policy: 'no' | 'always' | 'on-failure'; max_retries?: number }
  readonly dns?: { skip_registration: true }
  readonly standbys?: string[]
  readonly stop_config?: { timeout?: string; signal?: string }
}

export interface MachineInit {
  readonly exec?: string[]
  readonly entrypoint?: string[]
  readonly cmd?: string[]
  readonly swap_size_mb?: number
}

export interface Guest {
  readonly cpu_kind: string
  readonly cpus: number
  readonly memory_mb: number
}

export interface MachineMount {
  readonly path: string
  readonly size_gb?: number
  readonly volume?: string
  readonly name: string
}

/** Durations are Go's texts. */
export interface MachineCheck {
  readonly port?: number
  readonly type: string
  readonly interval?: string
  readonly timeout?: string
  readonly grace_period?: string
  readonly method?: string
  readonly path?: string
  readonly protocol?: string
  readonly tls_skip_verify?: boolean
  readonly tls_server_name?: string
  readonly headers?: { name: string; values: string[] }[]
}

export interface MachinePort {
  readonly port?: number
  readonly start_port?: number
  readonly end_port?: number
  readonly handlers?: string[]
  readonly force_https?: boolean
  readonly tls_options?: unknown
  readonly http_options?: unknown
}

export interface MachineService {
  readonly protocol: string
  readonly internal_port?: number
  readonly autostop?: boolean | 'suspend'
  readonly autostart?: boolean
  readonly min_machines_running?: number
  readonly ports?: MachinePort[]
  readonly checks?: MachineCheck[]
  readonly concurrency?: unknown
  readonly force_instance_key: null
}

/** `raw_value` is base64; the secret's value too. */
export interface MachineFile {
  readonly guest_path: string
  readonly raw_value?: string
  readonly secret_name?: string
}

export interface ImageRef {
  readonly registry: string
  readonly repository: string
  readonly tag?: string
  readonly digest: string
}
