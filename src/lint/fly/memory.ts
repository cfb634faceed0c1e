import type { Rule } from '../rule.ts'
import { goSize } from './go.ts'
import { type FlyFile, TOP } from './subject.ts'

const file = (vm: string, mark = ''): { path: string; text: string } => ({
  path: 'fly.monitoring.toml',
  text: `${mark}app = "mon"

[checks.up]
type = "tcp"
port = 9090
${vm}`,
})

/** The default of a new machine, in MiB: too little for Prometheus. */
const SMALLEST = 256

/** A Prometheus with the default memory of an app. */
export const memory: Rule<FlyFile> = {
  code: 'fly/memory',
  severity: 'warning',
  what: 'The app that runs Prometheus has 256 MB of memory.',
  why: 'That is the default, and too little for Prometheus with more than a few targets: the kernel ends it.',
  bad: file('', '▸'),
  good: file('\n[[vm]]\nmemory = "512mb"\n'),
  check({ fly, role }, { report }) {
    if (role !== 'monitoring') return
    const hint = 'Set `memory = "512mb"` in [[vm]].'
    if (fly.machines.length === 0) report(TOP, 'There is no [[vm]]: a new machine gets 256 MB.', hint)
    for (const machine of fly.machines) {
      const written = machine.written('memory') ?? machine.written('memory_mb')
      // Without memory, the size decides; the smallest is the default.
      const size = machine.text('size')?.value ?? 'shared-cpu-1x'
      const mib = written
        ? goSize(written.value, 'MiB')
        : size === 'shared-cpu-1x' && cpusOf(machine) === 1
          ? SMALLEST
          : undefined
      if (mib !== undefined && mib <= SMALLEST)
        report(written?.at ?? machine.at, `Prometheus gets ${mib} MB of memory.`, hint)
    }
  },
}

const cpusOf = (machine: FlyFile['fly']['machines'][number]): number =>
  machine.text('cpu_kind')?.value === 'performance' ? 0 : (machine.number('cpus')?.value ?? 1)
