import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { presetConfig } from '../../src/config/preset.ts'
import { alertsOf, ruleGroups } from '../../src/desired/alerts/groups.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { configurations } from '../support/configurations.ts'
import { fc } from '../support/property.ts'
import { scratchFolder } from '../support/scratch.ts'
import { type Case, cases, type Firing } from './rules-cases.ts'
import { FOREVER, of } from './rules-world.ts'

const config = parseConfig(presetConfig({}))
const alerts = alertsOf(ruleGroups(config, { remoteWrite: true }))

// Debian carries Prometheus 2.42; a promtool of the 3.x line is used where the environment names one.
const PROMTOOLS = { '2.42': 'promtool', '3.x': process.env.PROMTOOL_3 }

for (const [version, program] of Object.entries(PROMTOOLS)) {
  const on = (name: string, run: (promtool: string) => void) =>
    program
      ? test(`${version}: ${name}`, () => run(program))
      : test.skip(`${version}: ${name} (set PROMTOOL_3 to a promtool of the 3.x line)`, () => {})

  on('promtool has nothing to say against the rules of any configuration', (promtool) => {
    using folder = scratchFolder()
    const files = fc.sample(configurations, { numRuns: 60, seed: 7 }).map((any, i) => {
      const file = join(folder.path, `${i}.yml`)
      writeFileSync(file, renderRules(any, { remoteWrite: i % 2 === 0 }))
      return file
    })
    writeFileSync(join(folder.path, 'preset.yml'), renderRules(config, { remoteWrite: true }))
    const { status, output } = run(promtool, ['check', 'rules', join(folder.path, 'preset.yml'), ...files])
    // Duplicates are told with exit code 0.
    expect({ status, output }).toEqual({ status: 0, output: expect.not.stringContaining('FAILED') })
    expect(output.match(/SUCCESS/g)).toHaveLength(61)
  })

  on('each alert fires when it should, alone, and names the right service', (promtool) => {
    using folder = scratchFolder()
    writeFileSync(
      join(folder.path, 'rules.yml'),
      renderRules(config, { remoteWrite: true, grafanaUrl: 'https://grafana.example/' }),
    )
    const file = join(folder.path, 'tests.yml')
    writeFileSync(
      file,
      // Every other minute: promtool needs most of its time for evaluating rules.
      stringify({ rule_files: ['rules.yml'], evaluation_interval: '2m', tests: cases().map(promtoolTest) }),
    )
    expect(run(promtool, ['test', 'rules', file])).toEqual({
      status: 0,
      output: expect.stringContaining('SUCCESS'),
    })
  })

  on(
    'the Watchdog is one alert for each start, and only requests within the window are a drill',
    (promtool) => {
      using folder = scratchFolder()
      const notified = parseConfig(
        Object.assign({}, presetConfig({}), { alerts: { notify: { webhook: {} } } }),
      )
      writeFileSync(join(folder.path, 'rules.yml'), renderRules(notified, { remoteWrite: false }))
      const file = join(folder.path, 'tests.yml')
      const rest = { rule_files: ['rules.yml'], evaluation_interval: '15s' }
      writeFileSync(file, stringify({ ...rest, tests: DRILLS.map(drillTest) }))
      expect(run(promtool, ['test', 'rules', file])).toMatchObject({
        status: 0,
        output: expect.stringContaining('SUCCESS'),
      })
    },
  )
}

const KNOCKS = of(
  'prometheus',
  'prometheus_http_requests_total',
  'code="400",handler="/api/v1/query_exemplars"',
)
const START = of('alertmanager', 'process_start_time_seconds')

/** Samples every 15 s; `asked`: the sample at which one looks. */
const DRILLS = [
  { name: 'nobody has asked', knocks: undefined, asked: 8, fires: false },
  { name: 'a drill', knocks: '1x3 51x9', asked: 5, fires: true },
  { name: 'a drill is over after a minute', knocks: '1x3 51x9', asked: 9, fires: false },
  {
    name: 'a scrape failed a minute ago, and there was a drill once',
    knocks: '51x3 stale 51x9',
    asked: 8,
    fires: false,
  },
  { name: 'scrapes were missing for long', knocks: '51x3 _x40 51x9', asked: 45, fires: false },
  { name: 'a drill after a restart', knocks: '51x3 1 51x9', asked: 6, fires: true },
  { name: 'someone mistypes a query', knocks: '1x3 5x9', asked: 5, fires: false },
]

const drillTest = ({ name, knocks, asked, fires }: (typeof DRILLS)[number]) => ({
  name,
  interval: '15s',
  input_series: [
    { series: START, values: '1000x99' },
    ...(knocks === undefined ? [] : [{ series: KNOCKS, values: knocks }]),
  ],
  promql_expr_test: [
    {
      expr: 'count(ALERTS{alertname="Drill",alertstate="firing"})',
      eval_time: `${asked * 15}s`,
      exp_samples: fires ? [{ labels: '{}', value: 1 }] : [],
    },
    {
      expr: 'count by (started) (ALERTS{alertname="Watchdog",alertstate="firing"})',
      eval_time: `${asked * 15}s`,
      exp_samples: [{ labels: '{started="1000"}', value: 1 }],
    },
  ],
})

test('every alert has a case in which it fires', () => {
  const fired = new Set(cases().flatMap((one) => one.firing.map(({ alert }) => alert)))
  expect(
    alerts.map(({ alert }) => alert).filter((alert) => alert !== 'Watchdog' && !fired.has(alert)),
    // Needs more than a week: see service-alerts-fire-when-they-should.
  ).toEqual(['TrafficStopped'])
})

function promtoolTest({ name, world, at, firing }: Case) {
  return {
    name,
    interval: '1m',
    input_series: Object.entries(world).map(([series, values]) => ({
      series,
      // Nobody looks later, and every sample costs time.
      values: values.replace(FOREVER, `x${at + 1}`),
    })),
    alert_rule_test: firing.map((one) => ({
      eval_time: `${at}m`,
      alertname: one.alert,
      exp_alerts: [{ exp_labels: one.labels, exp_annotations: annotations(one) }],
    })),
    promql_expr_test: [
      {
        // Nothing else fires: an incident that wakes people twice teaches them to ignore one.
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: `${at}m`,
        exp_samples: [...firing.map(({ alert }) => alert), 'Watchdog']
          .toSorted()
          .map((alert) => ({ labels: `{alertname="${alert}"}`, value: 1 })),
      },
    ],
  }
}

/** What the templates should come to. */
function annotations({ alert, labels, value = '' }: Firing) {
  const rule = alerts.find((r) => r.alert === alert && (r.about === undefined || r.about === labels.service))
  if (!rule) throw new Error(`no rule ${alert}`)
  const text = (template: string) =>
    template
      .replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label) => labels[label] ?? '')
      .replaceAll(/\{\{ \$value[^}]* \}\}/g, value)
  return {
    summary: text(rule.summary),
    description: text(rule.description),
    runbook_url: `https://github.com/fechatter/deploy-monitoring/blob/main/docs/alerts/${alert}.md`,
    dashboard_url: `https://grafana.example/d/${rule.panel.dashboard}?viewPanel=${rule.panel.panel}`,
  }
}

function run(program: string, args: string[]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  return { status, output: stdout + stderr }
}
