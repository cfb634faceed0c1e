import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { isOnFly } from '../../src/config/services.ts'
import { type RunningPrometheus, startPrometheus, until } from '../process/verify-world.ts'
import { projectRoot } from '../sandbox/project.ts'
import { freePort } from '../support/free-port.ts'
import { type Child, startChild } from './child.ts'
import { bound, interleaved, median, quantile, spread, table } from './numbers.ts'
import type { AllUp } from './poller.ts'
import type { Job, Verified } from './verifier.ts'

/** How late our verdict comes, and what it costs on a big fleet. */
export async function verify(): Promise<void> {
  await lateness()
  await fleet()
}

const RUNS = 20
/** Services come up within this time after verification began, each at a moment of its own. */
const COMING_MS = 3_000

/** Our verdict against the moment when another program first sees all targets up, scraped after we began. */
async function lateness(): Promise<void> {
  const world = await openWorld({ machines: ['::1'], interval: '1s' })
  await using targets = startChild('targets.ts', '::1', ...world.ports)
  await targets.next()
  await using prometheus = await startPrometheus(world.prometheus)
  await until(() => prometheus.prometheus.ready().catch(() => false))
  await using poller = startChild('poller.ts', prometheus.url, '4')
  await poller.next()
  const round = (job: Partial<Job>) => () =>
    oneRound({ ...world.job, ...job }, { targets, poller, prometheus })
  const dashboards = await overviews(1)
  const rounds = await interleaved(RUNS, {
    bare: round({ config: withoutMetrics(world.job.config) }),
    all: round({ dashboards }),
  })
  const rows = [
    ['verdict on targets alone', rounds.bare.map((one) => one.ended)],
    ['log tells the last target, metrics and panels to prove too', rounds.all.map((one) => one.told)],
    ['verdict on all: rates need a second scrape', rounds.all.map((one) => one.ended)],
  ] as const
  console.log(`verify: ${RUNS} runs each, 4 targets that come up at random moments, scraped every second`)
  console.log(
    '  milliseconds after another program that asks every 50 ms saw the last one up: min / median / p90 / max',
  )
  console.log(
    table(
      rows.map(([name, late], i) => [
        name,
        spread(late),
        i < 2 ? bound(Math.round(Math.max(...late)), 500, ' ms') : '',
      ]),
    ),
  )
}

interface Round {
  told: number
  ended: number
}

interface Actors {
  targets: Child
  poller: Child
  prometheus: RunningPrometheus
}

/** Milliseconds from the poller's first sight of everything up to what we said. */
async function oneRound(job: Omit<Job, 'url'>, { targets, poller, prometheus }: Actors): Promise<Round> {
  await targets.ask([])
  await until(() => areDown(prometheus))
  await using verifier = startChild('verifier.ts')
  await verifier.next()
  await poller.ask('take')
  const verified = verifier.ask<Verified>({ ...job, url: prometheus.url })
  await targets.ask(job.config.services.map(() => Math.random() * COMING_MS))
  const { mark, told, ended, up } = await verified
  if (up !== 4) throw new Error(`${up} of 4 targets came out up`)
  await sleep(100)
  const seen = (await poller.ask<AllUp[]>('take')).find(({ oldest }) => oldest > mark)
  if (!seen) throw new Error('we saw the last target, and the poller did not')
  return { told: Math.max(...told) - seen.at, ended: ended - seen.at }
}

async function areDown({ prometheus }: RunningPrometheus): Promise<boolean> {
  const seen = await prometheus.targets().catch(() => [])
  return seen.length > 0 && seen.every(({ health }) => health === 'down')
}

const FLEET = 125
const FLEET_RUNS = 3

