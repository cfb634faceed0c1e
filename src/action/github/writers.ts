import { createGitHub, type GitHub } from '../../clients/github/client.ts'
import { GitHubRefusal } from '../../clients/github/refusal.ts'
import type { Environment } from '../../inputs/names.ts'
import { createPool } from '../../lib/http.ts'
import { renderCheckRun } from '../../report/check-run.ts'
import { commentMarker, renderComment } from '../../report/comment.ts'
import { keyOf, type Publication } from '../../report/publication.ts'
import type { RunReport } from '../../report/report.ts'
import type { WorkflowRun } from './event.ts'
import { keepComment } from './keep-comment.ts'
import { keepIssue } from './keep-issue.ts'

interface Connection {
  token: string
  env: Environment
  signal: AbortSignal
  /** Milliseconds since the epoch; no request is sent again after it. */
  until: number
}

/** The repository of a run, through the proxy of its environment. @throws for an address of a proxy that cannot be one */
export const openGitHub = ({ apiUrl, repository }: WorkflowRun, { env, ...connection }: Connection): GitHub =>
  createGitHub({ ...connection, apiUrl, pool: createPool(env) }, repository)

/** What is written, and for which run. */
export interface Written {
  report: RunReport
  isFailed: boolean
  publication: Publication
  run: WorkflowRun
}

/** Writes one part; returns what was done, for the log, undefined when there was nothing to do. */
type Writer = (github: GitHub, written: Written) => Promise<string | undefined>

/** The writer of each part. @throws GitHubRefusal */
export const writers: Readonly<Record<'comment' | 'check-run' | 'issue', Writer>> = {
  comment: (github, { report, publication, run }) =>
    keepComment(github, {
      number: run.pullRequest?.number ?? 0,
      marker: commentMarker(publication),
      body: renderComment(report, publication),
      runId: run.runId,
    }),
  'check-run': writeCheckRun,
  issue: (github, { run: _, ...result }) =>
    keepIssue(github, { ...result, now: Math.floor(Date.now() / 1_000) }),
}

/** GitHub shows so much of a commit status. */
const MAX_DESCRIPTION = 140

/** A check run; where only `statuses: write` is permitted, a commit status, which has no third state. */
async function writeCheckRun(
  github: GitHub,
  { report, publication, isFailed, run }: Written,
): Promise<string> {
  const check = renderCheckRun(report, publication, isFailed)
  const about = { commit: run.commit, detailsUrl: publication.runUrl }
  try {
    await github.createCheckRun({ ...check, ...about, key: keyOf(publication) })
    return `was written: ${check.conclusion}`
  } catch (error) {
    if (!(error instanceof GitHubRefusal) || !['permission', 'missing'].includes(error.kind)) throw error
    const state = check.conclusion === 'failure' ? 'failure' : 'success'
    const description = Array.from(check.title).slice(0, MAX_DESCRIPTION).join('')
    const status = { name: check.name, state, description, ...about } as const
    // What is missing is the permission for the check run.
    await github.createStatus(status).catch(() => Promise.reject(error))
    return `is a commit status (${state}), because the token may not write check runs`
  }
}
