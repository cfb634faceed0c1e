import { expect, test } from '@jest/globals'
import { type ScrapeTarget, targetsAnswer } from '../../src/model/prometheus.ts'
import type { ExpectedTarget } from '../../src/verify/targets/expect.ts'
import {
  continueHistory,
  isFinal,
  recordMachines,
  type ScrapeCount,
  type TargetObservation,
  targetKey,
} from '../../src/verify/targets/observe.ts'
import { describeOpenTargets } from '../../src/verify/targets/progress.ts'
import { countQuery, readCounts, uncounted } from '../../src/verify/targets/sample-counts.ts'
import { machine, recordedData } from './fixtures.ts'

const IP = '[fdaa:0:18:a7b:7d:f066:b83b:2]'
const PORTS = { fechatter_server: 9090, notify_server: 9091, analytics_server: 7778, bot_server: 9092 }

const expected = (given: Partial<ExpectedTarget> = {}): ExpectedTarget => ({
  service: 'api',
  app: 'shop',
  machine: machine(),
  address: '[::1]:9090',
  path: '/metrics',
  state: 'running',
  ...given,
})

const services = Object.entries(PORTS).map(([service, port]) =>
  expected({ service, address: `${IP}:${port}` }),
)

const recordedTargets = (name: string) => recordedData(name, targetsAnswer).activeTargets
const before = Date.parse('2026-11-22T00:00:00Z')
const full = (targets: readonly ScrapeTarget[]): Map<string, ScrapeCount> =>
  new Map(targets.map((target) => [targetKey(target.labels), { scraped: 5, stored: 5, lost: 0 }]))

/** States of the four services in a recorded answer, when all that was ever scraped is recent enough. */
const states = (name: string, verifyStart = before) => {
  const seen = recordedTargets(name)
  return recordMachines(services, seen, verifyStart, full(seen)).map(({ state }) => state)
}

test.each([
  ['targets-before-discovery.json', ['not-discovered', 'not-discovered', 'not-discovered', 'not-discovered']],
  ['targets-unknown.json', ['not-scraped', 'not-scraped', 'not-scraped', 'not-scraped']],
  ['targets-all-up.json', ['up', 'up', 'up', 'up']],
  ['targets-state-active.json', ['up', 'up', 'up', 'up']],
  ['targets-vanished.json', ['not-discovered', 'not-discovered', 'not-discovered', 'not-discovered']],
])('%s', (name, wanted) => {
  expect(states(name)).toEqual(wanted)
})

test('a scrape from before verification began does not count, even if it was healthy', () => {
  const last = Math.max(
    ...recordedTargets('targets-all-up.json').map(({ lastScrape }) => Date.parse(lastScrape)),
  )
  expect(states('targets-all-up.json', last)).toEqual(['stale', 'stale', 'stale', 'stale'])
})

test('of two machines, only the one whose port refuses fails', () => {
  const seen = recordedTargets('targets-partial.json')
  const addresses = [...new Set(seen.map(({ scrapeUrl }) => new URL(scrapeUrl).hostname))].filter((h) =>
    h.startsWith('[fdaa'),
  )
  expect(addresses).toHaveLength(2)
  const both = addresses.map((ip) => expected({ service: 'notify_server', address: `${ip}:9091` }))
  expect(
    recordMachines(both, seen, before, full(seen))
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['refused', 'up'])
})

test('a target of the right address in another job does not count, nor another port', () => {
  const seen = recordedTargets('targets-all-up.json')
  const others = [
    expected({ service: 'notify_server', address: `${IP}:9090` }),
    expected({ service: 'somebody_else', address: `${IP}:9091` }),
  ]
  expect(recordMachines(others, seen, before, full(seen)).map(({ state }) => state)).toEqual([
    'not-discovered',
    'not-discovered',
  ])
})

test.each(['2.42.0', '3.14.0'])(
  'every broken target of %s is joined and red, or its samples are asked for',
  (version) => {
    const seen = recordedTargets(`targets-broken-${version}.json`)
    const all = seen.map((target) =>
      expected({ service: target.labels.job ?? '', address: new URL(target.scrapeUrl).host }),
    )
    const observations = recordMachines(all, seen, before, new Map())
    for (const { state, seen: target } of observations) {
      if (target?.health === 'up') expect(state).toBe('pending')
      else expect(['up', 'pending', 'resting', 'unknown', 'not-discovered']).not.toContain(state)
    }
    expect(observations.length).toBeGreaterThan(50)
  },
)

