import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { scratchFolder } from '../support/scratch.ts'
import { growing, healthy, of, without } from './rules-world.ts'

const config = parseConfig({
  ...(presetConfig({}) as object),
  remote_write: [{ name: 'long-term', url: 'http://vm.internal:8428/api/v1/write' }],
})

// Debian carries Prometheus 2.42; a promtool of the 3.x line is used where the environment names one.
const PROMTOOLS = ['promtool', process.env.PROMTOOL_3].filter((one) => one !== undefined)

const LONG_TERM = 'remote_name="long-term",url="http://vm.internal:8428/api/v1/write"'
const metric = (name: string, own: string) => of('prometheus', `prometheus_remote_storage_${name}`, own)

/** The queue of the inputs works; that of the configuration is the one under test. */
const world = (sent: string | undefined, failed: string) => ({
  ...healthy(),
  [metric('shards', LONG_TERM)]: growing(0, 1),
  [metric('queue_highest_timestamp_seconds', LONG_TERM)]: growing(60),
  ...(sent !== undefined && { [metric('queue_highest_sent_timestamp_seconds', LONG_TERM)]: sent }),
  [metric('samples_failed_total', LONG_TERM)]: failed,
})
const target = { remote_name: 'long-term', url: 'http://vm.internal:8428/api/v1/write' }

const CASES = [
  { name: 'both targets work', series: world(growing(60), growing(0)), firing: [] },
  {
    name: 'one of two targets stops: the other one does not hide it',
    series: world('0+60x10 600x100', growing(0)),
    firing: [{ alert: 'RemoteWriteBehind', labels: { severity: 'warning', ...target } }],
  },
  {
    name: 'nothing was ever sent to one of them',
    series: world(undefined, growing(0)),
    firing: [{ alert: 'RemoteWriteBehind', labels: { severity: 'warning', ...target } }],
  },
  {
    name: 'the same on 2.42, which has one newest sample for all queues',
    series: without(world(undefined, growing(0)), /queue_highest_timestamp/),
    firing: [{ alert: 'RemoteWriteBehind', labels: { severity: 'warning', ...target } }],
  },
  {
    name: 'one of them refuses the key',
    series: world(growing(60), growing(120)),
    firing: [{ alert: 'RemoteWriteFailing', labels: { severity: 'critical', ...target } }],
  },
]

const ALERTS = ['RemoteWriteBehind', 'RemoteWriteFailing']

test.each(PROMTOOLS)('%s: alerts about remote write name the target', (promtool) => {
  using folder = scratchFolder()
  const rules = renderRules(config, { remoteWrite: true })
  expect(rules).toContain('Remote write to {{ $labels.remote_name }} ({{ $labels.url }}) is')
  writeFileSync(join(folder.path, 'rules.yml'), rules)
  const file = join(folder.path, 'tests.yml')
  const tests = CASES.map(({ name, series, firing }) => ({
    name,
    interval: '1m',
    input_series: Object.entries(series).map(([one, values]) => ({
      series: one,
      values: values.replaceAll('x∞', 'x40'),
    })),
    promql_expr_test: [
      {
        expr: `ALERTS{alertstate="firing",alertname=~"${ALERTS.join('|')}"}`,
        eval_time: '30m',
        exp_samples: firing.map(({ alert, labels }) => ({
          labels: `ALERTS{alertname="${alert}",alertstate="firing",${Object.entries(labels)
            .map(([key, value]) => `${key}="${value}"`)
            .join(',')}}`,
          value: 1,
        })),
      },
    ],
  }))
  writeFileSync(file, stringify({ rule_files: ['rules.yml'], evaluation_interval: '1m', tests }))
  const { status, stdout, stderr } = spawnSync(promtool, ['test', 'rules', file], { encoding: 'utf8' })
  expect({ status, output: stdout + stderr }).toEqual({
    status: 0,
    output: expect.stringContaining('SUCCESS'),
  })
})
