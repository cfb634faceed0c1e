import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { End, Start } from './run-inside.ts'
import type { World } from './world.ts'

const executable = fileURLToPath(new URL('../../sandbox/bin/flyctl', import.meta.url))

/** Runs the stand-in as the project does: a process with a command line, an environment and two streams. */
export async function runExecutable(world: World, start: Start): Promise<End> {
  const child = spawn(executable, start.argv, {
    cwd: start.cwd,
    env: { PATH: process.env.PATH, ...start.env, FLY_API_BASE_URL: world.platform.url },
  })
  const end = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    end.stdout += text
    start.onOutput(end.stdout)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    end.stderr += text
  })
  // A command that does not read its input may be gone before it is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(start.stdin)
  start.stop.when.addEventListener('abort', () => child.kill(start.stop.signal))
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { exit: signal === 'SIGKILL' ? -9 : (code ?? -1), ...end }
}
