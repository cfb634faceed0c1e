import { expect, jest, test } from '@jest/globals'
import type { RunReport } from '../../src/report/report.ts'
import type { Failure } from '../../src/verify/failure.ts'
import { BOT, type GitHubApi, startGitHubApi } from '../support/github-api.ts'
import { report } from '../support/report.ts'
import { type Event, publishing, pullRequest } from '../support/workflow-run.ts'

const SCHEDULE: Event = { name: 'schedule', inputs: { issue: 'true', mode: 'verify' } }
const failure = (over: Partial<Failure> = {}): Failure => ({
  ...{ code: 'target-refused', area: 'targets', outcome: 'broken', subject: 'notify_server on 148e' },
  ...{ why: 'Nothing listens on port 9091.', next: 'Listen on [::].', decides: true },
  ...over,
})
const red = (...failures: Failure[]): RunReport =>
  report({
    mode: 'verify',
    verdict: { kind: 'failed', failures: failures.length > 0 ? failures : [failure()] },
  })
const green = report({ mode: 'verify' })
const yellow = report({
  mode: 'verify',
  verdict: { kind: 'unproven', failures: [failure({ decides: false })] },
})

const verify = (api: GitHubApi, run: RunReport, event = SCHEDULE) => publishing(api, run, event)
const news = (api: GitHubApi) => api.comments.map(({ body }) => body)

test('one issue: opened when it fails, left alone while nothing changes, closed when all is well', async () => {
  await using api = await startGitHubApi()
  await verify(api, green)
  await verify(api, yellow)
  expect(api.issues).toEqual([])
  const opened = await verify(api, red())
  expect(opened).toEqual({ warnings: [], log: [expect.stringContaining('The issue was opened: https://')] })
  expect(api.issues).toHaveLength(1)
  expect(api.issues[0]).toMatchObject({
    title: expect.stringMatching(/^chat-monitoring: notify_server on 148e: nothing listens on port 9091/),
    body: expect.stringContaining('Nothing listens on port `9091`.'),
    labels: [{ name: 'deploy-monitoring' }],
  })
  api.asked.length = 0
  // Texts and numbers change from run to run, causes do not.
  for (let i = 0; i < 3; i++)
    await verify(api, red(failure({ why: `Since ${i} minutes.`, subject: `notify_server on ${i}e` })))
  expect(api.writes()).toEqual([])
  await verify(api, green)
  expect(api.issues).toEqual([expect.objectContaining({ state: 'closed', state_reason: 'completed' })])
  expect(news(api)).toEqual([expect.stringMatching(/^All is well again\. Proven: /)])
  await verify(api, red())
  expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'open'])
})

