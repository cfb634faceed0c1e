import { expect } from '@jest/globals'
import type { World } from './harness.ts'
import { copyRepository, type RepositoryOptions } from './repository.ts'
import { inWorld } from './suite.ts'

const INPUTS = { 'fly-api-token': 'fake-org-token', 'prometheus-password': 'correct horse battery' }

/** Runs the shipped action on a repository of its own. */
async function act(world: World, set: RepositoryOptions['set'] = {}, inputs: Record<string, string> = {}) {
  const { monitoringTag } = world.ready
  await using workspace = await copyRepository({
    monitoringTag,
    set: { 'monitoring.scrape_interval': '1s', ...set },
  })
  return await world.action({ workspace: workspace.path, inputs: { ...INPUTS, timeout: '60s', ...inputs } })
}

const statusOf = async (world: World, url: string) => (await world.fetch(url)).status

const CRASH = { 'apps.0.image': 'registry.fly.io/fechatter:crashing' }
const HEALTH = 'https://fechatter.fly.dev/health'

/** The smoke checks of flyctl, cut short: a second is enough to see a crash loop. */
inWorld({ platform: { speed: 10, smokeSeconds: 10 } }, (test) => {
  test('a main app that opted in and crashes is rolled back: red, and its old version serves', async (world) => {
    expect(await act(world)).toMatchObject({ code: 0, outputs: { verdict: 'proven' } })
    const result = await act(world, { ...CRASH, 'apps.0.rollback_on_failure': true })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.summary).toMatch(/^# ❌ .*fechatter was rolled back to release v1/m)
    expect(result.summary).toMatch(/restore release v1 \(rollback\)/)
    expect(await statusOf(world, HEALTH)).toBe(200)
  })

  test('Prometheus by the input, a main app without being asked not; the next run repairs it', async (world) => {
    const bad = { ...CRASH, 'monitoring.image': 'registry.fly.io/fechatter-monitoring:crashing' }
    const result = await act(world, bad, { 'rollback-on-failure': 'true' })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.summary).toMatch(/^# ❌ .*fechatter-monitoring was rolled back to release v1/m)
    expect(result.summary).not.toMatch(/fechatter was rolled back/)
    expect(await statusOf(world, 'https://fechatter-monitoring.fly.dev/-/healthy')).toBe(401)
    expect(await statusOf(world, HEALTH)).not.toBe(200)
    expect(await act(world)).toMatchObject({ code: 0, outputs: { verdict: 'proven' } })
  })
})
