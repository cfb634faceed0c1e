import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LineReader, lineReader } from './line-reader.ts'
import { type Family, newFamily } from './process-family.ts'

/**
 * flyctl takes half a second to release its machine leases when it is interrupted. A program that does not end is
 * interrupted again and then killed; a runner kills a cancelled step after 10 s: the rest of that time is for the
 * report.
 */
const TERMINATE_MS = 4_000
const KILL_MS = 7_000

/** How long a program that may finish is left alone after the run was cancelled. */
const FINISH_MS = 2_500

/** How often an interrupted group is checked. */
const POLL_MS = 50

/** How long a finished process may keep its pipes open through a daemon that it left behind. */
const PIPES_MS = 2_000

/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024

export interface ProcessCall {
  binary: string
  argv: readonly string[]
  env: Record<string, string>
  cwd: string
  stdin?: string
  /** Leaves the input open: a program that watches it ends when this process does, however that ends. */
  keepsStdin?: true
  timeoutMs: number
  signal?: AbortSignal
  /** Whether it may end undisturbed when the run is cancelled, as long as that takes a moment only. */
  mayFinish?: true
  /** Receives each line of both streams as soon as it is complete, unchanged. */
  onLine?: (line: string) => void
}

export interface ProcessResult {
  /** The exit code, or null when a signal ended the process. */
  exitCode: number | null
  stdout: string
  stderr: string
  /** Both streams in the order of arrival, for people. */
  output: string
  seconds: number
  /** Why it was ended early, if it was. */
  stopped?: 'cancelled' | 'deadline' | 'output'
}

/**
 * Runs a program to its end, and with it all that it starts. Cancelling and the deadline send SIGINT to the group, as a
 * terminal does (flyctl then exits 127 and marks its release as interrupted), later SIGTERM, and kill what still runs
 * by then. Rejects when the program cannot be started.
 */
export async function runProcess(call: ProcessCall): Promise<ProcessResult> {
  const started = performance.now()
  const family = newFamily()
  const child = spawn(call.binary, call.argv, {
    env: { ...call.env, ...family.mark },
    cwd: call.cwd,
    stdio: 'pipe',
    detached: true,
  })
  family.leads(child.pid)
  const stopping = stoppingOf(family, call)
  const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine })
  // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
  child.stdin.on('error', () => undefined)
  if (!call.keepsStdin) child.stdin.end(call.stdin ?? '')
  const closed = new Promise<void>((done) => void child.once('close', () => done()))
  try {
    const exitCode = await exitOf(child)
    if (stopping.why()) await stopping.end()
    else stopping.forget()
    family.close()
    const pipes = setTimeout(
      () => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()),
      PIPES_MS,
    )
    await closed
    clearTimeout(pipes)
    const stopped = stopping.why()
    return { exitCode, ...read(), seconds: (performance.now() - started) / 1000, ...(stopped && { stopped }) }
  } finally {
    stopping.forget()
    family.close()
  }
}

function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

/** Ends a program early, for the first of several reasons. */
function stoppingOf(family: Family, { timeoutMs, signal, mayFinish }: ProcessCall) {
  let why: ProcessResult['stopped']
  let killAt = 0
  const timers: NodeJS.Timeout[] = []
  const stop = (reason: NonNullable<ProcessResult['stopped']>, lateMs = 0) => {
    if (why) return
    why = reason
    killAt = performance.now() + KILL_MS - lateMs
    family.signal('SIGINT')
    timers.push(
      setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS - lateMs),
      setTimeout(() => family.kill(), KILL_MS - lateMs),
    )
  }
  const cancel = () => {
    if (mayFinish) timers.push(setTimeout(() => stop('cancelled', FINISH_MS), FINISH_MS))
    else stop('cancelled')
  }
  timers.push(setTimeout(() => stop('deadline'), timeoutMs))
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted) cancel()
  return {
    stop,
    why: () => why,
    /** Programs that an interrupted program has started get as long to end as the program itself. */
    end: async () => {
      while (performance.now() < killAt && family.isAlive()) await sleep(POLL_MS)
      family.kill()
    },
    forget: () => {
      for (const timer of timers) clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    },
  }
}

interface Collecting {
  /** Called when the output exceeds the limit. */
  tooMuch: () => void
  onLine: ProcessCall['onLine']
}

function collect(child: ChildProcessWithoutNullStreams, { tooMuch, onLine }: Collecting) {
  const all: Buffer[] = []
  const keep = (stream: NodeJS.ReadableStream): Buffer[] => {
    const chunks: Buffer[] = []
    const lines: LineReader | undefined = onLine && lineReader(onLine)
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > OUTPUT_LIMIT) return tooMuch()
      chunks.push(chunk)
      all.push(chunk)
      lines?.write(chunk)
    })
    stream.on('end', () => lines?.end())
    return chunks
  }
  const [stdout, stderr] = [keep(child.stdout), keep(child.stderr)]
  const text = (chunks: Buffer[]): string => Buffer.concat(chunks).toString('utf8')
  return () => ({ stdout: text(stdout), stderr: text(stderr), output: text(all) })
}
