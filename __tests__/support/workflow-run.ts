import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishToGitHub } from '../../src/action/github/publish-to-github.ts'
import type { Diagnostic } from '../../src/lib/errors.ts'
import type { RunReport } from '../../src/report/report.ts'
import { exitCode } from '../../src/run/exit-code.ts'
import type { GitHubApi } from './github-api.ts'
import { scratchFolder } from './scratch.ts'

export const COMMIT = 'c'.repeat(40)
export const HEAD = 'd'.repeat(40)

/** The payload of a pull request's event; `from`: the repository of its head, null after it was deleted. */
export const pullRequest = (from: string | null = 'acme/chat') => ({
  pull_request: {
    number: 7,
    head: { sha: HEAD, repo: from === null ? null : { full_name: from } },
    base: { sha: COMMIT, repo: { full_name: 'acme/chat' } },
  },
})

export interface Event {
  name: string
  payload?: unknown
  inputs?: Readonly<Record<string, string>>
  env?: Readonly<Record<string, string | undefined>>
}

/** The environment of a runner for an event, with the API of a stand-in. */
export function runnerEnvironment(
  api: { url: string },
  event: Event,
  folder: string,
): Record<string, string | undefined> {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event.payload ?? {}))
  const inputs = { 'github-token': 'ghs_token-of-the-workflow', mode: 'plan', ...event.inputs }
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: api.url,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'acme/chat',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: path,
    GITHUB_SHA: COMMIT,
    GITHUB_RUN_ID: '500',
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...event.env,
  }
}

export interface Told {
  warnings: Diagnostic[]
  log: string[]
}

/** Reports to GitHub, as after a run; returns what the log of the step was told. */
export async function publishing(
  api: GitHubApi,
  report: RunReport,
  event: Event,
  signal = new AbortController().signal,
): Promise<Told> {
  using folder = scratchFolder()
  const env = runnerEnvironment(api, event, folder.path)
  const told: Told = { warnings: [], log: [] }
  const log = {
    info: (text: string) => void told.log.push(text),
    debug: () => {},
    problem: (problem: Diagnostic) => void told.warnings.push(problem),
    block: () => {},
  }
  // octokit's package reads the event itself.
  const before = { ...process.env }
  Object.assign(process.env, { GITHUB_EVENT_PATH: env.GITHUB_EVENT_PATH })
  try {
    await publishToGitHub({ report, isFailed: exitCode(report) !== 0, env, log, signal })
  } finally {
    process.env = before
  }
  return told
}
