import { expect, test } from '@jest/globals'
import type { ScrapeTarget } from '../../src/model/prometheus.ts'
import { targetsAnswer } from '../../src/model/prometheus-answers.ts'
import type { ExpectedTarget } from '../../src/verify/targets/expect.ts'
import {
  continueHistory,
  isFinal,
  recordMachines,
  type ScrapeCount,
  type ScrapeFacts,
  type TargetObservation,
} from '../../src/verify/targets/observe.ts'
import { describeOpenTargets } from '../../src/verify/targets/progress.ts'
import {
  countQuery,
  readCounts,
  readSizes,
  sizeQuery,
  uncounted,
} from '../../src/verify/targets/sample-counts.ts'
import { recordOf, type ScrapeRecord } from '../../src/verify/targets/steadiness.ts'
import { targetKey } from '../../src/verify/targets/target-key.ts'
import { machine, recordedData } from './fixtures.ts'

const IP = '[fdaa:0:18:a7b:7d:f066:b83b:2]'
const PORTS = { fechatter_server: 9090, notify_server: 9091, analytics_server: 7778, bot_server: 9092 }

const expected = (given: Partial<ExpectedTarget> = {}): ExpectedTarget => ({
  service: 'api',
  app: 'shop',
  machine: machine(),
  address: '[::1]:9090',
  path: '/metrics',
  onlyAfterTraffic: false,
  state: 'running',
  ...given,
})

const services = Object.entries(PORTS).map(([service, port]) =>
  expected({ service, address: `${IP}:${port}` }),
)

const recordedTargets = (name: string) => recordedData(name, targetsAnswer).activeTargets
const before = Date.parse('2026-11-22T00:00:00Z')
const full = (targets: readonly ScrapeTarget[]): ScrapeFacts => ({
  counts: new Map(targets.map((target) => [targetKey(target.labels), { scraped: 5, stored: 5, lost: 0 }])),
})

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
    const observations = recordMachines(all, seen, before, { counts: new Map() })
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
  record?: ScrapeRecord,
): TargetObservation => {
  const [observation] = recordMachines([one], target ? [target] : [], before, {
    counts: new Map(count ? [[targetKey(up.labels), count]] : []),
    ...(record && { recordOf: () => record }),
  })
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
    const context = {
      elapsed,
      listings,
      onlyListing: options.onlyListing ?? false,
      promised: false,
      uncountedMs: 0,
    }
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
    [down(REFUSED, times[0]), 0],
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
  const missing = (elapsed: number): [undefined, number][] => [
    [undefined, 0],
    [undefined, elapsed],
  ]
  expect(finalAfter(missing(59_000))).toBe(false)
  expect(finalAfter(missing(60_000))).toBe(true)
  const rare: ScrapeTarget = { ...up, health: 'unknown', scrapeInterval: '1m' }
  const waiting = (elapsed: number): [ScrapeTarget, number][] => [
    [rare, 0],
    [rare, elapsed],
  ]
  expect(finalAfter(waiting(100_000))).toBe(false)
  expect(finalAfter(waiting(180_000))).toBe(true)
})

test('patience is counted from the state: a Prometheus that restarts late has as long to discover its targets', () => {
  const ok = { scraped: 1, stored: 1, lost: 0 }
  const late: [ScrapeTarget | undefined, number][] = [
    [up, 600_000],
    [undefined, 601_000],
  ]
  expect(finalAfter([...late, [undefined, 660_000]], { count: ok })).toBe(false)
  expect(finalAfter([...late, [undefined, 661_000]], { count: ok })).toBe(true)
  const refused: [ScrapeTarget, number][] = [
    [up, 600_000],
    [down(REFUSED, times[1]), 601_000],
    [down(REFUSED, times[2]), 630_000],
  ]
  expect(finalAfter(refused, { count: ok })).toBe(false)
})

