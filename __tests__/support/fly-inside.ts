import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FlyContext } from '../../src/apply/fly/run-changes.ts'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import type { ProcessCall, ProcessResult } from '../../src/lib/process.ts'
import { createMemoryRuntime, type MemoryRuntime } from '../contract/flyctl/memory-runtime.ts'
import { runFlyctl } from '../sandbox/platform/dispatch.ts'
import { Stopped } from '../sandbox/platform/errors.ts'
import type { ApiCall, ApiFault } from '../sandbox/platform/faults.ts'
import { createInternals } from '../sandbox/platform/platform.ts'
import type { Internals } from '../sandbox/platform/session.ts'
import type { Terminal } from '../sandbox/platform/terminal.ts'
import { defaultTokens } from '../sandbox/platform/tokens.ts'
import { keptLog } from './fly-fake.ts'
import { testContext } from './fly-platform.ts'
import { scratchFolder } from './scratch.ts'
import { useVirtualTime, VIRTUAL_PACE, virtualSleep } from './virtual-time.ts'

/** A Fly and a flyctl inside of the test, in virtual time: no process, no port. */
export interface InsideFly extends AsyncDisposable {
  platform: Internals
  runtime: MemoryRuntime
  log: ReturnType<typeof keptLog>
  /** Every request to Fly's API so far, as `POST /v1/apps`. */
  requests: string[]
  /** Every start of flyctl so far, without its flags. */
  starts: string[]
  /** Kills every flyctl that runs, as a runner does with a step: a run that is going on never learns of it. */
  kill(): void
  /** Called for every request before it is answered; the fault that it returns happens. */
  onRequest: (call: ApiCall, n: number) => ApiFault | undefined
  context(options?: { seconds?: number; signal?: AbortSignal }): FlyContext
}

/** `smokeSeconds`: how long flyctl watches a machine that has started; Fly's own time, 10, costs a test more. */
export function insideFly({ smokeSeconds = 10 } = {}): InsideFly {
  useVirtualTime()
  const runtime = createMemoryRuntime()
  const internals = createInternals({ runtime, pace: VIRTUAL_PACE, smokeSeconds })
  const scratch = scratchFolder()
  const log = keptLog()
  let runs = 0
  let killed = new AbortController()
  const faults = {
    ...internals.faults,
    api: (call: ApiCall) => {
      fly.requests.push(`${call.method} ${call.op ?? call.path}`)
      return fly.onRequest(call, fly.requests.length - 1) ?? internals.faults.api(call)
    },
  }
  const platform: Internals = { ...internals, faults, url: 'http://127.0.0.1:4280' }
  const fly: InsideFly = {
    platform,
    runtime,
    log,
    requests: [],
    starts: [],
    onRequest: () => undefined,
    kill() {
      killed.abort(new Stopped('gone'))
      killed = new AbortController()
    },
    context({ seconds = 600, signal } = {}) {
      const flyctl = createFlyctl({
        binary: 'flyctl',
        token: 'fake-org-token',
        scratch: `${scratch.path}/${runs++}`,
        log,
        environment: {},
        run: (call) => {
          fly.starts.push(call.argv.slice(0, 2).join(' '))
          return runInside(platform, call, killed.signal)
        },
        sleep: (ms, ended) => virtualSleep(ms, ended ?? new AbortController().signal),
        until: Date.now() + seconds * 1000,
        ...(signal && { signal }),
      })
      const resolves = async (host: string) =>
        platform.state.apps.get(host.split('.')[0] ?? '')?.ips.some(({ type }) => type !== 'private_v6') ??
        false
      return { ...testContext({ flyctl, log, seconds, resolves }), ...(signal && { signal }) }
    },
    async [Symbol.asyncDispose]() {
      await platform.host.close()
      scratch[Symbol.dispose]()
    },
  }
  return fly
}

/** A start of the stand-in as `runProcess` would end it. */
async function runInside(
  platform: Internals,
  call: ProcessCall,
  killed: AbortSignal,
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
  virtualSleep(call.timeoutMs, over.signal).then(
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
  const exitCode = await runFlyctl(platform, terminal, defaultTokens)
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
