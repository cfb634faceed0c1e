import type { FlyContext } from '../../src/apply/fly/run-changes.ts'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import { createMemoryRuntime, type MemoryRuntime } from '../contract/flyctl/memory-runtime.ts'
import { runFlyctl } from '../sandbox/platform/dispatch.ts'
import { Stopped } from '../sandbox/platform/errors.ts'
import type { ApiCall, ApiFault } from '../sandbox/platform/faults.ts'
import { createInternals } from '../sandbox/platform/platform.ts'
import type { Internals } from '../sandbox/platform/session.ts'
import { defaultTokens } from '../sandbox/platform/tokens.ts'
import { keptLog } from './fly-fake.ts'
import { testContext } from './fly-platform.ts'
import { runInside } from './flyctl-inside.ts'
import { scratchFolder } from './scratch.ts'
import { useVirtualTime, virtualPace, virtualSleep } from './virtual-time.ts'

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
  const internals = createInternals({ runtime, pace: virtualPace(), smokeSeconds })
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
          return runInside(call, {
            start: (terminal) => runFlyctl(platform, terminal, defaultTokens),
            sleep: virtualSleep,
            killed: killed.signal,
          })
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
