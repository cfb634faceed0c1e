import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { deployApp } from '../../src/apply/fly/app.ts'
import { createFlyctl, type FlyctlOptions } from '../../src/clients/flyctl/client.ts'
import { keptLog } from '../support/fly-fake.ts'
import { testContext } from '../support/fly-platform.ts'
import { scratchFolder } from '../support/scratch.ts'

/** What flyctl makes with the strategies that the stand-in does not have, as the real one leaves it (its output, its metadata). */
interface Scene {
  /** What `flyctl deploy` prints and how it ends, in order; the last one stays. */
  deploys: readonly { output?: string; fails?: string }[]
  machines: readonly Record<string, string>[]
  /** The newest release at Fly. */
  release?: { version: number; status: string; minutesAgo: number }
  /** What `flyctl machine status` prints. */
  command?: string
  /** This call of flyctl hangs once, until it is ended. */
  hangs?: string
  /** Fly refuses to destroy this machine. */
  stays?: string
}

const RELEASED = '{"id":"rel_1","version":7,"image_ref":"registry.example/web:v7"}\n'
const MINUTE = 60_000

async function deploy({ deploys, machines, release, command: status = '', hangs, stays }: Scene) {
  using scratch = scratchFolder()
  writeFileSync(join(scratch.path, 'fly.toml'), 'app = "web"\n')
  const log = keptLog()
  const gone = new Set<string>()
  const calls: string[] = []
  let open = hangs
  const answerTo = (argv: readonly string[]) => {
    const [command, what, id = ''] = argv
    if (command === 'deploy') {
      const { output = '', fails } =
        deploys[calls.filter((one) => one === 'deploy').length - 1] ?? deploys.at(-1) ?? {}
      return fails === undefined
        ? { stdout: output }
        : { stdout: output, stderr: `Error: ${fails}\n`, exitCode: 1 }
    }
    if (command === 'releases') return { stdout: JSON.stringify(release ? [rowOf(release)] : []) }
    if (what === 'status') return { stdout: status }
    if (what === 'destroy' && id === stays)
      return { stdout: '', stderr: 'Error: failed to destroy machine: unauthorized\n', exitCode: 1 }
    if (what === 'destroy') gone.add(id)
    return { stdout: JSON.stringify(machines.filter((one) => !gone.has(one.id ?? '')).map(machineJson)) }
  }
  const run: FlyctlOptions['run'] = async ({ argv, onLine }) => {
    const call = argv[0] === 'deploy' ? 'deploy' : argv.slice(0, 3).join(' ').replace(/ -.*/, '')
    calls.push(call)
    const answer = { exitCode: 0, stdout: '', stderr: '', output: '', seconds: 0 }
    if (call === open) {
      open = undefined
      return { ...answer, exitCode: null, stopped: 'deadline' }
    }
    const given = answerTo(argv)
    for (const line of given.stdout.split('\n')) onLine?.(line)
    return { ...answer, ...given, output: given.stdout }
  }
  const flyctl = createFlyctl({
    ...{ binary: 'flyctl', token: 'fake-org-token', scratch: scratch.path, environment: {}, log, run },
    sleep: async () => undefined,
  })
  const app = { app: 'web', config: 'fly.toml', image: 'registry.example/web:v7', deploy: true }
  const order = { organization: 'acme', needsAddresses: false, mayStop: false, groups: [] }
  const result = await deployApp(
    { ...order, app, workspace: scratch.path },
    testContext({ flyctl, log, seconds: 600 }),
  )
  return { problems: result.problems.map(({ code }) => code), destroyed: [...gone], calls, result }
}

const rowOf = ({ version, status, minutesAgo }: NonNullable<Scene['release']>) => ({
  Version: version,
  Status: status,
  CreatedAt: new Date(Date.now() - minutesAgo * MINUTE).toISOString(),
})

function machineJson({
  id,
  state = 'started',
  release = '7',
  group = 'web',
  ...metadata
}: Record<string, string>) {
  return {
    ...{ id, state, region: 'nrt', created_at: new Date(Date.now() - 1_000 * Number(id)).toISOString() },
    image_ref: { registry: 'registry.example', repository: 'web', tag: 'v7' },
    config: {
      image: 'registry.example/web:v7',
      metadata: {
        fly_platform_version: 'v2',
        fly_release_version: release,
        fly_process_group: group,
        ...metadata,
      },
    },
  }
}

/** Younger ids are smaller: the id is the age. */
const machines = (...ids: string[]) => ids.map((id) => ({ id }))
const launch = (id: string, of: string) => ({ id, fly_flyctl_bluegreen_launch_id: of })

test('machines that a deploy has replaced are all kept, however young they are', async () => {
  const seen = await deploy({ deploys: [{ output: RELEASED }], machines: machines('1', '2', '3') })
  expect(seen).toMatchObject({ problems: [], destroyed: [] })
})

