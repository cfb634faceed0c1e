import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { runFlyctl } from '../../sandbox/platform/dispatch.ts'
import { Stopped } from '../../sandbox/platform/errors.ts'
import type { FileAnswer, Terminal } from '../../sandbox/platform/terminal.ts'
import { defaultTokens } from '../../sandbox/platform/tokens.ts'
import type { World } from './world.ts'

/** A start of flyctl: what it is given. */
export interface Start {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  readonly stdin: string
  /** Told all of stdout so far whenever there is more. */
  readonly onOutput: (stdout: string) => void
  /** Ends the command: SIGKILL without a word, the others as Ctrl+C. */
  readonly stop: { signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'; when: AbortSignal }
}

/** How it ended; a killed one has -9. */
export interface End {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the stand-in without its executable: same commands, files and streams, no process. */
export async function runInside(world: World, start: Start): Promise<End> {
  const stop = new AbortController()
  start.stop.when.addEventListener('abort', () => {
    stop.abort(new Stopped(start.stop.signal === 'SIGKILL' ? 'gone' : 'interrupted'))
  })
  const end = { stdout: '', stderr: '' }
  const terminal: Terminal = {
    argv: start.argv,
    env: start.env,
    cwd: start.cwd,
    signal: stop.signal,
    out(text) {
      end.stdout += text
      start.onOutput(end.stdout)
    },
    err(text) {
      end.stderr += text
    },
    readFile: async (path) => readLocal(path),
    writeFile: async (path, content) => writeFileSync(path, content),
    ensureDirectory: async (path) => makeDirectory(path),
    stdin: async () => Buffer.from(start.stdin),
  }
  const exit = await runFlyctl(world.platform, terminal, defaultTokens)
  return { exit: exit === 137 ? -9 : exit, ...end }
}

function readLocal(path: string): FileAnswer {
  try {
    return { kind: 'content', content: readFileSync(path) }
  } catch (error) {
    const isDirectory = (error as NodeJS.ErrnoException).code === 'EISDIR'
    return { kind: 'failed', reason: isDirectory ? 'is a directory' : 'no such file or directory' }
  }
}

function makeDirectory(path: string): string | undefined {
  try {
    makeDirectories(path)
    return undefined
  } catch {
    return 'no such file or directory'
  }
}

/** Not `recursive`: below /proc Node would try for ever. */
function makeDirectories(path: string): void {
  if (existsSync(path)) return
  makeDirectories(dirname(path))
  mkdirSync(path)
}
