import { readdirSync, readFileSync } from 'node:fs'

/** A program that we start, with everything that it starts in turn: a process group of its own. */
export interface Family {
  /** For the environment of the program. It is handed down, so that a process is found that has left the group. */
  readonly mark: Readonly<Record<string, string>>
  /** Which process was started, as the leader of its group; undefined when it could not be. */
  leads(pid: number | undefined): void
  /** Sends a signal to the group, as a terminal does. */
  signal(name: NodeJS.Signals): void
  isAlive(): boolean
  /** After the program has ended in order: kills what is left of the group. A daemon may serve the next program. */
  close(): void
  /** Kills all of it, on Linux also outside of the group. */
  kill(): void
}

/** Families with a group that may still run. */
const living = new Set<Family>()

const VARIABLE = 'DEPLOY_MONITORING_CHILD'
const run = `${process.pid}-${Date.now()}.`
let count = 0

/**
 * Kills everything that this process started and that still runs. Nothing continues after a run, whatever ended it;
 * only when this process itself is killed, it cannot do so.
 */
export function endFamilies(): void {
  for (const family of living) family.close()
  if (count > 0) killMarked(`${VARIABLE}=${run}`)
}

export function newFamily(): Family {
  if (count === 0) process.once('exit', endFamilies)
  const mark = `${run}${++count}.`
  let group: number | undefined
  const family: Family = {
    mark: { [VARIABLE]: mark },
    leads: (pid) => {
      group = pid
      living.add(family)
    },
    signal: (name) => void send(group, name),
    isAlive: () => send(group, 0),
    close: () => {
      // Once: the number may belong to another process later.
      if (living.delete(family)) send(group, 'SIGKILL')
    },
    kill: () => {
      family.close()
      killMarked(`${VARIABLE}=${mark}`)
    },
  }
  return family
}

/** Whether the group had a process that could receive the signal. */
function send(group: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (group === undefined) return false
  try {
    return process.kill(-group, signal)
  } catch {
    return false
  }
}

/** While some are killed, they may start others. */
const PASSES = 10

/**
 * Kills every process whose environment has a variable that begins so. A daemon leaves its group (setsid), as flyctl's
 * agent does, but keeps its environment, which Linux shows. Elsewhere a daemon stays, and so does one without it.
 */
function killMarked(variable: string): void {
  for (let pass = 0; pass < PASSES; pass++) {
    const found = marked(variable)
    for (const pid of found) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    if (found.length === 0) return
  }
}

/** Running processes that the process has started, which may itself have ended. Known on Linux only. */
export const startedBy = (pid: number): number[] => marked(`${VARIABLE}=${pid}-`)

function marked(variable: string): number[] {
  if (process.platform !== 'linux') return []
  return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)))
}

function processes(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch {
    // A container may have no /proc.
    return []
  }
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0')
  } catch {
    // Another user's process, or one that has ended in the meantime.
    return []
  }
}
