import type { Socket } from 'node:net'
import { BEAT_MS, lineOf, type RunState } from './state.ts'
import { WATCHDOG } from './word.ts'

/** The process that ends this one when it cannot end itself, and then writes its report. */
export interface Watchdog {
  /** Sends a change of the state, which the watchdog reports if the run ends without a report. */
  update(change: Partial<RunState>): void
  /** The report is written: the watchdog ends. */
  dismiss(): void
}

/** Milliseconds before the watchdog of a mode starts: a plan usually ends before that. */
export const delayFor = (mode: string | undefined): number => (mode === 'plan' ? 300 : 0)

/**
 * Starts a watchdog after `afterMs` milliseconds: a run that ends earlier does not need one, and does not wait for it.
 * It is a separate process, because a thread would not survive what can end a process: running out of memory, a kill.
 * If it cannot be started, the run continues without it.
 */
export function startWatchdog(first: Omit<RunState, 'during'>, afterMs: number): Watchdog {
  const state: RunState = { during: 'the start', ...first }
  let pipe: Socket | undefined
  let beat: NodeJS.Timeout | undefined
  let isOver = false
  const begin = async () => {
    const { spawn } = await import('node:child_process')
    if (isOver) return
    const watcher = spawn(process.execPath, [process.argv[1] ?? '', WATCHDOG], {
      stdio: ['pipe', 'inherit', 'inherit'],
    })
    watcher.on('error', () => undefined).unref()
    pipe = watcher.stdin as Socket
    pipe.on('error', () => undefined).unref()
    pipe.write(lineOf(state))
    beat = setInterval(() => pipe?.write('\n'), BEAT_MS).unref()
  }
  const timer = setTimeout(() => void begin(), afterMs).unref()
  return {
    update: (change) => {
      Object.assign(state, change)
      pipe?.write(lineOf(change))
    },
    dismiss: () => {
      isOver = true
      clearTimeout(timer)
      clearInterval(beat)
      pipe?.write(lineOf({ over: true }))
    },
  }
}