test('of a group that had no machine one is kept, the oldest, and what no deploy has made', async () => {
  const output = `No machines in group web, launching a new machine\n${RELEASED}`
  const manual = { id: '9', fly_platform_version: '' }
  const seen = await deploy({ deploys: [{ output }], machines: [...machines('1', '2'), manual] })
  expect(seen).toMatchObject({ problems: [], destroyed: ['1'] })
})

test('bluegreen: as many machines as before, without the one whose answer was lost', async () => {
  const green = [launch('1', 'a'), launch('2', 'b'), launch('3', 'b'), launch('4', 'c')]
  const seen = await deploy({ deploys: [{ output: RELEASED }], machines: green })
  expect(seen).toMatchObject({ problems: [], destroyed: ['3'] })
})

test('a canary that flyctl has left behind is removed, one of a newer deploy is not', async () => {
  const canary = { id: '2', release: '6', fly_canary: 'true' }
  const theirs = { id: '1', release: '8', fly_canary: 'true' }
  const unclear = { fails: 'failed to get VM 2: server returned a non-200 status code: 500' }
  const seen = await deploy({
    deploys: [unclear, { output: RELEASED }],
    machines: [...machines('5'), { ...canary, release: '7' }, theirs],
    release: { version: 7, status: 'failed', minutesAgo: 0 },
  })
  expect(seen).toMatchObject({ problems: [], destroyed: ['2'] })
})

test('a canary that cannot be removed is named with the failure of its deploy', async () => {
  const { result } = await deploy({
    deploys: [{ fails: 'wait timeout\ncould not get all green machines to be healthy' }],
    machines: [
      { id: '5', release: '6' },
      { id: '2', fly_canary: 'true' },
    ],
    release: { version: 7, status: 'failed', minutesAgo: 0 },
    stays: '2',
  })
  expect(result.problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/ Machine 2 is a canary that is left: the next deploy removes it\.$/),
  ])
})

test('the machine of a release command that was made twice and never ran is removed', async () => {
  const left = { id: '2', group: 'fly_app_release_command', state: 'stopped' }
  const going = { id: '3', group: 'fly_app_release_command', state: 'started' }
  const seen = await deploy({ deploys: [{ output: RELEASED }], machines: [...machines('5'), left, going] })
  expect(seen).toMatchObject({ problems: [], destroyed: ['2'] })
})

test('a flyctl that does nothing and reports no failure is not believed', async () => {
  const before = { version: 6, status: 'complete', minutesAgo: 0.5 }
  const seen = await deploy({ deploys: [{}], machines: machines('1'), release: before })
  expect(seen.problems).toEqual(['fly-no-release'])
  expect(seen.calls.filter((call) => call === 'deploy').length).toBeGreaterThan(1)
  // An older one does not report its release.
  const old = { version: 7, status: 'complete', minutesAgo: 0 }
  const older = await deploy({ deploys: [{ output: 'Visit\n' }], machines: machines('1'), release: old })
  expect(older.problems).toEqual([])
})

test.each(['machine list', 'releases'])('a call that hangs, %s, is made again', async (hangs) => {
  const seen = await deploy({
    deploys: [{ output: 'Visit\n' }],
    machines: machines('1'),
    release: { version: 7, status: 'complete', minutesAgo: 0 },
    hangs,
  })
  expect(seen.problems).toEqual([])
  expect(seen.calls.filter((call) => call === hangs)).toHaveLength(2)
})

test.each([
  ['ended well, is not run again', 'exit_code=0', [], true],
  ['failed, ends the run', 'exit_code=3', ['fly-release-command'], false],
])('a release command that flyctl has lost sight of and that %s', async (_, end, problems, isRepeated) => {
  const lost =
    'release command failed - aborting deployment. error waiting for release_command machine m1 to finish running: server returned a non-200 status code: 500'
  const seen = await deploy({
    deploys: [{ output: '> Created release_command machine m1\n', fails: lost }, { output: RELEASED }],
    machines: [{ id: '1' }],
    command: `State: destroyed\n stopped │ exit │ flyd │ 2026-11-27T22:44:33.11Z │ ${end},oom_killed=false`,
  })
  expect(seen.problems).toEqual(problems)
  expect(seen.calls.filter((call) => call === 'deploy')).toHaveLength(isRepeated ? 2 : 1)
})

test('bluegreen: checks that never pass are not waited for three times, and the machines of before are not blamed', async () => {
  const fails = 'wait timeout\ncould not get all green machines to be healthy'
  const seen = await deploy({
    deploys: [{ fails }],
    machines: [{ id: '1', release: '6' }],
    release: { version: 7, status: 'failed', minutesAgo: 0 },
  })
  expect(seen.problems).toEqual(['fly-health'])
  expect(seen.calls.filter((call) => call === 'deploy')).toHaveLength(1)
})
