/** The shape of flyctl's configuration structs: for type errors in Go's words and for strict validation. */
export type Schema =
  | { readonly kind: 'string' | 'int' | 'bool' | 'float64' | 'duration' | 'autostop' | 'any' }
  | { readonly kind: 'list'; readonly of: Schema; readonly pointers: boolean }
  | { readonly kind: 'map'; readonly of: Schema }
  | StructSchema

/** A struct of flyctl; `embedded` names the one inside it that some of its fields come from. */
export interface StructSchema {
  readonly kind: 'struct'
  readonly name: string
  readonly fields: Readonly<Record<string, Schema>>
  readonly embedded?: { readonly name: string; readonly fields: readonly string[] }
}

const string: Schema = { kind: 'string' }
const int: Schema = { kind: 'int' }
const bool: Schema = { kind: 'bool' }
const float: Schema = { kind: 'float64' }
const duration: Schema = { kind: 'duration' }
const any: Schema = { kind: 'any' }
const list = (of: Schema): Schema => ({ kind: 'list', of, pointers: false })
const pointers = (of: Schema): Schema => ({ kind: 'list', of, pointers: true })
const map = (of: Schema): Schema => ({ kind: 'map', of })
const struct = (name: string, fields: Readonly<Record<string, Schema>>): Schema => ({
  kind: 'struct',
  name,
  fields,
})

const processes = { processes: list(string) }

const check = {
  interval: duration,
  timeout: duration,
  grace_period: duration,
  method: string,
  path: string,
  protocol: string,
  tls_skip_verify: bool,
  tls_server_name: string,
  headers: map(string),
}

const machineCheck = struct('ServiceMachineCheck', {
  command: list(string),
  image: string,
  entrypoint: list(string),
  kill_signal: string,
  kill_timeout: duration,
})

const scaling = {
  internal_port: int,
  auto_stop_machines: { kind: 'autostop' } as const,
  auto_start_machines: bool,
  min_machines_running: int,
}

const concurrency = struct('MachineServiceConcurrency', { type: string, hard_limit: int, soft_limit: int })

const guest = {
  cpu_kind: string,
  cpus: int,
  memory_mb: int,
  max_memory_mb: int,
  gpus: int,
  gpu_kind: string,
  host_dedication_id: string,
  persist_rootfs: any,
  kernel_args: list(string),
}

const port = struct('MachinePort', {
  port: int,
  start_port: int,
  end_port: int,
  handlers: list(string),
  force_https: bool,
  tls_options: any,
  http_options: any,
  proxy_proto_options: any,
})

const compute: Schema = {
  kind: 'struct',
  name: 'Compute',
  fields: { size: string, memory: string, ...guest, ...processes },
  embedded: { name: 'MachineGuest', fields: Object.keys(guest) },
}

const metrics: Schema = {
  kind: 'struct',
  name: 'Metrics',
  fields: { port: int, path: string, https: bool, ...processes },
  embedded: { name: 'MachineMetrics', fields: ['port', 'path', 'https'] },
}

/** `appconfig.Config` of flyctl 0.4.88, field by field. */
export const configSchema = struct('Config', {
  app: string,
  primary_region: string,
  kill_signal: string,
  kill_timeout: duration,
  swap_size_mb: int,
  console_command: string,
  experimental: struct('Experimental', {
    cmd: list(string),
    entrypoint: list(string),
    exec: list(string),
    auto_rollback: bool,
    enable_consul: bool,
    enable_etcd: bool,
    lazy_load_images: bool,
    attached: any,
    machine_config: string,
  }),
  build: struct('Build', {
    builder: string,
    args: map(string),
    buildpacks: list(string),
    image: string,
    settings: any,
    builtin: string,
    dockerfile: string,
    ignorefile: string,
    'build-target': string,
    compose: any,
    compression: string,
    compression_level: int,
  }),
  deploy: struct('Deploy', {
    strategy: string,
    max_unavailable: float,
    wait_timeout: duration,
    release_command: string,
    release_command_timeout: duration,
    release_command_vm: compute,
    seed_command: string,
  }),
  env: map(string),
  processes: map(string),
  mounts: list(
    struct('Mount', {
      source: string,
      destination: string,
      initial_size: string,
      snapshot_retention: int,
      scheduled_snapshots: bool,
      auto_extend_size_threshold: int,
      auto_extend_size_increment: string,
      auto_extend_size_limit: string,
      ...processes,
    }),
  ),
  http_service: struct('HTTPService', {
    ...scaling,
    force_https: bool,
    ...processes,
    concurrency,
    tls_options: any,
    http_options: any,
    checks: pointers(struct('ServiceHTTPCheck', check)),
    machine_checks: pointers(machineCheck),
  }),
  services: list(
    struct('Service', {
      protocol: string,
      ...scaling,
      ports: list(port),
      concurrency,
      tcp_checks: pointers(
        struct('ServiceTCPCheck', { interval: duration, timeout: duration, grace_period: duration }),
      ),
      http_checks: pointers(struct('ServiceHTTPCheck', check)),
      machine_checks: pointers(machineCheck),
      ...processes,
    }),
  ),
  checks: map(struct('ToplevelCheck', { port: int, type: string, ...check, ...processes })),
  files: list(
    struct('File', {
      guest_path: string,
      local_path: string,
      secret_name: string,
      raw_value: string,
      ...processes,
    }),
  ),
  host_dedication_id: string,
  machine_config: string,
  container: string,
  machine_checks: pointers(machineCheck),
  restart: list(struct('Restart', { policy: string, retries: int, ...processes })),
  vm: pointers(compute),
  statics: list(
    struct('Static', {
      guest_path: string,
      url_prefix: string,
      tigris_bucket: string,
      index_document: string,
    }),
  ),
  metrics: pointers(metrics),
})
