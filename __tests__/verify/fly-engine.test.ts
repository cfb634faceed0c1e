import { createServer } from 'node:http'
import { expect, test } from '@jest/globals'
import { createFlyMetrics } from '../../src/clients/prometheus/fly-metrics.ts'
import { parseConfig } from '../../src/config/load.ts'
import { createPool } from '../../src/lib/http.ts'
import type { AppPulse } from '../../src/verify/fly-engine/pulse.ts'
import { readRaw } from '../../src/verify/fly-engine/samples.ts'
import { type SeenMachine, type StateScope, stateOf } from '../../src/verify/fly-engine/state.ts'
import { verifyOnFly } from '../../src/verify/fly-engine/verify.ts'
import type { ExpectedTarget } from '../../src/verify/targets/expect.ts'
import { listening } from '../process/verify-world.ts'
import { keptLog } from '../support/fly-fake.ts'
import { machine } from './fixtures.ts'

/** Now, on the clock of Fly's API; verification began ten seconds before. */
const NOW = 1_800_000_000_000
const SCOPE: StateScope = {
  ...{ verifyStart: NOW - 10_000, isOver: false, isCut: false, isDeployed: false, isStoreCurrent: false },
}
const OVER = { ...SCOPE, isOver: true }
const WANTED = { port: 9090, path: '/metrics', https: false }

const expected = (given: Partial<ExpectedTarget> = {}): ExpectedTarget => ({
  ...{ service: 'web', app: 'shop', address: '[::1]:9090', path: '/metrics', state: 'running' },
  ...{ onlyAfterTraffic: false, credentials: undefined },
  machine: machine({ metrics: WANTED, updatedAt: new Date(NOW - 3_600_000).toISOString() }),
  ...given,
})

/** The values of `up`, by the seconds before now; `ended`: when the series was marked as ended. */
function seen(
  ups: Readonly<Record<number, 0 | 1>>,
  {
    own = 1,
    newest,
    ended,
    ...target
  }: Partial<ExpectedTarget> & { own?: number; newest?: number; ended?: number } = {},
): SeenMachine {
  const scrapes = Object.entries(ups)
    .map(([ago, value]) => ({ at: NOW - Number(ago) * 1000, up: value === 1 }))
    .toSorted((a, b) => a.at - b.at)
  const times = [...scrapes.map(({ at }) => at), ...(newest === undefined ? [] : [NOW - newest * 1000])]
  const pulse: AppPulse = {
    clock: NOW,
    newest: times.length === 0 ? undefined : Math.max(...times),
    machines: new Map([['m1', { scrapes, endedAt: ended === undefined ? undefined : NOW - ended * 1000 }]]),
  }
  return { expected: expected(target), wanted: WANTED, pulse, ownAt: NOW - own * 1000 }
}

const told = (of: SeenMachine, scope: StateScope) => {
  const state = stateOf(of, scope)
  if (state.kind === 'failed') return `failed ${state.class}`
  if (state.kind === 'unknown') return `unknown ${state.cause}`
  return state.kind === 'up' ? `up ${state.certainty}` : state.kind
}

