import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { orderMonitoring } from '../../src/apply/fly/build-context.ts'
import { applyMonitoring } from '../../src/apply/fly/monitoring-app.ts'
import type { FlyAppResult, FlyContext } from '../../src/apply/fly/run-changes.ts'
import { createFlyctl } from '../../src/clients/flyctl/client.ts'
import { parseConfig } from '../../src/config/load.ts'
import { type MonitoringApp, renderMonitoring } from '../../src/desired/monitoring-app.ts'
import { createActivities } from '../../src/lib/activities.ts'
import { planMonitoring } from '../../src/plan/fly/plan.ts'
import { createMemoryRuntime, type MemoryRuntime } from '../contract/flyctl/memory-runtime.ts'
import { createPace } from '../sandbox/platform/pace.ts'
import { type Platform, startPlatform } from '../sandbox/platform/platform.ts'
import { keptLog } from './fly-fake.ts'
import { runInside } from './flyctl-inside.ts'
import { scratchFolder } from './scratch.ts'
import { useVirtualTime, virtualPace, virtualSleep } from './virtual-time.ts'

/** The stand-in for flyctl, an executable. */
export const BINARY = fileURLToPath(new URL('../sandbox/bin/flyctl', import.meta.url))
export const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url))

/** A Fly for one test, and the flyctl that speaks with it. */
export interface TestFly extends AsyncDisposable {
  platform: Platform
  runtime: MemoryRuntime
  log: ReturnType<typeof keptLog>
  /** A context as a run has it, with a scratch folder of its own. */
  context(options?: { token?: string; seconds?: number; signal?: AbortSignal }): FlyContext
  /** flyctl's own command line, as somebody else uses it meanwhile. */
  flyctl(command: string, app: string, ...args: string[]): Promise<string>
  /** One whole run of the monitoring app. */
  deploy(desired: MonitoringApp, options?: { token?: string; seconds?: number }): Promise<FlyAppResult>
}

/** A context around a flyctl, whose public names all resolve unless told otherwise. */
export function testContext({
  seconds,
  ...given
}: Pick<FlyContext, 'flyctl' | 'log'> & Partial<FlyContext> & { seconds: number }): FlyContext {
  return {
    activities: createActivities(given.log),
    resolves: async () => true,
    journal: () => undefined,
    until: Date.now() + seconds * 1000,
    ...given,
  }
}

/** Plans the monitoring app, and carries out just that. */
export async function deployMonitoring(
  { desired, templates }: { desired: MonitoringApp; templates: string },
  ctx: FlyContext,
): Promise<FlyAppResult> {
  const order = await orderMonitoring(desired, templates)
  return applyMonitoring(order, await planMonitoring(order, ctx), ctx)
}

/**
 * flyctl runs inside of the test, without a process for each of its starts; `platform.url` is for programs that start it
 * themselves. `isVirtual`: nobody waits, for tests that speak with no other program.
 */
export async function testFly({ isVirtual = false } = {}): Promise<TestFly> {
  if (isVirtual) useVirtualTime()
  const runtime = createMemoryRuntime()
  const pace = isVirtual ? virtualPace(50) : createPace(50)
  const platform = await startPlatform({ runtime, smokeSeconds: 4, pace })
  const sleep = isVirtual ? virtualSleep : realSleep
  const scratch = scratchFolder()
  const log = keptLog()
  let runs = 0
  const context: TestFly['context'] = ({ token = 'fake-org-token', seconds = 30, signal } = {}) => {
    const flyctl = createFlyctl({
      binary: 'flyctl',
      token,
      scratch: `${scratch.path}/${runs++}`,
      log,
      environment: {},
      run: (call) => runInside(call, { start: platform.flyctl, sleep }),
      sleep: (ms, ended) => sleep(ms, ended ?? new AbortController().signal),
      ...(signal && { signal }),
    })
    const resolves = async (host: string) => platform.hasPublicAddress(host.split('.')[0] ?? '')
    return { ...testContext({ flyctl, log, seconds, resolves }), ...(signal && { signal }) }
  }
  return {
    platform,
    runtime,
    log,
    context,
    flyctl: (command, app, ...args) => context().flyctl.repeatable({ command, app, args }),
    deploy: (desired, options) => deployMonitoring({ desired, templates: TEMPLATES }, context(options)),
    async [Symbol.asyncDispose]() {
      await platform.close()
      scratch[Symbol.dispose]()
    },
  }
}

const realSleep = async (ms: number, signal: AbortSignal): Promise<void> => delay(ms, undefined, { signal })

/** A monitoring app as rendered from a configuration; the image is one that the test's registry has. */
export function monitoringApp(
  over: Record<string, unknown> = {},
  secrets: { password?: string; flyToken?: string } = {},
): MonitoringApp {
  const config = parseConfig({
    monitoring: { app: 'mon', organization: 'acme', image: 'registry.example/mon:v3.13.3', ...over },
    apps: [{ app: 'web' }],
    services: [{ name: 'web', app: 'web', port: 9090 }],
  })
  const { password = 'long enough', flyToken = 'fake-org-token' } = secrets
  return renderMonitoring(
    config,
    { flyToken, password, remoteWrite: undefined, receivers: {} },
    { rules: '', own: [] },
  )
}
