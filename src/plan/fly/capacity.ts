import type { Diagnostic } from '../../lib/errors.ts'
import { type MachineSize, machineSizeOf, memoryRange, sizeName } from '../../model/machine-size.ts'

/**
 * What one Prometheus carries, measured on 3.14 with a scrape every 15 s and 100 series for each target: a shared CPU has a
 * sixteenth of a core for good, which ends at about 600 targets; 512 MB of memory end at about 2,000.
 */
const TARGETS_PER_SHARED_CPU = 600
const SHARED_CPUS_PER_CORE = 16
const TARGETS_PER_512_MB = 2_000
/** The interval of the measurement. */
export const MEASURED_INTERVAL_MS = 15_000

/** Sizes to move to, from the cheapest on. */
const LARGER: readonly MachineSize[] = [
  ...[1, 2, 4, 8].map((cpus) => ({ cpuKind: 'shared' as const, cpus })),
  ...[1, 2].map((cpus) => ({ cpuKind: 'performance' as const, cpus })),
]

/** As many shards as can be configured. */
const MOST_SHARDS = 16
/** A hash does not share targets equally: of 600 for each of several shards, one gets 50 more at times. */
const SHARE = 1.1

/** The monitoring app and its machines, as configured. */
export interface MeasuredMachine {
  app: string
  vm: { size: string; memory_mb: number }
  engine: 'server' | 'agent' | 'fly'
  shards: number
}

const cpuLimit = ({ cpuKind, cpus }: MachineSize): number =>
  TARGETS_PER_SHARED_CPU * cpus * (cpuKind === 'performance' ? SHARED_CPUS_PER_CORE : 1)

const memoryLimit = (memoryMb: number): number => Math.floor((memoryMb / 512) * TARGETS_PER_512_MB)

/** What Prometheus has to scrape. */
export interface ScrapeLoad {
  /** Each one has series in memory, however often it is scraped. */
  targets: number
  /** As many targets that are scraped every 15 s would need the same CPU. */
  asMeasured: number
}

/** A warning where the machines of Prometheus are too small for their targets, with what is large enough. */
export function tooSmall(monitoring: MeasuredMachine, load: ScrapeLoad): Diagnostic[] {
  const { vm, shards } = monitoring
  const size = machineSizeOf(vm.size)
  if (!size) return []
  const [cpu, memory] = [cpuLimit(size), memoryLimit(vm.memory_mb)]
  const [targets, asMeasured] = [load.targets / shards, load.asMeasured / shards]
  if (asMeasured <= cpu && targets <= memory) return []
  const what =
    asMeasured > cpu
      ? `its CPU ends at about ${cpu} with a scrape every 15s, and these are as many as ${Math.round(asMeasured)} of them`
      : `its memory ends at about ${memory}`
  const each = shards === 1 ? '' : `, about ${Math.round(targets)} for each of ${shards} shards`
  return [
    {
      code: 'fly-monitoring-small',
      severity: 'warning',
      message: `Prometheus has at least ${load.targets} targets${each}, and a machine of size ${vm.size} with ${vm.memory_mb} MB is too small for them: ${what} (measured with 100 series for each target).`,
      hint: `${largeEnough(load, monitoring)} Scrapes that take less: a longer \`scrape_interval\` of services that change slowly, and \`drop\` for series that no one looks at.`,
    },
  ]
}

function largeEnough(load: ScrapeLoad, monitoring: MeasuredMachine): string {
  const { app, engine, vm } = monitoring
  const larger = largerMachine(load)
  const current = machineSizeOf(vm.size)
  const sharded = current && shardsFor(load, current, vm.memory_mb)
  if (engine === 'agent' && sharded !== undefined)
    return `Set \`monitoring.shards: ${sharded}\`: each machine then has about ${Math.round(load.targets / sharded)} targets.${larger ? ` Or a larger machine: \`monitoring.vm: ${larger}\` and one shard.` : ''}`
  if (larger)
    return `Set \`monitoring.vm: ${larger}\`${engine === 'agent' ? ' and `monitoring.shards: 1`' : ''}.`
  const many = mostShards(load)
  const several = `divide the services between several monitoring apps like ${app}, each with a configuration of its own.`
  if (!many) return `No machine of Fly is large enough: ${several}`
  return `No machine of Fly is large enough for one Prometheus: set \`monitoring: { engine: agent, shards: ${many.shards}, vm: ${many.vm} }\`, with a store in \`remote_write\`; or ${several}`
}

/** How many machines of a size share the load; undefined where that is more than can be configured. */
function shardsFor(
  { targets, asMeasured }: ScrapeLoad,
  size: MachineSize,
  memoryMb: number,
): number | undefined {
  const shards = Math.ceil(SHARE * Math.max(asMeasured / cpuLimit(size), targets / memoryLimit(memoryMb)))
  return shards <= MOST_SHARDS ? shards : undefined
}

/** The cheapest size of which as many machines as can be configured are large enough. */
function mostShards(load: ScrapeLoad): { shards: number; vm: string } | undefined {
  for (const size of LARGER) {
    const share = { targets: load.targets / MOST_SHARDS, asMeasured: load.asMeasured / MOST_SHARDS }
    const memoryMb = memoryFor({ ...share, targets: share.targets * SHARE }, size)
    const shards = shardsFor(load, size, memoryMb)
    if (shards !== undefined) return { shards, vm: vmOf(size, memoryMb) }
  }
  return undefined
}

/** The cheapest machine that is large enough for all targets. */
function largerMachine(load: ScrapeLoad): string | undefined {
  const found = LARGER.find((size) => cpuLimit(size) >= load.asMeasured)
  return found && vmOf(found, memoryFor(load, found))
}

function memoryFor({ targets }: ScrapeLoad, size: MachineSize): number {
  const memoryMb = Math.max(512, Math.ceil(((targets / TARGETS_PER_512_MB) * 512 * 1.25) / 256) * 256)
  const { least, most } = memoryRange(size)
  return Math.min(Math.max(memoryMb, least), most)
}

const vmOf = (size: MachineSize, memoryMb: number): string =>
  `{ size: ${sizeName(size)}, memory_mb: ${memoryMb} }`
