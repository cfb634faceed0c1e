import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { deployApp } from '../../src/apply/fly/app.ts'
import { deployAndWait } from '../../src/apply/fly/deploy.ts'
import type { FlyAppResult } from '../../src/apply/fly/run-changes.ts'
import { createFlyctl, type FlyctlOptions } from '../../src/clients/flyctl/client.ts'
import { keptLog } from '../support/fly-fake.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES, testContext } from '../support/fly-platform.ts'
import { scratchFolder } from '../support/scratch.ts'

// Hashing a password takes a while.
const GOOD = monitoringApp()
const [CRASHING, AILING, OTHER] = ['v9.9.9', 'v3.7.0', 'v3.14.0'].map((tag) =>
  monitoringApp({ image: `registry.example/mon:${tag}` }),
)

const deploy = (fly: InsideFly, desired = GOOD, seconds = 900): Promise<FlyAppResult> =>
  deployMonitoring({ desired, templates: TEMPLATES }, fly.context({ seconds }))

const toldOf = ({ problems }: FlyAppResult) =>
  problems.map(({ code, message, hint }) => ({ code, message, hint }))

test('a program that crashes: with exit code, restarts, state and its last words', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const start = fly.runtime.start
  Object.assign(fly.runtime, {
    start: async (spec: Parameters<typeof start>[0]) => {
      const running = await start(spec)
      return spec.image.endsWith(':v9.9.9') ? { ...running, output: () => 'error: no space left\n' } : running
    },
  })
  const [problem] = toldOf(await deploy(fly, CRASHING))
  expect(problem?.code).toBe('fly-crash')
  expect(problem?.message).toMatch(
    /^Machine \w+ of mon crashes: exit code 2, restarted \d+ times; it is \w+\. Its last log lines: .*"error: no space left"$/,
  )
  expect(problem?.message).not.toContain('runs the new version')
  expect(problem?.hint).toMatch(/flyctl logs -a mon --machine \w+/)
})

test('checks that never pass: which one, and what it says', async () => {
  await using fly = insideFly()
  const [problem] = toldOf(await deploy(fly, AILING))
  expect(problem?.code).toBe('fly-health')
  expect(problem?.message).toMatch(
    /^Machine \w+ of mon runs, but check .* is critical \(connect: connection refused\)\./,
  )
})

test('a machine that Fly has reverted to the old image', async () => {
  await using fly = insideFly()
  await deploy(fly)
  fly.platform.faults.add({ kind: 'revert', app: 'mon' })
  const [problem] = toldOf(await deploy(fly, OTHER))
  expect(problem?.code).toBe('fly-old-version')
  expect(problem?.message).toMatch(/still runs registry.example\/mon:v3.13.3/)
})

test('a short timeout: the machine that never starts is named, not only the time', async () => {
  await using fly = insideFly()
  fly.platform.faults.add({ kind: 'slowStart', app: 'mon', seconds: Number.POSITIVE_INFINITY, times: -1 })
  // flyctl waits for five minutes of Fly's time, which is longer.
  const [problem] = toldOf(await deploy(fly, GOOD, 30))
  expect(problem?.message).toMatch(/Machine \w+ of mon does not start: it is still starting\./)
})

test('a lease of somebody else is waited for, and then it is said who holds it until when', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const mon = fly.platform.state.apps.get('mon')
  const lease = { nonce: 'x', owner: 'someone-else@example.com' }
  for (const machine of mon?.machines ?? []) machine.lease = { ...lease, expiresAt: Date.now() + 120_000 }
  expect(toldOf(await deploy(fly, OTHER))).toEqual([])
  expect(fly.log.text()).toMatch(/someone-else@example.com, until .* Waiting for it\./)
  for (const machine of mon?.machines ?? []) machine.lease = { ...lease, expiresAt: Date.now() + 3_600_000 }
  const [problem] = toldOf(await deploy(fly, GOOD, 300))
  expect(problem).toMatchObject({
    code: 'fly-lease',
    message: expect.stringMatching(/someone-else@example.com, until \d{4}-/),
  })
})

