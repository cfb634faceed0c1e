import type { getOctokit } from '@actions/github'
import type { CheckAnnotation, CheckRun } from '../../model/check-run.ts'
import { refusalOf } from './refusal.ts'
import type { RepositoryName } from './request.ts'

/** A check run that is over. */
export interface NewCheckRun extends CheckRun {
  commit: string
  key: string
  /** Page of the run; may be empty. */
  detailsUrl: string
}

/** A commit status: what a token may write that may not write check runs. */
export interface NewStatus {
  name: string
  commit: string
  state: 'success' | 'failure'
  description: string
  detailsUrl: string
}

/** What is written on a commit. */
export interface CheckRequests {
  createCheckRun(check: NewCheckRun): Promise<void>
  createStatus(status: NewStatus): Promise<void>
}

type Octokit = ReturnType<typeof getOctokit>

/** Check runs and statuses of a repository. */
export function checkRequests(octokit: Octokit, repository: RepositoryName): CheckRequests {
  const { checks, repos } = octokit.rest
  return {
    createCheckRun: async (check) => {
      await createCheckRun(checks, repository, check).catch(refuse)
    },
    createStatus: async ({ name, commit, state, description, detailsUrl }) => {
      const about = { ...repository, sha: commit, context: name }
      const link = detailsUrl !== '' && { target_url: detailsUrl }
      await repos.createCommitStatus({ ...about, state, description, ...link }).catch(refuse)
    },
  }
}

const refuse = (error: unknown): never => {
  throw refusalOf(error)
}

/** GitHub accepts 50 annotations in one request. */
const ANNOTATIONS_PER_REQUEST = 50

/** Creates it with its verdict and the first annotations, then adds the others; without those that GitHub refuses. */
async function createCheckRun(
  checks: Octokit['rest']['checks'],
  repository: RepositoryName,
  check: NewCheckRun,
): Promise<void> {
  const { title, summary, text, annotations } = check
  const chunk = (from: number) => annotations.slice(from, from + ANNOTATIONS_PER_REQUEST).map(annotation)
  const create = (annotations: ReturnType<typeof chunk>) =>
    checks.create({
      ...repository,
      name: check.name,
      head_sha: check.commit,
      external_id: check.key,
      ...(check.detailsUrl !== '' && { details_url: check.detailsUrl }),
      status: 'completed',
      conclusion: check.conclusion,
      output: { title, summary, text, annotations },
    })
  try {
    const { data } = await create(chunk(0))
    for (let from = ANNOTATIONS_PER_REQUEST; from < annotations.length; from += ANNOTATIONS_PER_REQUEST)
      await checks.update({
        ...repository,
        check_run_id: data.id,
        output: { title, summary, text, annotations: chunk(from) },
      })
  } catch (error) {
    // The verdict is worth more than places in files, which the text has too. Of two check runs, the newest counts.
    if ((error as { status?: unknown }).status !== 422 || annotations.length === 0) throw error
    await create([])
  }
}

const annotation = ({ path, line, column, level, title, message }: CheckAnnotation) => ({
  ...{ path, start_line: line, end_line: line, start_column: column, end_column: column },
  ...{ annotation_level: level, title, message },
})
