import { expect } from '@jest/globals'
import type { World } from './harness.ts'
import { copyRepository } from './repository.ts'
import { inWorld, QUICK } from './suite.ts'

const PASSWORD = 'correct horse battery'
const AUTHORIZATION = `Basic ${Buffer.from(`prometheus:${PASSWORD}`).toString('base64')}`
const URL = 'https://fechatter-monitoring.fly.dev'

/** Runs the shipped action with so many replicas. */
async function act(world: World, set: Record<string, unknown>, inputs: Record<string, string> = {}) {
  await using workspace = await copyRepository({
    monitoringTag: world.ready.monitoringTag,
    set: { 'monitoring.scrape_interval': '2s', ...set },
  })
  const given = { 'fly-api-token': 'fake-org-token', 'prometheus-password': PASSWORD, ...inputs }
  return await world.action({ workspace: workspace.path, inputs: given })
}

const TWO = { 'monitoring.replicas': 2, 'monitoring.regions': ['nrt', 'hkg'] }

const machinesOf = async (world: World) =>
  (await world.platform.machines()).filter(({ app }) => app === 'fechatter-monitoring')

/** The times of all scrapes of a service by one replica, in seconds. */
async function scrapesBy(world: World, machine: string, service: string): Promise<number[]> {
  const query = encodeURIComponent(`up{job="${service}"}[10m]`)
  const answer = await world.fetch(`${URL}/api/v1/query?query=${query}`, {
    headers: { authorization: AUTHORIZATION, 'fly-force-instance-id': machine },
  })
  const { data } = JSON.parse(answer.body) as { data: { result: { values: [number, string][] }[] } }
  return data.result.flatMap(({ values }) => values.map(([at]) => at))
}

/** The longest time without a scrape by any replica, from the first scrape to the last one. */
async function longestGap(world: World, service: string, since: number): Promise<number> {
  const machines = await machinesOf(world)
  const times = (await Promise.all(machines.map(({ id }) => scrapesBy(world, id, service)))).flat()
  const sorted = times.filter((at) => at >= since).toSorted((a, b) => a - b)
  return Math.max(...sorted.slice(1).map((at, i) => at - (sorted[i] ?? at)))
}

inWorld({ platform: QUICK }, (test) => {
  test('two replicas are deployed, each asked by its name, and agree', async (world) => {
    const result = await act(world, TWO)
    expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets scraped after this deploy')
    const machines = await machinesOf(world)
    expect(machines.map(({ state }) => state)).toEqual(['started', 'started'])
    for (const { id } of machines)
      expect(result.summary).toMatch(new RegExp(`${id}.*scrapes 4 of 4 expected targets`))
    expect(result.summary).toContain('2 machines and exactly as many volumes')
    expect(result.code).toBe(0)
  })

  test('a deploy of a new configuration leaves no gap', async (world) => {
    const before = (await machinesOf(world)).map(({ id }) => id)
    const gaps: number[] = []
    const headlines: (string | undefined)[] = []
    // A busy machine delays scrapes now and then; a hand-over that stops both replicas leaves a gap every time.
    const isSeen = () => headlines.some((one) => one?.startsWith('# ✅ Proven')) && Math.min(...gaps) < 3
    for (const retention of ['11d', '10d', '11d', '10d']) {
      if (retention === '11d' && isSeen()) break
      const began = Date.now() / 1000
      const result = await act(world, { ...TWO, 'monitoring.retention': retention })
      expect(result.code).toBe(0)
      headlines.push(result.summary.split('\n')[0])
      expect((await machinesOf(world)).map(({ id }) => id)).toEqual(before)
      const services = ['fechatter_server', 'notify_server']
      gaps.push(Math.max(...(await Promise.all(services.map((one) => longestGap(world, one, began))))))
    }
    expect(headlines).toContainEqual(expect.stringMatching(/^# ✅ Proven/))
    expect(Math.min(...gaps)).toBeLessThan(3)
  })

  test('a target that one replica cannot reach is named with the replica', async (world) => {
    const [, second] = await machinesOf(world)
    const target = (await world.platform.machines()).find(({ app }) => app === 'fechatter')
    const route = ['ip', '-6', 'route', 'add', 'unreachable', `${target?.address}/128`]
    await world.run({ command: 'nsenter', args: [`--net=/run/netns/${second?.id}`, ...route] })
    const result = await act(world, { ...TWO, 'monitoring.retention': '10d' }, { mode: 'verify' })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed' } })
    expect(result.summary).toMatch(new RegExp(`On replica \`${second?.id}\` \\(hkg\\), not on`))
    expect(result.summary).toContain('The replicas disagree')
    route[3] = 'del'
    await world.run({ command: 'nsenter', args: [`--net=/run/netns/${second?.id}`, ...route] })
  })

  test('back to one: the other machine goes, its volume stays and is named', async (world) => {
    const [first] = await machinesOf(world)
    const began = Date.now() / 1000
    const result = await act(world, { 'monitoring.retention': '10d' })
    expect(result.summary).toMatch(/^# ✅ Proven/)
    expect(result.summary).toMatch(/volume `?vol_\w+`? \(hkg/)
    expect((await machinesOf(world)).map(({ id }) => id)).toEqual([first?.id])
    expect(Math.min(...(await scrapesBy(world, first?.id ?? '', 'notify_server')))).toBeLessThan(began)
  })
})
