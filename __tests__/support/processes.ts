import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Shell that leaves its own number in a file of the folder, and starts children that do so as well: one in its group
 * and one that has left it (setsid), each with a child, all deaf to what is polite. It goes on until it is killed.
 */
export const deafFamily = (folder: string): string => `
note() { sh -c 'echo $PPID' >"${folder}/new-$1-$$" && mv "${folder}/new-$1-$$" "${folder}/pid-$1-$$"; }
trap '' INT TERM HUP
( note group; while :; do sleep 0.2; done ) &
setsid sh -c 'trap "" INT TERM HUP; echo $$ >"${folder}/pid-daemon-$$"; (sh -c "echo \\$PPID" >"${folder}/pid-of-daemon-$$"; while :; do sleep 0.2; done) & while :; do sleep 0.2; done' >/dev/null 2>&1 &
note leader
while :; do sleep 0.2; done
`

/** How many there are for each call. */
export const DEAF = 4

/** The processes that have left their numbers, by name. */
export function noted(folder: string): Record<string, number> {
  const files = readdirSync(folder).filter((name) => /^pid-[a-z0-9-]+$/.test(name))
  const read = (name: string) => Number(readFileSync(join(folder, name), 'utf8'))
  return Object.fromEntries(files.map((name) => [name, read(name)]).filter(([, pid]) => Number(pid) > 0))
}

/** Waits until this is so; the test's own time limit ends it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20)
}

/** Whether a process runs; one that has ended and that nobody has asked about yet does not. */
export function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  if (!existsSync('/proc/self/stat')) {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  try {
    // PID (NAME) STATE …
    return !/\) Z /.test(readFileSync(stat, 'utf8'))
  } catch {
    return false
  }
}