const up: ScrapeTarget = {
  labels: { job: 'api', instance: '[::1]:9090' },
  scrapePool: 'api',
  scrapeUrl: 'http://[::1]:9090/metrics',
  lastError: '',
  lastScrape: '2026-11-22T12:00:00.5Z',
  health: 'up',
  scrapeInterval: '15s',
}
const sightOf = (
  target: ScrapeTarget | undefined,
  count?: ScrapeCount,
  one = expected(),
): TargetObservation => {
  const [observation] = recordMachines(
    [one],
    target ? [target] : [],
    before,
    new Map(count ? [[targetKey(up.labels), count]] : []),
  )
  if (!observation) throw new Error('no observation')
  return observation
}

test('up is not enough: there must be samples, and none may be lost', () => {
  expect(sightOf(up).state).toBe('pending')
  expect(sightOf(up, { scraped: 0, stored: 0, lost: 0 }).state).toBe('empty')
  expect(sightOf(up, { scraped: 3, stored: 3, lost: undefined }).state).toBe('pending')
  expect(sightOf(up, { scraped: 3, stored: 3, lost: 1 }).state).toBe('samples-lost')
  expect(sightOf(up, { scraped: 3, stored: 3, lost: 0 }).state).toBe('up')
})

test('the same address twice in one job: the worse one decides', () => {
  const down: ScrapeTarget = { ...up, health: 'down', lastError: 'server returned HTTP status 404 Not Found' }
  expect(recordMachines([expected()], [up, down], before, full([up])).map(({ state }) => state)).toEqual([
    'not-found',
  ])
})

const down = (lastError: string, lastScrape = up.lastScrape): ScrapeTarget => ({
  ...up,
  health: 'down',
  lastError,
  lastScrape,
})
const REFUSED = 'Get "http://[::1]:9090/metrics": dial tcp [::1]:9090: connect: connection refused'
const NOT_FOUND = 'server returned HTTP status 404 Not Found'
const times = ['2026-11-22T12:00:00.5Z', '2026-11-22T12:00:15.5Z', '2026-11-22T12:00:30.5Z']

/** Whether the last of some looks is final, each at its time after verification began. */
function finalAfter(
  looks: readonly [target: ScrapeTarget | undefined, elapsed: number, listings?: number][],
  options: { one?: ExpectedTarget; onlyListing?: boolean; count?: ScrapeCount } = {},
): boolean {
  let watched: ReturnType<typeof continueHistory> | undefined
  let final = false
  for (const [target, elapsed, listings = 1] of looks) {
    const context = { elapsed, listings, onlyListing: options.onlyListing ?? false }
    const observation = sightOf(target, options.count, options.one)
    watched = continueHistory(watched, observation, context)
    final = isFinal(observation, watched, context)
  }
  return final
}

test('404 is final after two scrapes, not after two polls of one scrape', () => {
  expect(finalAfter([[down(NOT_FOUND, times[0]), 100]])).toBe(false)
  expect(
    finalAfter([
      [down(NOT_FOUND, times[0]), 100],
      [down(NOT_FOUND, times[0]), 350],
    ]),
  ).toBe(false)
  expect(
    finalAfter([
      [down(NOT_FOUND, times[0]), 100],
      [down(NOT_FOUND, times[1]), 15_100],
    ]),
  ).toBe(true)
})

test('a changed reason restarts the count', () => {
  expect(
    finalAfter([
      [down(REFUSED, times[0]), 100],
      [down(NOT_FOUND, times[1]), 15_100],
    ]),
  ).toBe(false)
})

test('refused needs two scrapes and half a minute, two minutes where the checks fail as well', () => {
  const twice = (elapsed: number): [ScrapeTarget, number][] => [
    [down(REFUSED, times[0]), 100],
    [down(REFUSED, times[1]), elapsed],
  ]
  expect(finalAfter(twice(29_000))).toBe(false)
  expect(finalAfter(twice(30_000))).toBe(true)
  expect(finalAfter([[down(REFUSED, times[2]), 31_000]])).toBe(false)
  const failing = expected({ machine: machine({ checksPass: false }) })
  expect(finalAfter(twice(119_000), { one: failing })).toBe(false)
  expect(finalAfter(twice(120_000), { one: failing })).toBe(true)
  const passing = expected({ machine: machine({ checksPass: true }) })
  expect(finalAfter(twice(30_000), { one: passing })).toBe(true)
})

