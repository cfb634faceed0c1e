import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { checkWorkspace } from '../../src/lint/plan.ts'
import { paceOf } from '../support/pace.ts'
import { scratchFolder } from '../support/scratch.ts'

const configuration = (metrics: string, more = '') =>
  `monitoring: { app: mon, region: fra }
apps: [{ app: chat, config: fly.toml }]
services: [{ name: web, app: chat, port: 9090, metrics: { ${metrics} } }]
${more}`

/** What is lost by a change of the metrics, by the metric. */
async function lostBy(
  [before, after]: readonly [string, string],
  files: Record<string, string>,
  more: readonly [string, string] = ['', ''],
): Promise<string[]> {
  using scratch = scratchFolder()
  const root = join(scratch.path, 'repository')
  mkdirSync(root)
  const all = { 'fly.toml': 'app = "chat"\n', 'monitoring.yml': configuration(after, more[1]), ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(root, name), text)
  const { problems } = await checkWorkspace({
    workspace: openWorkspace(root, '.'),
    config: { path: 'monitoring.yml', explicit: false },
    names: {},
    inputs: [],
    remoteWrite: false,
    validators: { skipped: () => [], check: async () => [], test: async () => [] },
    pace: paceOf(),
    base: { config: loadConfig(configuration(before, more[0]), 'monitoring.yml'), revision: 'main' },
  })
  return problems
    .filter(({ code }) => code === 'config/removed-metric')
    .map(({ message }) => message.replace(/^.*It is used by /, ''))
}

const board = (model: Record<string, unknown>) =>
  JSON.stringify({ uid: 'b', title: 'Board', schemaVersion: 39, panels: [], ...model })
const panels = (...exprs: string[]) =>
  board({
    panels: exprs.map((expr, id) => ({
      id,
      type: 'stat',
      title: `P${id}`,
      targets: [{ refId: 'A', expr }],
    })),
  })
const rules = (...list: string[]) =>
  `groups:\n- name: g\n  rules:\n${list.map((rule) => `  - ${rule}\n`).join('')}`

const RENAMED = ['jobs_total: counter, queue_size: gauge', 'tasks_total: counter, queue_size: gauge'] as const

test.each([
  ['its name', 'rate(jobs_total[5m])', true],
  ['its name as a label', 'rate({__name__="jobs_total"}[5m])', true],
  ['its name in quotes', 'rate({"jobs_total"}[5m])', true],
  ['a pattern for it alone', 'sum(rate({__name__=~"jobs_.*"}[5m]))', true],
  ['a pattern for others, too', 'sum(rate({__name__=~".*_total"}[5m]))', false],
  ['a pattern for old and new', 'sum(rate({__name__=~"jobs_total|tasks_total"}[5m]))', false],
  ['a name that it is a part of', 'rate(my_jobs_total[5m]) + jobs_total_count', false],
  ['the old or the new one', 'sum(rate(jobs_total[5m]) or rate(tasks_total[5m]))', false],
  ['the old one or nothing', 'sum(rate(jobs_total[5m])) or vector(0)', true],
  ['the old one twice', 'jobs_total or jobs_total{a="b"}', true],
  ['the old or the new one, by the old one', '(jobs_total or tasks_total) / jobs_total', true],
  ['with variables', 'sum by ($by) (rate(jobs_total{job=~"$job"}[$__rate_interval]))', true],
  ['with variables, the old or the new one', 'rate(jobs_total{$a}[$w]) or rate(tasks_total{$a}[$w])', false],
])('%s', async (_, expr, isLost) => {
  const lost = await lostBy(RENAMED, { 'board.json': panels(expr) })
  expect(lost).toEqual(isLost ? ['the panel "P0" of "Board" (board.json:1).'] : [])
})

test('a histogram is lost with its series, and a gauge without those of a histogram', async () => {
  const exprs = ['rate(a_bucket[5m])', 'rate(a_count[5m])', 'a']
  const other = 'queue_size: gauge'
  expect(await lostBy([`a: histogram, ${other}`, other], { 'board.json': panels(...exprs) })).toEqual([
    'the panel "P0" of "Board" (board.json:1) and the panel "P1" of "Board" (board.json:1).',
  ])
  expect(await lostBy([`a: gauge, ${other}`, other], { 'board.json': panels(...exprs) })).toEqual([
    'the panel "P2" of "Board" (board.json:1).',
  ])
})

test('what reads a recorded series is lost with the rule that records it', async () => {
  const files = {
    'rules.yml': rules(
      '{ record: "job:jobs:rate", expr: "sum(rate(jobs_total[5m]))" }',
      '{ record: "job:jobs:day", expr: "avg_over_time(job:jobs:rate[1d])" }',
      '{ record: "job:both", expr: "jobs_total" }',
      '{ record: "job:both", expr: "tasks_total" }',
      '{ alert: Slow, expr: "job:jobs:day < 1", for: 5m, labels: { severity: warning } }',
    ),
    'board.json': panels('job:both', 'job:jobs:day'),
  }
  expect(await lostBy(RENAMED, files)).toEqual([
    [
      'the recording rule "job:jobs:rate" (rules.yml:4), the recording rule "job:both" (rules.yml:6)',
      ', the recording rule "job:jobs:day" (rules.yml:5, by job:jobs:rate)',
      ', the alert "Slow" (rules.yml:8, by job:jobs:day)',
      ' and the panel "P1" of "Board" (board.json:1, by job:jobs:day).',
    ].join(''),
  ])
})

test('variables, annotations and copies of library panels are lost, too', async () => {
  const variable = (name: string, type: string, query: unknown) => ({ name, type, query })
  const text = board({
    panels: [{ id: 1, title: 'Copy', type: 'stat', libraryPanel: { uid: 'lib', name: 'Copy' } }],
    templating: {
      list: [
        variable('label', 'query', { query: 'label_values(jobs_total{job="web"}, queue)', refId: 'x' }),
        variable('result', 'query', 'query_result(topk(3, jobs_total))'),
        variable('names', 'query', 'metrics(jobs_)'),
        variable('some', 'query', 'metrics(_total)'),
        variable('metric', 'custom', 'Size : queue_size,Jobs : jobs_total'),
        variable('other', 'query', 'label_values(queue)'),
        variable('source', 'datasource', 'prometheus'),
      ],
    },
    annotations: {
      list: [
        { name: 'Old', expr: 'changes(jobs_total[1m]) > 0' },
        { name: 'New', target: { expr: 'jobs_total == 0' } },
        { name: 'Built in', datasource: '-- Grafana --' },
      ],
    },
    __elements: {
      lib: {
        uid: 'lib',
        kind: 1,
        model: { title: 'Copy', type: 'stat', targets: [{ refId: 'A', expr: 'jobs_total' }] },
      },
    },
  })
  const [lost = ''] = await lostBy(RENAMED, { 'board.json': text })
  expect(lost.match(/the \w+ "[^"]+"/g)).toEqual([
    'the panel "Copy"',
    ...['label', 'result', 'names', 'metric'].map((name) => `the variable "${name}"`),
    'the annotation "Old"',
    'the annotation "New"',
  ])
})

test('an objective that went with its metric is named, with the panels of what it recorded', async () => {
  const slos = 'slos: [{ service: web, of: jobs_total, errors: status="failed", objective: 99 }]\n'
  const files = { 'board.json': panels('slo:errors:ratio_rate5m') }
  const [lost = ''] = await lostBy(RENAMED, files, [slos, ''])
  expect(lost).toContain('the objective web-errors')
  expect(lost).toContain('the panel "P0" of "Board"')
})
