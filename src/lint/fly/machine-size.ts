import { quoted } from '../../lib/quote.ts'
import { machineSizeOf, memoryRange } from '../../model/machine-size.ts'
import type { Rule } from '../rule.ts'
import { goSize } from './go.ts'
import type { FlyFile } from './subject.ts'

const file = (lines: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
${lines}
`

const SIZES = [
  ...[1, 2, 4, 6, 8].map((n) => `shared-cpu-${n}x`),
  ...[1, 2, 4, 6, 8, 10, 12, 14, 16].map((n) => `performance-${n}x`),
  ...['a100-40gb', 'a100-80gb', 'l40s', 'a10'],
]

/** Why a machine does not exist: which of the two values, and what to do. */
export interface MachineFault {
  about: 'size' | 'memory'
  message: string
  hint: string
}

/** Checks that Fly has a machine of this size with this much memory (MiB); undefined memory is the default of the size. */
export function machineFault(size: string, memory: number | undefined): MachineFault | undefined {
  if (!SIZES.includes(size)) {
    const near = [
      size.replace('performance-cpu-', 'performance-'),
      size.replace(/^shared-(?!cpu)/, 'shared-cpu-'),
    ]
    const hint = `Use a size such as ${quoted(near.find((one) => SIZES.includes(one)) ?? 'shared-cpu-1x')}.`
    return { about: 'size', message: `The machine size ${quoted(size)} does not exist.`, hint }
  }
  const known = machineSizeOf(size)
  // The memory of machines with a GPU is not checked.
  if (!known || memory === undefined) return undefined
  const { least, most } = memoryRange(known)
  if (memory >= least && memory <= most) return undefined
  const message = `A machine of size ${size} cannot have ${memory} MB of memory.`
  return { about: 'memory', message, hint: `Use ${least} to ${most} MB, or another size.` }
}

/** A machine size or memory that Fly does not have. */
export const machineSize: Rule<FlyFile> = {
  code: 'fly/machine-size',
  severity: 'error',
  what: 'A machine size or memory does not exist.',
  why: '`flyctl config validate` accepts such a file; the deploy fails when it creates the machine.',
  bad: file('▸size = "shared-cpu-3x"'),
  good: file('size = "shared-cpu-2x"\nmemory = "512mb"'),
  check({ fly }, { report }) {
    for (const machine of fly.machines) {
      const size = machine.text('size')
      const memory = machine.written('memory')
      const mib = memory && memory.value !== '' ? goSize(memory.value, 'MiB') : undefined
      if (memory && memory.value !== '' && !mib)
        report(memory.at, `The memory ${quoted(memory.value)} is not a size.`, 'Use a size such as "512mb".')
      const fault = size && size.value !== '' ? machineFault(size.value, mib || undefined) : undefined
      const at = (fault?.about === 'memory' ? memory?.at : undefined) ?? size?.at
      if (fault && at) report(at, fault.message, fault.hint)
    }
  },
}
