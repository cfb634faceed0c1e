import { expect, test } from '@jest/globals'
import { platformError } from '../../src/lib/errors.ts'
import type { Prometheus, QueryAnswer, ScrapeTarget } from '../../src/model/prometheus.ts'
import { createStoreLook } from '../../src/verify/store/look.ts'
import { judgeStore, type StoreState } from '../../src/verify/store/state.ts'
import { createStoreView, type StoreViewParts } from '../../src/verify/store/view.ts'

const vector = (rows: readonly (readonly [Record<string, string>, string])[]): QueryAnswer => ({
  result: { resultType: 'vector', result: rows.map(([metric, value]) => ({ metric, value: [0, value] })) },
  ...{ warnings: [], infos: [] },
})

function viewOf(given: Partial<StoreViewParts['store']> = {}, targets: () => ScrapeTarget[] = () => []) {
  const asked: string[] = []
  const agent = { targets: async () => targets() } as Partial<Prometheus> as Prometheus
  const store = {
    query: async (promql: string) => {
      asked.push(promql)
      return vector([[{ job: 'web', monitor: 'mon', replica: 'm1' }, '1']])
    },
    labelNames: async (selector?: string) => [String(selector), 'job', 'monitor', 'replica'],
    seriesNames: async (selector: string) => [selector],
    ...given,
  }
  const view = createStoreView({
    ...{ agent, store, name: 'vm', monitor: 'mon', intervalMs: 10, batchMs: 10 },
  })
  return { view, asked }
}

test('only samples of this deployment are asked for, and its labels are taken away', async () => {
  const { view, asked } = viewOf()
  const { result } = await view.query('sum(rate(a{b="c"}[5m])) / up')
  expect(asked).toEqual(['sum(rate(a{b="c",monitor="mon"}[5m])) / up{monitor="mon"}'])
  expect(result.result).toMatchObject([{ metric: { job: 'web' } }])
  expect(result.result).not.toMatchObject([{ metric: { monitor: expect.anything() } }])
  expect(await view.labelNames(undefined, 0)).toEqual(['{monitor="mon"}', 'job'])
  expect(await view.seriesNames('{job="web"}', 0)).toEqual(['{job="web",monitor="mon"}'])
})

test('a query that cannot be limited is not asked', async () => {
  const { view, asked } = viewOf()
  await expect(view.query('WITH (x = up) x')).rejects.toThrow('could not be limited')
  await expect(view.seriesNames('{', 0)).rejects.toThrow('could not be limited')
  expect(asked).toEqual([])
})

test('what an agent does not know is an error, and not an empty answer', async () => {
  const { view } = viewOf()
  for (const ask of [view.rules, view.alerts, view.alertmanagers, view.knock])
    await expect(ask()).rejects.toThrow('An agent evaluates no rules.')
})

test('the end of a series, as VictoriaMetrics shows it, is no value', async () => {
  const matrix = {
    resultType: 'matrix' as const,
    result: [
      {
        metric: {},
        values: [
          [1, '1'],
          [2, 'NaN'],
        ] as [number, string][],
      },
    ],
  }
  const { view } = viewOf({ query: async () => ({ result: matrix, warnings: [], infos: [] }) })
  expect((await view.query('up[1m]')).result).toMatchObject({ result: [{ values: [[1, '1']] }] })
})

const lookAt = async (
  answers: readonly (number | Error | undefined)[],
  { now = 100_000, waited = 0 } = {},
): Promise<StoreState | undefined> => {
  const rest = [...answers]
  const look = createStoreLook(
    async () => {
      const answer = rest.shift()
      if (answer instanceof Error) throw answer
      return answer
    },
    { name: 'vm', clock: () => now, patienceMs: 60_000 },
  )
  let state: StoreState | undefined
  while (rest.length > 0) state = await look(waited)
  return state
}

test('the lag is the time until a newer sample appears, whatever was there before', async () => {
  expect(await lookAt([90_000])).toBeUndefined()
  expect(await lookAt([90_000, 90_000])).toBeUndefined()
  expect(await lookAt([90_000, 90_000, 93_000])).toEqual({ kind: 'ready', lagMs: 7_000 })
  expect(await lookAt([undefined, 98_000])).toEqual({ kind: 'ready', lagMs: 2_000 })
  expect(await lookAt([400_000, 500_000], { now: 900_000 })).toEqual({ kind: 'behind', lagMs: 400_000 })
})

test('old samples that do not get newer are no store that works', async () => {
  expect(await lookAt([90_000, 90_000], { waited: 70_000 })).toEqual({
    ...{ kind: 'stuck', newest: 90_000, waitedMs: 70_000 },
  })
  expect(await lookAt([undefined, undefined], { waited: 70_000 })).toMatchObject({ newest: undefined })
  // An error may pass.
  const error = platformError('prometheus-limited', 'HTTP 429', '')
  expect(await lookAt([90_000, error, 95_000])).toEqual({ kind: 'ready', lagMs: 5_000 })
})

