import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import type { Config } from '../../src/config/schema.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { scratchFolder } from '../support/scratch.ts'

const counted = { type: 'counter', expect: 'after-traffic', labels: ['status'] }
const TEAM = parseConfig({
  monitoring: { app: 'shop-monitoring' },
  apps: [{ app: 'shop' }],
  services: [
    {
      ...{ name: 'web', app: 'shop', port: 9090 },
      metrics: {
        http_requests_total: counted,
        http_request_duration_seconds: { type: 'histogram', expect: 'after-traffic' },
      },
    },
    { name: 'rpc', app: 'shop', port: 9091, metrics: { rpc_latency_seconds: 'summary' } },
    { name: 'preview', app: 'shop', port: 9092, may_stop: true, metrics: { http_requests_total: counted } },
  ],
})

const series = (service: string, name: string, own = '', machine = 2) =>
  `${name}{app="shop",service="${service}",instance="[fdaa::${machine}]:9090"${own && `,${own}`}}`

/** One after the other, for so many minutes each: so many events a minute, or the series is gone. */
type Phases = readonly (readonly [minutes: number, perMinute: number | 'gone'])[]

/** A counter, one value a minute, in promtool's notation. */
function counter(phases: Phases): string {
  let value = 0
  return phases
    .map(([minutes, each]) => {
      if (each === 'gone') return minutes > 1 ? `stale _x${minutes - 1}` : 'stale'
      const from = value + each
      value += each * minutes
      return `${from}+${each}x${minutes - 1}`
    })
    .join(' ')
}

const HOUR = 60
const DAY = 24 * HOUR
const requests = (good: Phases, bad?: Phases, service = 'web') => ({
  [series(service, 'http_requests_total', 'status="200"')]: counter(good),
  ...(bad && { [series(service, 'http_requests_total', 'status="500"')]: counter(bad) }),
})
const up = (minutes: number, service = 'web') => ({ [series(service, 'up')]: `1x${minutes}` })
const durations = (minutes: number, perMinute: number, slow: number) => ({
  [series('web', 'http_requests_total', 'status="200"')]: counter([[minutes, perMinute]]),
  [series('web', 'http_request_duration_seconds_bucket', 'le="0.5"')]: counter([
    [minutes, perMinute * (1 - slow)],
  ]),
  [series('web', 'http_request_duration_seconds_bucket', 'le="2.5"')]: counter([[minutes, perMinute]]),
  [series('web', 'http_request_duration_seconds_bucket', 'le="+Inf"')]: counter([[minutes, perMinute]]),
})

interface ServiceCase {
  name: string
  series: Record<string, string>
  /** When, in minutes, which alerts of which services fire. */
  firing: readonly (readonly [at: number, ...alerts: string[]])[]
}

