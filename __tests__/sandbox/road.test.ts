import { expect } from '@jest/globals'
import { GRAFANA_HOST } from './addresses.ts'
import { TOKENS } from './grafana/server.ts'
import type { World } from './harness.ts'
import { copyRepository, type RepositoryOptions } from './repository.ts'
import type { ActionOptions } from './runner.ts'
import { inWorld, QUICK } from './suite.ts'

const FLY = { 'fly-api-token': 'fake-org-token', timeout: '50s' }
const GRAFANA = { 'grafana-url': `https://${GRAFANA_HOST}`, 'grafana-api-key': TOKENS.admin }

/** A scrape every second, so that a verdict takes seconds. */
const FAST = { 'monitoring.scrape_interval': '1s' }

/** Runs the shipped action on a repository of its own. */
async function act(
  world: World,
  repository: Omit<RepositoryOptions, 'monitoringTag'>,
  action: Partial<ActionOptions> = {},
) {
  await using workspace = await copyRepository({
    monitoringTag: world.ready.monitoringTag,
    ...repository,
    set: { ...FAST, ...repository.set },
  })
  return world.action({ workspace: workspace.path, inputs: FLY, ...action })
}

const deploysOf = async (world: World, app: string) =>
  (await world.platform.calls()).filter(({ argv }) => argv[0] === 'deploy' && argv.at(-1) === app).length

const writesTo = async (world: World) =>
  (await world.grafana.requests()).filter(({ method, path }) => method !== 'GET' && !path.includes('/query'))
    .length

/** What people would see: without the lines that tell the runner what to hide. */
const visible = (stdout: string) => stdout.replaceAll(/^::add-mask::.*$/gm, '')

inWorld({ platform: QUICK }, (test) => {
  test('from nothing to proven, and again without touching what is right', async (world) => {
    const inputs = { ...FLY, ...GRAFANA, 'prometheus-password': 'correct horse battery' }
    const first = await act(world, {}, { inputs })
    expect(first.summary).toContain('# ✅ Proven: 4 of 4 targets scraped after this deploy')
    expect(first).toMatchObject({
      code: 0,
      outputs: { verdict: 'proven', 'targets-up': '4', 'targets-total': '4', changed: 'true' },
    })
    expect(JSON.parse(first.outputs.dashboards ?? '')).toMatchObject([
      { result: 'created' },
      { result: 'created' },
    ])
    expect(await deploysOf(world, 'fechatter-monitoring')).toBe(1)
    const written = await writesTo(world)
    expect(written).toBeGreaterThan(3)

    const second = await act(world, {}, { inputs })
    expect(second).toMatchObject({ code: 0, outputs: { verdict: 'proven', 'targets-up': '4' } })
    expect(await deploysOf(world, 'fechatter-monitoring')).toBe(1)
    expect(await deploysOf(world, 'fechatter')).toBe(3)
    expect(await writesTo(world)).toBe(written)

    for (const text of [visible(first.stdout), first.stderr, first.summary, JSON.stringify(first.outputs)])
      for (const secret of [
        'fake-org-token',
        'correct horse',
        Buffer.from('correct horse battery').toString('base64'),
        TOKENS.admin,
      ])
        expect(text).not.toContain(secret)
    for (const { argv } of await world.platform.calls())
      expect(argv.join(' ')).not.toMatch(/fake-org-token|correct horse/)
  })
})
