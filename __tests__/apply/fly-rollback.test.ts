import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { deployApp } from '../../src/apply/fly/app.ts'
import { deployOrRollBack } from '../../src/apply/fly/rollback.ts'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { mapConcurrently } from '../../src/lib/concurrency.ts'
import type { ApiFault } from '../sandbox/platform/faults.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'
import { scratchFolder } from '../support/scratch.ts'

/** The image of `web:v3.7.0` never passes its checks, and `web:v9.9.9` crashes. */
const [GOOD, AILING, CRASHING] = ['v1', 'v3.7.0', 'v9.9.9'].map((tag) => `registry.example/web:${tag}`) as [
  string,
  string,
  string,
]

const toml = (more = '') => `
app = "web"
primary_region = "nrt"
[deploy]
  release_command = "exit 0"
[env]
  MODE = "one"
[[files]]
  guest_path = "/etc/web.conf"
  local_path = "web.conf"
[http_service]
  internal_port = 8080
  min_machines_running = 1
  [[http_service.checks]]
    interval = "10s"
    timeout = "2s"
    path = "/health"
${more}`

interface Version {
  image?: string
  config?: string
  file?: string
  seconds?: number
  signal?: AbortSignal
}

async function deploy(fly: InsideFly, version: Version = {}, isOptedIn = true): Promise<FlyAppResult> {
  const { image = GOOD, config = toml(), file = 'one', seconds = 900, signal } = version
  using workspace = scratchFolder()
  writeFileSync(join(workspace.path, 'fly.toml'), config)
  writeFileSync(join(workspace.path, 'web.conf'), file)
  const ctx = fly.context({ seconds, ...(signal && { signal }) })
  const order = {
    app: { app: 'web', config: 'fly.toml', image, deploy: true },
    workspace: workspace.path,
    organization: 'acme',
    needsAddresses: false,
    mayStop: false,
    groups: ['app'],
  }
  if (!isOptedIn) return await deployApp(order, ctx)
  return await deployOrRollBack({ app: 'web', mayStop: false }, ctx, (own) => deployApp(order, own))
}

const texts = ({ problems, warnings }: FlyAppResult) =>
  [...problems, ...warnings].map(({ code, message }) => `${code}: ${message}`)

const steps = ({ outcomes }: FlyAppResult) => outcomes.map(({ change, kind }) => `${change.what}: ${kind}`)

function web(fly: InsideFly) {
  const app = fly.platform.state.apps.get('web')
  return {
    machines: app?.machines.map(({ state, config }) => ({
      state,
      image: config.image,
      mode: config.env.MODE,
      file: Buffer.from(config.files?.[0]?.raw_value ?? '', 'base64').toString(),
      memory: config.guest?.memory_mb,
    })),
    releases: app?.releases.map(({ status }) => status),
  }
}

const WELL = {
  state: 'started',
  image: expect.stringMatching(/^registry\.example\/web@sha256:/),
  mode: 'one',
  file: 'one',
  memory: 256,
}

/** Another release in every respect, whose checks never pass. */
const BAD: Version = {
  image: AILING,
  config: toml('[[vm]]\n  memory = "1gb"\n').replace('"one"', '"two"'),
  file: 'two',
}