test('a target whose reason changes with every scrape is final as well', () => {
  const timeout = 'Get "http://[::1]:9090/metrics": context deadline exceeded'
  const changing = (n: number): [ScrapeTarget, number][] =>
    Array.from({ length: n }, (_, i) => [
      down(i % 2 ? REFUSED : timeout, new Date(Date.parse(up.lastScrape) + i * 15_000).toISOString()),
      i * 15_000,
    ])
  expect(finalAfter(changing(3))).toBe(false)
  expect(finalAfter(changing(4))).toBe(true)
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

const size = (time: number, more: Record<string, string> = {}) =>
  vector([
    [{ ...up.labels, verify: 'at', ...more }, String(time)],
    [{ ...up.labels, verify: 'sent', ...more }, '7'],
    [{ ...up.labels, verify: 'kept', ...more }, '6'],
  ])
const AT = Date.parse(up.lastScrape) / 1000
const KEY = targetKey(up.labels)

test('the size is that of the last scrape, not of an earlier one', () => {
  expect(readSizes([up], size(AT)).get(KEY)).toEqual({ at: AT * 1000, sent: 7, kept: 6 })
  expect(readSizes([up], size(AT + 0.002)).size).toBe(1)
  expect(readSizes([up], size(AT - 15)).size).toBe(0)
  expect(readSizes([up], vector([])).size).toBe(0)
  // A metric of the service's own that is called like it.
  expect(readSizes([up], size(AT, { site: 'a' })).size).toBe(0)
})

test('samples are counted for the scrape whose size was read, with series called like those of Prometheus', () => {
  const sizes = readSizes([up], size(AT))
  const count = (time: number, rows: [name: string, verify: string, value: number][]) =>
    readCounts(
      [up],
      sizes,
      vector([
        [{ ...up.labels, verify: 'at' }, String(time)],
        ...rows.map(([name, verify, value]): [Record<string, string>, string] => [
          { ...up.labels, verify, ...(name && { __name__: name }) },
          String(value),
        ]),
      ]),
    ).get(KEY)
  expect(count(AT, [['', 'stored', 6]])).toEqual({ scraped: 7, stored: 6, lost: 0, isExact: true })
  expect(count(AT, [['', 'stored', 4]])).toEqual({ scraped: 7, stored: 4, lost: 2, isExact: false })
  // One series more than were sent: it is left from before.
  expect(count(AT, [['', 'stored', 7]])).toMatchObject({ lost: 0, isExact: false })
  expect(count(AT + 15, [['', 'stored', 6]])).toBeUndefined()
  // One of the two is Prometheus' own; without its feature flag, the series of the others are the service's.
  const own: [string, string, number][] = [
    ['', 'stored', 3],
    ['scrape_duration_seconds', 'reported', 2],
    ['scrape_sample_limit', 'extra', 2],
  ]
  expect(count(AT, own)).toMatchObject({ stored: 6, lost: 0 })
  const flag = ['scrape_timeout_seconds', 'scrape_sample_limit', 'scrape_body_size_bytes']
  expect(
    count(AT, [['', 'stored', 6], ...flag.map((name): [string, string, number] => [name, 'extra', 1])]),
  ).toMatchObject({ stored: 6, lost: 0 })
})

test('only targets that answered and were not counted since are queried', () => {
  expect(uncounted([sightOf(up)], new Map())).toEqual([up])
  expect(uncounted([sightOf(up)], new Map([[KEY, up.lastScrape]]))).toEqual([])
  const ok = { scraped: 1, stored: 1, lost: 0 }
  expect(uncounted([sightOf(up, ok)], new Map([[KEY, times[2] ?? '']]))).toEqual([up])
  expect(uncounted([sightOf(down(REFUSED))], new Map())).toEqual([])
})

const RECORD = recordOf([], before)

test('a page may be empty where every metric is declared as after-traffic, unless it had samples', () => {
  const empty = { scraped: 0, stored: 0, lost: 0 }
  const one = expected({ onlyAfterTraffic: true })
  expect(sightOf(up, empty, one, RECORD).state).toBe('up')
  expect(sightOf(up, empty, one, { ...RECORD, lostPage: true }).state).toBe('empty')
  expect(sightOf(up, empty, expected(), RECORD).state).toBe('empty')
})

test('a page that became empty after its samples were counted is empty', () => {
  const counted = { scraped: 1, stored: 1, lost: 0 }
  const one = expected({ onlyAfterTraffic: true })
  expect(sightOf(up, counted, one, { ...RECORD, inRow: 3, empty: 1, lostPage: true }).state).toBe('empty')
  expect(sightOf(up, counted, one, { ...RECORD, inRow: 3 }).state).toBe('up')
})

test('the last scrape alone does not decide', () => {
  const ok = { scraped: 1, stored: 1, lost: 0 }
  const flapping = { ...RECORD, scrapes: 4, failed: 2, falls: 2 }
  expect(sightOf(up, ok, expected(), flapping).state).toBe('flapping')
  expect(sightOf(down(REFUSED), ok, expected(), flapping).state).toBe('flapping')
  expect(sightOf(up, ok, expected(), { ...RECORD, restarts: 2 }).state).toBe('restarting')
})

test('labels cannot break out of the query', () => {
  const odd: ScrapeTarget = { ...up, labels: { job: 'a"}) or vector(1) #', instance: '[::1]:9090\\' } }
  const query = countQuery([odd], ['a:b'])
  expect(query).toContain('|ALERTS_FOR_STATE|a:b"')
  expect(sizeQuery([odd])).toContain(String.raw`job=~"a\"\\}\\) or vector\\(1\\) #"`)
  expect(query).toContain(String.raw`job=~"a\"\\}\\) or vector\\(1\\) #"`)
  expect(query).toContain(String.raw`instance=~"\\[::1\\]:9090\\\\"`)
})

test('the first few open targets are named', () => {
  const observations = services.map(
    (one): TargetObservation => ({
      expected: one,
      seen: undefined,
      count: undefined,
      record: undefined,
      state: 'refused',
    }),
  )
  const text = (open: readonly TargetObservation[], absent: readonly string[] = [], certain = false) =>
    describeOpenTargets({ observations, open, absent, certain, unexpected: [], historyLost: undefined })
  expect(text(observations.slice(1, 2))).toBe('1 of 4 targets: notify_server on m1 (refused)')
  expect(text(observations)).toBe(
    '4 of 4 targets: fechatter_server on m1 (refused), notify_server on m1 (refused), analytics_server on m1 (refused) and 1 more',
  )
  expect(text([], ['bot_server'])).toBe('a machine of bot_server')
  expect(text([], [], true)).toBeUndefined()
})