test.each([
  ['scraped with samples of its own', seen({ 1: 1, 16: 1 }), SCOPE, 'up proven'],
  ['no sample yet', seen({ 16: 1 }), SCOPE, 'waiting'],
  ['one failed scrape', seen({ 1: 0, 16: 1 }), SCOPE, 'waiting'],
  ['two failed scrapes', seen({ 1: 0, 5: 0, 16: 1 }), SCOPE, 'failed scrape-failed'],
  ['one failed scrape until the end', seen({ 1: 0, 16: 1 }), OVER, 'failed scrape-failed'],
  ['a page without samples', seen({ 1: 1, 5: 1 }, { own: 60 }), SCOPE, 'failed empty'],
  ['a page without samples, seen once', seen({ 1: 1 }, { own: 60 }), SCOPE, 'waiting'],
  [
    'a page without samples that promises none',
    seen({ 1: 1, 5: 1 }, { own: 60, onlyAfterTraffic: true }),
    SCOPE,
    'unknown nothing-promised',
  ],
  ['one that fails and succeeds', seen({ 1: 1, 2: 0, 4: 1, 6: 0, 8: 1 }), SCOPE, 'failed flapping'],
  ['series that ended', seen({ 1: 1, 5: 1 }, { ended: 0 }), OVER, 'failed not-scraped'],
  [
    'series that ended before, while the app goes on',
    seen({ 90: 1 }, { newest: 1 }),
    OVER,
    'failed not-scraped',
  ],
  ['nothing of the machine, while the app goes on', seen({}, { newest: 1 }), OVER, 'failed not-scraped'],
  ['data that is a minute late', seen({ 60: 1, 75: 1 }, { own: 60 }), OVER, 'up inferred'],
  [
    'data that is a minute late, at the end of the time',
    seen({ 60: 1 }, { own: 60 }),
    { ...SCOPE, isCut: true },
    'up inferred',
  ],
  ['late data of a web page', seen({ 60: 1, 75: 1 }, { own: 7_200 }), OVER, 'failed empty'],
  ['late data of a dead target', seen({ 60: 0, 75: 0 }), OVER, 'failed scrape-failed'],
  [
    'late data from before the start of the machine',
    seen(
      { 60: 1 },
      { machine: machine({ metrics: WANTED, updatedAt: new Date(NOW - 20_000).toISOString() }) },
    ),
    OVER,
    'unknown before-start',
  ],
  ['data that is ten minutes late', seen({ 600: 1 }), SCOPE, 'unknown behind'],
  [
    'data that is ten minutes late, of this app alone',
    seen({ 600: 1 }),
    { ...OVER, isStoreCurrent: true },
    'failed not-scraped',
  ],
  ['no data at all', seen({}), OVER, 'unknown no-data'],
  ['no data at all, of this app alone', seen({}), { ...OVER, isStoreCurrent: true }, 'failed not-scraped'],
  ['samples of the future', seen({ [-120]: 1 }), OVER, 'unknown clock'],
  [
    'another port',
    seen({ 1: 1 }, { machine: machine({ metrics: { ...WANTED, port: 8080 } }) }),
    SCOPE,
    'failed no-metrics-section',
  ],
  [
    'another path',
    seen({ 1: 1 }, { machine: machine({ metrics: { ...WANTED, path: '/m' } }) }),
    SCOPE,
    'failed no-metrics-section',
  ],
  ['nothing to scrape', seen({ 1: 1 }, { machine: machine() }), SCOPE, 'failed no-metrics-section'],
  ['a stopped machine', seen({ 1: 1 }, { state: 'stopped' }), SCOPE, 'failed stopped'],
])('%s', (_, of, scope, state) => {
  expect(told(of, scope)).toBe(state)
})

test('samples are in order, one without a value ends the series, and a series without samples is none', async () => {
  const asked: string[] = []
  const values: [number, string][] = [
    [30, '1'],
    [10, '1'],
    [45, 'NaN'],
  ]
  const found = await readRaw(
    {
      query: async (query) => {
        asked.push(query)
        return {
          result: {
            resultType: 'matrix',
            result: [
              { metric: { a: 'b' }, values },
              { metric: { a: 'none' }, values: [] },
            ],
          },
          warnings: [],
          infos: [],
          clock: 7,
        }
      },
    },
    '{__name__="up"}',
    90_001,
  )
  expect(asked).toEqual(['{__name__="up"}[91s]'])
  expect(found).toEqual({
    clock: 7,
    series: [
      {
        labels: { a: 'b' },
        samples: [
          { at: 10_000, value: 1 },
          { at: 30_000, value: 1 },
        ],
        endedAt: 45_000,
      },
    ],
  })
})

test('a scrape that is stored when verification begins is not one of after that, whatever a header says', async () => {
  const at = Date.now() / 1000 - 5
  const labels = { app: 'shop', region: 'nrt', host: 'a1b2', instance: 'm1' }
  const result = ['up', 'jobs', 'fly_instance_up'].map((__name__) => ({
    metric: { __name__, ...labels },
    values: [[at, '1']],
  }))
  const server = createServer((_, response) => {
    response.setHeader('date', new Date(Date.now() - 20_000).toUTCString())
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } }))
  })
  await using front = await listening(server, '127.0.0.1')
  const pool = createPool({})
  const evidence = await verifyOnFly(
    {
      config: parseConfig({
        monitoring: { engine: 'fly', organization: 'acme' },
        apps: [{ app: 'shop' }],
        services: [{ name: 'web', app: 'shop', port: 9090, metrics: { jobs: 'gauge' } }],
      }),
      machines: new Map([['shop', [machine({ id: 'm1', app: 'shop', metrics: WANTED })]]]),
      deadline: new Date(Date.now() + 3_000),
      grafanaAlerts: [],
    },
    {
      fly: createFlyMetrics({
        url: `http://127.0.0.1:${front.port}`,
        organization: 'acme',
        token: 'x',
        pool,
      }),
      ...{ pool, log: keptLog() },
    },
  )
  await pool.close()
  expect(evidence.targets.map(({ certainty }) => certainty)).not.toContain('proven')
})
