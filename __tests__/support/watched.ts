/** A program that is watched over as a run is, and comes to the end that its first argument says. */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishForRun } from '../../src/action/main.ts'
import { printForRun } from '../../src/cli/run.ts'
import { newFamily } from '../../src/lib/process-family.ts'
import { startWatchdog } from '../../src/watchdog/guard.ts'
import { watchOver } from '../../src/watchdog/watch.ts'
import { WATCHDOG } from '../../src/watchdog/word.ts'

/** By then the watchdog watches. */
const STARTED_MS = 1_500

const [, , end = '', folder = '', reader = 'runner'] = process.argv
if (end === WATCHDOG)
  watchOver((report, reader) =>
    reader === 'runner' ? publishForRun(report) : printForRun(report, reader === 'program'),
  )
else begin()

function begin(): void {
  const scratch = join(folder, 'scratch')
  mkdirSync(scratch)
  const watchdog = startWatchdog({ reader: reader as 'runner', scratch }, 0)
  // As flyctl does, it ends in order when it is interrupted.
  const script = `trap 'echo interrupted > ${folder}/child; exit' INT; while :; do sleep 0.1; done`
  const child = spawn('/bin/sh', ['-c', script], { env: { ...process.env, ...newFamily().mark } })
  writeFileSync(join(folder, 'pid'), String(child.pid))
  watchdog.update({ during: '`verify`', until: Date.now() + STARTED_MS })
  setTimeout(() => ENDS[end]?.(), STARTED_MS)
  const ENDS: Record<string, () => void> = {
    stuck: () => {
      for (;;);
    },
    'out of memory': () => {
      const all: unknown[] = []
      for (;;) all.push(Array.from({ length: 1_000 }, () => ({})))
    },
    'an error': () => {
      throw new Error('nobody catches it')
    },
    // Longer than a run may that does not say how long.
    busy: () => {
      watchdog.update({ until: Date.now() + 3_600_000, stuckAfterMs: 60_000 })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 12_000)
      ENDS['in order']?.()
    },
    'in order': () => {
      watchdog.dismiss()
      child.kill('SIGINT')
      child.once('exit', () => process.exit())
    },
  }
}
