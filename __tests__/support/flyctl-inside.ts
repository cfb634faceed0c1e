import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ProcessCall, ProcessResult } from '../../src/lib/process.ts'
import { Stopped } from '../sandbox/platform/errors.ts'
import type { Terminal } from '../sandbox/platform/terminal.ts'

/** What answers a start of flyctl, and how its time passes. */
export interface Inside {
  start(terminal: Terminal): Promise<number>
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** Ends it as SIGKILL does: it is never heard of again. */
  killed?: AbortSignal
}

/** A start of the stand-in for flyctl without a process, as `runProcess` would end it. */
export async function runInside(
  call: ProcessCall,
  { start, sleep, killed = new AbortController().signal }: Inside,
): Promise<ProcessResult> {
  const stop = new AbortController()
  const kill = () => stop.abort(killed.reason)
  killed.addEventListener('abort', kill, { once: true })
  const began = performance.now()
  const ended: { stopped?: 'cancelled' | 'deadline' } = {}
  const interrupt = (why: 'cancelled' | 'deadline') => {
    ended.stopped ??= why
    stop.abort(new Stopped('interrupted'))
  }
  const over = new AbortController()
  sleep(call.timeoutMs, over.signal).then(
    () => interrupt('deadline'),
    () => undefined,
  )
  const cancel = () => interrupt('cancelled')
  call.signal?.addEventListener('abort', cancel, { once: true })
  const stdout: string[] = []
  const stderr: string[] = []
  const output: string[] = []
  const collect = (stream: string[]) => (text: string) => {
    stream.push(text)
    output.push(text)
    for (const line of text.split('\n')) call.onLine?.(line)
  }
  const terminal: Terminal = {
    argv: call.argv,
    env: call.env,
    cwd: call.cwd,
    signal: stop.signal,
    out: collect(stdout),
    err: collect(stderr),
    readFile: async (path) =>
      existsSync(path)
        ? { kind: 'content', content: readFileSync(path) }
        : { kind: 'failed', reason: 'no such file or directory' },
    writeFile: async (path, content) => writeFileSync(path, content),
    ensureDirectory: async (path) => void mkdirSync(dirname(`${path}/.`), { recursive: true }),
    stdin: async () => Buffer.from(call.stdin ?? ''),
  }
  const exitCode = await start(terminal)
  // Without a reason, an error with its stack is made for nobody to see.
  over.abort('over')
  if (killed.aborted) return new Promise(() => undefined)
  killed.removeEventListener('abort', kill)
  call.signal?.removeEventListener('abort', cancel)
  return {
    exitCode,
    stdout: stdout.join(''),
    stderr: stderr.join(''),
    output: output.join(''),
    seconds: (performance.now() - began) / 1000,
    ...ended,
  }
}
