import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { deployApp } from '../../src/apply/fly/app.ts'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { mapConcurrently } from '../../src/lib/concurrency.ts'
import type { ApiFault } from '../sandbox/platform/faults.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'
import { scratchFolder } from '../support/scratch.ts'

/**
 * One fault at one request of a whole deploy, at each request in turn: the same run ends well, nothing is made twice, and
 * a run after it finds nothing to do.
 */

const WEB = `
app = "web"
primary_region = "nrt"
[processes]
web = "serve"
worker = "work"
[http_service]
  internal_port = 8080
  processes = ["web"]
  min_machines_running = 1
  [[http_service.checks]]
    interval = "10s"
    timeout = "2s"
    path = "/health"
`

const FAULTS: Readonly<Record<string, Omit<ApiFault, 'kind'>>> = {
  '429': { status: 429, body: { error: 'injected fault 429' } },
  '500': { status: 500, body: { error: 'injected fault 500' } },
  '503': { status: 503, body: { error: 'unavailable' } },
  'a dropped connection': { drop: true },
  'a lost answer (503)': { status: 503, late: true },
  'a lost answer (500)': { status: 500, late: true },
  'a lost connection after the work': { drop: true, late: true },
}

// Hashing a password takes a while.
const FIRST = monitoringApp()
const NEXT = monitoringApp({ scrape_interval: '20s' })

/** A run of the monitoring app and of a main app, one after the other: the requests have an order then. */
async function run(fly: InsideFly, over = FIRST, signal?: AbortSignal): Promise<FlyAppResult[]> {
  using workspace = scratchFolder()
  writeFileSync(join(workspace.path, 'fly.toml'), WEB)
  const ctx = fly.context({ ...(signal && { signal }) })
  const monitoring = await deployMonitoring({ desired: over, templates: TEMPLATES }, ctx)
  const app = {
    app: 'web',
    config: 'fly.toml',
    image: 'registry.example/web:v1',
    deploy: true,
    health: '/health',
  }
  const web = await deployApp(
    {
      app,
      workspace: workspace.path,
      organization: 'acme',
      needsAddresses: false,
      mayStop: false,
      groups: ['web', 'worker'],
    },
    ctx,
  )
  return [monitoring, web]
}

/** What exists at Fly. */
function state(fly: InsideFly) {
  return Object.fromEntries(
    ['mon', 'web'].map((name) => {
      const app = fly.platform.state.apps.get(name)
      const groups = app?.machines.map(({ config }) => config.metadata.fly_process_group)
      return [
        name,
        {
          groups: groups?.toSorted(),
          states: [...new Set(app?.machines.map((machine) => machine.state))],
          volumes: app?.volumes.map(({ attachedTo }) => attachedTo !== undefined),
          addresses: app?.ips.map(({ type }) => type).toSorted(),
        },
      ]
    }),
  )
}

const WHOLE = {
  mon: { groups: ['app'], states: ['started'], volumes: [true], addresses: ['shared_v4', 'v6'] },
  web: { groups: ['web', 'worker'], states: ['started'], volumes: [], addresses: ['shared_v4', 'v6'] },
}

const problemsOf = (results: readonly FlyAppResult[]) =>
  results.flatMap(({ problems }) => problems.map(({ code, message }) => `${code}: ${message}`))

interface Found {
  request: string
  problems: string[]
  state: ReturnType<typeof state>
  second: string[]
}

