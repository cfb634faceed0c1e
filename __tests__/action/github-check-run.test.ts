import { expect, test } from '@jest/globals'
import type { Diagnostic } from '../../src/lib/errors.ts'
import type { Failure } from '../../src/verify/failure.ts'
import { startGitHubApi } from '../support/github-api.ts'
import { report } from '../support/report.ts'
import { COMMIT, type Event, HEAD, publishing, pullRequest } from '../support/workflow-run.ts'

const PUSH: Event = { name: 'push', inputs: { 'check-run': 'true', mode: 'verify' } }
const failure: Failure = {
  ...{ code: 'panel-no-data', area: 'panels', outcome: 'broken', subject: 'Users' },
  ...{ why: 'It is empty.', next: 'Wait.', decides: false },
}
const finding = (line: number, severity: Diagnostic['severity'] = 'warning'): Diagnostic => ({
  ...{ code: 'fly/type', severity, at: { file: 'fly.toml', line, column: 3 } },
  ...{ message: 'app is @octocat, see #12 and https://evil.test/.', hint: 'Use a name.' },
})

test.each([
  ['success', report()],
  [
    'success',
    report({ mode: 'plan', evidence: undefined, checked: {}, verdict: { kind: 'unproven', failures: [] } }),
  ],
  ['neutral', report({ verdict: { kind: 'unproven', failures: [failure] } })],
  ['failure', report({ verdict: { kind: 'failed', failures: [{ ...failure, decides: true }] } })],
  ['failure', report({ mode: undefined, refused: true, verdict: { kind: 'failed', failures: [] } })],
])('%s', async (conclusion, run) => {
  await using api = await startGitHubApi()
  const { warnings } = await publishing(api, run, PUSH)
  expect(warnings).toEqual([])
  expect(api.checks).toEqual([
    expect.objectContaining({
      name: 'deploy-monitoring',
      head_sha: COMMIT,
      status: 'completed',
      conclusion,
      details_url: 'https://github.test/acme/chat/actions/runs/500',
      output: expect.objectContaining({ text: expect.stringMatching(/^# /) }),
    }),
  ])
})

test('it is opt-in', async () => {
  await using api = await startGitHubApi()
  await publishing(api, report(), { name: 'push' })
  expect(api.asked).toEqual([])
})

test.each<[string, Event, string]>([
  [
    'the head of a pull request, not the merge',
    { ...PUSH, name: 'pull_request', payload: pullRequest() },
    HEAD,
  ],
  [
    'the head of a merge group',
    { ...PUSH, name: 'merge_group', payload: { merge_group: { head_sha: 'e'.repeat(40) } } },
    'e'.repeat(40),
  ],
  [
    'the commit of the run before',
    { ...PUSH, name: 'workflow_run', payload: { workflow_run: { head_sha: 'f'.repeat(40) } } },
    'f'.repeat(40),
  ],
  ['the commit of a schedule', { ...PUSH, name: 'schedule', payload: { schedule: '* * * * *' } }, COMMIT],
  ['the commit of a manual run', { ...PUSH, name: 'workflow_dispatch' }, COMMIT],
  [
    'the commit of the checkout, when the event names none',
    { ...PUSH, payload: { pull_request: { head: { sha: 'x' } } } },
    COMMIT,
  ],
])('it is about %s', async (_, event, commit) => {
  await using api = await startGitHubApi()
  await publishing(api, report(), {
    ...event,
    inputs: { ...event.inputs, comment: 'false' } as Record<string, string>,
  })
  expect(api.checks).toEqual([expect.objectContaining({ head_sha: commit })])
})

test('other configurations, and the contract, have names of their own', async () => {
  await using api = await startGitHubApi()
  for (const inputs of [{}, { config: './monitoring.yml' }, { config: 'staging.yml' }, { mode: 'contract' }])
    await publishing(api, report(), {
      name: 'push',
      inputs: { ...PUSH.inputs, ...inputs } as Record<string, string>,
    })
  expect(api.checks.map(({ name }) => name)).toEqual([
    'deploy-monitoring',
    'deploy-monitoring',
    'deploy-monitoring (staging.yml)',
    'deploy-monitoring (contract)',
  ])
})

test('annotations: errors first, 50 in a request, texts without mentions, issues and addresses', async () => {
  await using api = await startGitHubApi()
  const problems = [...Array.from({ length: 119 }, (_, i) => finding(i + 1)), finding(500, 'error')]
  await publishing(api, report({ problems }), PUSH)
  type Sent = { output: { title: string; annotations: Record<string, unknown>[] } }
  const sent = (api.checks as unknown as Sent[]).map(({ output }) => output.annotations)
  expect(sent.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(sent[0]?.[0]).toEqual({
    ...{ path: 'fly.toml', start_line: 500, end_line: 500, start_column: 3, end_column: 3 },
    ...{ annotation_level: 'failure', title: 'fly/type' },
    message: 'app is @\u200boctocat, see #\u200b12 and https:\u200b//evil.test/.\nUse a name.',
  })
  expect(sent[0]?.[1]).toMatchObject({ annotation_level: 'warning', start_line: 1 })
  expect(api.checks.slice(1).every(({ conclusion }) => conclusion === undefined)).toBe(true)
})

test.each([
  ['success', report({ verdict: { kind: 'unproven', failures: [failure] } })],
  ['failure', report({ verdict: { kind: 'failed', failures: [] } })],
])('where only statuses may be written, a commit status: %s', async (state, run) => {
  await using api = await startGitHubApi()
  api.fails(/check-runs/, [{ status: 403, message: 'Resource not accessible by integration' }], true)
  const { warnings, log } = await publishing(api, run, PUSH)
  expect(warnings).toEqual([])
  expect(log).toEqual([
    `The check run is a commit status (${state}), because the token may not write check runs`,
  ])
  expect(api.statuses).toEqual([
    {
      ...{ state, context: 'deploy-monitoring', description: expect.any(String) },
      target_url: 'https://github.test/acme/chat/actions/runs/500',
    },
  ])
  expect(String(api.statuses[0]?.description).length).toBeLessThanOrEqual(140)
})

test.each([0, 60])(
  'annotations that GitHub refuses do not cost the verdict (the first of %d requests)',
  async (from) => {
    await using api = await startGitHubApi()
    const problems = Array.from({ length: 120 }, (_, i) => finding(i + 1))
    const refused = { status: 422, message: 'Invalid request. "annotations" is not valid.' }
    api.fails(from === 0 ? /^POST \S+check-runs/ : /^PATCH \S+check-runs/, [refused])
    const { warnings, log } = await publishing(api, report({ problems }), PUSH)
    expect(warnings).toEqual([])
    expect(log).toEqual([expect.stringMatching(/^The check run was written: success/)])
    expect(api.checks.at(-1)).toMatchObject({ conclusion: 'success', output: { annotations: [] } })
  },
)

test('what is refused without annotations, too, is one warning', async () => {
  await using api = await startGitHubApi()
  api.fails(/check-runs/, [{ status: 422, message: 'No commit found for SHA' }], true)
  const { warnings } = await publishing(api, report({ problems: [finding(1)] }), PUSH)
  expect(warnings).toEqual([
    expect.objectContaining({ message: expect.stringContaining('No commit found for SHA') }),
  ])
})