test('other causes are a change of its text, and one comment', async () => {
  await using api = await startGitHubApi()
  await verify(api, red())
  for (let i = 0; i < 3; i++)
    await verify(api, red(failure({ code: 'target-timeout', subject: '@octocat #1' })))
  expect(api.issues).toHaveLength(1)
  expect(news(api)).toEqual([
    expect.stringMatching(/^The causes have changed\. .*: nothing listens on port `9091`/),
  ])
  expect(news(api)[0]).toContain('target-timeout')
  expect(news(api)[0]).not.toMatch(/@octocat|#1\b/)
})

test('other machines of the same service are no other cause', async () => {
  await using api = await startGitHubApi()
  const several = (subject: string) => verify(api, red(failure({ subject })))
  await several('50 targets of api (148e1234a56789, 9080e6b6c12345 and d8dd3ec1234567)')
  api.asked.length = 0
  await several('47 targets of api (e2860a19c12345, 148e1234a56789, 7811b6ecd12345 and 44 more)')
  expect(api.writes()).toEqual([])
  await several('api on machine 148e1234a56789 (fra)')
  api.asked.length = 0
  await several('api on machine d8dd3ec1234567 (nrt)')
  expect(api.writes()).toEqual([])
  await several('auth on machine d8dd3ec1234567 (nrt)')
  expect(news(api).at(-1)).toContain('The causes have changed.')
})

test('an issue whose label was dropped or removed is found again by what it begins with', async () => {
  await using api = await startGitHubApi()
  api.mayLabel = false
  api.viewer = 'octocat'
  for (let i = 0; i < 3; i++) await verify(api, red())
  expect(api.issues).toEqual([expect.objectContaining({ labels: [], state: 'open' })])
  await verify(api, green)
  expect(api.issues).toEqual([expect.objectContaining({ state: 'closed' })])
})

test('an issue that is locked is kept up to date and closed, without a comment', async () => {
  await using api = await startGitHubApi()
  await verify(api, red())
  const locked = { status: 403, message: 'Unable to create comment because issue is locked.' }
  api.fails(/^POST \S+\/comments/, [locked], true)
  for (const [run, done] of [
    [red(failure({ subject: 'auth' })), 'updated'],
    [green, 'closed'],
  ] as const) {
    const { log, warnings } = await verify(api, run)
    expect(warnings).toEqual([])
    expect(log).toEqual([expect.stringMatching(`was ${done}: .* \\(without a comment: .* locked\\)`)])
  }
  expect(api.issues[0]).toMatchObject({ state: 'closed' })
})

test('a title is never longer than GitHub accepts, whatever the names are', async () => {
  await using api = await startGitHubApi()
  const calls = '@a'.repeat(200)
  await verify(api, {
    ...red(failure({ subject: calls, why: `${calls}.` })),
    monitoring: { app: calls, url: 'https://m.test', password: false },
  })
  expect(api.issues[0]?.title.length).toBeLessThanOrEqual(256)
  expect(api.issues[0]?.title).not.toMatch(/@a/)
})

test('the same causes are one comment a day', async () => {
  await using api = await startGitHubApi()
  await verify(api, red())
  const clock = jest.spyOn(Date, 'now')
  try {
    const real = performance.timeOrigin + performance.now()
    for (const hours of [1, 23, 25, 26, 48, 50]) {
      clock.mockImplementation(() => real + hours * 3_600_000)
      await verify(api, red())
    }
  } finally {
    clock.mockRestore()
  }
  expect(news(api)).toEqual([
    expect.stringMatching(/^Still failing\. /),
    expect.stringMatching(/^Still failing\. /),
  ])
})

test('unproven, but allowed: the issue stays open, with the new report and without a comment', async () => {
  await using api = await startGitHubApi()
  await verify(api, red())
  for (let i = 0; i < 3; i++) await verify(api, yellow)
  expect(api.writes().filter((line) => line.startsWith('PATCH'))).toHaveLength(1)
  expect(api.issues[0]).toMatchObject({ state: 'open', title: expect.stringContaining('Not proven') })
  await verify(api, red())
  expect(news(api)).toHaveLength(1)
})

test.each<[string, Event]>([
  ['another mode', { name: 'push', inputs: { issue: 'true', mode: 'deploy' } }],
  ['no opt-in', { name: 'schedule', inputs: { mode: 'verify' } }],
  ['a pull request', { ...SCHEDULE, name: 'pull_request', payload: pullRequest() }],
  ['a merge queue', { ...SCHEDULE, name: 'merge_group' }],
])('%s has no issue', async (_, event) => {
  await using api = await startGitHubApi()
  await verify(api, red(), {
    ...event,
    inputs: { ...event.inputs, comment: 'false' } as Record<string, string>,
  })
  expect(api.asked).toEqual([])
})

test('issues of others with our marker, and pull requests, are left alone', async () => {
  await using api = await startGitHubApi()
  await verify(api, red())
  const [ours] = api.issues.splice(0)
  const foreign = { ...ours, id: 1, number: 1, user: { login: 'mallory', type: 'User' } }
  const pull = { ...ours, id: 2, number: 2, pull_request: {} }
  const other = { ...ours, id: 3, number: 3, body: `about ${ours?.body}`, user: { login: BOT, type: 'Bot' } }
  api.issues.push(...([foreign, pull, other] as GitHubApi['issues']))
  await verify(api, green)
  expect(api.writes().filter((line) => line.startsWith('PATCH'))).toEqual([])
})

test('two runs that open one at the same time leave the older one open', async () => {
  await using api = await startGitHubApi()
  const waiting: (() => void)[] = []
  api.before = ({ method, path }) =>
    method === 'POST' && path.endsWith('/issues')
      ? new Promise<void>((go) => {
          waiting.push(go)
          if (waiting.length === 2) for (const start of waiting) start()
        })
      : undefined
  await Promise.all([verify(api, red()), verify(api, red())])
  expect(api.issues.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual([101])
})

test('two configurations have an issue each', async () => {
  await using api = await startGitHubApi()
  await verify(api, red())
  await verify(api, red(), {
    name: 'schedule',
    inputs: { ...SCHEDULE.inputs, config: 'staging.yml' } as Record<string, string>,
  })
  expect(api.issues).toHaveLength(2)
  await verify(api, green)
  expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'open'])
})

test('a repository without issues is a warning', async () => {
  await using api = await startGitHubApi()
  api.fails(/^POST \S+\/issues$/, [{ status: 410, message: 'Issues are disabled for this repo' }])
  expect((await verify(api, red())).warnings).toEqual([
    expect.objectContaining({ message: expect.stringContaining('Issues are disabled') }),
  ])
})
