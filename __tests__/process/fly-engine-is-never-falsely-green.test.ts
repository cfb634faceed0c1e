import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { createFlyMetrics } from '../../src/clients/prometheus/fly-metrics.ts'
import { parseConfig } from '../../src/config/load.ts'
import { shippedDashboards } from '../../src/desired/dashboards/shipped.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import { type FlyVerifyRequest, verifyOnFly } from '../../src/verify/fly-engine/verify.ts'
import type { ServiceMachine } from '../../src/verify/targets/expect.ts'
import { judge } from '../../src/verify/verdict.ts'
import { keptLog } from '../support/fly-fake.ts'
import {
  type ManagedPrometheus,
  machineSeries,
  startManagedPrometheus,
} from '../support/managed-prometheus.ts'
import { machine } from '../verify/fixtures.ts'
import { type endpoint, listening, metrics } from './verify-world.ts'

/*
 * A real VictoriaMetrics, which hides the newest 30 s and calls a web page up, behind a front that answers as Fly does. It
 * scrapes real servers on loopback each second.
 */
jest.setTimeout(120_000)

const TOKENS = { readonly: 'fm2_readonly', app: 'fm2_deploy' }
let fly: ManagedPrometheus
beforeAll(async () => {
  fly = await startManagedPrometheus('acme', TOKENS)
}, 60_000)
afterAll(async () => {
  await fly[Symbol.asyncDispose]()
})

const text =
  (body: string, type: string): Parameters<typeof endpoint>[0] =>
  (_request, response) =>
    void response.setHeader('content-type', type).end(body)

/** What a page answers, and what the service on it promises. */
interface Case {
  page: Parameters<typeof endpoint>[0] | 'closed'
  metrics?: Record<string, unknown>
  service?: Record<string, unknown>
  /** What Fly was told; by default the page of the service. */
  told?: Partial<ServiceMachine>
  request?: Partial<FlyVerifyRequest>
}

let apps = 0

/** Scrapes a machine for each case, for as long as the store needs for some samples. */
async function scraped(cases: readonly Case[]) {
  const found = await Promise.all(
    cases.map(async ({ page, ...one }) => {
      const server = createServer(page === 'closed' ? text('', 'text/plain') : page)
      const { port, [Symbol.asyncDispose]: close } = await listening(server, '127.0.0.1')
      if (page === 'closed') await close()
      return { ...one, app: `app-${++apps}`, port, close: page === 'closed' ? async () => {} : close }
    }),
  )
  await fly.scrape(
    found.map(({ app, port }) => ({ id: `m-${app}`, app, address: `127.0.0.1:${port}`, path: '/metrics' })),
  )
  await delay(3_000)
  return Object.assign(found, {
    async [Symbol.asyncDispose]() {
      await Promise.all(found.map(({ close }) => close()))
    },
  })
}

type Scraped = Awaited<ReturnType<typeof scraped>>[number]

const configOf = ({ app, port, metrics: declared = { jobs: 'gauge' }, service }: Scraped) =>
  parseConfig({
    monitoring: { engine: 'fly', organization: 'acme' },
    apps: [{ app }],
    services: [{ name: 'web', app, port, metrics: declared, ...service }],
  })

const machineOf = ({ app, port, told }: Scraped): ServiceMachine =>
  machine({ id: `m-${app}`, app, metrics: { port, path: '/metrics', https: false }, ...told })

async function verified(
  one: Scraped,
  more: Partial<FlyVerifyRequest> = {},
  token = TOKENS.readonly,
): Promise<Evidence> {
  const pool = createPool({})
  try {
    return await verifyOnFly(
      {
        config: configOf(one),
        machines: new Map([[one.app, [machineOf(one)]]]),
        deadline: new Date(Date.now() + 60_000),
        grafanaAlerts: [{ group: 'targets', name: 'TargetDown', expr: 'up == 0' }],
        ...one.request,
        ...more,
      },
      {
        fly: createFlyMetrics({ url: fly.url, organization: 'acme', token, pool }),
        pool,
        log: keptLog(),
      },
    )
  } finally {
    await pool.close()
  }
}

const summary = ({ targets, metrics: found }: Evidence) => ({
  targets: targets.map(({ state, reason, certainty }) => `${state} ${reason?.class ?? certainty}`),
  metrics: found.map(({ name, state }) => `${name} ${state}`),
})

