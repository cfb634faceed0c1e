import {
  limitsOf,
  namedValues,
  type Shape,
  type Shapes,
  tableOf,
  tableOrTables,
  tablesOf,
  value,
} from './shape.ts'

const {
  anyDuration,
  anything,
  anyWhole,
  autostop,
  duration,
  flag,
  formerList,
  headers,
  number,
  size,
  text,
  texts,
  textOrTexts,
  whole,
} = value

const keys = (shape: Shape, names: string): Shapes =>
  Object.fromEntries(names.split(' ').map((name) => [name, shape]))

const TIMES = 'interval timeout grace_period'
/** Older versions of flyctl wrote it to every check of a service; flyctl accepts it there, also with `--strict`. */
const former = { restart_limit: anything }
const httpCheck = { ...keys(text, 'method path protocol tls_server_name'), tls_skip_verify: flag }
const vm = {
  ...keys(text, 'size cpu_kind gpu_kind host_dedication_id'),
  ...keys(whole, 'cpus memory_mb max_memory_mb gpus'),
  ...keys(texts, 'kernel_args processes'),
  memory: size,
  persist_rootfs: anything,
}
const mount = {
  ...keys(text, 'source destination auto_extend_size_increment auto_extend_size_limit'),
  ...keys(whole, 'snapshot_retention auto_extend_size_threshold'),
  scheduled_snapshots: flag,
  initial_size: size,
  processes: texts,
}
const metrics = { port: whole, path: text, https: flag, processes: texts }
const serving = {
  ...keys(anything, 'tls_options http_options machine_checks'),
  auto_stop_machines: autostop,
  auto_start_machines: flag,
  min_machines_running: whole,
  processes: texts,
}
const concurrency = { type: text, ...keys(whole, 'hard_limit soft_limit') }

const topValues = {
  ...keys(text, 'app primary_region kill_signal console_command host_dedication_id machine_config container'),
  kill_timeout: anyDuration,
  swap_size_mb: whole,
}

/** Keys of the file itself, which people write into a table by mistake. */
export const TOP_KEYS: readonly string[] = Object.keys(topValues)

/**
 * The configuration of flyctl (v0.4.88, internal/appconfig): its keys and their types. flyctl ignores
 * keys that it does not know, and refuses the whole file for one value of the wrong type. Rare keys accept anything
 * here; flyctl checks them.
 */
export const FLY_TOML: Shape = tableOf({
  ...topValues,
  ...keys(anything, 'machine_checks statics'),
  experimental: tableOf({
    ...keys(textOrTexts, 'cmd entrypoint exec'),
    ...keys(flag, 'auto_rollback enable_consul enable_etcd lazy_load_images'),
    // Old keys: flyctl moves them to their current sections.
    ...keys(anything, 'metrics_port metrics_path attached'),
    kill_timeout: anyDuration,
    machine_config: text,
  }),
  build: tableOf({
    ...keys(text, 'builder image builtin dockerfile ignorefile build-target build_target compression'),
    ...keys(anything, 'settings compose'),
    buildpacks: texts,
    compression_level: whole,
    args: namedValues(text),
  }),
  deploy: tableOf({
    ...keys(text, 'strategy release_command seed_command'),
    ...keys(duration, 'wait_timeout release_command_timeout'),
    max_unavailable: number,
    release_command_vm: tableOf({ ...vm, memory: text }),
  }),
  env: namedValues(anything),
  processes: namedValues(text),
  http_service: tableOf({
    ...serving,
    internal_port: whole,
    force_https: flag,
    concurrency: tableOf(concurrency),
    checks: tablesOf({ ...httpCheck, ...keys(duration, TIMES), headers: namedValues(text) }),
  }),
  services: tableOrTables({
    ...serving,
    protocol: text,
    internal_port: anyWhole,
    concurrency: limitsOf(concurrency),
    ports: tableOrTables({
      ...keys(anything, 'tls_options http_options proxy_proto_options'),
      ...keys(whole, 'start_port end_port'),
      port: anyWhole,
      handlers: texts,
      force_https: flag,
    }),
    tcp_checks: tableOrTables({ ...keys(anyDuration, TIMES), ...former }),
    script_checks: formerList,
    http_checks: tableOrTables({ ...httpCheck, ...keys(anyDuration, TIMES), ...former, headers }),
  }),
  checks: namedValues(
    tableOf({
      ...httpCheck,
      ...keys(anyDuration, TIMES),
      ...keys(text, 'type name'),
      port: whole,
      processes: texts,
      headers,
    }),
  ),
  files: tablesOf({ ...keys(text, 'guest_path local_path secret_name raw_value'), processes: texts }),
  restart: tablesOf({ policy: text, retries: whole, processes: texts }),
  ...keys(tableOrTables(mount), 'mounts mount'),
  ...keys(tableOrTables(vm), 'vm compute computes'),
  ...keys(tableOrTables(metrics), 'metrics metric'),
})
