import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { scratchFolder } from '../support/scratch.ts'

const config = parseConfig({
  monitoring: { app: 'shop-monitoring', fly_metrics: true },
  apps: [{ app: 'shop' }],
  services: [{ name: 'web', app: 'shop', port: 9090 }],
})

const machine = (name: string, more = '', app = 'shop', id = 'm1') =>
  `${name}{app="${app}",host="a1b2",instance="${id}",job="fly",region="nrt",service="fly"${more && `,${more}`}}`
const edge = (status: number) =>
  `fly_edge_http_responses_count{app="shop",host="e1",instance="api.fly.io:443",job="fly",region="nrt",service="fly",status="${status}"}`

/** A quiet afternoon at Fly: two machines, requests, a volume. One sample a minute. */
const healthy = (): Record<string, string> => ({
  'up{app="shop-monitoring",instance="api.fly.io:443",job="fly",service="fly"}': '1x400 ',
  [machine('fly_instance_up', '', 'shop-monitoring', 'p1')]: '1x400',
  [machine('fly_instance_up')]: '1x400',
  [machine('fly_instance_uptime_seconds')]: '100000+60x400',
  [machine('fly_instance_memory_mem_total')]: '512000000x400',
  [machine('fly_instance_memory_mem_available')]: '200000000x400',
  [machine('fly_instance_cpu_throttle')]: '0+30x400',
  [machine('fly_instance_filesystem_blocks', 'mount="/"')]: '1000x400',
  [machine('fly_instance_filesystem_blocks_avail', 'mount="/"')]: '10x400',
  [machine('fly_instance_filesystem_blocks', 'mount="/data"')]: '1000x400',
  [machine('fly_instance_filesystem_blocks_avail', 'mount="/data"')]: '600x400',
  // What the file system has given back, the volume still counts.
  'fly_volume_used_pct{app="shop",host="a1b2",id="vol_1",instance="api.fly.io:443",job="fly",region="nrt",service="fly"}':
    '95x400',
  [edge(200)]: '0+600x400',
})

const without = (world: Record<string, string>, name: RegExp) =>
  Object.fromEntries(Object.entries(world).filter(([series]) => !name.test(series)))

interface FlyCase {
  name: string
  series: Record<string, string>
  /** Minute → the alerts that fire then, with the labels that tell them apart. */
  firing: Readonly<Record<number, readonly string[]>>
}

const OOM = 'MachineOutOfMemory shop m1'
const FULL = 'MachineVolumeFilling shop m1'

