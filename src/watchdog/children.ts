import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { startedBy } from '../lib/process-family.ts'

/** What flyctl needs to release its leases. */
const GRACE_MS = 1_500
const POLL_MS = 50

/**
 * Ends every program that the process has started: interrupts them, as a terminal does, and kills those that do not
 * end.
 */
export async function endChildrenOf(pid: number): Promise<void> {
  for (const child of childrenOf(pid)) send(child, 'SIGINT')
  for (let waited = 0; waited < GRACE_MS && childrenOf(pid).length > 0; waited += POLL_MS)
    await sleep(POLL_MS)
  for (const child of childrenOf(pid)) send(child, 'SIGKILL')
}

/** A process that has ended in the meantime needs no signal. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended.
  }
}

/** The programs that a process has started: by their mark on Linux, elsewhere its descendants while it runs. */
function childrenOf(pid: number): number[] {
  if (process.platform === 'linux') return startedBy(pid)
  const found = new Set<number>()
  const all = running()
  const isNew = ({ id, parent }: Running) =>
    !found.has(id) && id !== process.pid && (parent === pid || found.has(parent))
  for (let more = all.filter(isNew); more.length > 0; more = all.filter(isNew))
    for (const { id } of more) found.add(id)
  return [...found]
}

interface Running {
  id: number
  parent: number
}

function running(): Running[] {
  const output = execFileSync('/bin/ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return output.split('\n').map((line) => {
    const [id = 0, parent = 0] = line.trim().split(/\s+/).map(Number)
    return { id, parent }
  })
}
