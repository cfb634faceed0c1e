import { expect } from '@jest/globals'
import { GRAFANA_HOST } from './addresses.ts'
import { deploy, flyctl } from './flyctl.ts'
import { TOKENS } from './grafana/server.ts'
import type { World } from './harness.ts'
import { copyRepository, type RepositoryOptions } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'
import { until } from './until.ts'

const PASSWORD = 'correct horse battery'
/** The same for every run, so that after the first one the monitoring app has nothing to be deployed for. */
const INPUTS = {
  'fly-api-token': 'fake-org-token',
  'grafana-url': `https://${GRAFANA_HOST}`,
  'grafana-api-key': TOKENS.admin,
  'prometheus-password': PASSWORD,
}
const WATCH_ONLY = { 'apps.0.deploy': false }

/** A team's repository with a scrape every second, so that a verdict takes seconds. */
const repository = (world: World, options: Omit<RepositoryOptions, 'monitoringTag'> = {}) =>
  copyRepository({
    monitoringTag: world.ready.monitoringTag,
    ...options,
    set: { 'monitoring.scrape_interval': '1s', ...options.set },
  })

/** Runs the shipped action on a repository of its own. */
async function act(world: World, inputs: Record<string, string> = {}, set: RepositoryOptions['set'] = {}) {
  await using workspace = await repository(world, { set })
  return await world.action({ workspace: workspace.path, inputs: { ...INPUTS, ...inputs } })
}

const deploysOf = async (world: World, app: string) =>
  (await world.platform.calls()).filter(({ argv }) => argv[0] === 'deploy' && argv.at(-1) === app).length

const writesTo = async (world: World) =>
  (await world.grafana.requests()).filter(({ method, path }) => method !== 'GET' && !path.includes('/query'))
    .length

const machineOf = async (world: World, app: string) =>
  (await world.platform.machines()).find((machine) => machine.app === app)?.id ?? ''

/** What people would see: without the lines that tell the runner what to hide. */
const visible = (stdout: string) => stdout.replaceAll(/^::add-mask::.*$/gm, '')

