import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { type Fault, startGitHubApi } from '../support/github-api.ts'
import { report } from '../support/report.ts'
import { type Event, publishing, pullRequest } from '../support/workflow-run.ts'

const RUN = report({ mode: 'verify' })
const PULL: Event = { name: 'pull_request', payload: pullRequest() }
const DENIED: Fault = { status: 403, message: 'Resource not accessible by integration' }

test.each<[string, string, RegExp, Event]>([
  ['comment', 'pull-requests: write', /^POST \S+\/issues\/7\/comments/, PULL],
  ['comment (and not even read)', 'pull-requests: write', /\/issues\/7\/comments/, PULL],
  ['check run', 'checks: write', /check-runs|statuses/, { name: 'push', inputs: { 'check-run': 'true' } }],
  [
    'issue',
    'issues: write',
    /\/issues/,
    { name: 'schedule', inputs: { issue: 'true', mode: 'verify', 'github-token': 't' } },
  ],
])('a token that may not write the %s: one warning names the line to add', async (_, line, what, event) => {
  for (const denied of [DENIED, { status: 404, message: 'Not Found' }]) {
    await using api = await startGitHubApi()
    api.fails(what, [denied], true)
    const failed = report({ mode: 'verify', verdict: { kind: 'failed', failures: [] } })
    const { warnings } = await publishing(api, failed, event)
    expect(warnings).toEqual([
      {
        code: 'github-not-reported',
        severity: 'warning',
        message: expect.stringContaining(`was not written: GitHub answers ${denied.status}: `),
        hint: expect.stringContaining(`Add \`${line}\` to \`permissions\` of the job, or `),
      },
    ])
  }
})

test('several permissions are missing: one warning for each', async () => {
  await using api = await startGitHubApi()
  api.fails(/^(?:POST|PATCH)/, [DENIED], true)
  const { warnings } = await publishing(api, RUN, { ...PULL, inputs: { 'check-run': 'true' } })
  expect(warnings.map(({ hint }) => /`(\S+: write)`/.exec(hint)?.[1])).toEqual([
    'pull-requests: write',
    'checks: write',
  ])
})

test.each<[string, Fault, string]>([
  [
    'a conversation that is locked',
    { status: 403, message: 'Unable to create comment because issue is locked.' },
    'job summary',
  ],
  [
    'an archived repository',
    { status: 403, message: 'Repository was archived so is read-only.' },
    'job summary',
  ],
  ['a text that GitHub does not accept', { status: 422, message: 'Validation Failed' }, 'job summary'],
  ['an expired token', { status: 401, message: 'Bad credentials' }, '`github-token`'],
  ['a rate limit for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'too many requests'],
  [
    'a secondary rate limit for an hour',
    { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '3600' } },
    'too many requests',
  ],
  [
    'a rate limit until tomorrow',
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } },
    'too many requests',
  ],
  ['a redirect', { status: 301, headers: { location: 'http://127.0.0.1:9/' } }, 'job summary'],
  ['a page that is not JSON', { status: 200, text: '<html>Log in</html>' }, 'job summary'],
  ['an answer of another kind', { status: 200, text: '{"a":1}' }, 'job summary'],
])('%s: one warning that does not ask for a permission', async (_, fault, hint) => {
  await using api = await startGitHubApi()
  api.fails(/comments/, [fault], true)
  const { warnings } = await publishing(api, RUN, PULL)
  expect(warnings).toEqual([expect.objectContaining({ hint: expect.stringContaining(hint) })])
  expect(warnings[0]?.hint).not.toContain(': write')
  // GitHub's messages are sentences, or phrases.
  expect(warnings[0]?.message).toMatch(/[^.]\.$/)
})

test.each<[string, Fault, string]>([
  [
    'a redirect',
    { status: 301, headers: { location: 'http://127.0.0.1:9/' } },
    'redirects (301), which is not followed.',
  ],
  ['a page that is not JSON', { status: 200, text: '<html>Log in</html>' }, 'is not JSON.'],
  ['an answer of another kind', { status: 200, text: '{"a":1}' }, 'is not a list.'],
])('%s is named as such', async (_, fault, why) => {
  await using api = await startGitHubApi()
  api.fails(/comments/, [fault], true)
  const { warnings } = await publishing(api, RUN, PULL)
  expect(warnings).toEqual([expect.objectContaining({ message: expect.stringContaining(why) })])
  expect(warnings[0]?.message).not.toContain('cannot be reached')
})

test('an answer without a body is one', async () => {
  await using api = await startGitHubApi()
  await publishing(api, RUN, PULL)
  api.fails(/^PATCH/, [{ status: 200, text: '' }])
  expect((await publishing(api, RUN, PULL)).warnings).toEqual([])
})

