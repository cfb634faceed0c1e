import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { flyMachines } from '../../src/desired/dashboards/fly-machines.ts'
import { objectsIn } from '../../src/lib/json-value.ts'
import { scratchFolder } from '../support/scratch.ts'

const service = (name: string, more = {}) => ({ name, app: name, port: 9090, ...more })
const config = parseConfig({
  monitoring: { engine: 'fly' },
  apps: [{ app: 'shop' }, { app: 'jobs' }, { app: 'preview' }],
  services: [service('shop'), service('jobs'), service('preview', { may_stop: true })],
})
const apps = ['shop', 'jobs', 'preview']
const panel = flyMachines(config, { series: 'up', apps, description: '' })
const expr = String(objectsIn(panel.targets)[0]?.expr)

const up = (app: string, instance: number, values: string) => ({
  series: `up{app="${app}",region="fra",instance="m${instance}"}`,
  values,
})
/** Samples are five minutes apart; the machines are looked at after ten hours. */
const rows = (...found: readonly (readonly [app: string, machines: string, missing: number])[]) => [
  {
    expr,
    eval_time: '600m',
    exp_samples: found.map(([app, machines, value]) => {
      const [now, expected] = machines.split(' of ')
      const parts = `machines="${machines}",up="${now}",expected="${expected}"`
      return { labels: `{app="${app}",service="${app}",${parts}}`, value }
    }),
  },
]

const CASES = [
  {
    name: 'one stops, one fails; of an app that may stop those are expected that run',
    input_series: [
      up('shop', 1, '1x130'),
      up('shop', 2, '1x100 stale'),
      up('shop', 3, '1x100 0x30'),
      up('jobs', 4, '1x130'),
      up('preview', 5, '1x130'),
      up('preview', 6, '1x100 stale'),
    ],
    promql_expr_test: rows(['shop', '1 of 3', 2], ['jobs', '1 of 1', 0], ['preview', '1 of 1', 0]),
  },
  {
    name: 'all stop, of one app nothing was ever seen, and one that may stop has stopped',
    input_series: [up('shop', 1, '1x100 stale'), up('shop', 2, '1x100 stale'), up('preview', 3, '1x9 stale')],
    promql_expr_test: rows(['shop', '0 of 2', 2], ['jobs', '0 of 1', 1]),
  },
]

test('machines that stopped or fail are missing from those that usually were there', () => {
  using folder = scratchFolder()
  const file = join(folder.path, 'tests.yml')
  const tests = CASES.map((one) => ({ ...one, interval: '5m' }))
  writeFileSync(join(folder.path, 'rules.yml'), 'groups: []')
  writeFileSync(file, stringify({ rule_files: ['rules.yml'], evaluation_interval: '5m', tests }))
  const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', file], { encoding: 'utf8' })
  expect({ status, output: stdout + stderr }).toEqual({
    status: 0,
    output: expect.stringContaining('SUCCESS'),
  })
})
