import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { leftOut } from './flyctl/left-out.ts'
import { masked } from './flyctl/masks.ts'
import { RECORDED, type Recording, recordings, standardInput } from './flyctl/recordings.ts'
import { replay } from './flyctl/replay.ts'
import { runExecutable } from './flyctl/run-executable.ts'
import { type End, runInside, type Start } from './flyctl/run-inside.ts'
import { executableScenario, type Scenario, scenarios, stepsOf } from './flyctl/scenarios.ts'
import { recordedState, stateOf } from './flyctl/state-after.ts'
import { createWorld, type World } from './flyctl/world.ts'

const byNumber = new Map(recordings.map((recording) => [recording.n, recording]))

test('every recording is replayed, or left out with a reason', () => {
  const replayed = scenarios.flatMap(stepsOf).flatMap(({ all }) => all)
  const accounted = [...replayed, ...Object.keys(leftOut).map(Number)].sort((a, b) => a - b)
  expect(accounted).toEqual(Array.from({ length: RECORDED }, (_, index) => index + 1))
})

describe.each(scenarios)('$name', (scenario: Scenario) => replayAll(scenario, runInside))

describe('through the executable', () => replayAll(executableScenario, runExecutable))

test('a configuration folder that another flyctl makes at the same time is no error', async () => {
  const world = createWorld()
  await world.listen()
  try {
    // "new/." is there as soon as "new" is: for mkdir the same as a folder that somebody else was faster to make.
    const end = await runExecutable(world, {
      argv: ['version', '--json'],
      env: { FLY_CONFIG_DIR: `${world.workspace}/new/.` },
      cwd: world.workspace,
      stdin: '',
      onOutput: () => undefined,
      stop: { signal: 'SIGTERM', when: new AbortController().signal },
    })
    expect(end).toMatchObject({ exit: 0, stderr: '' })
  } finally {
    await world.close()
  }
})

function replayAll(scenario: Scenario, run: (world: World, start: Start) => Promise<End>): void {
  let world: World
  beforeAll(async () => {
    world = createWorld()
    if (run === runExecutable) await world.listen()
    scenario.setup?.(world)
  })
  afterAll(() => world.close())

  for (const step of stepsOf(scenario)) {
    const recorded = step.all.map((n) => found(byNumber.get(n)))
    test(recorded.map(({ n, label }) => `${n} ${label}`).join(' | '), async () => {
      for (const { faults = [] } of recorded)
        for (const fault of faults) world.fault({ kind: 'api', ...fault })
      await step.before?.(world)
      const ends = await Promise.all(recorded.map((recording) => replay(world, recording, { step, run })))
      world.platform.faults.clear()
      expect(sorted(ends.map(seen(world)))).toEqual(sorted(recorded.map(expected(world))))
      if (run === runInside) for (const recording of recorded) expectState(world, recording)
      await step.after?.(world)
    })
  }
}

const seen =
  ({ workspace }: World) =>
  ({ exit, stdout, stderr }: End): object => ({
    exit,
    stdout: masked(stdout, workspace),
    stderr: masked(stderr, workspace),
  })

const expected =
  ({ workspace }: World) =>
  ({ exit_code: exit, stdout, stderr }: Recording): object => ({
    exit,
    // The usage of one recording was cut short.
    stdout: stdout.endsWith('...') ? expect.stringContaining(stdout.slice(0, -3)) : masked(stdout, workspace),
    stderr: masked(stderr, workspace),
  })

/** Which of several at once wins is chance. */
const sorted = (ends: readonly object[]): object[] =>
  [...ends].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

function expectState(world: World, recording: Recording): void {
  for (const [app, state] of Object.entries(recording.state_after ?? {})) {
    const ours = JSON.stringify(stateOf(world.platform.state.apps.get(app)), undefined, 1)
    const theirs = JSON.stringify(recordedState(state), undefined, 1)
    expect(masked(ours, world.workspace)).toBe(masked(theirs, world.workspace))
  }
  const app = recording.argv[recording.argv.indexOf('-a') + 1] ?? ''
  const secrets = [...(world.platform.state.apps.get(app)?.secrets ?? [])].map(([name, { value }]) => [
    name,
    value,
  ])
  if (recording.stored !== undefined) expect(Object.fromEntries(secrets)).toMatchObject(recording.stored)
  if (recording.stored_names !== undefined) {
    expect(secrets.map(([name]) => name).sort()).toEqual(recording.stored_names)
  }
  if (recording.stored_len !== undefined && recording.exit_code === 0) {
    expect(standardInput(recording)).toHaveLength(recording.stored_len)
    expect(Object.fromEntries(secrets).BIG).toHaveLength(recording.stored_len)
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no such recording')
  return value
}
