import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runFlyctl } from '../../sandbox/platform/dispatch.ts'
import type { ApiCall, ApiFault, Fault } from '../../sandbox/platform/faults.ts'
import { createInternals, inject } from '../../sandbox/platform/platform.ts'
import { serve } from '../../sandbox/platform/server.ts'
import type { Internals } from '../../sandbox/platform/session.ts'
import { type App, addApp, type Machine } from '../../sandbox/platform/state.ts'
import { defaultTokens } from '../../sandbox/platform/tokens.ts'
import { createMemoryRuntime, type MemoryRuntime } from './memory-runtime.ts'
import { createWorkspace } from './workspace.ts'

/** A platform in memory with the scratch directory of the recordings. */
export interface World {
  readonly platform: Internals & { smokeSeconds: number; url: string }
  readonly runtime: MemoryRuntime
  readonly workspace: string
  /** Told every request to Fly's API before it is answered. */
  onRequest: (call: ApiCall) => void
  app(name: string): App
  machine(app: string): Machine
  fault(rule: Fault): void
  /** An app as a first scenario leaves it: with its secret, and a volume if wanted. */
  seed(name: string, volume: boolean): void
  /** Writes the secrets version that flyctl remembers in its usual directory. */
  remember(app: string, version: number): void
  /** Opens the door for executables. */
  listen(): Promise<void>
  close(): Promise<void>
}

/** Time runs fifty times faster: every wait of a deploy is over in a blink, none is left out. */
export function createWorld(): World {
  const runtime = createMemoryRuntime()
  const internals = createInternals({ runtime, speed: 50, smokeSeconds: 0 })
  const api = (call: ApiCall): ApiFault | undefined => {
    world.onRequest(call)
    return internals.faults.api(call)
  }
  const faults = { ...internals.faults, api }
  const platform = { ...internals, faults, url: 'http://127.0.0.1:4280', smokeSeconds: 0 }
  const workspace = createWorkspace()
  let server: { url: string; close(): Promise<void> } | undefined
  const app = (name: string): App => found(platform.state.apps.get(name), `app ${name}`)
  const world: World = {
    platform,
    runtime,
    workspace: workspace.path,
    onRequest: () => undefined,
    app,
    machine: (name) => found(app(name).machines[0], `machine of ${name}`),
    fault: (rule) => inject(platform, rule),
    seed(name, volume) {
      const created = addApp(platform.state, { name, org: 'acme' })
      created.secrets.set('PROM_WEB_CONFIG', { value: 'e30K', updatedAt: Date.now() })
      created.secretsVersion = 1
      if (volume) created.volumes.push(seedVolume(platform.ids.hex(16)))
    },
    remember(name, version) {
      const directory = join(workspace.path, 'config')
      mkdirSync(directory, { recursive: true })
      writeFileSync(join(directory, 'config.yml'), `app_secrets_minvers:\n  ${name}: ${version}\n`)
    },
    async listen() {
      server = await serve((terminal) => runFlyctl(platform, terminal, defaultTokens))
      platform.url = server.url
    },
    async close() {
      runtime.release()
      await server?.close()
      await platform.host.close()
      workspace.remove()
    },
  }
  return world
}

/** Waits until the machine is in that state. */
export async function inState(machine: Machine, state: Machine['state']): Promise<void> {
  while (machine.state !== state) await delay(2)
}

const seedVolume = (id: string): App['volumes'][number] => ({
  id: `vol_${id}`,
  name: 'prometheus_data',
  region: 'nrt',
  zone: 'd137',
  createdAt: Date.now(),
  encrypted: true,
  snapshotRetention: 5,
  autoBackup: true,
  sizeGb: 10,
  attachedTo: undefined,
})

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}