test('a target that is not discovered has a minute, longer with a long scrape interval', () => {
  expect(finalAfter([[undefined, 59_000]])).toBe(false)
  expect(finalAfter([[undefined, 60_000]])).toBe(true)
  const rare: ScrapeTarget = { ...up, health: 'unknown', scrapeInterval: '1m' }
  expect(finalAfter([[rare, 100_000]])).toBe(false)
  expect(finalAfter([[rare, 180_000]])).toBe(true)
})

test('a stopped machine is final at the second listing, or when there is no second listing', () => {
  const one = expected({ state: 'stopped' })
  expect(
    finalAfter(
      [
        [undefined, 0, 1],
        [undefined, 250, 1],
      ],
      { one },
    ),
  ).toBe(false)
  expect(
    finalAfter(
      [
        [undefined, 0, 1],
        [undefined, 5_000, 2],
      ],
      { one },
    ),
  ).toBe(true)
  expect(finalAfter([[undefined, 0, 1]], { one, onlyListing: true })).toBe(true)
})

test('up and resting are final at once, up without known samples is not', () => {
  expect(finalAfter([[up, 0]], { count: { scraped: 1, stored: 1, lost: 0 } })).toBe(true)
  expect(finalAfter([[undefined, 0]], { one: expected({ state: 'resting' }) })).toBe(true)
  expect(finalAfter([[up, 99_000]])).toBe(false)
})

const vector = (rows: [labels: Record<string, string>, value: string][]) => ({
  result: {
    resultType: 'vector' as const,
    result: rows.map(([metric, value]) => ({ metric, value: [1, value] as [number, string] })),
  },
  warnings: [],
  infos: [],
})

test('samples are counted for the last scrape, not for an earlier one', () => {
  const at = Date.parse(up.lastScrape) / 1000
  const rows = (time: number, stored: string) =>
    vector([
      [{ ...up.labels, verify: 'at' }, String(time)],
      [{ ...up.labels, verify: 'sent' }, '7'],
      [{ ...up.labels, verify: 'kept' }, '6'],
      [{ ...up.labels, verify: 'stored' }, stored],
    ])
  const key = targetKey(up.labels)
  expect(readCounts([up], rows(at, '6')).get(key)).toEqual({ scraped: 7, stored: 6, lost: 0 })
  expect(readCounts([up], rows(at + 0.002, '4')).get(key)).toEqual({ scraped: 7, stored: 4, lost: 2 })
  expect(readCounts([up], rows(at - 15, '6')).size).toBe(0)
  expect(readCounts([up], vector([])).size).toBe(0)
})

test('only targets that are up and not counted since their last scrape are queried', () => {
  const key = targetKey(up.labels)
  expect(uncounted([sightOf(up)], new Map())).toEqual([up])
  expect(uncounted([sightOf(up)], new Map([[key, up.lastScrape]]))).toEqual([])
  expect(
    uncounted([sightOf(up, { scraped: 0, stored: 0, lost: 0 })], new Map([[key, times[2] ?? '']])),
  ).toEqual([up])
  expect(uncounted([sightOf(up, { scraped: 1, stored: 1, lost: 0 })], new Map())).toEqual([])
  expect(uncounted([sightOf(down(REFUSED))], new Map())).toEqual([])
})

test('labels cannot break out of the query', () => {
  const odd: ScrapeTarget = { ...up, labels: { job: 'a"}) or vector(1) #', instance: '[::1]:9090\\' } }
  const query = countQuery([odd], ['a:b'])
  expect(query).toContain('|ALERTS_FOR_STATE|a:b"')
  expect(query).toContain(String.raw`job=~"a\"\\}\\) or vector\\(1\\) #"`)
  expect(query).toContain(String.raw`instance=~"\\[::1\\]:9090\\\\"`)
})

test('the first few open targets are named', () => {
  const observations = services.map(
    (one): TargetObservation => ({ expected: one, seen: undefined, count: undefined, state: 'refused' }),
  )
  const text = (open: readonly TargetObservation[], absent: readonly string[] = [], certain = false) =>
    describeOpenTargets({ observations, open, absent, certain })
  expect(text(observations.slice(1, 2))).toBe('1 of 4 targets: notify_server on m1 (refused)')
  expect(text(observations)).toBe(
    '4 of 4 targets: fechatter_server on m1 (refused), notify_server on m1 (refused), analytics_server on m1 (refused) and 1 more',
  )
  expect(text([], ['bot_server'])).toBe('a machine of bot_server')
  expect(text([], [], true)).toBeUndefined()
})
