/** A size of a machine without a GPU. */
export interface MachineSize {
  cpuKind: 'shared' | 'performance'
  cpus: number
}

/** MiB for each CPU of a kind (fly-go, machine_types.go). */
const MEMORY_PER_CPU = {
  shared: { least: 256, most: 2048 },
  performance: { least: 2048, most: 8192 },
} as const

/** The size that a configuration names: `shared-cpu-1x`, `performance-2x`; undefined for any other name. */
export function machineSizeOf(name: string): MachineSize | undefined {
  const [, kind, cpus] = /^(shared-cpu|performance)-(\d{1,3})x$/.exec(name) ?? []
  if (kind === undefined) return undefined
  return { cpuKind: kind === 'performance' ? 'performance' : 'shared', cpus: Number(cpus) }
}

/** The name of a size as a configuration has it. */
export function sizeName({ cpuKind, cpus }: { cpuKind: string; cpus: number }): string {
  return cpuKind === 'shared' ? `shared-cpu-${cpus}x` : `${cpuKind}-${cpus}x`
}

/** The memory that Fly offers for a size, in MiB. */
export function memoryRange({ cpuKind, cpus }: MachineSize): { least: number; most: number } {
  const { least, most } = MEMORY_PER_CPU[cpuKind]
  return { least: least * cpus, most: most * cpus }
}
