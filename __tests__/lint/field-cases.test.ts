import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openWorkspace } from '../../src/lib/workspace.ts'
import { checkWorkspace } from '../../src/lint/plan.ts'
import { paceOf } from '../support/pace.ts'

const CASES = join(import.meta.dirname, '../../../shared/cases/static')
const cases = existsSync(CASES) ? readdirSync(CASES) : []

/** What a plan finds in a repository from the field, as `file code`. */
async function planOf(number: string): Promise<string[]> {
  const folder = join(CASES, cases.find((name) => name.startsWith(`${number}-`)) ?? '')
  const { problems } = await checkWorkspace({
    workspace: openWorkspace(folder, '.'),
    config: { path: 'monitoring.yml', explicit: false },
    names: {},
    inputs: [],
    remoteWrite: false,
    validators: { skipped: () => [], check: async () => [], test: async () => [] },
    pace: paceOf(),
  })
  return problems.map(({ code, at }) => `${at?.file ?? '-'} ${code}`)
}

const field: typeof test.each = (cases.length > 0 ? test : test.skip).each

field<[string, string]>([
  ['a metrics port that is private', '20'],
  ["metrics on the app's own port", '21'],
  ['0.0.0.0 in ranges, lists and names of hosts', '22'],
  ['a Prometheus that its Dockerfile guards', '24'],
  ['deploys of apps that the configuration does not have', '25'],
  ['a worker without a port', '27'],
  ['a dashboard about other programs', '28'],
  ['fixtures, tests and examples', '29'],
  ["MetricsQL for Fly's own Prometheus", '30'],
  ['a data source that is provisioned here', '33'],
])('nothing is reported for %s', async (_, number) => {
  expect(await planOf(number)).toEqual([])
})

field<[string, string, string[]]>([
  ['words in another order', '32', ['fly.toml fly/unknown-key', 'fly.toml fly/unknown-key']],
  [
    'workflows',
    '42',
    [
      '.github/workflows/deploy.yml workflow/action-version',
      '.github/workflows/deploy.yml workflow/flyctl-version',
      '.github/workflows/deploy.yml workflow/secret',
      '.github/workflows/deploy.yml workflow/no-token',
      '.github/workflows/deploy.yml workflow/concurrency',
      '.github/workflows/deploy.yml workflow/unpinned',
      '.github/workflows/ours.yml workflow/action-version',
      '.github/workflows/ours.yml workflow/secret',
    ],
  ],
  [
    'a Prometheus on Fly',
    '43',
    [
      ...['open-prometheus', 'prometheus-admin', 'prometheus-user', 'prometheus-volume', 'scale-to-zero'].map(
        (code) => `ops/prometheus/fly.toml fly/${code}`,
      ),
      'ops/prometheus/fly.toml fly/retention-size',
      'ops/prometheus/fly.toml fly/memory',
      ...['remote-url', 'secret', 'proxied-target', 'ipv4-target'].map(
        (code) => `ops/prometheus/prometheus.yml prometheus/${code}`,
      ),
    ],
  ],
])('found: %s', async (_, number, expected) => {
  expect(await planOf(number)).toEqual(expect.arrayContaining(expected))
})

field([['40']])('queries that never answer are found, one by one', async (number) => {
  const found = await planOf(number)
  const count = (code: string) => found.filter((one) => one.endsWith(` ${code}`)).length
  // Joins, labels that no series has, comparisons that exclude each other.
  expect(count('query/never-matches')).toBe(10)
  expect(count('query/short-range')).toBe(3)
  expect(found).toEqual(
    expect.arrayContaining([
      'rules/app.yml query/quantile',
      'rules/app.yml query/raw-counter',
      'rules/app.yml query/rate-of-sum',
      'rules/app.yml query/literal-pattern',
      'rules/app.yml rules/value-in-label',
    ]),
  )
})