test('each page that is up without being a page of metrics is found, and each that is one is proven', async () => {
  const JOBS = 'jobs 1\n'
  await using cases = await scraped([
    { page: metrics(JOBS) },
    { page: text('<!doctype html><html></html>', 'text/html') },
    { page: text('{"status":"ok"}', 'application/json') },
    { page: text('', 'text/plain') },
    { page: metrics('jobs 1\nother{a="b" 2\n'), metrics: { jobs: 'gauge', other: 'gauge' } },
    { page: metrics('jobs 1 1000\n') },
    { page: 'closed' },
    { page: metrics('unrelated_jobs 1\n') },
    { page: metrics('Total 17\n') },
    { page: text('<html>\n<p> 5\nmax_width 3\n', 'text/html') },
    {
      page: text('uptime: 123\nopen_files: 4\n', 'text/plain'),
      metrics: { jobs: { type: 'counter', expect: 'after-traffic' } },
    },
    {
      page: text('<html></html>', 'text/html'),
      metrics: { jobs: { type: 'counter', expect: 'after-traffic' } },
    },
    { page: metrics('jobs{app="x",instance="y",region="z"} 1\n') },
    { page: metrics(JOBS), told: { metrics: { port: 8080, path: '/metrics', https: false } } },
    { page: metrics(JOBS), told: { state: 'stopped' } },
    { page: metrics(JOBS), told: { state: 'stopped' }, service: { may_stop: true } },
  ])
  const found = await Promise.all(cases.map((one) => verified(one)))
  expect(found.map(summary)).toEqual([
    { targets: ['up proven'], metrics: ['jobs present'] },
    { targets: ['down empty'], metrics: ['jobs unknown'] },
    { targets: ['down empty'], metrics: ['jobs unknown'] },
    { targets: ['down empty'], metrics: ['jobs unknown'] },
    { targets: ['up proven'], metrics: ['jobs present', 'other missing'] },
    { targets: ['down empty'], metrics: ['jobs unknown'] },
    { targets: ['down scrape-failed'], metrics: ['jobs unknown'] },
    { targets: ['up proven'], metrics: ['jobs missing'] },
    { targets: ['down empty'], metrics: ['jobs unknown'] },
    { targets: ['down empty'], metrics: ['jobs unknown'] },
    { targets: ['unknown not checked'], metrics: ['jobs unknown'] },
    { targets: ['unknown not checked'], metrics: ['jobs unknown'] },
    { targets: ['up proven'], metrics: ['jobs present'] },
    { targets: ['down no-metrics-section'], metrics: ['jobs unknown'] },
    { targets: ['down stopped'], metrics: ['jobs unknown'] },
    { targets: ['resting not checked'], metrics: ['jobs unknown'] },
  ])
  const kinds = found.map((evidence) => judge(evidence, 'panels').kind)
  expect(kinds.map((kind) => kind === 'proven')).toEqual([
    ...[true, ...Array(11).fill(false), true, false, false, false],
  ])
})

test('a target that has just died is down, although every other query still says that it is up', async () => {
  await using cases = await scraped([{ page: metrics('jobs 1\n') }])
  const [one] = cases as unknown as [Scraped]
  await fly.write(
    { [`up{app="${one.app}",instance="m-${one.app}",region="nrt",host="a1b2"}`]: 1 },
    Date.now() - 60_000,
  )
  await one.close()
  const evidence = await verified(one)
  const { result } = await instant(`up{app="${one.app}"}`)
  expect({ says: result[0]?.value?.[1], ...summary(evidence) }).toEqual({
    ...{ says: '1', targets: ['down scrape-failed'], metrics: ['jobs unknown'] },
  })
  expect(evidence.targets[0]?.why).toMatch(/`up` is 0.*stores no error/)
})

/** As any client asks. */
async function instant(query: string) {
  const url = `${fly.url}/api/v1/query?query=${encodeURIComponent(query)}`
  const answer = await fetch(url, { headers: { authorization: `FlyV1 ${TOKENS.readonly}` } })
  return ((await answer.json()) as { data: { result: { value?: [number, string] }[] } }).data
}

const LABELS = (app: string) => `app="${app}",region="nrt",host="a1b2",instance="m-${app}"`

/** Writes what a scrape of a good page stores, so many milliseconds late, for as long as the scope lasts. */
function late(app: string, behindMs: number): AsyncDisposable {
  let isOver = false
  const write = (at: number) =>
    fly.write(
      { [`up{${LABELS(app)}}`]: 1, [`jobs{${LABELS(app)}}`]: 1, [`fly_instance_up{${LABELS(app)}}`]: 1 },
      at,
    )
  const writer = (async () => {
    for (let ms = 90_000; ms > 0; ms -= 15_000) await write(Date.now() - behindMs - ms)
    while (!isOver) {
      await write(Date.now() - behindMs)
      await delay(500)
    }
  })()
  return {
    async [Symbol.asyncDispose]() {
      isOver = true
      await writer
    },
  }
}