inWorld({ platform: QUICK }, (test) => {
  test('from nothing to proven, and no secret on the way', async (world) => {
    const result = await act(world)
    expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets scraped after this deploy')
    expect(result).toMatchObject({
      code: 0,
      outputs: { verdict: 'proven', 'targets-up': '4', 'targets-total': '4', changed: 'true' },
    })
    expect(JSON.parse(result.outputs.dashboards ?? '')).toMatchObject([
      { result: 'created' },
      { result: 'created' },
    ])
    expect(await deploysOf(world, 'fechatter-monitoring')).toBe(1)
    expect(await writesTo(world)).toBeGreaterThan(3)

    const secrets = ['fake-org-token', PASSWORD, Buffer.from(PASSWORD).toString('base64'), TOKENS.admin]
    for (const text of [
      visible(result.stdout),
      result.stderr,
      result.summary,
      JSON.stringify(result.outputs),
    ])
      for (const secret of secrets) expect(text).not.toContain(secret)
    for (const { argv } of await world.platform.calls())
      for (const secret of secrets) expect(argv.join(' ')).not.toContain(secret)
  })

  test('again: the main app is deployed as asked, what is right is not touched', async (world) => {
    const [written, deployed] = [await writesTo(world), await deploysOf(world, 'fechatter')]
    const result = await act(world)
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'proven', 'targets-up': '4' } })
    expect(await deploysOf(world, 'fechatter-monitoring')).toBe(1)
    expect(await deploysOf(world, 'fechatter')).toBe(deployed + 1)
    expect(await writesTo(world)).toBe(written)
    const machines = await world.platform.machines()
    const plan = await act(world, { mode: 'plan' })
    expect(plan.code).toBe(0)
    expect(plan.summary).toContain('**No changes.**')
    const other = await act(world, { mode: 'plan' }, { 'monitoring.scrape_interval': '2s' })
    expect(other.summary).toMatch(/- {2}scrape_interval: 1s\n(?:.*\n){1,5}\+ {2}scrape_interval: 2s\n/)
    expect(other.summary).toContain(
      '`ScrapeSlow` (changed): Not known: `for` is 10m, and there is data of the last',
    )
    expect([await writesTo(world), await world.platform.machines()]).toEqual([written, machines])
  })

  test('mode verify proves the same and changes nothing', async (world) => {
    const before = (await world.platform.calls()).length
    const written = await writesTo(world)
    const result = await act(world, { mode: 'verify' })
    expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets scraped since this check began')
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'proven', changed: 'false' } })
    const calls = (await world.platform.calls()).slice(before).map(({ argv }) => argv.slice(0, 2).join(' '))
    expect(new Set(calls)).toEqual(new Set(['version --json', 'machine list']))
    expect(await writesTo(world)).toBe(written)
  })

  test('mode dashboards brings back what somebody deleted, and needs no Fly token', async (world) => {
    await world.fetch(`https://${GRAFANA_HOST}/api/dashboards/uid/fechatter-overview`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${TOKENS.admin}` },
    })
    const result = await act(world, { mode: 'dashboards', 'fly-api-token': '' })
    expect(result.summary).toContain('# ✅ Done: the dashboards are in Grafana; nothing was verified')
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'done', changed: 'true' } })
    // The password goes to no address that only a file names.
    const written = (await world.grafana.requests()).filter(({ method }) => method !== 'GET')
    expect(written.filter(({ path }) => /^\/api\/datasources(?!\/proxy)/.test(path))).toHaveLength(1)
    expect(JSON.parse(result.outputs.dashboards ?? '')).toMatchObject([
      { result: 'created' },
      { result: 'unchanged' },
    ])
  })

  test('a token that may do nothing ends in one clear error, and nothing is deployed', async (world) => {
    const before = await deploysOf(world, 'fechatter-monitoring')
    const result = await act(world, { 'fly-api-token': 'fake-bad-token' }, WATCH_ONLY)
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', changed: 'false' } })
    expect(result.stdout).toMatch(/^::error title=fly-/m)
    expect(await deploysOf(world, 'fechatter-monitoring')).toBe(before)
  })

  test('a fly.toml that flyctl alone refuses is refused before anything is changed', async (world) => {
    await using workspace = await repository(world)
    await workspace.edit('fly.toml', (text) => `${text}\n[[restart]]\npolicy = "sometimes"\n`)
    const before = (await world.platform.calls()).length
    const result = await world.action({ workspace: workspace.path, inputs: INPUTS })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', changed: 'false' } })
    expect(result.stdout).toMatch(/^::error title=fly\/flyctl,file=fly\.toml,/m)
    const calls = (await world.platform.calls()).slice(before).map(({ argv }) => argv.slice(0, 2).join(' '))
    expect(calls.filter((call) => call !== 'version --json')).toEqual(['config validate'])
  })

  test('a Prometheus that is none, and one that cannot be found', async (world) => {
    const cases = {
      [`https://${GRAFANA_HOST}`]: 'prometheus-not-prometheus',
      'https://nowhere.fly.dev': 'prometheus-dns',
    }
    const runs = Object.entries(cases).map(async ([url, code]) => {
      const result = await act(world, { mode: 'verify', timeout: '5s', 'prometheus-url': url })
      expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
      expect(result.stdout).toContain(`::error title=${code}::`)
      expect(result.summary).toContain('\n\nFailed: ')
    })
    await Promise.all(runs)
  })

  test('a service that died since its deploy is red, named with the reason, whatever fail-on makes of the exit code', async (world) => {
    await world.platform.kill(await machineOf(world, 'fechatter'), 'service.ts notify_server')
    const [result, never] = await Promise.all([
      act(world, { timeout: '15s' }, WATCH_ONLY),
      act(world, { mode: 'verify', timeout: '15s', 'fail-on': 'never' }),
    ])
    expect(result).toMatchObject({
      code: 1,
      outputs: { verdict: 'failed', 'targets-up': '3', 'targets-total': '4' },
    })
    expect(result.summary).toContain('# ❌ `notify_server` is down: nothing listens on ')
    expect(result.summary).toMatch(/🔴&nbsp;down \| `notify_server` .*connection refused/)
    expect(result.stdout).toMatch(/^::error title=target-refused::notify_server on machine/m)

    expect(never).toMatchObject({ code: 0, outputs: { verdict: 'unproven' } })
    expect(never.summary).toContain('# ⚠️ Not proven: `notify_server` is down: ')
  })

  test('services as they behave today: every target refused, and why', async (world) => {
    await using today = await repository(world, { env: { FECHATTER_BEHAVIOUR: 'today' } })
    await deploy(world, today.path, { name: 'fechatter', image: 'registry.fly.io/fechatter:v1' })
    const result = await act(world, { mode: 'verify', timeout: '10s' })
    expect(result).toMatchObject({
      code: 1,
      outputs: { verdict: 'failed', 'targets-up': '0', 'targets-total': '4' },
    })
    expect(result.summary).toMatch(/🔴&nbsp;down \| `fechatter_server` /)
    // One cause is one entry, for any number of services.
    expect(result.summary.match(/the private network is IPv6/g)).toHaveLength(1)
    expect(result.summary).toMatch(/✔ \| configuration/)
  })

  test('all machines stopped: 0 of 4 is red', async (world) => {
    await using workspace = await repository(world)
    await flyctl(
      world,
      workspace.path,
      'machine',
      'stop',
      await machineOf(world, 'fechatter'),
      '-a',
      'fechatter',
    )
    const result = await act(world, { mode: 'verify', timeout: '7s' })
    expect(result).toMatchObject({
      code: 1,
      outputs: { verdict: 'failed', 'targets-up': '0', 'targets-total': '4' },
    })
    expect(result.summary).toContain('flyctl machine start')
  })

  test('cancelled in the middle of a deploy: flyctl is interrupted, and the summary says so', async (world) => {
    await using workspace = await repository(world)
    let said = ''
    const job = await world.startAction({
      workspace: workspace.path,
      inputs: INPUTS,
      onOutput: (text) => {
        said += text
      },
    })
    await until('a deploy is under way', async () => said.includes('fechatter: deploying.'))
    await job.signal('SIGINT')
    const result = await job.done
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.summary).toContain('\n\nFailed: ')
  })
})
