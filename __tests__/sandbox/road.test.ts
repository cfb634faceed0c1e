import { expect } from '@jest/globals'
import { GRAFANA_HOST } from './addresses.ts'
import { TOKENS } from './grafana/server.ts'
import type { World } from './harness.ts'
import { copyRepository, type RepositoryOptions } from './repository.ts'
import type { ActionOptions } from './runner.ts'
import { inWorld, QUICK } from './suite.ts'
import { until } from './until.ts'

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
  return await world.action({ workspace: workspace.path, inputs: FLY, ...action })
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

  test('mode verify proves the same and changes nothing', async (world) => {
    const inputs = { ...FLY, ...GRAFANA, mode: 'verify', 'prometheus-password': 'correct horse battery' }
    const before = (await world.platform.calls()).length
    const written = await writesTo(world)
    const result = await act(world, {}, { inputs })
    expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets scraped since this check began')
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'proven', changed: 'false' } })
    const calls = (await world.platform.calls()).slice(before).map(({ argv }) => argv.slice(0, 2).join(' '))
    expect(new Set(calls)).toEqual(new Set(['version --json', 'machine list']))
    expect(await writesTo(world)).toBe(written)
  })

  test('mode dashboards brings back what somebody deleted, and needs no Fly token', async (world) => {
    const inputs = { ...GRAFANA, mode: 'dashboards' }
    await world.fetch(`https://${GRAFANA_HOST}/api/dashboards/uid/fechatter-overview`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${TOKENS.admin}` },
    })
    const result = await act(world, {}, { inputs })
    expect(result.summary).toContain('# ☑️ Done: the dashboards are in Grafana; nothing was verified')
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'unproven', changed: 'true' } })
    expect(JSON.parse(result.outputs.dashboards ?? '')).toMatchObject([
      { result: 'created' },
      { result: 'unchanged' },
    ])
  })

  test('a service that died since its deploy is red, named with the reason', async (world) => {
    const [machine] = (await world.platform.machines()).filter(({ app }) => app === 'fechatter')
    await world.platform.kill(machine?.id ?? '', 'service.ts notify_server')
    const result = await act(
      world,
      { set: { 'apps.0.deploy': false } },
      { inputs: { ...FLY, timeout: '10s', 'prometheus-password': 'correct horse battery' } },
    )
    expect(result).toMatchObject({
      code: 1,
      outputs: { verdict: 'unproven', 'targets-up': '3', 'targets-total': '4' },
    })
    expect(result.summary).toContain('# ❌ Not proven: 3 of 4 targets scraped after this deploy')
    expect(result.summary).toMatch(/🔴&nbsp;down \| notify&#95;server .*0\.0\.0\.0/)
    expect(result.stdout).toMatch(/^::error title=target-refused::notify_server on machine/m)
  })

  test('fail-on: never keeps the exit code at 0, and the headline tells the truth', async (world) => {
    const inputs = {
      ...FLY,
      timeout: '8s',
      'fail-on': 'never',
      'prometheus-password': 'correct horse battery',
    }
    const result = await act(world, { set: { 'apps.0.deploy': false } }, { inputs })
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'unproven' } })
    expect(result.summary).toContain('# ❌ Not proven: 3 of 4')
  })

  test('all machines stopped: 0 of 4 is red', async (world) => {
    const machines = (await world.platform.machines()).filter(({ app }) => app === 'fechatter')
    await using workspace = await copyRepository({ monitoringTag: world.ready.monitoringTag })
    for (const { id } of machines)
      await world.run({
        command: 'flyctl',
        args: ['machine', 'stop', id, '-a', 'fechatter'],
        cwd: workspace.path,
        env: { FLY_API_TOKEN: 'fake-org-token', FLY_CONFIG_DIR: workspace.path },
      })
    const inputs = { ...FLY, timeout: '8s', 'prometheus-password': 'correct horse battery' }
    const result = await act(world, { set: { 'apps.0.deploy': false } }, { inputs })
    expect(result).toMatchObject({
      code: 1,
      outputs: { verdict: 'unproven', 'targets-up': '0', 'targets-total': '4' },
    })
    expect(result.summary).toContain('flyctl machine start')
  })
})

inWorld({ platform: QUICK }, (test) => {
  test('services as they behave today: every target refused or empty, and why', async (world) => {
    const result = await act(
      world,
      { env: { FECHATTER_BEHAVIOUR: 'today' } },
      { inputs: { ...FLY, timeout: '20s' } },
    )
    expect(result).toMatchObject({
      code: 1,
      outputs: { verdict: 'unproven', 'targets-up': '0', 'targets-total': '4' },
    })
    expect(result.summary).toMatch(/🔴&nbsp;down \| fechatter&#95;server .*IPv6/)
  })

  test('a Prometheus that is none, and one that cannot be found', async (world) => {
    for (const [url, code] of [
      [`https://${GRAFANA_HOST}`, 'prometheus-not-prometheus'],
      ['https://nowhere.fly.dev', 'prometheus-dns'],
    ] as const) {
      const result = await act(
        world,
        { set: { 'apps.0.deploy': false } },
        { inputs: { ...FLY, timeout: '6s', 'prometheus-url': url } },
      )
      expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
      expect(result.stdout).toContain(`::error title=${code}::`)
      expect(result.summary).toContain('# ❌ Failed')
    }
  })

  test('a token that may do nothing ends in one clear error, and nothing is deployed', async (world) => {
    const before = await deploysOf(world, 'fechatter-monitoring')
    const result = await act(
      world,
      { set: { 'apps.0.deploy': false } },
      { inputs: { ...FLY, 'fly-api-token': 'fake-bad-token' } },
    )
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', changed: 'false' } })
    expect(result.stdout).toMatch(/^::error title=fly-/m)
    expect(await deploysOf(world, 'fechatter-monitoring')).toBe(before)
  })

  test('cancelled in the middle of a deploy: flyctl is interrupted, and the summary says how far it came', async (world) => {
    await using workspace = await copyRepository({ monitoringTag: world.ready.monitoringTag, set: FAST })
    let said = ''
    const job = await world.startAction({
      workspace: workspace.path,
      inputs: { ...FLY, 'prometheus-password': 'another one' },
      onOutput: (text) => {
        said += text
      },
    })
    await until('a deploy is under way', async () => said.includes('fechatter: deploying.'))
    await job.signal('SIGINT')
    const result = await job.done
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.summary).toContain('# ❌ Failed')
  })
})
