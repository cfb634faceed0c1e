import { expect, test } from '@jest/globals'
import { type InsideFly, insideFly } from '../support/fly-inside.ts'
import { deployMonitoring, monitoringApp, TEMPLATES } from '../support/fly-platform.ts'

/** A Fly that answers every request, and takes half a minute for each. */

// Hashing a password takes a while.
const ONE = monitoringApp()
const TWO = monitoringApp({ replicas: 2, regions: ['nrt', 'hkg'] })

async function deploy(fly: InsideFly, desired: typeof ONE, seconds = 3_600) {
  const { problems, outcomes } = await deployMonitoring(
    { desired, templates: TEMPLATES },
    fly.context({ seconds }),
  )
  return { problems: problems.map(({ code }) => code), changes: outcomes.length }
}

const state = (fly: InsideFly) => {
  const { machines = [], volumes = [] } = fly.platform.state.apps.get('mon') ?? {}
  return { machines: machines.map(({ state }) => state), volumes: volumes.map((one) => !!one.attachedTo) }
}

const whole = (replicas: number) => ({
  machines: Array(replicas).fill('started'),
  volumes: Array(replicas).fill(true),
})

// With `late` a request has taken effect when flyctl is ended for want of its answer.
const SLOW = [20, 40].flatMap((seconds) => [false, true].map((late) => ({ seconds, late })))

test.each(SLOW)(
  '$seconds s for each answer, late: $late: a run that has time enough ends well',
  async (slow) => {
    for (const [desired, replicas] of [
      [ONE, 1],
      [TWO, 2],
    ] as const) {
      await using fly = insideFly({ smokeSeconds: 2 })
      fly.onRequest = () => ({ kind: 'api', ...slow })
      expect(await deploy(fly, desired)).toMatchObject({ problems: [] })
      expect(state(fly)).toEqual(whole(replicas))
      expect(await deploy(fly, desired)).toEqual({ problems: [], changes: 0 })
    }
  },
)

test.each(SLOW)(
  '$seconds s for each answer, late: $late: a run that has not ends in time, and the next one does the rest',
  async (slow) => {
    for (let timeout = 60; timeout < 1_000; timeout += 90) {
      await using fly = insideFly({ smokeSeconds: 2 })
      fly.onRequest = () => ({ kind: 'api', ...slow })
      const began = Date.now()
      const { problems } = await deploy(fly, ONE, timeout)
      // The machines are read once more after the deadline.
      expect((Date.now() - began) / 1000).toBeLessThan(timeout + 30)
      if (problems.length > 0) expect([timeout, ...problems]).toEqual([timeout, 'fly-deadline'])
      fly.onRequest = () => undefined
      expect(await deploy(fly, ONE)).toMatchObject({ problems: [] })
      expect([timeout, state(fly)]).toEqual([timeout, whole(1)])
    }
  },
)
