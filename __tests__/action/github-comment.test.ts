import { expect, test } from '@jest/globals'
import { commentMarker } from '../../src/report/comment.ts'
import type { Publication } from '../../src/report/publication.ts'
import { BOT, startGitHubApi } from '../support/github-api.ts'
import { report } from '../support/report.ts'
import { type Event, publishing, pullRequest } from '../support/workflow-run.ts'

const GOOD = report({
  mode: 'plan',
  evidence: undefined,
  verdict: { kind: 'unproven', failures: [] },
  checked: { a: 1 },
})
const BAD = report({
  ...GOOD,
  verdict: { kind: 'failed', failures: [] },
  problems: [{ code: 'fly/type', severity: 'error', message: 'app is 3.', hint: 'Use a name.' }],
})
const AT = { file: 'fly.toml', line: 1, column: 1 }
const PULL: Event = { name: 'pull_request', payload: pullRequest() }

test('the first run writes a comment, the following ones update it, whatever their verdict', async () => {
  await using api = await startGitHubApi()
  const first = await publishing(api, BAD, PULL)
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toMatch(/^<!-- deploy-monitoring comment [0-9a-f]{16} run 500 -->\n# ❌ /)
  expect(api.comments[0]?.body).toContain('app is 3.')
  expect(first.log).toEqual([expect.stringContaining('The comment on pull request #7 was written: https://')])
  const second = await publishing(api, GOOD, { ...PULL, env: { GITHUB_RUN_ID: '501' } })
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toMatch(/run 501 -->\n# ✅ Plan: no problems/)
  expect(api.comments[0]?.body).toContain('https://github.test/acme/chat/actions/runs/501')
  expect([...first.warnings, ...second.warnings]).toEqual([])
})

test('a server whose address ends with a slash has the same links', async () => {
  await using api = await startGitHubApi()
  const env = { GITHUB_SERVER_URL: 'https://github.test/' }
  await publishing(
    api,
    { ...BAD, problems: BAD.problems.map((one) => ({ ...one, at: AT })) },
    { ...PULL, env },
  )
  expect(api.comments[0]?.body).toContain('https://github.test/acme/chat/actions/runs/500>')
  expect(api.comments[0]?.body).toContain('https://github.test/acme/chat/blob/')
})

test('the comment is found on page 3, by its marker and not by its heading', async () => {
  await using api = await startGitHubApi()
  await publishing(api, BAD, PULL)
  const [ours] = api.comments.splice(0)
  const body = ours?.body ?? ''
  for (const text of ['LGTM', '# ❌ Plan: 1 error', 'x', `> ${body}`]) api.hasComment(text)
  if (ours) api.comments.push(ours)
  api.hasComment('last')
  api.asked.length = 0
  await publishing(api, GOOD, PULL)
  expect(api.writes()).toEqual([`PATCH /repos/acme/chat/issues/comments/${ours?.id}`])
  expect(api.asked.some(({ path }) => path.includes('page=3'))).toBe(true)
  expect(ours?.body).toContain('Plan: no problems')
})

test.each([
  ['a token that a query identifies', BOT],
  ['a token that nothing identifies', undefined],
])('with %s, a comment of someone else with our marker stays', async (_, viewer) => {
  await using api = await startGitHubApi()
  api.viewer = viewer
  await publishing(api, BAD, PULL)
  const [ours] = api.comments.splice(0)
  const theirs = [
    api.hasComment(ours?.body ?? '', 'mallory'),
    api.hasComment(ours?.body ?? '', 'github-actions'),
  ]
  const before = theirs.map(({ body }) => body)
  await publishing(api, GOOD, PULL)
  await publishing(api, GOOD, PULL)
  expect(theirs.map(({ body }) => body)).toEqual(before)
  expect(api.comments.filter(({ user }) => user.login === BOT)).toHaveLength(1)
})

test("a person's token, and that of an app, know their own comments", async () => {
  for (const viewer of ['robin', 'acme-bot[bot]']) {
    await using api = await startGitHubApi()
    api.viewer = viewer
    for (const run of [BAD, GOOD, GOOD]) await publishing(api, run, PULL)
    expect(api.comments.map(({ user }) => user.login)).toEqual([viewer])
  }
})

test('two configurations and two modes have comments of their own; two spellings of one have not', async () => {
  await using api = await startGitHubApi()
  const with_ = (inputs: Record<string, string>) => publishing(api, GOOD, { ...PULL, inputs })
  await with_({})
  await with_({ config: './monitoring.yml', 'working-directory': '.' })
  expect(api.comments).toHaveLength(1)
  await with_({ config: 'staging.yml' })
  await with_({ 'working-directory': 'deploy', config: '../staging.yml' })
  expect(api.comments).toHaveLength(2)
  await with_({ mode: 'contract' })
  expect(api.comments).toHaveLength(3)
  expect(api.comments[1]?.body).toContain('staging.yml')
})

test('two jobs that create one at the same time leave the older one', async () => {
  await using api = await startGitHubApi()
  // Both have looked for a comment before either writes one.
  const waiting: (() => void)[] = []
  api.before = ({ method, path }) =>
    method === 'POST' && path.endsWith('/comments')
      ? new Promise<void>((go) => {
          waiting.push(go)
          if (waiting.length === 2) for (const start of waiting) start()
        })
      : undefined
  const jobs = await Promise.all([publishing(api, GOOD, PULL), publishing(api, GOOD, PULL)])
  expect(api.writes().filter((line) => line.startsWith('POST'))).toHaveLength(2)
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.id).toBe(101)
  expect(jobs.flatMap(({ warnings }) => warnings)).toEqual([])
})

test('of two runs that create one at the same time, the result of the newer one stays, whichever is first', async () => {
  await using api = await startGitHubApi()
  // The newer run writes its comment between the first look of the older one and its own comment.
  let isFirst = true
  api.before = async ({ method, path }) => {
    if (method !== 'POST' || !path.endsWith('/comments') || !isFirst) return
    isFirst = false
    await publishing(api, BAD, { ...PULL, env: { GITHUB_RUN_ID: '600' } })
  }
  const { log, warnings } = await publishing(api, GOOD, PULL)
  expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('app is 3.')])
  expect(log).toEqual([expect.stringContaining('has the result of a newer run')])
  expect(warnings).toEqual([])
})

