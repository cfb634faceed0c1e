import { machineSizeOf } from '../../model/machine-size.ts'

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

/** A machine and its volume. */
export interface Priced {
  region: string
  /** As flyctl names it: `shared-cpu-1x`. */
  size: string
  memoryMb: number
  volumeGb: number
}

interface Price {
  machine: number
  volume: number
}

/** Undefined where no price is known. */
function priceOf({ region, size, memoryMb, volumeGb }: Priced): Price | undefined {
  const known = machineSizeOf(size)
  const factor = REGIONS[region]
  if (!known || factor === undefined) return undefined
  const { cpuKind, cpus } = known
  const { price, includedGb } = CPU[cpuKind]
  const more = Math.max(0, memoryMb / 1024 - cpus * includedGb)
  return { machine: (cpus * price + more * MEMORY_GB) * factor, volume: volumeGb * VOLUME_GB }
}

const dollars = (price: number): string => `$${price.toFixed(2)}`
const totalOf = ({ machine, volume }: Price): string => dollars(machine + volume)

/**
 * About what the monitoring app will cost, and what it costs now where that differs; undefined where no price is known.
 * Traffic and snapshots are not included.
 */
export function monthlyPrice(wanted: Priced, current: Priced | undefined): string | undefined {
  const price = priceOf(wanted)
  if (!price) return undefined
  const { size, memoryMb, region, volumeGb } = wanted
  const now = current && priceOf(current)
  const change = now && totalOf(now) !== totalOf(price) ? `, now ${totalOf(now)}` : ''
  return `about ${totalOf(price)} for 30 days${change}: machine ${size} with ${memoryMb} MB in ${region} ${dollars(price.machine)}, volume of ${volumeGb} GB ${dollars(price.volume)}; without traffic and snapshots (list prices of fly.io/docs/about/pricing, read on 2026-11-27)`
}