const CASES: readonly FlyCase[] = [
  { name: 'a quiet afternoon', series: healthy(), firing: { 90: [] } },
  {
    name: 'the first exit is one for lack of memory, and its value stays: a quarter of an hour',
    series: {
      ...healthy(),
      [machine('fly_instance_exit_oom')]: '_x99 1x300',
      [machine('fly_instance_uptime_seconds')]: '100000+60x99 10+60x300',
    },
    firing: { 98: [], 101: [OOM], 110: [OOM], 135: [] },
  },
  {
    name: 'without the time since the start, a new value alone',
    series: {
      ...without(healthy(), /uptime/),
      [machine('fly_instance_exit_oom')]: '_x99 1x300',
    },
    firing: { 98: [], 101: [OOM], 135: [] },
  },
  {
    name: 'out of memory every ten minutes',
    series: {
      ...healthy(),
      [machine('fly_instance_exit_oom')]: '_x59 1x300',
      [machine('fly_instance_uptime_seconds')]:
        `100000+60x59 ${Array.from({ length: 30 }, () => '0+60x9').join(' ')}`,
    },
    firing: { 61: [OOM], 100: [OOM], 200: [OOM] },
  },
  {
    name: 'exits that are not for lack of memory',
    series: {
      ...healthy(),
      [machine('fly_instance_exit_oom')]: '0x400',
      [machine('fly_instance_exit_code')]: '1x400',
    },
    firing: { 90: [] },
  },
  {
    name: 'throttled for a tenth of the time and more',
    series: { ...healthy(), [machine('fly_instance_cpu_throttle')]: '0+30x59 1770+1200x300' },
    firing: { 62: [], 90: ['MachineThrottled shop m1'] },
  },
  {
    name: 'throttled for five minutes',
    series: { ...healthy(), [machine('fly_instance_cpu_throttle')]: '0+30x59 1770+1200x5 7770+30x300' },
    firing: { 64: [], 90: [] },
  },
  {
    name: 'a file system fills; the root file system, which is full from the start, does not count',
    series: {
      ...healthy(),
      [machine('fly_instance_filesystem_blocks_avail', 'mount="/data"')]: '600x59 100x300',
    },
    firing: { 62: [], 90: [FULL] },
  },
  {
    name: "without file systems, Fly's figure of the volume counts",
    series: without(healthy(), /filesystem/),
    firing: { 90: ['MachineVolumeFilling shop '] },
  },
  {
    name: 'one request in twenty fails at the edge',
    series: { ...healthy(), [edge(200)]: '0+570x400', [edge(502)]: '0+30x400' },
    firing: { 90: ['EdgeErrorsHigh shop '] },
  },
  {
    name: 'one request in a thousand fails at the edge',
    series: { ...healthy(), [edge(502)]: '0+0.6x400' },
    firing: { 90: [] },
  },
  {
    name: 'requests failed an hour ago and do not any more',
    series: { ...healthy(), [edge(502)]: '0+60x59 3540x300' },
    firing: { 59: ['EdgeErrorsHigh shop '], 75: [] },
  },
  {
    name: 'nothing comes from Fly any more',
    series: Object.fromEntries(
      Object.entries(healthy()).map(([series, values]) => [series, values.replace(/x400$/, 'x60')]),
    ),
    firing: { 60: [], 70: [], 90: ['FlyMetricsMissing shop-monitoring '] },
  },
  {
    name: 'there is no target of Fly yet: nothing is missing',
    series: { 'up{job="web"}': '1x400' },
    firing: { 90: [] },
  },
  {
    name: 'the machines of the apps are stopped, that of Prometheus is not',
    series: {
      'up{job="fly"}': '1x400',
      [machine('fly_instance_up', '', 'shop-monitoring', 'p1')]: '1x400',
    },
    firing: { 90: [] },
  },
]

const PROMTOOLS = { '2.42': 'promtool', '3.x': process.env.PROMTOOL_3 }

for (const [version, program] of Object.entries(PROMTOOLS)) {
  const on = program ? test : test.skip
  on(`${version}: alerts on Fly's series fire when they should, alone`, () => {
    using folder = scratchFolder()
    const rules = parse(renderRules(config, { remoteWrite: false })) as { groups: { name: string }[] }
    const groups = rules.groups.filter(({ name }) => name === 'fly')
    expect(groups).toHaveLength(1)
    writeFileSync(join(folder.path, 'rules.yml'), stringify({ groups }))
    const file = join(folder.path, 'tests.yml')
    const tests = CASES.map(promtoolTest)
    writeFileSync(file, stringify({ rule_files: ['rules.yml'], evaluation_interval: '1m', tests }))
    const { status, stdout, stderr } = spawnSync(program ?? '', ['test', 'rules', file], { encoding: 'utf8' })
    expect({ status, output: stdout + stderr }).toEqual({
      status: 0,
      output: expect.stringContaining('SUCCESS'),
    })
  })
}

function promtoolTest({ name, series, firing }: FlyCase) {
  return {
    name,
    interval: '1m',
    input_series: Object.entries(series).map(([one, values]) => ({ series: one, values })),
    promql_expr_test: Object.entries(firing).map(([at, alerts]) => ({
      expr: 'count by (alertname, app, instance) (ALERTS{alertstate="firing"})',
      eval_time: `${at}m`,
      exp_samples: alerts.map((one) => {
        const [alertname, app, instance] = one.split(' ')
        return {
          labels: `{alertname="${alertname}",app="${app}"${instance ? `,instance="${instance}"` : ''}}`,
          value: 1,
        }
      }),
    })),
  }
}

test('without the key there is neither a rule nor a dashboard nor a job of Fly', () => {
  const { fly_metrics, ...monitoring } = config.monitoring
  expect(fly_metrics).toBe(true)
  expect(renderRules({ ...config, monitoring }, { remoteWrite: false })).not.toMatch(/fly_/)
})
