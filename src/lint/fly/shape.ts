/** What flyctl takes for a value, after the conversions that it makes for some keys and not for others. */
export type Shape =
  | 'text'
  | 'flag'
  | 'whole'
  | 'number'
  | 'texts'
  /** A text in Go's syntax, or a number of nanoseconds. */
  | 'duration'
  /** A text in Go's syntax; anything else is converted or left out. */
  | 'any-duration'
  /** A whole number, also as a text. */
  | 'any-whole'
  | 'text-or-texts'
  /** A text or a number. */
  | 'size'
  | 'autostop'
  /** A table, or a list of tables with a name each. */
  | 'headers'
  | 'anything'
  /** `limits`: or a text in the old form `soft,hard`. */
  | { table: Shapes; limits?: true }
  /** A list of tables; `one`: a single table does as well. */
  | { list: Shapes; one: boolean }
  /** A table with keys of the user's own; `named`: or a list of tables that name themselves. */
  | { map: Shape; named: boolean }
export type Shapes = Readonly<Record<string, Shape>>

const keys = (shape: Shape, names: string): Shapes =>
  Object.fromEntries(names.split(' ').map((name) => [name, shape]))
const table = (shapes: Shapes): Shape => ({ table: shapes })
const list = (shapes: Shapes): Shape => ({ list: shapes, one: false })
const oneOrMore = (shapes: Shapes): Shape => ({ list: shapes, one: true })
const map = (shape: Shape): Shape => ({ map: shape, named: false })
const named = (shape: Shape): Shape => ({ map: shape, named: true })

const TIMES = 'interval timeout grace_period'
const httpCheck = {
  ...keys('text', 'method path protocol tls_server_name'),
  ...keys('flag', 'tls_skip_verify'),
}
const vm = {
  ...keys('text', 'size cpu_kind gpu_kind host_dedication_id'),
  ...keys('whole', 'cpus memory_mb max_memory_mb gpus'),
  ...keys('texts', 'kernel_args processes'),
  ...keys('size', 'memory'),
  ...keys('anything', 'persist_rootfs'),
}
const mount = {
  ...keys('text', 'source destination auto_extend_size_increment auto_extend_size_limit'),
  ...keys('whole', 'snapshot_retention auto_extend_size_threshold'),
  ...keys('flag', 'scheduled_snapshots'),
  ...keys('size', 'initial_size'),
  ...keys('texts', 'processes'),
}
const metrics = {
  ...keys('whole', 'port'),
  ...keys('text', 'path'),
  ...keys('flag', 'https'),
  ...keys('texts', 'processes'),
}
const machineChecks = list({
  ...keys('texts', 'command entrypoint'),
  ...keys('text', 'image kill_signal'),
  ...keys('duration', 'kill_timeout'),
})
const edge = {
  tls_options: table({ ...keys('texts', 'alpn versions'), ...keys('flag', 'default_self_signed') }),
  http_options: table({
    ...keys('flag', 'compress h2_backend'),
    ...keys('whole', 'idle_timeout headers_read_timeout'),
    response: table({ headers: 'anything', pristine: 'flag' }),
    replay_cache: list({
      ...keys('text', 'path_prefix type name'),
      ...keys('whole', 'ttl_seconds'),
      ...keys('flag', 'allow_bypass'),
    }),
  }),
}
const serving = {
  ...keys('autostop', 'auto_stop_machines'),
  ...keys('flag', 'auto_start_machines'),
  ...keys('whole', 'min_machines_running'),
  ...keys('texts', 'processes'),
  machine_checks: machineChecks,
}

const concurrency = { ...keys('text', 'type'), ...keys('whole', 'hard_limit soft_limit') }

const httpService = table({
  ...serving,
  ...edge,
  ...keys('whole', 'internal_port'),
  ...keys('flag', 'force_https'),
  concurrency: table(concurrency),
  checks: list({ ...httpCheck, ...keys('duration', TIMES), headers: map('text') }),
})

const services = oneOrMore({
  ...serving,
  ...keys('text', 'protocol'),
  ...keys('any-whole', 'internal_port'),
  concurrency: { table: concurrency, limits: true },
  ports: oneOrMore({
    ...edge,
    ...keys('any-whole', 'port'),
    ...keys('whole', 'start_port end_port'),
    ...keys('texts', 'handlers'),
    ...keys('flag', 'force_https'),
    proxy_proto_options: table(keys('text', 'version')),
  }),
  tcp_checks: oneOrMore(keys('any-duration', TIMES)),
  http_checks: oneOrMore({ ...httpCheck, ...keys('any-duration', TIMES), headers: 'headers' }),
})

/**
 * The whole of flyctl's configuration (v0.4.88, internal/appconfig): which keys there are, and what they take.
 * flyctl ignores keys that it does not know, and refuses the whole file for one value of a wrong type.
 */
export const FLY_TOML: Shapes = {
  ...keys(
    'text',
    'app primary_region kill_signal console_command host_dedication_id machine_config container',
  ),
  ...keys('any-duration', 'kill_timeout'),
  ...keys('whole', 'swap_size_mb'),
  experimental: table({
    ...keys('text-or-texts', 'cmd entrypoint exec'),
    ...keys('flag', 'auto_rollback enable_consul enable_etcd lazy_load_images'),
    ...keys('text', 'machine_config'),
    // Old keys: flyctl moves them to where they belong today.
    ...keys('any-duration', 'kill_timeout'),
    ...keys('anything', 'metrics_port metrics_path'),
    attached: table({ secrets: table({ export: map('text') }) }),
  }),
  build: table({
    ...keys('text', 'builder image builtin dockerfile ignorefile build-target build_target compression'),
    ...keys('texts', 'buildpacks'),
    ...keys('whole', 'compression_level'),
    ...keys('anything', 'settings'),
    args: map('text'),
    compose: table(keys('text', 'file')),
  }),
  deploy: table({
    ...keys('text', 'strategy release_command seed_command'),
    ...keys('number', 'max_unavailable'),
    ...keys('duration', 'wait_timeout release_command_timeout'),
    release_command_vm: table({ ...vm, memory: 'text' }),
  }),
  env: named('anything'),
  processes: named('text'),
  http_service: httpService,
  services,
  checks: named(
    table({
      ...httpCheck,
      ...keys('any-duration', TIMES),
      ...keys('text', 'type name'),
      ...keys('whole', 'port'),
      ...keys('texts', 'processes'),
      ...keys('headers', 'headers'),
    }),
  ),
  files: list({
    ...keys('text', 'guest_path local_path secret_name raw_value'),
    ...keys('texts', 'processes'),
  }),
  machine_checks: machineChecks,
  restart: list({ ...keys('text', 'policy'), ...keys('whole', 'retries'), ...keys('texts', 'processes') }),
  statics: list(keys('text', 'guest_path url_prefix tigris_bucket index_document')),
  ...{ mounts: oneOrMore(mount), mount: oneOrMore(mount) },
  ...{ vm: oneOrMore(vm), compute: oneOrMore(vm), computes: oneOrMore(vm) },
  ...{ metrics: oneOrMore(metrics), metric: oneOrMore(metrics) },
}
