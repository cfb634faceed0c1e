import type { MonitoringApp } from '../../desired/monitoring-app.ts'

/**
 * List prices in US dollars for 30 days, from https://fly.io/docs/about/pricing/ as read on 2026-11-27: a machine in
 * Ashburn by its CPUs, with the memory that they include (in GB), memory beyond that and a volume by GB.
 */
const CPU = {
  shared: { price: 2.19, includedGb: 0.25 },
  performance: { price: 33, includedGb: 2 },
} as const
const MEMORY_GB = 6
const VOLUME_GB = 0.15

/** The prices of machines in other regions, relative to Ashburn; from the same site. */
const REGIONS: Readonly<Record<string, number>> = {
  ...{ iad: 1, ewr: 1, ams: 1.0385, arn: 1.0385, yyz: 1.1154, lhr: 1.1346, cdg: 1.1346, fra: 1.1538 },
  ...{ sjc: 1.1923, lax: 1.1995, ord: 1.25, dfw: 1.25, sin: 1.2692, syd: 1.2692, jnb: 1.3029, nrt: 1.3077 },
  gru: 1.6154,
}

/** About what machine and volume cost; undefined where no price is known. Traffic and snapshots are not included. */
export function monthlyPrice(
  { region, volume }: Pick<MonitoringApp, 'region' | 'volume'>,
  vm: { size: string; memoryMb: number },
): string | undefined {
  const size = /^(shared-cpu|performance)-(\d{1,3})x$/.exec(vm.size)
  const factor = REGIONS[region]
  if (!size || factor === undefined) return undefined
  const { price, includedGb } = CPU[size[1] === 'performance' ? 'performance' : 'shared']
  const cpus = Number(size[2])
  const more = Math.max(0, vm.memoryMb / 1024 - cpus * includedGb)
  const machine = (cpus * price + more * MEMORY_GB) * factor
  const stored = volume.sizeGb * VOLUME_GB
  return `about $${(machine + stored).toFixed(2)} for 30 days: machine ${vm.size} with ${vm.memoryMb} MB in ${region} $${machine.toFixed(2)}, volume of ${volume.sizeGb} GB $${stored.toFixed(2)}; without traffic and snapshots (list prices of fly.io/docs/about/pricing, read on 2026-11-27)`
}