test('doubles of earlier runs are removed', async () => {
  await using api = await startGitHubApi()
  await publishing(api, BAD, PULL)
  const body = api.comments[0]?.body ?? ''
  for (const _ of [1, 2, 3]) api.hasComment(body)
  await publishing(api, GOOD, PULL)
  expect(api.comments.map(({ id }) => id)).toEqual([101])
})

test('doubles that cannot be removed do not keep the comment from being updated', async () => {
  await using api = await startGitHubApi()
  await publishing(api, BAD, PULL)
  api.hasComment(api.comments[0]?.body ?? '')
  api.fails(/^DELETE /, [{ status: 403, message: 'Resource not accessible by integration' }], true)
  const { warnings } = await publishing(api, GOOD, PULL)
  expect(warnings).toEqual([])
  expect(api.comments[0]?.body).toContain('no problems')
})

test('a double with the result of a newer run is not removed by an older one', async () => {
  await using api = await startGitHubApi()
  await publishing(api, GOOD, { ...PULL, env: { GITHUB_RUN_ID: '400' } })
  const first = api.comments.splice(0)
  await publishing(api, BAD, { ...PULL, env: { GITHUB_RUN_ID: '600' } })
  api.comments.unshift(...first)
  const { log } = await publishing(api, GOOD, PULL)
  expect(log).toEqual([expect.stringContaining('has the result of a newer run')])
  expect(api.comments.at(-1)?.body).toContain('app is 3.')
})

test('an older run that ends later does not replace the result of a newer one', async () => {
  await using api = await startGitHubApi()
  await publishing(api, BAD, { ...PULL, env: { GITHUB_RUN_ID: '600' } })
  const { log, warnings } = await publishing(api, GOOD, PULL)
  expect(api.comments[0]?.body).toContain('app is 3.')
  expect(log).toEqual([expect.stringContaining('has the result of a newer run')])
  expect(warnings).toEqual([])
})

test('a comment that is removed while it is updated is written again', async () => {
  await using api = await startGitHubApi()
  await publishing(api, BAD, PULL)
  api.before = ({ method }) => void (method === 'PATCH' && api.comments.splice(0))
  const { warnings } = await publishing(api, GOOD, PULL)
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toContain('no problems')
  expect(warnings).toEqual([])
})