test('a lease that lasts longer than the run is named, although the last try was cut short', async () => {
  using scratch = scratchFolder()
  const log = keptLog()
  const held = 'Error: lease currently held by ci@example.com, expires at 2026-11-27T20:00:00Z'
  const now = jest.spyOn(Date, 'now')
  const until = Date.now() + 60_000
  let tries = 0
  const run: FlyctlOptions['run'] = async ({ argv }) => {
    const answer = { exitCode: 0, stdout: '[]', stderr: '', output: '', seconds: 0 }
    if (argv[0] !== 'deploy') return answer
    if (tries++ === 0) return { ...answer, exitCode: 1, stderr: held }
    now.mockReturnValue(until)
    return { ...answer, exitCode: null, stopped: 'deadline' }
  }
  const sleep = async () => undefined
  const options = { binary: 'flyctl', token: 'fake-org-token', scratch: scratch.path, environment: {} }
  const flyctl = createFlyctl({ ...options, log, sleep, run })
  const app = { app: 'web', folder: '/', config: 'fly.toml', groups: [], mayStop: false }
  const order = { ...app, isFirst: false, isIdentified: false, isVolumeOurs: false }
  const { problem } = await deployAndWait(order, { ...testContext({ flyctl, log, seconds: 60 }), until })
  now.mockRestore()
  expect(problem?.message).toMatch(
    /working on the machine \(ci@example\.com, until 2026-11-27T20:00:00Z\).* After that: .*did not end/,
  )
})

test('what flyctl does is shown as it happens, with the name of the app and without lines for programs', async () => {
  await using fly = insideFly()
  await deploy(fly)
  const shown = fly.log.lines.filter((line) => line.startsWith('mon | '))
  expect(shown).toContainEqual(expect.stringMatching(/Machine \w+ \[app\] was created/))
  expect(shown.join('\n')).not.toMatch(/image_ref|^mon \| $/m)
})

test('a crash from before the deploy, which flyctl takes for a new one, is not the end', async () => {
  await using fly = insideFly()
  await deploy(fly)
  expect(toldOf(await deploy(fly, CRASHING))[0]?.code).toBe('fly-crash')
  expect(toldOf(await deploy(fly, OTHER))).toEqual([])
  expect(fly.log.text()).toMatch(/only before\. Deploying again without smoke checks\./)
  expect(toldOf(await deploy(fly, CRASHING))[0]?.code).toBe('fly-crash')
})

describe('the region of an app', () => {
  const toml = (region: string) => `app = "web"
primary_region = "${region}"
[http_service]
internal_port = 8080
`
  async function deployWeb(fly: InsideFly, region: string) {
    using workspace = scratchFolder()
    writeFileSync(join(workspace.path, 'fly.toml'), toml(region))
    const app = { app: 'web', config: 'fly.toml', image: 'registry.example/web:v1', deploy: true }
    const order = { organization: 'acme', needsAddresses: false, mayStop: false, groups: ['app'], region }
    return await deployApp({ ...order, app, workspace: workspace.path }, fly.context({ seconds: 300 }))
  }

  test('that was changed is ignored by flyctl: which machine is where, and what to do', async () => {
    await using fly = insideFly()
    expect(toldOf(await deployWeb(fly, 'nrt'))).toEqual([])
    const [problem] = toldOf(await deployWeb(fly, 'fra'))
    expect(problem).toMatchObject({
      code: 'fly-machine-region',
      message: expect.stringMatching(
        /^No machine of web is in region fra, which is `primary_region` in fly\.toml: machine \w+ is in nrt\./,
      ),
      hint: expect.stringMatching(
        /set `primary_region` in fly\.toml to "nrt"\..*flyctl machine clone \w+ --region fra/,
      ),
    })
  })
})

