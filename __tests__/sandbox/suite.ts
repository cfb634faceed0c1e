import { afterAll, beforeAll, test } from '@jest/globals'
import { startWorld, type World, type WorldOptions } from './harness.ts'

/** Every test ends within this time, or fails; far more than it takes, so that a busy machine changes nothing. */
const DEADLINE_MS = 120_000

/** Fly's waiting, cut short: grace periods and pauses a tenth of their length, no watch for crash loops. */
export const QUICK = { speed: 10, smokeSeconds: 0 } as const

type WorldTest = (name: string, body: (world: World) => Promise<void>) => void

/** One world for all tests of a file. A failed test prints what the world's parts said meanwhile. */
export function inWorld(options: WorldOptions, define: (test: WorldTest) => void): void {
  let world: World | undefined
  beforeAll(async () => {
    world = await startWorld(options)
  }, DEADLINE_MS)
  afterAll(async () => {
    await world?.[Symbol.asyncDispose]()
  }, DEADLINE_MS)
  define((name, body) => {
    // jest's own deadline comes second: it would not let us print the log.
    test(
      name,
      () => (world ? withLog(name, world, body) : Promise.reject(new Error('no world'))),
      2 * DEADLINE_MS,
    )
  })
}

async function withLog(name: string, world: World, body: (world: World) => Promise<void>): Promise<void> {
  const before = world.log().length
  const overdue = Promise.withResolvers<never>()
  const timer = setTimeout(() => overdue.reject(new Error(`not done within ${DEADLINE_MS} ms`)), DEADLINE_MS)
  try {
    await Promise.race([body(world), overdue.promise])
  } catch (error) {
    process.stderr.write(`\n--- the world during "${name}" ---\n${world.log().slice(before)}---\n`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