/** The result with this fault at `row` requests from `n` on; undefined when there are fewer requests. */
async function withFault(
  fault: Omit<ApiFault, 'kind'>,
  n: number,
  { before = 0, row = 1 } = {},
): Promise<Found | undefined> {
  await using fly = insideFly({ smokeSeconds: 2 })
  for (let runs = 0; runs < before; runs++) await run(fly)
  const begin = fly.requests.length
  let request = ''
  fly.onRequest = ({ method, path, op }, at) => {
    if (at < begin + n || at >= begin + n + row) return undefined
    request ||= `${method} ${op ?? path}`
    return { kind: 'api', ...fault }
  }
  const desired = before > 0 ? NEXT : FIRST
  const results = await run(fly, desired)
  fly.onRequest = () => undefined
  if (request === '') return undefined
  const found = { request: `${n} ${request}`, problems: problemsOf(results), state: state(fly) }
  const again = await run(fly, desired)
  const second = again.slice(0, 1).flatMap(({ outcomes }) => outcomes.map(({ change }) => change.what))
  return { ...found, second: [...second, ...problemsOf(again)] }
}

/** The state after a run that was interrupted at request `n`, and a whole one after it. */
async function withInterrupt(n: number): Promise<Found | undefined> {
  await using fly = insideFly({ smokeSeconds: 2 })
  const cancel = new AbortController()
  let request = ''
  fly.onRequest = ({ method, path, op }, at) => {
    if (at === n) {
      request = `${n} ${method} ${op ?? path}`
      // Jest's own DOMException is no Error.
      cancel.abort(Object.assign(new Error('cancelled'), { name: 'AbortError' }))
    }
    return undefined
  }
  const stopped = await run(fly, FIRST, cancel.signal)
  if (request === '') return undefined
  const isTold = stopped.flatMap(({ problems }) => problems).every(({ code }) => code === 'fly-interrupted')
  const again = await run(fly)
  return {
    request,
    problems: isTold ? [] : problemsOf(stopped),
    state: state(fly),
    second: problemsOf(again),
  }
}

/** The state after a run whose step was killed at request `n`, and a whole one after it. */
async function withKill(n: number): Promise<Found | undefined> {
  await using fly = insideFly({ smokeSeconds: 2 })
  const killed = Promise.withResolvers<void>()
  let request = ''
  fly.onRequest = ({ method, path, op }, at) => {
    if (at === n) {
      request = `${n} ${method} ${op ?? path}`
      fly.kill()
      killed.resolve()
    }
    return undefined
  }
  await Promise.race([run(fly), killed.promise])
  if (request === '') return undefined
  const again = await run(fly)
  return { request, problems: problemsOf(again), state: state(fly), second: [] }
}

/** Every request of a run in turn. */
async function sweep(what: (n: number) => Promise<Found | undefined>): Promise<Found[]> {
  const all: Found[] = []
  const places = Array.from({ length: 200 }, (_, n) => n)
  let isOver = false
  await mapConcurrently(places, 8, async (n) => {
    const found = isOver ? undefined : await what(n)
    if (found) all.push(found)
    else isOver = true
  })
  return all
}

const wrong = ({ problems, state: seen, second }: Found) =>
  problems.length > 0 || second.length > 0 || JSON.stringify(seen) !== JSON.stringify(WHOLE)

describe('a first deploy', () => {
  test.each(Object.entries(FAULTS))('%s at any request', async (_, fault) => {
    const all = await sweep((n) => withFault(fault, n))
    expect(all.length).toBeGreaterThan(60)
    expect(all.filter(wrong)).toEqual([])
  })
})

test.each(['429', 'a dropped connection', 'a lost answer (503)'])('%s, three in a row', async (kind) => {
  const all = await sweep((n) => withFault(FAULTS[kind] ?? {}, n, { row: 3 }))
  expect(all.filter(wrong)).toEqual([])
})

test('an interrupt at any request of a first deploy: the next run does the rest', async () => {
  const all = await sweep(withInterrupt)
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(wrong)).toEqual([])
})

test('a step that is killed at any request of a first deploy: the next run does the rest', async () => {
  const all = await sweep(withKill)
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(wrong)).toEqual([])
})

describe('a second deploy', () => {
  test.each(Object.entries(FAULTS))('%s at any request', async (_, fault) => {
    const all = await sweep((n) => withFault(fault, n, { before: 1 }))
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter(wrong)).toEqual([])
  })
})
