import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { lintQuery } from '../../src/lint/query/lint.ts'
import { scratchFolder } from '../support/scratch.ts'

const reasonsOf = (expr: string) =>
  lintQuery(expr, { kind: 'rule', contract: undefined, isOurs: false }).reports.filter(
    ({ rule }) => rule.code === 'query/never-matches',
  )

const BAD = 'runs{result="bad"}'
const GOOD = 'runs{result="good"}'
const BY = 'sum without (result)'

/** Each with the labels of a result of several operations. */
const EMPTY = [
  `${BAD} / (${GOOD} + ignoring (result) ${BAD})`,
  `${BAD} / (${GOOD} + on (app) ${BAD})`,
  `${BAD} * on (app) (${GOOD} / on (result) ${BAD})`,
  `(${BAD} * on (app) group_left (team) owners) / (${GOOD} * 2)`,
  `(${BAD} * on (app) group_left () owners) / sum by (app) (runs)`,
  `(sum by (app) (runs) * on (app) group_right () owners{team="a"}) / sum by (app) (runs)`,
  `(${BAD} and on (app) owners) / ${GOOD}`,
  `sum by (app) (${BAD} / ${GOOD}) / sum by (app) (runs)`,
]

const ANSWERED = [
  `${BAD} / ignoring (result) (${GOOD} + ignoring (result) ${BAD})`,
  `${BY} (${BAD}) / (${BY} (${GOOD}) + ${BY} (${BAD}))`,
  `(${BAD} * on (app) group_left (team) owners) / on (app) ${GOOD}`,
  `(sum by (app) (runs) * on (app) group_left (team) owners) / on (team) owners{team="a"}`,
  `(${BAD} or ${GOOD}) / ${GOOD}`,
  `(${BAD} unless ${GOOD}) / ${BAD}`,
  `(${BAD} * on () group_left (team) label_replace(vector(1), "team", "a", "", "")) / on (team) owners`,
  `(${BAD} > bool scalar(${GOOD})) + ${BAD}`,
]

test.each(EMPTY)('%s: no series match', (expr) => {
  expect(reasonsOf(expr)).toHaveLength(1)
})

test.each(ANSWERED)('%s: some series match', (expr) => {
  expect(reasonsOf(expr)).toEqual([])
})

test('a hint holds for the operations around the one that is reported', () => {
  const hints = [
    `${BAD} / (${GOOD} + ${BAD})`,
    `${BAD} + ${GOOD}`,
    `runs{result!="bad"} + ${BAD}`,
    `${BAD} / (${GOOD} + on (app, result) ${BAD})`,
  ].map((expr) => reasonsOf(expr).map(({ hint }) => hint))
  expect(hints).toEqual([
    [
      'Write `sum without (result) (…)` around both operands, and around those of the operations that contain this one.',
    ],
    ['Write `+ ignoring (result)`.'],
    ['Write `sum without (result) (…)` around both operands.'],
    ['Leave `result` out of the labels that are compared, here and in the operations around this one.'],
  ])
})

const SERIES = [
  ...['bad', 'good'].map((result) => `runs{app="x", result="${result}"}`),
  'owners{app="x", team="a"}',
].map((series) => ({ series, values: '1 1 1' }))

const hasPromtool = spawnSync('promtool', ['--version']).status === 0
const withPromtool = hasPromtool ? test : test.skip
withPromtool('Prometheus returns the same nothing (skipped without promtool on PATH)', () => {
  using folder = scratchFolder()
  const file = join(folder.path, 'test.yml')
  const isEmpty = (expr: string) => {
    const promql_expr_test = [{ expr, eval_time: '1m', exp_samples: [] }]
    writeFileSync(
      file,
      JSON.stringify({ tests: [{ interval: '1m', input_series: SERIES, promql_expr_test }] }),
    )
    return spawnSync('promtool', ['test', 'rules', file]).status === 0
  }
  expect(EMPTY.filter((expr) => !isEmpty(expr))).toEqual([])
  expect(ANSWERED.filter(isEmpty)).toEqual([])
})