const lateApp = (): Scraped => ({ app: `late-${++apps}`, port: 9090, close: async () => {} })

test('how far Fly is behind is measured and said, and is not that a target is down', async () => {
  const [little, far] = [lateApp(), lateApp()]
  await using _little = late(little.app, 2 * 60_000)
  await using _far = late(far.app, 7 * 60_000)
  await delay(1_500)
  const soon = { deadline: new Date(Date.now() + 6_000) }
  const [warned, unproven] = await Promise.all([verified(little, soon), verified(far, soon)])
  expect(summary(warned)).toEqual({ targets: ['up inferred'], metrics: ['jobs present'] })
  expect(warned.checks.find(({ area }) => area === 'fly-metrics')).toMatchObject({
    ...{ outcome: 'warning', why: expect.stringMatching(/at most (?:1[0-3]\d s|2 min) old/) },
  })
  expect(judge(warned, 'panels').failures).toEqual([])
  expect(judge(warned, 'panels').kind).toBe('proven')
  expect(unproven.targets[0]).toMatchObject({
    ...{ state: 'unknown', certainty: 'not checked' },
    why: "Fly's Prometheus is 7 min behind.",
  })
  const verdict = judge(unproven, 'panels')
  expect(verdict.failures.filter(({ outcome }) => outcome === 'broken')).toEqual([])
  expect(verdict.kind).toBe('unproven')
})

test('clocks that contradict each other, and answers in part, prove nothing', async () => {
  await using cases = await scraped([{ page: metrics('jobs 1\n') }])
  const [one] = cases as unknown as [Scraped]
  const soon = () => ({ deadline: new Date(Date.now() + 4_000) })
  fly.aheadMs = -600_000
  const early = await verified(one, soon())
  fly.aheadMs = 600_000
  const ahead = await verified(one, soon())
  fly.aheadMs = 0
  fly.isPartial = true
  const part = await verified(one, soon())
  fly.isPartial = false
  expect([early, ahead].map(({ targets }) => targets[0]?.why)).toEqual([
    expect.stringContaining('newer than the clock of its own answers'),
    expect.stringContaining('10 min behind'),
  ])
  expect(part.problems).toMatchObject([{ code: 'prometheus-partial' }])
  expect([early, ahead, part].map((evidence) => judge(evidence, 'panels').kind)).not.toContain('proven')
})

test('a refused token is explained; the other scheme is tried once', async () => {
  await using cases = await scraped([{ page: metrics('jobs 1\n') }])
  const [one] = cases as unknown as [Scraped]
  const [unknown, ofApp] = await Promise.all([verified(one, {}, 'fm2_other'), verified(one, {}, TOKENS.app)])
  fly.scheme = 'Bearer'
  const older = await verified(one)
  const wrong = await verified({ ...one }, {}, 'fm2_wrong')
  fly.scheme = 'FlyV1'
  fly.refuses = { status: 429, text: 'too many requests' }
  const limited = await verified(one, { deadline: new Date(Date.now() + 3_000) })
  fly.refuses = { status: 401, text: 'something went wrong resolving organization' }
  const refused = await verified(one)
  fly.refuses = undefined
  expect(unknown.problems).toMatchObject([{ code: 'fly-metrics-forbidden' }])
  expect(ofApp.problems).toMatchObject([
    {
      code: 'fly-metrics-forbidden',
      message: expect.stringMatching(/403: "not authorized for org".*deploy token/),
      hint: expect.stringContaining('flyctl tokens create readonly'),
    },
  ])
  expect(summary(older).targets).toEqual(['up proven'])
  expect(wrong.problems).toMatchObject([{ code: 'fly-metrics-forbidden' }])
  expect(limited.problems).toMatchObject([{ code: 'prometheus-limited' }])
  expect(refused.problems).toMatchObject([
    {
      code: 'fly-metrics-unauthorized',
      message: expect.stringMatching(/resolving organization.*no organization `acme`/),
      hint: expect.stringContaining('flyctl orgs list'),
    },
  ])
  expect(JSON.stringify([unknown, ofApp, wrong, refused])).not.toContain('fm2_')
})