test.each<[string, readonly Fault[]]>([
  ['servers in trouble', [{ status: 500 }, { status: 502 }, { status: 503 }]],
  ['connections that break', ['reset', 'reset']],
  ['a rate limit of a second', [{ status: 429, headers: { 'retry-after': '1' } }]],
  [
    'a secondary rate limit of a second',
    [{ status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '1' } }],
  ],
])('%s are waited for: reads, updates and check runs are repeated', async (_, faults) => {
  await using api = await startGitHubApi()
  await publishing(api, RUN, PULL)
  for (const what of [/^GET/, /^PATCH/, /^POST \S+check-runs/]) api.fails(what, faults)
  const { warnings } = await publishing(api, RUN, { ...PULL, inputs: { 'check-run': 'true' } })
  expect(warnings).toEqual([])
  expect(api.comments).toHaveLength(1)
  expect(api.checks).toHaveLength(1)
})

test('GitHub fails for all of them: one warning', async () => {
  await using api = await startGitHubApi()
  api.fails(/./, [{ status: 401, message: 'Bad credentials' }], true)
  const { warnings } = await publishing(api, RUN, { ...PULL, inputs: { 'check-run': 'true' } })
  expect(warnings.map(({ message }) => message)).toEqual([
    'The comment on pull request #7 and the check run were not written: GitHub answers 401: Bad credentials.',
  ])
})

test('a comment is only sent again when the server did nothing', async () => {
  await using api = await startGitHubApi()
  api.fails(/^POST/, [{ status: 429, headers: { 'retry-after': '1' } }, { status: 500 }, { status: 500 }])
  const { warnings } = await publishing(api, RUN, PULL)
  expect(warnings).toEqual([])
  // After each 500, the comments are read first.
  const lines = api.asked.map(({ method }) => method)
  expect(lines).toEqual(
    ['GET', 'POST', 'POST', 'GET', 'POST', 'GET', 'POST', 'GET', 'POST'].slice(0, lines.length),
  )
  expect(api.comments).toHaveLength(1)
})

test('a server that never answers does not keep a cancelled run', async () => {
  await using api = await startGitHubApi()
  const cancel = new AbortController()
  api.fails(/./, ['silence'], true)
  api.before = () => cancel.abort()
  expect((await publishing(api, RUN, PULL, cancel.signal)).warnings).toEqual([])
})

test('the token is sent to the API only, wherever the link to the next page leads', async () => {
  await using api = await startGitHubApi()
  await using other = await startGitHubApi()
  await publishing(api, RUN, PULL)
  for (let i = 0; i < 3; i++) api.hasComment('x')
  const link = `<${other.url}/repos/acme/chat/issues/7/comments?page=2>; rel="next"`
  api.fails(/^GET/, [{ status: 200, text: '[]', headers: { link } }])
  await publishing(api, RUN, PULL)
  expect(other.asked).toEqual([])
  expect(api.comments.filter(({ body }) => body.startsWith('<!--'))).toHaveLength(1)
})

test('a list without an end is not read for ever', async () => {
  await using api = await startGitHubApi()
  const link = `<${api.url}/repos/acme/chat/issues/7/comments?page=1>; rel="next"`
  api.fails(/^GET/, [{ status: 200, text: '[]', headers: { link } }], true)
  await publishing(api, RUN, PULL)
  expect(api.asked.filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(200)
})

test('requests go through the proxy of the environment, except to the hosts of NO_PROXY', async () => {
  await using api = await startGitHubApi()
  const seen: string[] = []
  const proxy = createServer((asked, answer) => {
    const { pathname, search, host } = new URL(asked.url ?? '')
    seen.push(host)
    const { method, headers } = asked
    const onward = forward(`${api.url}${pathname}${search}`, { ...(method && { method }), headers })
    onward.on('response', (given) => given.pipe(answer.writeHead(given.statusCode ?? 500, given.headers)))
    asked.pipe(onward)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const env = { GITHUB_API_URL: 'http://github.example.test/api/v3', HTTP_PROXY: address }
  // The stand-in has no sub-path: what counts is where the requests go.
  const { warnings } = await publishing(api, RUN, { ...PULL, env })
  expect(new Set(seen)).toEqual(new Set(['github.example.test']))
  expect(api.asked[0]?.path).toMatch(/^\/api\/v3\/repos\/acme\/chat\/issues\/7\/comments/)
  expect(warnings).toEqual([])
  seen.length = 0
  await publishing(api, RUN, { ...PULL, env: { HTTP_PROXY: address, NO_PROXY: '127.0.0.1' } })
  expect(seen).toEqual([])
  await new Promise((closed) => proxy.close(closed).closeAllConnections())
})

test('an address that is not a proxy is one warning', async () => {
  await using api = await startGitHubApi()
  const { warnings } = await publishing(api, RUN, { ...PULL, env: { HTTP_PROXY: 'socks5://u:p@x:1' } })
  expect(warnings).toEqual([expect.objectContaining({ message: expect.stringContaining('SOCKS') })])
  expect(warnings[0]?.message).not.toContain('u:p')
})