describe('a main app that opted in', () => {
  test('the image, the configuration, the files and the sizes of the release before run again', async () => {
    await using fly = insideFly()
    expect(texts(await deploy(fly))).toEqual([])
    const result = await deploy(fly, BAD)
    expect(steps(result)).toEqual(['deploy: failed', 'restore release v1 (rollback): done'])
    expect(texts(result)).toEqual([
      expect.stringMatching(
        /^fly-health: web was rolled back to release v1: Machine \w+ of web runs, but check /,
      ),
      expect.stringMatching(/^fly-rolled-back: web runs release v1 .* Secrets, addresses/),
    ])
    expect(web(fly).machines).toEqual([WELL])
    expect(web(fly).releases).toEqual(['complete', 'failed', 'complete'])
    expect(fly.log.text().match(/release_command: exit 0/g)).toHaveLength(2)
    // The next failure goes back to the release that the rollback has made.
    const again = await deploy(fly, { ...BAD, image: CRASHING })
    expect(steps(again)).toEqual(['deploy: failed', 'restore release v3 (rollback): done'])
    expect(web(fly).machines).toEqual([WELL])
    expect(texts(await deploy(fly, { config: toml('') }))).toEqual([])
  })

  test('what flyctl cannot restore is named', async () => {
    await using fly = insideFly()
    await deploy(fly)
    const machine = fly.platform.state.apps.get('web')?.machines[0]
    if (machine) machine.config = { ...machine.config, metadata: { ...machine.config.metadata, team: 'a' } }
    const bad = deploy(fly, BAD)
    fly.onRequest = ({ method, path }) => {
      if (method === 'POST' && /releases$/.test(path) && machine)
        machine.config = { ...machine.config, metadata: { ...machine.config.metadata, team: 'b', hops: '1' } }
      return undefined
    }
    expect(texts(await bad).at(-1)).toContain('Not restored: `metadata.team` and `metadata.hops`.')
  })

  test('a first deploy is never rolled back', async () => {
    await using fly = insideFly()
    const result = await deploy(fly, BAD)
    expect(steps(result).filter((step) => /rollback/.test(step))).toEqual([])
    expect(texts(result)[0]).toMatch(/web was not rolled back: no earlier deploy of it was complete\.$/)
    const second = await deploy(fly, BAD)
    expect(texts(second)[0]).toMatch(/web was not rolled back: no earlier deploy of it was complete\.$/)
  })

  test('after a release that failed, nothing complete is known', async () => {
    await using fly = insideFly()
    await deploy(fly)
    await deploy(fly, BAD, false)
    expect(texts(await deploy(fly, BAD))[0]).toMatch(
      /web was not rolled back: the release before this deploy, v2, is failed, and Fly stores the configuration of the newest release only\.$/,
    )
  })

  test('a rollback that fails is an error of its own', async () => {
    await using fly = insideFly()
    await deploy(fly)
    const ill = fly.runtime.ailing
    fly.onRequest = ({ method, path }) => {
      if (method === 'POST' && /releases$/.test(path)) ill.add('web')
      return undefined
    }
    const result = await deploy(fly, { ...BAD, image: 'registry.example/web:v2' })
    expect(steps(result)).toEqual(['deploy: failed', 'restore release v1 (rollback): failed'])
    expect(texts(result)).toEqual([
      expect.stringMatching(/^fly-health: The rollback of web to release v1 failed, too: Machine/),
      expect.stringMatching(/^fly-rollback-failed: The rollback of web to release v1 .* failed: Machine/),
    ])
  })

  test('a rollback that is interrupted is called that, and the next run ends well', async () => {
    const places = [0, 4, 8, 12, 16, 20]
    const all = await mapConcurrently(places, 3, async (n) => {
      await using fly = insideFly()
      await deploy(fly)
      const cancel = new AbortController()
      let begin: number | undefined
      fly.onRequest = (_call, at) => {
        if (begin === undefined && /web: restoring release/.test(fly.log.text())) begin = at
        if (begin !== undefined && at === begin + n)
          cancel.abort(Object.assign(new Error('cancelled'), { name: 'AbortError' }))
        return undefined
      }
      const result = await deploy(fly, { ...BAD, image: CRASHING, signal: cancel.signal })
      const [first] = texts(result)
      const next = await deploy(fly, { image: 'registry.example/web:v5' })
      const states = web(fly).machines?.map(({ state, image }) => `${state} ${image}`)
      return { n, steps: steps(result).at(-1), first, next: texts(next), states }
    })
    // How many requests a rollback makes depends on how often it looks: the last moments may come after its end.
    const interrupted = all.filter(({ steps: last }) => last !== 'restore release v1 (rollback): done')
    expect(interrupted.map(({ n }) => n)).toEqual(expect.arrayContaining([0, 4, 8]))
    expect(all).toEqual(
      all.map((one) => ({
        n: one.n,
        steps: `restore release v1 (rollback): ${interrupted.includes(one) ? 'failed' : 'done'}`,
        first: expect.stringMatching(
          interrupted.includes(one)
            ? /^fly-crash: The rollback of web to release v1 was interrupted; a machine/
            : /^fly-crash: web was rolled back to release v1: /,
        ),
        next: [],
        states: [expect.stringMatching(/^started registry.example\/web:v5/)],
      })),
    )
  })

  test('refusals, another deploy and a cancelled run do not lead to a rollback', async () => {
    await using fly = insideFly()
    await deploy(fly)
    const missing = await deploy(fly, { image: 'registry.example/does-not-exist:v1' })
    expect(steps(missing)).toEqual(['deploy: failed'])
    const cancel = new AbortController()
    fly.onRequest = ({ method, path }) => {
      if (method === 'POST' && /machines\/\w+$/.test(path))
        cancel.abort(Object.assign(new Error('cancelled'), { name: 'AbortError' }))
      return undefined
    }
    const cancelled = await deploy(fly, { ...BAD, signal: cancel.signal })
    expect(steps(cancelled)).toEqual(['deploy: failed'])
    expect(texts(cancelled)[0]).toMatch(/ web was not rolled back: the run was cancelled\.$/)
  })
})