const BEFORE = 8 * HOUR
const SHORT: readonly ServiceCase[] = [
  { name: 'a quiet afternoon', series: { ...up(600), ...requests([[600, 600]]) }, firing: [[599]] },
  { name: 'up, and no request ever', series: up(120), firing: [[119]] },
  { name: 'nothing at all', series: { some_other_series: '1x60' }, firing: [[59]] },
  {
    name: '2 % fail for an hour, and then no longer',
    series: requests(
      [[BEFORE + 130, 588]],
      [
        [BEFORE, 0],
        [70, 12],
        [60, 0],
      ],
    ),
    firing: [[BEFORE - 1], [BEFORE + 68, 'RequestErrorsHigh web'], [BEFORE + 85]],
  },
  {
    name: '1 % fails for five hours',
    series: requests(
      [[BEFORE + 300, 594]],
      [
        [BEFORE, 0],
        [300, 6],
      ],
    ),
    firing: [[BEFORE + 120], [BEFORE + 290, 'RequestErrorsElevated web']],
  },
  {
    name: 'the first failures of a process that has just started: their series begins with them',
    series: requests(
      [[120, 60]],
      [
        [10, 'gone'],
        [110, 60],
      ],
    ),
    firing: [[100, 'RequestErrorsElevated web', 'RequestErrorsHigh web']],
  },
  {
    name: 'three of ten requests of a quiet night fail',
    series: requests(
      [
        [60, 0],
        [7, 1],
        [60, 0],
      ],
      [
        [60, 0],
        [3, 1],
        [64, 0],
      ],
    ),
    firing: [[64], [66], [80], [110]],
  },
  {
    name: 'half of the machines answer slowly',
    series: durations(60, 600, 0.5),
    firing: [[40, 'RequestLatencyHigh web']],
  },
  { name: 'slow, but too few to be judged', series: durations(60, 10, 0.5), firing: [[40]] },
  { name: 'fast', series: durations(60, 600, 0.01), firing: [[40]] },
  {
    name: 'a summary: slow, then without a request',
    series: {
      [series('rpc', 'rpc_latency_seconds', 'quantile="0.95"')]: `2x30${' NaN'.repeat(60)}`,
      [series('rpc', 'rpc_latency_seconds_count')]: counter([
        [30, 600],
        [60, 0],
      ]),
    },
    firing: [[28, 'RequestLatencyHigh rpc'], [60]],
  },
]

const WEEK = 8 * DAY
/** Ten requests a second from eight to eight, then almost none. */
const office = (days: number): Phases =>
  Array.from(
    { length: days },
    () =>
      [
        [8 * HOUR, 1],
        [12 * HOUR, 600],
        [4 * HOUR, 1],
      ] as const,
  ).flat()
const steadyThen = (perMinute: number | 'gone', minutes = 60): Phases => [
  [WEEK, 600],
  [minutes, perMinute],
]
const STOPPED = 'TrafficStopped web'

const LONG: readonly ServiceCase[] = [
  {
    name: 'traffic stops, and comes back',
    series: { ...up(WEEK + 180), ...requests([...steadyThen(0), [120, 600]]) },
    firing: [[WEEK - 5], [WEEK + 30, STOPPED], [WEEK + 120]],
  },
  { name: 'a twentieth is left', series: requests(steadyThen(30)), firing: [[WEEK + 40, STOPPED]] },
  { name: 'half is left', series: requests(steadyThen(300)), firing: [[WEEK + 40]] },
  {
    name: 'traffic stops with a new process, which has counted nothing yet',
    series: { ...up(WEEK + 60), ...requests(steadyThen('gone')) },
    firing: [[WEEK + 40, STOPPED]],
  },
  {
    name: 'a deployment: other machines go on',
    series: {
      ...up(WEEK + 60),
      ...requests(steadyThen('gone')),
      [series('web', 'http_requests_total', 'status="200"', 3)]: `_x${WEEK - 1} 600+600x60`,
    },
    firing: [[WEEK + 20], [WEEK + 40]],
  },
  {
    name: 'the service is down: that is another alert',
    series: { [series('web', 'up')]: `1x${WEEK - 1} 0x60`, ...requests(steadyThen('gone')) },
    firing: [[WEEK + 40]],
  },
  {
    name: 'the machines of a service that may stop have stopped with its traffic',
    series: {
      [series('preview', 'up')]: `1x${WEEK - 1} stale`,
      ...requests(steadyThen('gone'), undefined, 'preview'),
    },
    firing: [[WEEK + 40, 'TrafficStopped preview']],
  },
  {
    name: 'every night, and its edges',
    series: { ...up(9 * DAY), ...requests(office(9)) },
    firing: Array.from({ length: 24 }, (_, hour) => [WEEK + hour * HOUR + 20] as const),
  },
  {
    name: 'a day without traffic at noon, after days with it',
    series: { ...up(9 * DAY), ...requests([...office(8), [DAY, 1]]) },
    firing: [[WEEK + 7 * HOUR], [WEEK + 12 * HOUR, STOPPED], [WEEK + 19 * HOUR, STOPPED], [WEEK + 21 * HOUR]],
  },
  {
    name: 'a Sunday as every Sunday: the same day a week ago was quiet too',
    series: { ...up(9 * DAY), ...requests([[DAY, 1], [DAY, 1], ...office(6), [DAY, 1]]) },
    firing: [[WEEK + 12 * HOUR]],
  },
  {
    name: 'there was an outage at this hour yesterday',
    series: requests([
      [WEEK - DAY, 600],
      [60, 0],
      [DAY - 60, 600],
      [60, 0],
    ]),
    firing: [[WEEK + 40]],
  },
  {
    name: 'a service of three days',
    series: requests([
      [3 * DAY, 600],
      [60, 0],
    ]),
    firing: [[3 * DAY + 40]],
  },
  {
    name: 'a service with single requests',
    series: requests([
      [WEEK, 10],
      [60, 0],
    ]),
    firing: [[WEEK + 40]],
  },
]

