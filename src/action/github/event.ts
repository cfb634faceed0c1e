import { readFileSync } from 'node:fs'
import type { Environment } from '../../inputs/names.ts'
import { isJsonObject, type JsonObject, jsonOrUndefined, stringIn } from '../../lib/json-value.ts'
import { withoutEndSlash } from '../../lib/text.ts'

/** The run of a workflow: where it reports to, and what it is about. */
export interface WorkflowRun {
  apiUrl: string
  repository: { owner: string; repo: string }
  /** `pull_request`, `schedule`, … */
  event: string
  /** `isFromFork`: its token may read only, whatever the workflow permits, unless the repository allows more. */
  pullRequest: { number: number; isFromFork: boolean } | undefined
  /** The commit that checks are about: of a pull request its head, not the merge that is checked out. */
  commit: string
  runId: number
  runUrl: string
  /** Base URL of the files of the commit that is checked out. */
  source: string | undefined
}

/** Largest payload of an event. */
const MAX_BYTES = 32_000_000

/** The run that the environment describes; undefined outside of GitHub's runners. */
export function workflowRun(env: Environment): WorkflowRun | undefined {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env.GITHUB_REPOSITORY ?? '') ?? []
  if (owner === undefined || repo === undefined) return undefined
  const { GITHUB_EVENT_NAME: event = '', GITHUB_RUN_ID: runId = '' } = env
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  const home = `${withoutEndSlash(env.GITHUB_SERVER_URL || 'https://github.com')}/${owner}/${repo}`
  const payload = payloadOf(env.GITHUB_EVENT_PATH)
  return {
    apiUrl: withoutEndSlash(apiUrl),
    repository: { owner, repo },
    event,
    pullRequest: pullRequestOf(payload, event),
    commit: commitOfEvent(payload, event) || (env.GITHUB_SHA ?? ''),
    runId: Number(/^\d{1,15}$/.exec(runId)?.[0] ?? 0),
    runUrl: runId === '' ? '' : `${home}/actions/runs/${runId}`,
    source: filesUrl(env),
  }
}

/** Where GitHub shows the files of the commit that is checked out. */
export function filesUrl({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_SHA: commit,
}: Environment): string | undefined {
  return server && repository && commit
    ? `${withoutEndSlash(server)}/${repository}/blob/${commit}`
    : undefined
}

/** The payload of the event; empty when there is none that can be read. */
function payloadOf(path: string | undefined): JsonObject {
  if (!path) return {}
  try {
    const text = readFileSync(path, 'utf8')
    const payload = text.length > MAX_BYTES ? undefined : jsonOrUndefined(text)
    return isJsonObject(payload) ? payload : {}
  } catch {
    return {}
  }
}

const objectAt = (value: JsonObject, key: string): JsonObject => {
  const inner = value[key]
  return isJsonObject(inner) ? inner : {}
}

/**
 * The pull request of an event that is about one. That of a fork has a token that may only read, except for
 * `pull_request_target`, which runs in the repository itself, and in private repositories that permit it.
 */
function pullRequestOf(payload: JsonObject, event: string): WorkflowRun['pullRequest'] {
  const pull = objectAt(payload, 'pull_request')
  const { number } = pull
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined
  const [head, base] = ['head', 'base'].map((side) =>
    stringIn(objectAt(objectAt(pull, side), 'repo').full_name),
  )
  // The repository of the head may have been deleted.
  return { number, isFromFork: event !== 'pull_request_target' && head !== base }
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** The commit of a pull request, or of the run that this one comes after; empty for other events. */
function commitOfEvent(payload: JsonObject, event: string): string {
  const candidates = [
    objectAt(objectAt(payload, 'pull_request'), 'head').sha,
    event === 'workflow_run' ? objectAt(payload, 'workflow_run').head_sha : undefined,
    objectAt(payload, 'merge_group').head_sha,
  ]
  return candidates.map(stringIn).find((sha) => COMMIT.test(sha)) ?? ''
}