test('a deploy of someone else that has begun meanwhile is left alone', async () => {
  const all = await mapConcurrently([0, 2, 4, 6, 8, 10, 12, 14], 4, async (wait) => {
    await using fly = insideFly()
    await deploy(fly)
    const begun = Promise.withResolvers<void>()
    const after = fly.requests.length + 14 + wait
    fly.onRequest = (_call, at) => {
      if (at >= after) begun.resolve()
      return undefined
    }
    const failing = deploy(fly, { ...BAD, image: CRASHING })
    await Promise.race([begun.promise, failing])
    const other = await deploy(fly, { image: 'registry.example/web:v5' }, false)
    const result = await failing
    const [machine] = web(fly).machines ?? []
    const isTheirs = machine?.image.endsWith(':v5')
    // Who comes last is what runs, and a rollback that came last is in the report.
    const isSaid = isTheirs ? texts(other).length === 0 : /fly-rolled-back/.test(texts(result).join())
    return { wait, isSaid, state: machine?.state, texts: isSaid ? [] : [...texts(result), ...texts(other)] }
  })
  expect(all).toEqual(all.map(({ wait }) => ({ wait, isSaid: true, state: 'started', texts: [] })))
})

test('Prometheus: its configuration of before, which the next run replaces', async () => {
  await using fly = insideFly()
  const good = monitoringApp()
  const bad = monitoringApp({ image: 'registry.example/mon:v9.9.9', scrape_interval: '20s' })
  const run = (desired: typeof good) => {
    const ctx = fly.context({ seconds: 900 })
    return deployOrRollBack({ app: 'mon', mayStop: false }, ctx, (own) =>
      deployMonitoring({ desired, templates: TEMPLATES }, own),
    )
  }
  await run(good)
  const files = () => fly.platform.state.apps.get('mon')?.machines[0]?.config.files
  const before = files()
  const result = await run(bad)
  expect(steps(result)).toEqual(['deploy: failed', 'restore release v1 (rollback): done'])
  expect(files()).toEqual(before)
  expect(steps(await run(good))).toEqual([])
})

const FAULTS: Readonly<Record<string, Omit<ApiFault, 'kind'>>> = {
  '429': { status: 429, body: { error: 'injected fault 429' } },
  '500': { status: 500, body: { error: 'injected fault 500' } },
  'a dropped connection': { drop: true },
  'a lost answer (503)': { status: 503, late: true },
}

test.each(Object.entries(FAULTS))('%s at any request of a rollback', async (_, fault) => {
  const places = Array.from({ length: 40 }, (_value, n) => n)
  const found = await mapConcurrently(places, 8, async (n) => {
    await using fly = insideFly()
    await deploy(fly)
    let begin: number | undefined
    fly.onRequest = (_call, at) => {
      if (begin === undefined && /web: restoring release/.test(fly.log.text())) begin = at
      return begin !== undefined && at === begin + n ? { kind: 'api', ...fault } : undefined
    }
    const result = await deploy(fly, { ...BAD, image: CRASHING })
    const isMet = begin !== undefined && fly.requests.length > begin + n
    return { n, isMet, steps: steps(result), mode: web(fly).machines?.map(({ mode }) => mode) }
  })
  const met = found.filter(({ isMet }) => isMet)
  expect(met.length).toBeGreaterThan(10)
  const well = { steps: ['deploy: failed', 'restore release v1 (rollback): done'], mode: ['one'] }
  expect(met).toEqual(met.map(({ n, isMet }) => ({ n, isMet, ...well })))
})

test('a release command that fails is not run again, and nothing is rolled back', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const result = await deploy(fly, { config: toml().replace('exit 0', 'exit 3') })
  expect(texts(result)).toEqual([
    expect.stringMatching(
      /^fly-release-command: .* The release command ended with exit code 3; no machine was changed\./,
    ),
  ])
  expect(steps(result)).toEqual(['deploy: failed'])
  expect(fly.log.text().match(/release_command: exit 3/g)).toHaveLength(1)
})
