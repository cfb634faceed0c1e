import { setTimeout as sleep } from 'node:timers/promises'

/** The verdict of a program on a file: accepted, refused with its output, or not checked with the reason. */
export type Answer =
  | { kind: 'fine' }
  | { kind: 'refused'; output: string }
  | { kind: 'not-checked'; why: string }

export interface ValidatorCall {
  binary: string
  argv: readonly string[]
  env: Record<string, string>
  cwd: string
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  signal: AbortSignal
}

/** A file takes a tenth of a second. */
const LIMIT_MS = 30_000
/** For a program that does not end when it is interrupted. */
const GRACE_MS = 500

/**
 * Ten times what flyctl and promtool need: 1 GiB of memory, 30 s of CPU, and no core dump. The operating system
 * enforces them. A limit that a system does not support is left out.
 */
const BOUNDED =
  'ulimit -c 0 2>/dev/null; ulimit -d 1048576 2>/dev/null; ulimit -t 30 2>/dev/null; exec "$0" "$@"'

/** Runs a program on an untrusted file, within limits on memory and time. */
export async function runValidator({ binary, argv, until, signal, ...call }: ValidatorCall): Promise<Answer> {
  signal.throwIfAborted()
  const timeoutMs = Math.min(LIMIT_MS, until - Date.now())
  if (timeoutMs <= 0) return { kind: 'not-checked', why: 'The time was up.' }
  // Most machines have neither program: what starts it is imported only when it is needed.
  const { runProcess } = await import('../lib/process.ts')
  const run = runProcess({
    ...call,
    binary: '/bin/sh',
    argv: ['-c', BOUNDED, binary, ...argv],
    timeoutMs,
    signal,
  })
  const over = new AbortController()
  const late = sleep(timeoutMs + GRACE_MS, undefined, { signal: over.signal }).catch(() => undefined)
  try {
    const result = await Promise.race([run.catch(() => undefined), late])
    if (!result || result.stopped === 'deadline')
      return { kind: 'not-checked', why: `It did not end within ${Math.ceil(timeoutMs / 1_000)} s.` }
    if (result.exitCode === 0 && !result.stopped) return { kind: 'fine' }
    // Both programs end with 1 for what they refuse; Go's run-time ends with 2, the system with a signal.
    return result.exitCode === 1 && !result.stopped
      ? { kind: 'refused', output: result.output }
      : { kind: 'not-checked', why: 'It ended without an answer, or needed too much memory or time.' }
  } finally {
    over.abort()
  }
}
