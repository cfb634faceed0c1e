import { FlyError } from './errors.ts'
import type { Compute, FlyToml } from './flyToml.ts'
import type { Guest, MachineConfig, MachineFile } from './machineConfig.ts'
import { flatten } from './processGroups.ts'
import { servicesOf, toMachineService, toTopLevelCheck } from './services.ts'
import { splitCommand } from './shellWords.ts'

/** The version that the recordings' flyctl stamps on machines. */
export const FLYCTL_VERSION = '0.4.88'

/** The release that a machine belongs to. */
export interface ReleaseStamp {
  readonly id: string
  readonly version: number
}

/** What a deploy puts into every machine, whatever its group. */
export interface Shipment {
  readonly config: FlyToml
  readonly image: string
  readonly files: readonly MachineFile[]
  readonly release: ReleaseStamp
}

const RESTART = { always: 'always', never: 'no', 'on-failure': 'on-failure' } as const

/** The machine configuration of a process group; `before` is what an existing machine has now. */
export function toMachineConfig(shipment: Shipment, group: string, before?: MachineConfig): MachineConfig {
  const config = flatten(shipment.config, group)
  const guest = config.vm?.[0] === undefined ? before?.guest : toGuest(config.vm[0])
  const services = servicesOf(config).map(toMachineService)
  const checks = checksOf(config, group)
  const mounts = (config.mounts ?? []).map(({ source = '', destination = '' }) => ({
    path: destination,
    name: source,
  }))
  const restart = config.restart?.at(-1)
  const { metrics: [metrics] = [] } = config
  return {
    env: sorted({ ...config.env, FLY_PROCESS_GROUP: group, ...primaryRegion(config) }),
    init: toInit(config, group),
    ...(guest === undefined ? {} : { guest }),
    metadata: metadata(shipment.release, group, before?.metadata),
    ...(mounts.length === 0 ? {} : { mounts }),
    ...(services.length === 0 ? {} : { services }),
    ...(metrics === undefined ? {} : { metrics: withoutProcesses(metrics) }),
    ...(checks === undefined ? {} : { checks }),
    image: shipment.image,
    ...(shipment.files.length === 0 ? {} : { files: [...shipment.files] }),
    ...(restart === undefined ? {} : { restart: toRestart(restart) }),
    ...stopConfig(config),
  }
}

/** The machine of a `release_command`: it runs once and is destroyed. */
export function toReleaseConfig(shipment: Shipment, command: readonly string[], guest: Guest): MachineConfig {
  const { config, release, image, files } = shipment
  const group = 'fly_app_release_command'
  const entrypoint = config.experimental?.entrypoint
  return {
    env: sorted({ ...config.env, RELEASE_COMMAND: '1', FLY_PROCESS_GROUP: group, ...primaryRegion(config) }),
    init: { ...(entrypoint === undefined ? {} : { entrypoint }), cmd: [...command] },
    guest,
    metadata: metadata(release, group),
    image,
    ...(files.length === 0 ? {} : { files: [...files] }),
    auto_destroy: true,
    restart: { policy: 'no' },
    dns: { skip_registration: true },
    ...stopConfig(config),
  }
}

function toInit(config: FlyToml, group: string): MachineConfig['init'] {
  const { cmd: fallback, entrypoint, exec } = config.experimental ?? {}
  const command = config.processes?.[group] ?? ''
  const cmd = command === '' ? fallback : splitCommand(command)
  return {
    ...(exec === undefined ? {} : { exec }),
    ...(entrypoint === undefined ? {} : { entrypoint }),
    ...(cmd === undefined || cmd.length === 0 ? {} : { cmd }),
    ...(config.swap_size_mb === undefined ? {} : { swap_size_mb: config.swap_size_mb }),
  }
}

function checksOf(config: FlyToml, group: string): MachineConfig['checks'] {
  const entries = Object.entries(config.checks ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  if (entries.length === 0) return undefined
  return Object.fromEntries(
    entries.map(([name, { processes: _groups, ...check }]) => {
      const port = check.port ?? config.http_service?.internal_port
      if (port === undefined) {
        throw new FlyError(
          `Check '${name}' for process group '${group}' has no port set and the group has no http_service to take it from`,
        )
      }
      return [name, toTopLevelCheck(check, port)]
    }),
  )
}

function metadata(
  release: ReleaseStamp,
  group: string,
  before: Record<string, string> = {},
): Record<string, string> {
  return sorted({
    ...before,
    fly_flyctl_version: FLYCTL_VERSION,
    fly_platform_version: 'v2',
    fly_process_group: group,
    fly_release_id: release.id,
    fly_release_version: String(release.version),
  })
}

const primaryRegion = (config: FlyToml): Record<string, string> =>
  config.primary_region === undefined ? {} : { PRIMARY_REGION: config.primary_region }

function toRestart({
  policy,
  retries,
}: {
  policy?: string
  retries?: number
}): NonNullable<MachineConfig['restart']> {
  return {
    policy: RESTART[policy as keyof typeof RESTART],
    ...(retries === undefined || retries === 0 ? {} : { max_retries: retries }),
  }
}

function stopConfig({
  kill_signal: signal,
  kill_timeout: timeout,
}: FlyToml): Pick<MachineConfig, 'stop_config'> {
  if (signal === undefined && timeout === undefined) return {}
  return {
    stop_config: {
      ...(timeout === undefined ? {} : { timeout }),
      ...(signal === undefined ? {} : { signal }),
    },
  }
}

/** A named size, or single values over the smallest one. */
export function toGuest(compute: Compute): Guest {
  const size = compute.size ?? 'shared-cpu-1x'
  const match = /^(shared-cpu|performance)-([0-9]+)x$/.exec(size)
  if (match === null) {
    throw new FlyError(
      `invalid machine preset requested, '${size}', expected to start with 'shared' or 'performance'`,
    )
  }
  const shared = match[1] === 'shared-cpu'
  const cpus = Number(match[2])
  const memory = compute.memory === undefined ? undefined : parseMemoryMb(compute.memory)
  return {
    cpu_kind: compute.cpu_kind ?? (shared ? 'shared' : 'performance'),
    cpus: compute.cpus ?? cpus,
    memory_mb: compute.memory_mb ?? memory ?? cpus * (shared ? 256 : 2048),
  }
}

/** `512`, `512mb` and `1gb`. */
function parseMemoryMb(text: string): number {
  const match = /^([0-9]+(?:\.[0-9]+)?)\s*([mg]?)i?b?$/i.exec(text.trim())
  if (match?.[1] === undefined) throw new FlyError(`invalid size: '${text}'`)
  return Math.floor(Number(match[1]) * (match[2]?.toLowerCase() === 'g' ? 1024 : 1))
}

function withoutProcesses<T extends { processes?: string[] }>(section: T): Omit<T, 'processes'> {
  const { processes: _groups, ...rest } = section
  return rest
}

/** A map as Go writes it. */
export const sorted = (map: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)))