describe('an app with several machines, of which flyctl stops at the first that is late', () => {
  const toml = `app = "web"
primary_region = "nrt"
[deploy]
release_command = "exit 0"
[processes]
web = "serve"
worker = "work"
zoo = "feed"
[http_service]
internal_port = 8080
processes = ["web"]
[[http_service.checks]]
interval = "10s"
timeout = "2s"
path = "/health"
`
  async function deployWeb(fly: InsideFly, image: string, config = toml) {
    using workspace = scratchFolder()
    writeFileSync(join(workspace.path, 'fly.toml'), config)
    const app = { app: 'web', config: 'fly.toml', image: `registry.example/web:${image}`, deploy: true }
    const groups = ['web', 'worker', 'zoo']
    const order = { organization: 'acme', needsAddresses: false, mayStop: false, groups }
    return await deployApp({ ...order, app, workspace: workspace.path }, fly.context({ seconds: 900 }))
  }
  const machinesOf = (fly: InsideFly) =>
    fly.platform.state.apps
      .get('web')
      ?.machines.map(({ state, config }) => `${config.metadata.fly_process_group}: ${state}`)

  test('on a first deploy the same run makes the machines that are left, once each', async () => {
    await using fly = insideFly()
    // A new machine is waited for by flyctl for one minute only.
    fly.platform.faults.add({ kind: 'slowStart', app: 'web', seconds: 90, times: 2 })
    expect(toldOf(await deployWeb(fly, 'v1'))).toEqual([])
    expect(machinesOf(fly)?.toSorted()).toEqual(['web: started', 'worker: started', 'zoo: started'])
    expect(fly.log.text()).toMatch(/flyctl had given up .* Deploying again for the machines that are left\./)
    expect(fly.log.text().match(/release_command: exit 0/g)).toHaveLength(1)
  })

  test('another deploy that has changed the machines that are left is not undone', async () => {
    await using fly = insideFly()
    const config = toml.replace(/\[deploy\]\n.*\n/, '')
    await deployWeb(fly, 'v1', config)
    fly.platform.faults.add({ kind: 'slowStart', app: 'web', seconds: 400, times: 1 })
    const passing = (check: object) => ({ ...check, status: 'passing' })
    let patches = 0
    fly.onRequest = ({ method }) => {
      // Of the release: running, then failed.
      if (method === 'PATCH' && ++patches === 2)
        for (const one of fly.platform.state.apps.get('web')?.machines ?? [])
          if (one.state === 'starting')
            Object.assign(one, { state: 'started', checks: one.checks.map(passing) })
          else
            Object.assign(one, {
              image: { ...one.image, tag: 'v9' },
              config: { ...one.config, metadata: { ...one.config.metadata, fly_release_version: '9' } },
            })
      return undefined
    }
    expect(toldOf(await deployWeb(fly, 'v2', config))).toMatchObject([{ code: 'fly-replaced' }])
    expect(fly.log.text()).not.toContain('Deploying again')
  })

  test('a release command that does not end in time is not run again', async () => {
    await using fly = insideFly()
    await deployWeb(fly, 'v1')
    fly.platform.faults.add({ kind: 'slowStart', app: 'web', seconds: 400, times: 1 })
    const [problem] = toldOf(await deployWeb(fly, 'v2'))
    expect(problem?.message).toMatch(/The release command did not end in time; no machine was changed\./)
    expect(fly.log.text()).not.toContain('Deploying again')
  })

  test('a machine whose checks never pass is named, not the groups and machines that were not reached', async () => {
    await using fly = insideFly()
    const [first] = toldOf(await deployWeb(fly, 'v3.7.0'))
    expect(first?.message).toMatch(/^Machine \w+ of web runs, but check .* is critical/)
    await using other = insideFly()
    await deployWeb(other, 'v1')
    const [second] = toldOf(await deployWeb(other, 'v3.7.0'))
    expect(second?.message).toMatch(/^Machine \w+ of web runs, but check .* is critical/)
  })
})
