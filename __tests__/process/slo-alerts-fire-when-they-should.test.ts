import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { scratchFolder } from '../support/scratch.ts'

const config = parseConfig({
  monitoring: { app: 'shop-monitoring', retention: '60d' },
  apps: [{ app: 'shop' }],
  services: [
    {
      name: 'web',
      app: 'shop',
      port: 9090,
      metrics: {
        http_requests_total: { type: 'counter', expect: 'after-traffic' },
        http_request_duration_seconds: { type: 'histogram', expect: 'after-traffic' },
      },
    },
  ],
  slos: [
    { service: 'web', errors: 'status=~"5.."', of: 'http_requests_total', objective: 99.9 },
    { service: 'web', slower_than: '1s', of: 'http_request_duration_seconds', objective: 99 },
  ],
})

const SERIES = 'app="shop",service="web",instance="[fdaa::2]:9090"'
/** Requests in phases of so many minutes, each with this share of failures: ten requests a second. */
type Phases = readonly (readonly [minutes: number, share: number])[]
const PER_MINUTE = 600

/** The values of a counter that grows in phases, in promtool's notation, one every `step` minutes. */
function counter(phases: Phases, of: (share: number) => number, step: number): string {
  let value = 0
  return phases
    .map(([minutes, share]) => {
      const each = of(share) * step
      const start = value
      value += each * (minutes / step)
      return `${start + each}+${each}x${minutes / step - 1}`
    })
    .join(' ')
}

const requests = (phases: Phases, step: number) => ({
  [`http_requests_total{${SERIES},status="200"}`]: counter(phases, (bad) => PER_MINUTE * (1 - bad), step),
  [`http_requests_total{${SERIES},status="500"}`]: counter(phases, (bad) => PER_MINUTE * bad, step),
})
const durations = (phases: Phases, step: number, le: string) => ({
  [`http_request_duration_seconds_bucket{${SERIES},le="${le}"}`]: counter(
    phases,
    (bad) => PER_MINUTE * (1 - bad),
    step,
  ),
  [`http_request_duration_seconds_bucket{${SERIES},le="+Inf"}`]: counter(phases, () => PER_MINUTE, step),
  [`http_request_duration_seconds_count{${SERIES}}`]: counter(phases, () => PER_MINUTE, step),
})

const DAY = 24 * 60

interface SloCase {
  name: string
  series: (step: number) => Record<string, string>
  /** Minutes between two evaluations. */
  step: number
  /** With a short history, the days of the slow alert are the hours that there are. */
  only?: string
  /** Sloth counts no failures: it fires for a single one. */
  unlikeSloth?: true
  /** When, in minutes, which alerts of which objectives fire. */
  firing: readonly (readonly [at: number, ...alerts: string[]])[]
  /** Minute → objective → budget left. */
  left?: readonly (readonly [at: number, slo: string, share: number | undefined])[]
}

const fast = (slo: string) => `SloBurnsFast ${slo}`
const slowly = (slo: string) => `SloBurnsSlowly ${slo}`

const CASES: readonly SloCase[] = [
  {
    name: 'a quiet day',
    series: (step) => requests([[300, 0]], step),
    step: 1,
    firing: [[299]],
    left: [
      [299, 'web-errors', 1],
      [299, 'web-latency', undefined],
    ],
  },
  {
    name: 'everything fails: four minutes',
    series: (step) =>
      requests(
        [
          [8 * 60, 0],
          [30, 1],
        ],
        step,
      ),
    step: 1,
    firing: [[478], [484, fast('web-errors')]],
    only: 'SloBurnsFast',
  },
  {
    name: '2 % fail: 14.4 times the budget is reached in the hour, and it is over ten minutes after the end',
    series: (step) =>
      requests(
        [
          [8 * 60, 0],
          [90, 0.02],
          [60, 0],
        ],
        step,
      ),
    step: 1,
    firing: [[500], [535, fast('web-errors')], [582]],
    only: 'SloBurnsFast',
  },
  {
    name: '0.7 % fail: 6 times the budget in six hours',
    series: (step) =>
      requests(
        [
          [1 * DAY, 0],
          [1 * DAY, 0.007],
        ],
        step,
      ),
    step: 15,
    firing: [[1 * DAY + 240], [1 * DAY + 405, fast('web-errors')]],
    only: 'SloBurnsFast',
  },
  {
    name: '0.4 % fail: 3 times the budget in a day',
    series: (step) =>
      requests(
        [
          [3 * DAY, 0],
          [1 * DAY, 0.004],
        ],
        step,
      ),
    step: 15,
    firing: [[3 * DAY + 600], [4 * DAY - 60, slowly('web-errors')]],
  },
  {
    name: '0.15 % fail for days: more than the budget in three days',
    series: (step) => requests([[4 * DAY, 0.0015]], step),
    step: 15,
    firing: [[4 * DAY - 60, slowly('web-errors')]],
    left: [[4 * DAY - 60, 'web-errors', -0.5]],
  },
  {
    name: '0.05 % fail for days: half of what is allowed',
    series: (step) => requests([[4 * DAY, 0.0005]], step),
    step: 15,
    firing: [[4 * DAY - 60]],
    left: [[4 * DAY - 60, 'web-errors', 0.5]],
  },
  ...['1', '1.0'].map((le) => ({
    name: `a fifth is slower than the bucket of ${le} s`,
    series: (step: number) => durations([[120, 0.2]], step, le),
    step: 1,
    firing: [[110, fast('web-latency'), slowly('web-latency')]] as const,
    left: [[110, 'web-latency', -19]] as const,
  })),
  {
    name: 'no bucket at the bound: no number rather than a wrong one',
    series: (step) => durations([[120, 0.2]], step, '2.5'),
    step: 1,
    firing: [[110]],
    left: [[110, 'web-latency', undefined]],
  },
  {
    name: 'at night: 3 of 30 requests of an hour fail, and then every second one',
    series: () => ({
      [`http_requests_total{${SERIES},status="200"}`]: '0+1x30 30x90',
      [`http_requests_total{${SERIES},status="500"}`]: '0x20 1x8 2x8 3x59 4+1x30',
    }),
    step: 1,
    firing: [[60], [115, fast('web-errors')]],
    only: 'SloBurnsFast',
    unlikeSloth: true,
  },
  {
    name: 'no requests: the budget is whole',
    series: () => ({ [`http_requests_total{${SERIES},status="200"}`]: '5x120' }),
    step: 1,
    firing: [[110]],
    left: [[110, 'web-errors', 1]],
  },
]

