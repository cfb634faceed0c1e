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

/** The monitoring app and its machine, as configured. */
export interface MeasuredMachine {
  app: string
  vm: { size: string; memory_mb: number }
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

/** A warning where the machine of Prometheus is too small for its targets, with the size that is large enough. */
export function tooSmall({ app, vm }: MeasuredMachine, load: ScrapeLoad): Diagnostic[] {
  const size = machineSizeOf(vm.size)
  if (!size) return []
  const [cpu, memory] = [cpuLimit(size), memoryLimit(vm.memory_mb)]
  const { targets, asMeasured } = load
  if (asMeasured <= cpu && targets <= memory) return []
  const what =
    asMeasured > cpu
      ? `its CPU ends at about ${cpu} with a scrape every 15s, and these are as many as ${Math.round(asMeasured)} of them`
      : `its memory ends at about ${memory}`
  return [
    {
      code: 'fly-monitoring-small',
      severity: 'warning',
      message: `Prometheus has at least ${targets} targets, and a machine of size ${vm.size} with ${vm.memory_mb} MB is too small for them: ${what} (measured with 100 series for each target).`,
      hint: `${largeEnough(load, app)} Scrapes that take less: a longer \`scrape_interval\` of services that change slowly, and \`drop\` for series that no one looks at.`,
    },
  ]
}

function largeEnough({ targets, asMeasured }: ScrapeLoad, app: string): string {
  const memoryMb = Math.max(512, Math.ceil(((targets / TARGETS_PER_512_MB) * 512 * 1.25) / 256) * 256)
  const found = LARGER.find((size) => cpuLimit(size) >= asMeasured)
  if (!found)
    return `No machine of Fly is large enough for one Prometheus: divide the services between several monitoring apps like ${app}, each with a configuration of its own.`
  const { least, most } = memoryRange(found)
  const memory = Math.min(Math.max(memoryMb, least), most)
  return `Set \`monitoring.vm: { size: ${sizeName(found)}, memory_mb: ${memory} }\`.`
}
