import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { deployApp } from '../../src/apply/fly/app.ts'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import type { AppOrder } from '../../src/desired/app.ts'
import { mapConcurrently } from '../../src/lib/concurrency.ts'
import type { ApiFault } from '../sandbox/platform/faults.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { scratchFolder } from '../support/scratch.ts'

/** A main app with all that a deploy can make twice: a volume, machines of two groups, a release command. */
const WHOLE = `
app = "web"
primary_region = "nrt"
[deploy]
  release_command = "exit 0"
[processes]
web = "serve"
worker = "work"
[[mounts]]
  source = "data"
  destination = "/data"
  processes = ["web"]
[http_service]
  internal_port = 8080
  processes = ["web"]
  min_machines_running = 1
  [[http_service.checks]]
    interval = "10s"
    timeout = "2s"
    path = "/health"
`

const PLAIN = `
app = "web"
primary_region = "nrt"
[http_service]
  internal_port = 8080
`

interface Version {
  config?: string
  image?: string
  groups?: readonly string[]
}

async function deploy(
  fly: InsideFly,
  { config = WHOLE, image = 'v1', groups = ['web', 'worker'] }: Version = {},
  more: Partial<Pick<AppOrder, 'mayStop' | 'isImmediate'>> = {},
): Promise<FlyAppResult> {
  using workspace = scratchFolder()
  writeFileSync(join(workspace.path, 'fly.toml'), config)
  const app = { app: 'web', config: 'fly.toml', image: `registry.example/web:${image}`, deploy: true }
  const order = { organization: 'acme', needsAddresses: false, mayStop: false, groups, ...more }
  return await deployApp({ ...order, app, workspace: workspace.path }, fly.context())
}

const texts = ({ problems }: FlyAppResult) => problems.map(({ code, message }) => `${code}: ${message}`)

function state(fly: InsideFly) {
  const app = fly.platform.state.apps.get('web')
  return {
    machines: app?.machines
      .map(({ state: is, config }) => `${config.metadata.fly_process_group} ${is}`)
      .sort(),
    volumes: app?.volumes.map(({ attachedTo }) => attachedTo !== undefined),
  }
}

const FAULTS: Readonly<Record<string, Omit<ApiFault, 'kind'>>> = {
  '500': { status: 500, body: { error: 'injected fault 500' } },
  'a lost answer (503)': { status: 503, late: true },
  'a lost answer (500)': { status: 500, late: true },
}

describe.each([
  ['a first deploy', 0],
  ['a second deploy', 1],
])('%s of an app with a volume, two groups and a release command', (_name, before) => {
  test.each(Object.entries(FAULTS))('%s at any request: nothing is made or run twice', async (_, fault) => {
    const places = Array.from({ length: 60 }, (_value, n) => n)
    let isOver = false
    const found = await mapConcurrently(places, 8, async (n) => {
      if (isOver) return { n: '', isMet: false }
      await using fly = insideFly()
      for (let runs = 0; runs < before; runs++) await deploy(fly)
      const begin = fly.requests.length
      fly.onRequest = (_call, at) => (at === begin + n ? { kind: 'api', ...fault } : undefined)
      let commands = 0
      const { start } = fly.runtime
      Object.assign(fly.runtime, {
        start: (spec: Parameters<typeof start>[0]) => {
          if (spec.cmd?.[0] === 'exit') commands++
          return start(spec)
        },
      })
      const result = await deploy(fly, { image: 'v2' })
      const isMet = fly.requests.length > begin + n
      isOver ||= !isMet
      return { commands, n: `${n} ${fly.requests[begin + n]}`, isMet, problems: texts(result), ...state(fly) }
    })
    const met = found.filter(({ isMet }) => isMet)
    expect(met.length).toBeGreaterThan(20)
    const well = {
      problems: [],
      machines: ['web started', 'worker started'],
      volumes: [true],
      commands: 1,
    }
    expect(met).toEqual(met.map(({ n, isMet }) => ({ n, isMet, ...well })))
  })
})

test('two first deploys at once end with one machine of each group, and at least one of them is well', async () => {
  const all = await mapConcurrently([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24], 4, async (after) => {
    await using fly = insideFly()
    const begun = Promise.withResolvers<void>()
    fly.onRequest = (_call, at) => {
      if (at >= after) begun.resolve()
      return undefined
    }
    const first = deploy(fly, { config: PLAIN, groups: ['app'] })
    await Promise.race([begun.promise, first])
    const results = await Promise.all([first, deploy(fly, { config: PLAIN, groups: ['app'], image: 'v2' })])
    const { machines } = state(fly)
    const problems = results.flatMap(texts).filter((text) => !/^fly-replaced: /.test(text))
    return { after, machines, problems, well: results.some(({ problems: all }) => all.length === 0) }
  })
  expect(all).toEqual(
    all.map(({ after }) => ({ after, machines: ['app started'], problems: [], well: true })),
  )
})

test('a program that crashes is found where a stopped machine is accepted, and with strategy immediate', async () => {
  await using fly = insideFly()
  const good = { config: PLAIN, groups: ['app'] }
  await deploy(fly, good)
  const bad = { ...good, image: 'v9.9.9' }
  expect(texts(await deploy(fly, bad, { mayStop: true }))).toEqual([expect.stringMatching(/^fly-crash: /)])
  const immediate = { ...bad, config: `${PLAIN}[deploy]\n  strategy = "immediate"\n` }
  expect(texts(await deploy(fly, immediate, { isImmediate: true }))).toEqual([
    expect.stringMatching(/^fly-crash: /),
  ])
  // The machine is stopped after that crash, and flyctl does not start such a one.
  expect(texts(await deploy(fly, good, { mayStop: true }))).toEqual([])
  expect(state(fly).machines).toEqual(['app started'])
})
