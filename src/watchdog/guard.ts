import type { Socket } from 'node:net'
import { BEAT_MS, lineOf, type RunState } from './state.ts'
import { WATCHDOG } from './word.ts'

/** The other program that ends this one when it cannot end itself, and writes its report then. */
export interface Watchdog {
  /** Tells what has changed; it is there when nothing else is done any more. */
  tell(change: Partial<RunState>): void
  /** The report is written: nobody needs to watch. */
  dismiss(): void
}

/** A plan is over before a watchdog would have started, and keeps to its time by itself. */
export const delayFor = (mode: string | undefined): number => (mode === 'plan' ? 300 : 0)

/**
 * Starts a watchdog after so many milliseconds: what is over by then needs none, and does not wait for one. It is a
 * program of its own, because a thread would not survive what can end a process: memory that runs out, a kill. Where
 * none can be started, the run goes on without.
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
    tell: (change) => {
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
