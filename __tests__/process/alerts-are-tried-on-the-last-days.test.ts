import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Prometheus } from '../../src/model/prometheus.ts'
import { backtest, MOST_RULES } from '../../src/plan/backtest/backtest.ts'
import { ruleChanges, rulesIn } from '../../src/plan/diff/rules.ts'
import { backtestText } from '../../src/report/planned-rows.ts'
import { freePort } from '../support/free-port.ts'
import { scratchFolder } from '../support/scratch.ts'
import { until } from './verify-world.ts'

/*
 * A real Prometheus with a past: `queue` has samples of eight days and is above 10 for ten minutes once a day, and for three
 * minutes at another hour, and all the time in the last hour; `young` has samples of two days. For a day, Prometheus did not run:
 * it has no samples of `up`.
 */
const STEP = 60
const NOW = Math.floor(Date.now() / 1000 / STEP) * STEP
const DAY = 86_400

const cleanUp: (() => unknown)[] = []
let prometheus: Prometheus
let asked = 0

function valueAt(time: number): number {
  const ago = NOW - time
  if (ago <= 3_600) return 200
  const minute = Math.floor((ago % DAY) / 60)
  // Eleven and four samples: ten and three minutes.
  return (minute >= 600 && minute <= 610) || (minute >= 700 && minute <= 703) ? 50 : 1
}

function samples(): string {
  const lines = ['# TYPE queue gauge']
  for (let time = NOW - 8 * DAY; time <= NOW; time += STEP)
    lines.push(`queue{service="web"} ${valueAt(time)} ${time}`)
  lines.push('# TYPE up gauge')
  for (let time = NOW - 8 * DAY; time <= NOW; time += STEP)
    if (NOW - time < 2 * DAY || NOW - time > 3 * DAY) lines.push(`up 1 ${time}`)
  lines.push('# TYPE young gauge')
  for (let time = NOW - 2 * DAY; time <= NOW; time += STEP) lines.push(`young 1 ${time}`)
  return `${lines.join('\n')}\n# EOF\n`
}

beforeAll(async () => {
  const folder = scratchFolder()
  cleanUp.push(() => folder[Symbol.dispose]())
  const [past, data] = [join(folder.path, 'past.txt'), join(folder.path, 'data')]
  writeFileSync(past, samples())
  // In few blocks: each is written, opened and compacted separately, and by default there is one for every two hours.
  const create = ['tsdb', 'create-blocks-from', '--max-block-duration=240h', 'openmetrics', past, data]
  execFileSync('promtool', create, { stdio: 'ignore' })
  writeFileSync(join(folder.path, 'prometheus.yml'), '')
  const port = await freePort()
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder.path, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--storage.tsdb.retention.time=30d',
    ],
    { stdio: 'ignore' },
  )
  cleanUp.push(async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const pool = createPool({})
  cleanUp.push(() => pool.close())
  const client = createPrometheus({ url: `http://127.0.0.1:${port}`, pool, timeoutMs: 30_000 })
  await until(() => client.ready().catch(() => false))
  prometheus = {
    ...client,
    query: (...query) => {
      asked++
      return client.query(...query)
    },
  }
}, 60_000)
afterAll(async () => {
  for (const end of cleanUp.toReversed()) await end()
})

const file = (rules: string) => `groups: [{ name: g, rules: [${rules}] }]`

/** The results of new rules. */
async function tried(rules: string, before = '') {
  const changes = ruleChanges(rulesIn(file(before)), rulesIn(file(rules)))
  return backtest({ rules: changes, prometheus, signal: new AbortController().signal })
}

test('an alert fires as often as its expression was true for long enough', async () => {
  const results = await tried(`
    { alert: Short, expr: queue > 10, for: 2m },
    { alert: Long, expr: queue > 10, for: 5m },
    { alert: Longest, expr: queue > 10, for: 30m },
    { alert: Never, expr: queue > 1000, for: 1m }`)
  // Of the seven days, one was without Prometheus.
  const days = 6
  expect(
    results.map(({ alert, fired, firingNow, period, note }) => [alert, fired, firingNow, period, note]),
  ).toEqual([
    ['Short', 2 * days + 1, true, '7 days', ''],
    ['Long', days + 1, true, '7 days', ''],
    ['Longest', 1, true, '7 days', ''],
    ['Never', 0, false, '7 days', ''],
  ])
  // Ten minutes a day and an hour now, without the five minutes before each.
  expect(results[1]?.firingSeconds).toBeGreaterThan(days * 300 + 3_000)
  expect(results[1]?.firingSeconds).toBeLessThan(days * 300 + 3_700)
})

test('what limits a result is said', async () => {
  const results = await tried(`
    { alert: Young, expr: young > 5 },
    { alert: Patient, expr: young > 0, for: 3d },
    { alert: Weeks, expr: queue > 1000, for: 2w },
    { alert: Missing, expr: gone > 5 },
    { alert: Partly, expr: queue > 1000 or gone > 5 },
    { alert: Absent, expr: absent(gone) },
    { alert: Comment, expr: "queue > 1000 # for now" },
    { record: "queue:max", expr: max(queue) },
    { alert: Recorded, expr: "queue:max > 5" },
    { alert: Number, expr: "1 > bool 0" }`)
  expect(results.map((one) => [one.alert, one.fired, backtestText(one)])).toEqual([
    ['Young', 0, 'would not have fired in the last 2 days (there is no older data)'],
    ['Patient', undefined, 'Not known: `for` is 3d, and there is data of the last 2 days only.'],
    ['Weeks', undefined, 'Not known: `for` is 2w, and there is data of the last 7 days only.'],
    ['Missing', undefined, 'Not known: there is no data of gone in the last 7 days.'],
    [
      ...['Partly', 0],
      'would not have fired in the last 7 days (there is no data of gone in the last 7 days)',
    ],
    ['Absent', 2, 'would have fired 2 times in the last 7 days, for 6 days in all, and would fire now'],
    ['Comment', 0, 'would not have fired in the last 7 days'],
    ['Recorded', undefined, 'Not tried: it reads queue:max, which only the new rules record.'],
    ['Number', undefined, expect.stringMatching(/^Not tried: /)],
  ])
})

test('only new alerts and those that would fire at other times are tried, and not too many', async () => {
  const before =
    '{ alert: Same, expr: queue > 10 }, { alert: Text, expr: queue > 10, annotations: { summary: a } }'
  const after = `{ alert: Same, expr: queue > 10 }, { alert: Text, expr: queue > 10, annotations: { summary: b } },
    { alert: Other, expr: queue > 1000, for: 1m }`
  expect((await tried(after, before)).map(({ alert, change }) => [alert, change])).toEqual([['Other', 'new']])
  asked = 0
  const many = Array.from({ length: 50 }, (_, i) => `{ alert: A${i}, expr: queue > ${1_000 + i} }`)
  expect(await tried(many.join(','))).toHaveLength(MOST_RULES)
  expect(asked).toBe(MOST_RULES + 1)
})

test('a backtest that is out of time ends, and says so', async () => {
  const rules = ruleChanges([], rulesIn(file('{ alert: A, expr: queue > 1 }')))
  const results = await backtest({ rules, prometheus, signal: AbortSignal.abort() })
  expect(results).toEqual([
    { alert: 'A', change: 'new', note: 'Not tried: the time for the backtest was over.' },
  ])
})