test('a type is claimed only where Fly says it', async () => {
  await using cases = await scraped([
    { page: metrics('jobs 1\n') },
    { page: metrics('jobs 1\n'), metrics: { jobs: 'counter' } },
    { page: metrics('jobs{kind="a"} 1\njobs 2\n'), metrics: { jobs: { type: 'gauge', labels: ['kind'] } } },
  ])
  const [gauge, counter, labelled] = cases as unknown as [Scraped, Scraped, Scraped]
  const silent = await verified(gauge)
  fly.types = { jobs: 'gauge' }
  const [right, wrong] = await Promise.all([verified(gauge), verified(counter)])
  fly.types = undefined
  const unlabelled = await verified(labelled)
  const found = [silent, right, wrong, unlabelled].map(
    ({ metrics: [one] }) => `${one?.state} ${one?.certainty}`,
  )
  expect(found).toEqual([
    ...['present inferred', 'present proven', 'wrong-type proven', 'wrong-labels proven'],
  ])
  expect(silent.metrics[0]?.why).toContain('Its type is not checked')
  expect(
    silent.checks.filter(({ certainty }) => certainty === 'not checked').map(({ area }) => area),
  ).toEqual(expect.arrayContaining(['scrapes', 'rules']))
})

test('targets are judged by raw samples alone', async () => {
  await using cases = await scraped([{ page: metrics('jobs 1\n') }])
  const [one] = cases as unknown as [Scraped]
  fly.asked.length = 0
  await verified(one, { grafanaAlerts: [] })
  expect(fly.asked.filter((query) => !/^\{[^{}]*\}\[\d+s\]$/.test(query))).toEqual([
    ...['/api/v1/label/__name__/values'],
  ])
})

/** What Fly stores of a busy machine, over the last minutes. */
async function past(one: Scraped): Promise<void> {
  const own = LABELS(one.app)
  for (let ms = 180_000; ms > 0; ms -= 15_000) {
    const n = 1_000 - ms / 1_000
    const at = Date.now() - ms
    await fly.write(
      {
        [`up{${own}}`]: 1,
        [`scrape_duration_seconds{${own}}`]: 0.01,
        [`jobs{${own}}`]: 1,
        [`http_requests_total{${own},status="200"}`]: n,
        [`http_request_duration_seconds_bucket{${own},le="0.1"}`]: n,
        [`http_request_duration_seconds_bucket{${own},le="+Inf"}`]: n,
        [`http_request_duration_seconds_count{${own}}`]: n,
        [`http_request_duration_seconds_sum{${own}}`]: n / 20,
        ...machineSeries(own, at),
      },
      at,
    )
  }
}

const PAGE = `# TYPE jobs gauge
jobs 1
http_requests_total{status="200"} 1000
http_request_duration_seconds_bucket{le="0.1"} 1000
http_request_duration_seconds_bucket{le="+Inf"} 1000
http_request_duration_seconds_count 1000
http_request_duration_seconds_sum 50
`

test('the dashboards that are made for Fly have data there, and one for another Prometheus has none', async () => {
  await using cases = await scraped([
    {
      page: metrics(PAGE),
      metrics: {
        jobs: 'gauge',
        http_requests_total: { type: 'counter', labels: ['status'] },
        http_request_duration_seconds: 'histogram',
      },
    },
  ])
  const [one] = cases as unknown as [Scraped]
  await past(one)
  const fresh = LABELS(one.app)
  const writer = setInterval(() => void fly.write(machineSeries(fresh)), 1_000)
  const made = shippedDashboards(configOf(one)).map(({ uid, text: json }) => ({
    ...{ uid, title: uid, json: JSON.parse(json) as unknown },
  }))
  const board = (expr: string) => ({ id: 1, title: expr, type: 'stat', targets: [{ refId: 'A', expr }] })
  const other = {
    uid: 'other',
    title: 'Other',
    json: { panels: [board('sum by (service) (jobs{service="web"})'), board('ALERTS{alertstate="firing"}')] },
  }
  const soon = { deadline: new Date(Date.now() + 12_000) }
  const load = { uid: 'load', title: 'Load', json: { panels: [board('fly_instance_cpu_baseline')] } }
  const [ours, theirs, later] = await Promise.all([
    verified(one, { dashboards: made }),
    verified(one, { dashboards: [other], ...soon }),
    verified(one, { dashboards: [load], ...soon }),
  ])
  clearInterval(writer)
  const states = ({ panels }: Evidence) =>
    panels.map(
      ({ panel, state, why }) =>
        `${panel.title}: ${state}${['data', 'waiting'].includes(state) ? '' : ` ${why}`}`,
    )
  expect(states(ours).filter((state) => !state.endsWith(': data'))).toEqual([
    ...['Edge errors 5m: waiting', 'Errors at the edge: waiting', 'Requests at the edge: waiting'],
    'Response time at the proxy (P95): waiting',
  ])
  expect(states(theirs)).toEqual([
    expect.stringMatching(/too-early .*has no label service: its labels are .*app/),
    expect.stringMatching(/too-early .*has no series ALERTS/),
  ])
  // Fly writes its own series of a machine at another time than those of the app: it may be about to.
  expect(states(later)).toEqual([expect.stringMatching(/^fly_instance_cpu_baseline: too-early /)])
})
