import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { CLEAN } from '../support/clean-repository.ts'
import { runProgram } from '../support/command-line.ts'
import { type GitHubApi, startGitHubApi } from '../support/github-api.ts'
import { rendered } from '../support/github-markdown.ts'
import { scratchFolder } from '../support/scratch.ts'
import { type Event, pullRequest, runnerEnvironment } from '../support/workflow-run.ts'

/** Programs are started, on a machine that may be busy. */
jest.setTimeout(120_000)

const TOKEN = `ghs_${'aB3'.repeat(12)}`
/** A step of a job, as a runner starts it. */
async function step(api: Pick<GitHubApi, 'url'>, event: Event, files: Readonly<Record<string, string>> = {}) {
  const folder = scratchFolder()
  const [workspace, temp] = [join(folder.path, 'repository'), join(folder.path, 'temp')]
  for (const path of [workspace, temp]) mkdirSync(path)
  for (const [name, text] of Object.entries({ ...CLEAN, ...files }))
    writeFileSync(join(workspace, name), text)
  const paths = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'].map((name) => [name, join(temp, name)]),
  )
  for (const path of Object.values(paths)) writeFileSync(path, '')
  const runner = { ...paths, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp }
  const env = runnerEnvironment(api, { ...event, inputs: { 'github-token': TOKEN, ...event.inputs } }, temp)
  const ended = await runProgram([], { cwd: workspace, env: { ...env, ...runner } as Record<string, string> })
  const read = (name: string) => readFileSync(join(temp, name), 'utf8')
  return {
    ...ended,
    workspace,
    warnings: ended.stdout.match(/^::warning .*$/gm) ?? [],
    summary: read('GITHUB_STEP_SUMMARY'),
    output: (name: string) => new RegExp(`^${name}<<(.*)\n(.*)\n\\1$`, 'm').exec(read('GITHUB_OUTPUT'))?.[2],
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

const PULL: Event = { name: 'pull_request', payload: pullRequest(), inputs: { 'check-run': 'true' } }

test('a pull request has one comment and a check run, and the token is shown nowhere', async () => {
  await using api = await startGitHubApi()
  using bad = await step(api, PULL, { 'monitoring.yml': `${CLEAN['monitoring.yml']}${TOKEN}: 1\n` })
  expect(bad.code).toBe(1)
  expect(api.comments[0]?.body).toMatch(/^<!-- [^\n]* -->\n# ❌ /)
  expect(api.checks).toEqual([expect.objectContaining({ conclusion: 'failure' })])
  const shown = bad.stdout.replace(/^::add-mask::.*$/gm, '') + bad.stderr + bad.summary
  expect(shown + JSON.stringify([api.comments, api.checks])).not.toContain(TOKEN)
  using good = await step(api, PULL)
  expect(good).toMatchObject({ code: 0, warnings: [], stderr: '' })
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toContain('Plan: no problems')
})

test.each<[string, (api: GitHubApi) => void]>([
  [
    'refuses everything',
    (api) => api.fails(/./, [{ status: 403, message: 'Resource not accessible' }], true),
  ],
  ['is broken', (api) => api.fails(/./, [{ status: 501 }], true)],
  ['breaks every connection', (api) => api.fails(/./, ['reset'], true)],
  ['answers something else', (api) => api.fails(/./, [{ status: 200, text: '[[]]' }], true)],
])('a GitHub that %s changes neither the result nor the summary', async (_, break_) => {
  await using api = await startGitHubApi()
  break_(api)
  using good = await step(api, PULL)
  expect(good.code).toBe(0)
  expect(good.summary).toContain('Plan: no problems')
  expect(good.output('verdict')).toBe('done')
  expect(good.warnings.length).toBeGreaterThan(0)
  using bad = await step(api, PULL, { 'fly.toml': 'app = 3\n' })
  expect(bad.code).toBe(1)
  expect(bad.stdout).toContain('::error title=fly/type')
})

test('an address that is not a proxy changes neither the result nor the summary', async () => {
  await using api = await startGitHubApi()
  using run = await step(api, { ...PULL, env: { HTTP_PROXY: 'http://user:pass/word@proxy:3128' } })
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.warnings).toEqual([expect.stringContaining('HTTP_PROXY is not the address of an HTTP proxy')])
  expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('pass/word')
})

test('text of a fork calls nobody and shows no picture', async () => {
  await using api = await startGitHubApi()
  const call = '@octocat #1 GH-2 acme/chat#3 ![x](https://evil.test/x.png) <img src=https://evil.test/x.png>'
  const board = {
    ...{ uid: 'd', title: call, schemaVersion: 1 },
    panels: [{ id: 1, type: 'stat', title: call, targets: [{ expr: `sum(${call}` }] }],
  }
  const event = { ...PULL, name: 'pull_request_target', payload: pullRequest('mallory/chat') }
  using run = await step(api, event, {
    [`${call.replaceAll('/', '_')}.json`]: JSON.stringify(board),
    'monitoring.yml': `${CLEAN['monitoring.yml']}"${call}": 1\n`,
  })
  expect(run.code).toBe(1)
  const check = api.checks[0] as { output: { title: string; summary: string; text: string } }
  const seen = rendered([api.comments[0]?.body ?? '', check.output.summary, check.output.text])
  expect(seen.flatMap(({ references }) => references)).toEqual([])
  expect(seen.flatMap(({ tags }) => tags)).not.toContain('img')
  expect(JSON.stringify(check)).toContain('octocat')
  const sarif = readFileSync(run.output('sarif-file') ?? '', 'utf8')
  expect(sarif).toContain('octocat')
  expect(sarif).not.toMatch(/@octocat|#\d|\]\(https:\/\/evil/)
})

test('the findings are a file outside of the repository, or where the input says', async () => {
  await using api = await startGitHubApi()
  const file = (path: string) =>
    step(api, { name: 'push', inputs: { 'sarif-file': path } }, { 'fly.toml': 'app = 3\n' })
  using usual = await file('')
  expect(usual.output('sarif-file')?.startsWith(usual.workspace)).toBe(false)
  expect(JSON.parse(readFileSync(usual.output('sarif-file') ?? '', 'utf8'))).toMatchObject({
    runs: [{ results: [{ ruleId: 'fly/type' }] }],
  })
  using inside = await file('out/findings.sarif')
  expect(inside.output('sarif-file')).toBe(join(inside.workspace, 'out/findings.sarif'))
  expect(existsSync(join(inside.workspace, 'out/findings.sarif'))).toBe(true)
  using outside = await file('../findings.sarif')
  expect(outside.output('sarif-file')).toBe('')
  expect(outside.warnings).toEqual([expect.stringContaining('leads outside')])
  expect(existsSync(join(outside.workspace, '../findings.sarif'))).toBe(false)
})
