import { expect, test } from '@jest/globals'
import { addApp } from '../sandbox/platform/state.ts'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'

// Hashing a password takes a while.
const FIRST = monitoringApp()
const OTHER = monitoringApp({ scrape_interval: '20s' })

const deploy = (fly: InsideFly, desired = FIRST) =>
  deployMonitoring({ desired, templates: TEMPLATES }, fly.context())

/** Starts two deploys, the second after so many requests of the first. */
async function twoAtOnce(fly: InsideFly, after: number, second = FIRST) {
  const started = Promise.withResolvers<void>()
  fly.onRequest = (_, n) => {
    if (n >= after) started.resolve()
    return undefined
  }
  const first = deploy(fly)
  await Promise.race([started.promise, first])
  const results = await Promise.all([first, deploy(fly, second)])
  const mon = fly.platform.state.apps.get('mon')
  return {
    problems: results.flatMap(({ problems }) => problems.map(({ code, message }) => `${code}: ${message}`)),
    machines: mon?.machines.map(({ state }) => state),
    volumes: mon?.volumes.map(({ attachedTo }) => attachedTo === mon.machines[0]?.id),
  }
}

const ONE = { problems: [], machines: ['started'], volumes: [true] }

/** The requests of a first deploy after which the second one starts. */
const OFFSETS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32]

test('two first deploys at once end with one volume and one machine, and both are well', async () => {
  const all = await Promise.all(
    OFFSETS.map(async (after) => {
      await using fly = insideFly()
      const seen = await twoAtOnce(fly, after)
      const next = await deploy(fly)
      return { after, ...seen, next: next.outcomes.map(({ change }) => change.what) }
    }),
  )
  expect(all).toEqual(OFFSETS.map((after) => ({ after, ...ONE, next: [] })))
})

test('the same on an app that exists and has nothing yet', async () => {
  const all = await Promise.all(
    OFFSETS.map(async (after) => {
      await using fly = insideFly()
      addApp(fly.platform.state, { name: 'mon', org: 'acme' })
      return { after, ...(await twoAtOnce(fly, after)) }
    }),
  )
  expect(all).toEqual(OFFSETS.map((after) => ({ after, ...ONE })))
})

test('two versions at once: one of them runs, and the run of the other says so', async () => {
  for (const after of [0, 6, 16]) {
    await using fly = insideFly()
    const { problems, machines, volumes } = await twoAtOnce(fly, after, OTHER)
    expect({ machines, volumes }).toEqual({ machines: ['started'], volumes: [true] })
    for (const problem of problems) expect(problem).toMatch(/^fly-replaced: .* another deploy has replaced/)
    expect(problems.length).toBeLessThan(2)
  }
})

test('the second of two first deploys says who is at work, and waits', async () => {
  await using fly = insideFly()
  const results = await Promise.all([deploy(fly), deploy(fly)])
  expect(results.flatMap(({ problems }) => problems)).toEqual([])
  expect(fly.log.text()).toMatch(/mon: another run has created the app and is at work on it/)
  expect(fly.starts.filter((start) => start === 'volumes create')).toHaveLength(1)
})