/** What Sloth 0.11 and the SRE workbook ask of the counters themselves, for the same objective. */
const ratio = (window: string) =>
  `(sum(rate(http_requests_total{service="web",status=~"5.."}[${window}])) / sum(rate(http_requests_total{service="web"}[${window}])))`
const pair = (factor: number, short: string, long: string) =>
  `(${ratio(short)} > ${factor} * 0.001 and ${ratio(long)} > ${factor} * 0.001)`
const SLOTH = {
  SloBurnsFast: `${pair(14.4, '5m', '1h')} or ${pair(6, '30m', '6h')}`,
  SloBurnsSlowly: `${pair(3, '2h', '1d')} or ${pair(1, '6h', '3d')}`,
}

const PROMTOOLS = { '2.42': 'promtool', '3.x': process.env.PROMTOOL_3 }

for (const [version, program] of Object.entries(PROMTOOLS)) {
  const on = program ? test : test.skip
  on(`${version}: alerts on objectives fire when they should, as those of Sloth do`, () => {
    using folder = scratchFolder()
    const rules = parse(renderRules(config, { remoteWrite: false })) as { groups: { name: string }[] }
    // promtool needs most of its time for evaluating rules.
    const groups = rules.groups.filter(({ name }) => name === 'slos')
    writeFileSync(join(folder.path, 'rules.yml'), stringify({ groups }))
    const file = join(folder.path, 'tests.yml')
    for (const step of [1, 15]) {
      const tests = CASES.filter((one) => one.step === step).map(promtoolTest)
      writeFileSync(file, stringify({ rule_files: ['rules.yml'], evaluation_interval: `${step}m`, tests }))
      const { status, stdout, stderr } = spawnSync(program ?? '', ['test', 'rules', file], {
        encoding: 'utf8',
      })
      expect({ status, output: stdout + stderr }).toEqual({
        status: 0,
        output: expect.stringContaining('SUCCESS'),
      })
    }
  })
}

function promtoolTest({ name, series, firing, left = [], only = 'Slo.*', unlikeSloth }: SloCase) {
  return {
    name,
    interval: '1m',
    input_series: Object.entries(series(1)).map(([one, values]) => ({ series: one, values })),
    promql_expr_test: [
      ...firing.map(([at, ...alerts]) => ({
        expr: `count by (alertname, slo) (ALERTS{alertstate="firing",alertname=~"${only}"})`,
        eval_time: `${at}m`,
        exp_samples: alerts.map((one) => {
          const [alertname, slo] = one.split(' ')
          return { labels: `{alertname="${alertname}",slo="${slo}"}`, value: 1 }
        }),
      })),
      ...firing.flatMap(([at, ...alerts]) =>
        Object.entries(SLOTH).flatMap(([alertname, expr]) =>
          !unlikeSloth && new RegExp(`^${only}$`).test(alertname)
            ? [
                {
                  expr: `count(${expr})`,
                  eval_time: `${at}m`,
                  exp_samples: alerts.includes(`${alertname} web-errors`) ? [{ labels: '{}', value: 1 }] : [],
                },
              ]
            : [],
        ),
      ),
      ...left.map(([at, slo, share]) => ({
        expr: `round(sum by (slo) (slo:error_budget_left:ratio{slo="${slo}",service="web"}), 0.01)`,
        eval_time: `${at}m`,
        exp_samples: share === undefined ? [] : [{ labels: `{slo="${slo}"}`, value: share }],
      })),
    ],
  }
}
