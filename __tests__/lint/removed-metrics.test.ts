import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { scratchFolder } from '../support/scratch.ts'

const monitoring = (metrics: string) => `monitoring: { app: mon, image: "registry.fly.io/mon:v3.13.0" }
apps: [{ app: chat }]
services:
  - name: web
    app: chat
    port: 9090
    metrics: { ${metrics} }
grafana: { dashboards: [board.json] }
`
const BOARD = JSON.stringify(
  {
    uid: 'b',
    title: 'Board',
    panels: [
      {
        id: 1,
        type: 'stat',
        title: 'Rate',
        targets: [{ refId: 'A', expr: 'sum(rate(web_requests_total[5m]))' }],
      },
      {
        id: 2,
        type: 'stat',
        title: 'Slow',
        targets: [{ refId: 'A', expr: 'sum(rate(web_seconds_sum[5m]))' }],
      },
      { id: 3, type: 'stat', title: 'Up', targets: [{ refId: 'A', expr: 'up' }] },
    ],
  },
  undefined,
  1,
)
const RULES = `groups:
  - name: web
    rules:
      - { alert: Errors, expr: 'rate(web_requests_total{status="500"}[5m]) > 1', for: 5m, labels: { severity: warning } }
`
const BEFORE = 'web_requests_total: counter, web_seconds: histogram, web_unused: gauge'

const log = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }

/** Runs plan on a branch that changes the metrics, in a clone made as `checkout` says. */
async function planned(
  metrics: string,
  checkout: 'merge' | 'shallow' | 'branch' | 'person' | 'queue' | 'added remote',
  before: { config?: string } = {},
) {
  using folder = scratchFolder()
  const [origin, clone] = [join(folder.path, 'origin'), join(folder.path, 'clone')]
  const git = (at: string, ...args: string[]) => {
    const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main']
    const { status, stderr } = spawnSync('git', ['-C', at, ...own, ...args], { encoding: 'utf8' })
    expect([args[0], status, status === 0 ? '' : stderr]).toEqual([args[0], 0, ''])
  }
  mkdirSync(origin)
  mkdirSync(join(folder.path, 'scratch'))
  git(origin, 'init', '--quiet')
  const write = (name: string, text: string) => writeFileSync(join(origin, name), text)
  write(before.config ?? 'monitoring.yml', monitoring(BEFORE))
  write('board.json', BOARD)
  write('rules.yml', RULES)
  write('fly.toml', 'app = "chat"\n')
  git(origin, 'add', '.')
  git(origin, 'commit', '--quiet', '--message', 'base')
  git(origin, 'switch', '--quiet', '--create', 'change')
  if (before.config !== undefined) git(origin, 'mv', before.config, 'monitoring.yml')
  write('monitoring.yml', monitoring(metrics))
  git(origin, 'commit', '--quiet', '--all', '--message', 'change')
  git(origin, 'switch', '--quiet', '--create', 'pull', 'main')
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change')
  git(origin, 'switch', '--quiet', 'main')
  const depth = ['--depth', checkout === 'shallow' ? '1' : '2']
  const isPull = checkout === 'merge' || checkout === 'shallow'
  const options = isPull ? [...depth, '--branch', 'pull'] : ['--branch', 'change']
  // What a merge queue squashes is one commit on top of the base.
  git(folder.path, 'clone', '--quiet', ...options, '--no-local', `file://${origin}`, clone)
  if (checkout === 'queue') git(clone, 'update-ref', '-d', 'refs/remotes/origin/main')
  if (checkout === 'added remote') git(clone, 'symbolic-ref', '--delete', 'refs/remotes/origin/HEAD')
  const env = {
    INPUT_MODE: 'plan',
    GITHUB_WORKSPACE: clone,
    PATH: process.env.PATH,
    ...(isPull || checkout === 'branch' ? { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main' } : {}),
    ...(checkout === 'queue' && {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'merge_group',
      GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7-1f0d2d81b60bfbce663ad232f93f566d580452af',
    }),
  }
  const { problems, skipped } = await run({
    env,
    log,
    signal: new AbortController().signal,
    scratch: join(folder.path, 'scratch'),
  })
  return {
    removed: problems.filter(({ code }) => code === 'config/removed-metric'),
    skipped: skipped.filter(({ part }) => part.startsWith('Metrics that')).map(({ set }) => set),
  }
}

const RENAMED = 'web_http_requests_total: counter, web_seconds: histogram, web_unused: gauge'

test.each(['merge', 'branch'] as const)(
  'a renamed metric is reported with every panel and rule that uses it (%s)',
  async (checkout) => {
    const { removed, skipped } = await planned(RENAMED, checkout)
    expect(skipped).toEqual([])
    expect(removed).toEqual([
      {
        code: 'config/removed-metric',
        severity: 'error',
        at: { file: 'monitoring.yml', line: 7, column: 5 },
        message:
          'web_requests_total of web is no longer declared; main declares it. It is used by the alert "Errors" (rules.yml:4) and the panel "Rate" of "Board" (board.json:5).',
        hint: 'If it is web_http_requests_total now, change these panels and rules too; else declare web_requests_total again.',
      },
    ])
  },
)

test('a removed histogram is found by its series, a metric that nothing uses is not reported', async () => {
  const { removed } = await planned('web_requests_total: counter', 'merge')
  expect(removed.map(({ message }) => message)).toEqual([
    'web_seconds of web is no longer declared; main declares it. It is used by the panel "Slow" of "Board" (board.json:16).',
  ])
})

test.each(['person', 'added remote'] as const)('a person sees it before the push (%s)', async (checkout) => {
  const { removed } = await planned(RENAMED, checkout)
  expect(removed.map(({ message }) => message)).toEqual([
    expect.stringContaining('the default branch declares it'),
  ])
})

test('a pull request without its base says what to fetch', async () => {
  expect(await planned(RENAMED, 'shallow')).toEqual({
    removed: [],
    skipped: ['`fetch-depth: 2` of actions/checkout'],
  })
})

test('a merge queue is compared with its branch, and a renamed configuration with itself', async () => {
  const { removed, skipped } = await planned(RENAMED, 'queue', { config: 'ops.yml' })
  expect(skipped).toEqual([])
  expect(removed.map(({ message }) => message)).toEqual([expect.stringContaining('; main declares it.')])
})