test.each([
  [{ kind: 'ready', lagMs: 7_000 }, 'holds', /7 s after it is scraped\.$/],
  [
    { kind: 'ready', lagMs: 90_000 },
    'warning',
    /90 s after it is scraped: alerts and dashboards are as late/,
  ],
  [{ kind: 'behind', lagMs: 420_000 }, 'not-checked', /is 7 min behind/],
  [{ kind: 'stuck', newest: 90_000, waitedMs: 70_000 }, 'broken', /since 00:01:30 UTC/],
  [{ kind: 'stuck', newest: undefined, waitedMs: 70_000 }, 'broken', /no sample of this deployment, 70 s/],
  [{ kind: 'unreadable', why: 'the store vm is not ready.', next: '' }, 'not-checked', /vm is not ready/],
] as const)('a store that is %j: %s', (state, outcome, why) => {
  expect(judgeStore('vm', state, [])).toMatchObject({ outcome, why: expect.stringMatching(why) })
})

test('a store that cannot be read and gets nothing is broken, not only unknown', () => {
  const unread = { kind: 'unreadable', why: 'the store vm refuses the key.', next: '' } as const
  const written = {
    ...({ area: 'remote-write', outcome: 'broken', certainty: 'proven' } as const),
    why: '',
  }
  expect(judgeStore('vm', unread, [{ ...written, subject: 'vm' }]).outcome).toBe('broken')
  expect(judgeStore('vm', unread, [{ ...written, subject: 'vm (grafana-prometheus-url)' }]).outcome).toBe(
    'broken',
  )
  expect(judgeStore('vm', unread, [{ ...written, subject: 'other' }]).outcome).toBe('not-checked')
})

test('targets are those of so long ago as the samples are', async () => {
  const at = (time: string) => [{ lastScrape: time }] as unknown as ScrapeTarget[]
  let now = 1_000_000
  let targets = at('old')
  const { view } = viewOf({ query: async () => vector([[{}, String(now / 1000)]]) }, () => targets)
  expect(await view.targets()).toEqual(at('old'))
  const settling = view.settle(now, { deadline: new Date(Date.now() + 20_000), everyMs: 5 })
  await new Promise((resolve) => setTimeout(resolve, 20))
  now += 100
  expect(await settling).toMatchObject({ kind: 'ready' })
  expect(view.lagMs()).toBeGreaterThan(1_000)
  targets = at('new')
  expect(await view.targets()).toEqual(at('old'))
})

test('a target that is down now is down, although its samples are still those of before', async () => {
  const target = (health: string, lastError = '') => ({
    ...{ health, lastError, scrapePool: 'web', scrapeUrl: 'http://[::1]:1/metrics' },
  })
  const list = (health: string) => [target(health)] as unknown as ScrapeTarget[]
  let now = 1_000_000
  let health = 'up'
  const { view } = viewOf({ query: async () => vector([[{}, String(now / 1000)]]) }, () => list(health))
  const settling = view.settle(now, { deadline: new Date(Date.now() + 20_000) })
  await new Promise((resolve) => setTimeout(resolve, 20))
  now += 100
  await settling
  health = 'down'
  expect(await view.targets()).toEqual(list('down'))
  // One that comes back is up when its samples can be read.
  health = 'up'
  expect(await view.targets()).toEqual(list('up'))
})

test('a store that stops answering after a while is lost, and in its own words', async () => {
  let isUp = true
  const { view } = viewOf({
    async query() {
      if (isUp) return vector([])
      throw platformError('prometheus-unauthorized', 'Prometheus refuses the credentials.', 'password')
    },
  })
  await view.query('up')
  expect(view.lost()).toBeUndefined()
  isUp = false
  const refused = 'the store vm refuses the user or the key (HTTP 401).'
  await expect(view.query('up')).rejects.toThrow(refused)
  // A moment is no loss.
  expect(view.lost()).toBeUndefined()
})

test('a scrape that is known when verification begins is not one of after that, whatever a header says', async () => {
  const scraped = (...times: string[]) => times.map((lastScrape) => ({ lastScrape })) as ScrapeTarget[]
  const agent = {
    now: async () => Date.parse('2026-01-01T00:00:00Z'),
    targets: async () => scraped('0001-01-01T00:00:00Z', '2026-01-01T00:00:09Z', '2025-12-31T23:59:59Z'),
  } as Partial<Prometheus> as Prometheus
  const parts = { name: 'vm', monitor: 'mon', intervalMs: 10, batchMs: 10 }
  const view = createStoreView({ ...parts, agent, store: {} as StoreViewParts['store'] })
  expect(await view.now()).toBe(Date.parse('2026-01-01T00:00:09Z'))
})