const FECHATTERS = parseConfig(presetConfig({}))
const FECHATTER: readonly ServiceCase[] = [
  {
    name: 'the requests of Fechatter stop',
    series: {
      'fechatter_http_requests_total{app="fechatter",service="fechatter_server",status="200"}': counter(
        steadyThen(0),
      ),
    },
    firing: [[WEEK - 5], [WEEK + 40, 'TrafficStopped fechatter_server']],
  },
]

const PROMTOOLS = { '2.42': 'promtool', '3.x': process.env.PROMTOOL_3 }

for (const [version, program] of Object.entries(PROMTOOLS)) {
  const on = program ? test : test.skip
  on(`${version}: alerts made from a contract fire when they should, and not at night`, () => {
    for (const [cases, config, rules, minutes] of [
      [SHORT, TEAM, /./, 1],
      [LONG, TEAM, /^(service:requests:rate5m|TrafficStopped)$/, 10],
      [FECHATTER, FECHATTERS, /^(service:fechatter_http_requests:rate5m|TrafficStopped)$/, 10],
    ] as const)
      expect(outcome(program ?? '', cases, { config, rules, minutes })).toEqual({
        status: 0,
        output: expect.stringContaining('SUCCESS'),
      })
  })
}

interface Selection {
  config: Config
  /** Their names: promtool needs most of its time for evaluating rules. */
  rules: RegExp
  minutes: number
}

function outcome(program: string, cases: readonly ServiceCase[], { config, rules, minutes }: Selection) {
  using folder = scratchFolder()
  const all = parse(renderRules(config, { remoteWrite: false })) as {
    groups: { name: string; rules: { record?: string; alert?: string }[] }[]
  }
  const groups = all.groups
    .filter(({ name }) => name === 'services' || name === 'fechatter')
    .map((group) => ({
      ...group,
      rules: group.rules.filter(({ record, alert }) => rules.test(record ?? alert ?? '')),
    }))
  writeFileSync(join(folder.path, 'rules.yml'), stringify({ groups }))
  const file = join(folder.path, 'tests.yml')
  const tests = cases.map(promtoolTest)
  writeFileSync(file, stringify({ rule_files: ['rules.yml'], evaluation_interval: `${minutes}m`, tests }))
  const { status, stdout, stderr } = spawnSync(program, ['test', 'rules', file], { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

const promtoolTest = ({ name, series: input, firing }: ServiceCase) => ({
  name,
  interval: '1m',
  input_series: Object.entries(input).map(([one, values]) => ({ series: one, values })),
  promql_expr_test: firing.map(([at, ...alerts]) => ({
    expr: 'count by (alertname, service) (ALERTS{alertstate="firing"})',
    eval_time: `${at}m`,
    exp_samples: alerts.map((one) => {
      const [alertname, service] = one.split(' ')
      return { labels: `{alertname="${alertname}",service="${service}"}`, value: 1 }
    }),
  })),
})