test('a comment that was created although the server failed is not created twice', async () => {
  await using api = await startGitHubApi()
  api.fails(/^POST \S+\/comments/, ['done-but-502'])
  const { warnings } = await publishing(api, GOOD, PULL)
  expect(api.comments).toHaveLength(1)
  expect(warnings).toEqual([])
})

test.each<[string, Event]>([
  ['a push', { name: 'push' }],
  ['a merge queue', { name: 'merge_group', payload: { merge_group: { head_sha: 'e'.repeat(40) } } }],
  ['a schedule', { name: 'schedule', payload: { schedule: '0 * * * *' } }],
  ['a manual run', { name: 'workflow_dispatch', payload: { inputs: {} } }],
  ['an event that cannot be read', { name: 'pull_request', env: { GITHUB_EVENT_PATH: '/nowhere' } }],
  ['a machine that is not a runner', { ...PULL, env: { GITHUB_REPOSITORY: undefined } }],
  ['comment: false', { ...PULL, inputs: { comment: 'false' } }],
])('%s: nothing is asked of GitHub, and there is no warning', async (_, event) => {
  await using api = await startGitHubApi()
  expect(await publishing(api, BAD, event)).toEqual({ warnings: [], log: [] })
  expect(api.asked).toEqual([])
})

const FORBIDDEN = { status: 403, message: 'Resource not accessible by integration' }
const NOT_A_FORK = `\${{ !github.event.pull_request.head.repo.fork }}`

test.each<[string, Event]>([
  ['a fork', { name: 'pull_request', payload: pullRequest('mallory/chat') }],
  ['a fork that was deleted', { name: 'pull_request', payload: pullRequest(null) }],
  ['a review of a fork', { name: 'pull_request_review', payload: pullRequest('mallory/chat') }],
])('%s: nothing can be written, and one warning says why', async (_, event) => {
  await using api = await startGitHubApi()
  api.fails(/^POST \S+(?:comments|check-runs|statuses)/, [FORBIDDEN], true)
  const { warnings } = await publishing(api, BAD, { ...event, inputs: { 'check-run': 'true' } })
  expect([api.comments, api.checks]).toEqual([[], []])
  expect(warnings).toEqual([
    {
      code: 'github-not-reported',
      severity: 'warning',
      message:
        'The comment on pull request #7 and the check run were not written: the token of a pull request from a fork may only read.',
      hint: expect.stringContaining(
        '`comment: $EXPRESSION` and `check-run: $EXPRESSION` to the step'.replaceAll(
          '$EXPRESSION',
          NOT_A_FORK,
        ),
      ),
    },
  ])
})

test('a private repository may let the token of a fork write, and a fork without a token is one', async () => {
  await using api = await startGitHubApi()
  const fork = { name: 'pull_request', payload: pullRequest('mallory/chat') }
  expect((await publishing(api, BAD, fork)).warnings).toEqual([])
  expect(api.comments).toHaveLength(1)
  const { warnings } = await publishing(api, BAD, { ...fork, inputs: { 'github-token': '' } })
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('from a fork may only read'),
  ])
})

test('pull_request_target of a fork has a token of the repository', async () => {
  await using api = await startGitHubApi()
  const { warnings } = await publishing(api, BAD, {
    name: 'pull_request_target',
    payload: pullRequest('mallory/chat'),
  })
  expect(api.comments).toHaveLength(1)
  expect(warnings).toEqual([])
})

test('an empty token is one warning', async () => {
  await using api = await startGitHubApi()
  const { warnings } = await publishing(api, BAD, { ...PULL, inputs: { 'github-token': ' ' } })
  expect(warnings).toEqual([
    expect.objectContaining({ message: expect.stringContaining('`github-token` is empty') }),
  ])
})

test('a cancelled run is no result', async () => {
  await using api = await startGitHubApi()
  expect(await publishing(api, BAD, PULL, AbortSignal.abort())).toEqual({ warnings: [], log: [] })
  expect(api.asked).toEqual([])
})

test('the marker has no text from outside', () => {
  const hostile = '--> @octocat <!-- '
  const publication: Publication = {
    ...{ mode: hostile, config: hostile, folder: hostile, names: [hostile], source: undefined },
    ...{ commit: '', runUrl: '', runId: 1 },
  }
  expect(commentMarker(publication)).toMatch(/^<!-- deploy-monitoring comment [0-9a-f]{16} $/)
})
