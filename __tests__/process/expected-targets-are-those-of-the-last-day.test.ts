import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { TARGETS_EXPECTED } from '../../src/desired/alerts/targets.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { scratchFolder } from '../support/scratch.ts'

const config = parseConfig({
  monitoring: { app: 'shop-monitoring' },
  apps: [{ app: 'shop' }],
  services: [
    { name: 'web', app: 'shop', port: 9090 },
    { name: 'preview', app: 'shop', port: 9091, may_stop: true },
  ],
})

/** Samples are five minutes apart. */
const HOUR = 12
const DAY = 24 * HOUR
/** A machine that is up from one sample to another one, and gone before and after. */
const machine = (n: number, service: string, [from, to]: readonly [number, number]) => ({
  series: `up{app="shop",service="${service}",instance="[fdaa::${n}]:9090"}`,
  values: `${from > 0 ? `_x${from} ` : ''}1x${to - from - 1} stale`,
})
const web = (...times: (readonly [number, number])[]) => times.map((one, i) => machine(i, 'web', one))

const LONG = 3 * DAY
const CASES: readonly {
  name: string
  up: { series: string; values: string }[]
  /** Sample → how many of web and of preview are expected. */
  expected: readonly (readonly [at: number, web: number, preview?: number])[]
}[] = [
  { name: 'nothing was ever seen: a declared service should have one', up: [], expected: [[HOUR, 1]] },
  {
    name: 'one of two leaves the private DNS',
    up: web([0, LONG], [0, DAY]),
    expected: [
      [DAY - 1, 2],
      [DAY + 1, 2],
      [DAY + 11 * HOUR, 2],
      [DAY + 13 * HOUR, 1],
    ],
  },
  {
    name: 'all leave: two are missed for a day, then one',
    up: web([0, DAY], [0, DAY]),
    expected: [
      [DAY + 1, 2],
      [DAY + 23 * HOUR, 2],
      [2 * DAY + HOUR, 1],
    ],
  },
  {
    name: 'two more from now on',
    up: web([0, LONG], [0, LONG], [DAY, LONG], [DAY, LONG]),
    expected: [
      [DAY - 1, 2],
      [DAY + 1, 4],
      [DAY + 20 * HOUR, 4],
    ],
  },
  {
    name: 'a blue-green deployment: twice as many for a quarter of an hour',
    up: web([0, DAY + 3], [0, DAY + 3], [DAY, LONG], [DAY, LONG]),
    expected: [
      [DAY - 1, 2],
      [DAY + 1, 4],
      [DAY + 4, 2],
      [DAY + HOUR, 2],
    ],
  },
  {
    name: 'of a service that may stop those are expected that exist',
    up: [machine(1, 'preview', [0, DAY]), machine(2, 'preview', [0, 2 * DAY])],
    expected: [
      [DAY - 1, 1, 2],
      [DAY + 1, 1, 1],
      [2 * DAY + 1, 1],
    ],
  },
]

const PROMTOOLS = { '2.42': 'promtool', '3.x': process.env.PROMTOOL_3 }

for (const [version, program] of Object.entries(PROMTOOLS)) {
  const on = program ? test : test.skip
  on(`${version}: as many targets are expected as there usually were in the last day`, () => {
    using folder = scratchFolder()
    const { groups } = parse(renderRules(config, { remoteWrite: false })) as {
      groups: { rules: { record?: string }[] }[]
    }
    // promtool needs most of its time for evaluating rules.
    const rules = groups.flatMap((group) =>
      group.rules.filter(({ record }) => /^service:targets:/.test(record ?? '')),
    )
    writeFileSync(join(folder.path, 'rules.yml'), stringify({ groups: [{ name: 'targets', rules }] }))
    const file = join(folder.path, 'tests.yml')
    const tests = CASES.map(promtoolTest)
    writeFileSync(file, stringify({ rule_files: ['rules.yml'], evaluation_interval: '5m', tests }))
    const { status, stdout, stderr } = spawnSync(program ?? '', ['test', 'rules', file], { encoding: 'utf8' })
    expect({ status, output: stdout + stderr }).toEqual({
      status: 0,
      output: expect.stringContaining('SUCCESS'),
    })
  })
}

const promtoolTest = ({ name, up, expected }: (typeof CASES)[number]) => ({
  name,
  interval: '5m',
  // promtool refuses a test without series.
  input_series: [...up, { series: 'other', values: '1x900' }],
  promql_expr_test: expected.map(([at, ofWeb, ofPreview]) => ({
    expr: TARGETS_EXPECTED,
    eval_time: `${5 * at}m`,
    exp_samples: [
      sample('shop', 'web', ofWeb),
      sample('shop-monitoring', 'prometheus', 1),
      ...(ofPreview === undefined ? [] : [sample('shop', 'preview', ofPreview)]),
    ],
  })),
})

const sample = (app: string, service: string, value: number) => ({
  labels: `${TARGETS_EXPECTED}{app="${app}",service="${service}"}`,
  value,
})