/** CPU of our process: 500 targets and 200 panels over a run with nothing to prove but itself. */
async function fleet(): Promise<void> {
  const addresses = Array.from({ length: FLEET }, (_, i) => `127.0.1.${i + 1}`)
  const dashboards = await overviews(29)
  const runs = await interleaved(FLEET_RUNS, {
    few: () => coldRun({ machines: addresses.slice(0, 1), dashboards: [] }),
    many: () => coldRun({ machines: addresses, dashboards }),
  })
  const over = runs.many.map(({ cpu }, i) => cpu - (runs.few[i]?.cpu ?? Number.NaN))
  const [first] = runs.many
  const panels = dashboards.reduce((sum, { json }) => sum + (json as { panels: unknown[] }).panels.length, 0)
  console.log(
    `verify: ${first?.up} of ${first?.targets} targets, ${panels} panels (${first?.good} of ${first?.asked} queries with data), a Prometheus that just started and scrapes every 15 s; ${FLEET_RUNS} interleaved runs`,
  )
  console.log(
    table([
      [
        '4 targets, no panel',
        `${median(runs.few.map(({ cpu }) => cpu)).toFixed(2)} s of CPU`,
        `${seconds(runs.few)} s`,
      ],
      [
        '500 targets, 200 panels',
        `${median(runs.many.map(({ cpu }) => cpu)).toFixed(2)} s of CPU`,
        `${seconds(runs.many)} s`,
      ],
      ['difference', `${spread(over, 2)} s`, bound(Number(quantile(over, 0.5).toFixed(2)), 2, ' s')],
    ]),
  )
}

const seconds = (runs: readonly Verified[]): string =>
  (median(runs.map(({ ended, mark }) => ended - mark)) / 1000).toFixed(0)

/** One verification of a Prometheus that starts with it, as after a first deploy. */
async function coldRun({ machines, dashboards }: { machines: string[]; dashboards: Job['dashboards'] & {} }) {
  const world = await openWorld({ machines, interval: '15s' })
  await using targets = startChild('targets.ts', '0.0.0.0', ...world.ports)
  await targets.next()
  await targets.ask([0, 0, 0, 0])
  await using verifier = startChild('verifier.ts')
  await verifier.next()
  await using prometheus = await startPrometheus(world.prometheus)
  return await verifier.ask<Verified>({ ...world.job, dashboards, url: prometheus.url })
}

/** The four services of the preset on these machines: our configuration, and that of Prometheus. */
async function openWorld({ machines, interval }: { machines: string[]; interval: string }) {
  const given = parseConfig(presetConfig({}))
  const ports = await Promise.all(given.services.map(() => freePort()))
  const config: Job['config'] = {
    ...given,
    monitoring: { ...given.monitoring, scrape_interval: interval, access: 'public' },
    apps: given.apps.map(({ health: _, ...one }) => one),
    services: given.services.map((service, i) => ({ ...service, port: ports[i] ?? 0 })),
  }
  const app = config.apps[0]?.app ?? ''
  const host = (address: string) => (address.includes(':') ? `[${address}]` : address)
  const prometheus = {
    global: { scrape_interval: interval, scrape_timeout: '1s', evaluation_interval: interval },
    scrape_configs: config.services.filter(isOnFly).map(({ name, port }) => ({
      job_name: name,
      static_configs: [
        { targets: machines.map((address) => `${host(address)}:${port}`), labels: { service: name, app } },
      ],
    })),
  }
  const listed: Job['machines'] = [
    [
      app,
      machines.map((privateIp, i) => ({
        ...{ id: `m${i}`, app, region: 'nrt', state: 'started', privateIp, processGroup: 'app' },
      })),
    ],
  ]
  return { ports: ports.map(String), prometheus, job: { config, machines: listed } }
}

const withoutMetrics = (config: Job['config']): Job['config'] => ({
  ...config,
  services: config.services.map((service) => ({ ...service, metrics: {} })),
})

/** The shipped overview so many times; no two copies ask the same. */
async function overviews(copies: number): Promise<NonNullable<Job['dashboards']>> {
  const text = await readFile(join(projectRoot, 'dashboards/fechatter-overview.json'), 'utf8')
  return Array.from({ length: copies }, (_, i) => {
    const uid = `overview-${i}`
    return { uid, title: uid, json: JSON.parse(text.replaceAll('{service', `{app!=\\"${uid}\\",service`)) }
  })
}
