import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfig } from '../config/load.ts'
import { ActionError } from '../lib/errors.ts'
import { repositoryPath, type Workspace } from '../lib/workspace.ts'
import type { BaseConfiguration } from '../lint/removed-metrics.ts'
import type { SkippedPart } from '../model/change.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration of the base branch, or why a change was not compared with it; undefined: nothing to compare. */
export async function baseConfiguration(
  workspace: Workspace,
  path: string,
  env: Environment,
): Promise<{ base?: BaseConfiguration; skipped?: SkippedPart }> {
  const branch = baseBranch(env)
  // Other events of a runner have no base, and a file of a checkout is the file of its commit.
  if (env.GITHUB_ACTIONS === 'true' && branch === undefined) return {}
  if (branch === undefined && !existsSync(join(workspace.root, '.git'))) return {}
  // What starts programs is loaded only where there is something to compare: most runs of plan have no base.
  const { fileAt, nameBefore } = await import('../lib/git.ts')
  const revision = await baseRevision(workspace.root, branch, env.GITHUB_EVENT_NAME === 'merge_group')
  if (revision === undefined) return branch === undefined ? {} : { skipped: notFetched(branch) }
  const file = repositoryPath(workspace, path)
  const textOf = (name: string) => fileAt(workspace.root, revision, name)
  const old = await textOf(file)
  const text = old ?? (await textOf((await nameBefore(workspace.root, revision, file)) ?? file))
  // The change adds the file: nothing is removed.
  if (text === undefined) return {}
  try {
    return { base: { config: loadConfig(text, path), revision: branch ?? 'the default branch' } }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return branch === undefined ? {} : { skipped: notValid(branch, path) }
  }
}

/** The branch that a pull request is for, also while it is in a merge queue: `gh-readonly-queue/main/pr-7-…`. */
function baseBranch({ GITHUB_BASE_REF: base, GITHUB_EVENT_NAME: event, GITHUB_REF: ref }: Environment) {
  if (base) return base
  return event === 'merge_group'
    ? /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref ?? '')?.[1]
    : undefined
}

/** Names of the default branch of a clone; only `git clone` makes the first one. */
const DEFAULT_BRANCHES = ['HEAD', 'main', 'master']

/**
 * Where the change began. Without the history of the base, the first parent of the merge that a pull request checks out; a
 * merge queue may squash instead.
 */
async function baseRevision(
  root: string,
  branch: string | undefined,
  isQueue: boolean,
): Promise<string | undefined> {
  const { revisionOf } = await import('../lib/git.ts')
  if (branch !== undefined && !/^[\w][\w./-]*$/.test(branch)) return undefined
  for (const name of branch === undefined ? DEFAULT_BRANCHES : [branch]) {
    const found = await revisionOf(root, ['merge-base', 'HEAD', `refs/remotes/origin/${name}`])
    if (found !== undefined) return found
  }
  return branch === undefined
    ? undefined
    : revisionOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'], isQueue ? 'HEAD' : 'HEAD^2')
}

const PART = 'Metrics that panels and rules lose'

const notFetched = (branch: string): SkippedPart => ({
  part: PART,
  why: `The commit of ${branch} was not fetched: removed and renamed metrics were not looked for.`,
  set: '`fetch-depth: 2` of actions/checkout',
})

const notValid = (branch: string, path: string): SkippedPart => ({
  part: PART,
  why: `${path} of ${branch} is not valid: removed and renamed metrics were not looked for.`,
  set: 'nothing: the next pull request is compared',
})
