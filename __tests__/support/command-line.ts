import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

/** The shipped program. */
export const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'index.js')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface StartOptions {
  cwd: string
  env?: Readonly<Record<string, string>>
  /** Told of everything that is written, as it comes. */
  onOutput?(text: string, child: ChildProcess): void
}

/** Runs the command line in an environment of its own: nothing is inherited but Node and the system's programs. */
export function runProgram(args: readonly string[], { cwd, env, onOutput }: StartOptions): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text
      onOutput?.(text, child)
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...written }))
  })
}
