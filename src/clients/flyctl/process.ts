import { spawn } from 'node:child_process'

/**
 * flyctl takes half a second to release its machine leases when it is interrupted; after this long it is killed. A
 * runner kills a cancelled step after 10 s: what is left is for the report.
 */
const GRACE_MS = 7_000

/** How long a finished process may keep its pipes open through a child that it left behind. */
const PIPES_MS = 2_000

/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024

export interface ProcessCall {
  binary: string
  argv: readonly string[]
  env: Record<string, string>
  cwd: string
  stdin?: string
  timeoutMs: number
  signal?: AbortSignal
}

export interface ProcessResult {
  /** The exit code, or null when a signal ended the process. */
  exitCode: number | null
  stdout: string
  stderr: string
  /** Both streams as they came, for people. */
  output: string
  seconds: number
  /** Why we ended it before its time, if we did. */
  stopped?: 'cancelled' | 'deadline' | 'output'
}

/**
 * Runs a program to its end. Cancelling and the deadline send SIGINT (flyctl then exits 127 and marks its release as
 * interrupted) and wait; only a process that does not go is killed. Rejects when the program cannot be started.
 */
export function runProcess(call: ProcessCall): Promise<ProcessResult> {
  const started = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<ProcessResult>()
  const child = spawn(call.binary, call.argv, { env: call.env, cwd: call.cwd, stdio: 'pipe' })
  let stopped: ProcessResult['stopped']
  let killer: NodeJS.Timeout | undefined
  const stop = (why: NonNullable<ProcessResult['stopped']>) => {
    if (stopped) return
    stopped = why
    child.kill('SIGINT')
    killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  }
  const cancel = () => stop('cancelled')
  const deadline = setTimeout(() => stop('deadline'), call.timeoutMs)
  call.signal?.addEventListener('abort', cancel, { once: true })
  if (call.signal?.aborted) cancel()

  const all: Buffer[] = []
  const collect = (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = []
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > OUTPUT_LIMIT) return stop('output')
      chunks.push(chunk)
      all.push(chunk)
    })
    return () => Buffer.concat(chunks).toString('utf8')
  }
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
  child.stdin.on('error', () => undefined)
  child.stdin.end(call.stdin ?? '')

  const settle = () => {
    clearTimeout(deadline)
    clearTimeout(killer)
    call.signal?.removeEventListener('abort', cancel)
  }
  child.once('error', (error) => {
    settle()
    reject(error)
  })
  child.once('exit', () => {
    setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS).unref()
  })
  child.once('close', (exitCode) => {
    settle()
    const seconds = (performance.now() - started) / 1000
    const output = Buffer.concat(all).toString('utf8')
    resolve({ exitCode, stdout: stdout(), stderr: stderr(), output, seconds, ...(stopped && { stopped }) })
  })
  return promise
}
