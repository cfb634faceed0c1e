import { quoted } from '../../lib/text.ts'

interface Range {
  /** MiB. */
  least: number
  most: number
}

/** What Fly gives to a CPU of each kind (fly-go, machine_types.go); machines with a GPU are not looked at. */
const MEMORY: Readonly<Record<string, Range>> = {
  shared: { least: 256, most: 2048 },
  performance: { least: 2048, most: 8192 },
}

const SIZES = [
  ...[1, 2, 4, 6, 8].map((n) => `shared-cpu-${n}x`),
  ...[1, 2, 4, 6, 8, 10, 12, 14, 16].map((n) => `performance-${n}x`),
  ...['a100-40gb', 'a100-80gb', 'l40s', 'a10'],
]

/** What is wrong with a machine: which of the two values, and what to do. */
export interface MachineFault {
  about: 'size' | 'memory'
  message: string
  hint: string
}

/** Whether Fly has a machine of this size with so many MiB of memory; without memory it has the usual ones. */
export function machineFault(size: string, memory: number | undefined): MachineFault | undefined {
  if (!SIZES.includes(size)) {
    const hint = 'Use one such as "shared-cpu-1x".'
    return { about: 'size', message: `There is no machine size ${quoted(size)}.`, hint }
  }
  const [, kind = '', cpus = ''] = /^(shared|performance)-\D*(\d+)x$/.exec(size) ?? []
  const range = MEMORY[kind]
  if (!range || memory === undefined) return undefined
  const [least, most] = [range.least * Number(cpus), range.most * Number(cpus)]
  if (memory >= least && memory <= most) return undefined
  const message = `A machine of size ${size} cannot have ${memory} MB of memory.`
  return { about: 'memory', message, hint: `Use ${least} to ${most} MB, or another size.` }
}
