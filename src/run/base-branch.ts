import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfig } from '../config/load.ts'
import { ActionError } from '../lib/errors.ts'
import { repositoryPath, type Workspace } from '../lib/workspace.ts'
import type { BaseConfiguration } from '../lint/removed-metrics.ts'
import type { SkippedPart } from '../model/change.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration of the base branch, or why a pull request was not compared with it; undefined: nothing to compare. */
export async function baseConfiguration(
  workspace: Workspace,
  path: string,
  env: Environment,
): Promise<{ base?: BaseConfiguration; skipped?: SkippedPart }> {
  const branch = env.GITHUB_BASE_REF || undefined
  // Other events of a runner have no base, and a file of a checkout is the file of its commit.
  if (env.GITHUB_ACTIONS === 'true' && branch === undefined) return {}
  if (branch === undefined && !existsSync(join(workspace.root, '.git'))) return {}
  // What starts programs is loaded only where there is something to compare: most runs of plan have no base.
  const { fileAt } = await import('../lib/git.ts')
  const revision = await baseRevision(workspace.root, branch)
  if (revision === undefined) return branch === undefined ? {} : { skipped: notFetched(branch) }
  const text = await fileAt(workspace.root, revision, repositoryPath(workspace, path))
  // The change adds the file: nothing is removed.
  if (text === undefined) return {}
  try {
    return { base: { config: loadConfig(text, path), revision: branch ?? 'the default branch' } }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return branch === undefined ? {} : { skipped: notValid(branch, path) }
  }
}

/** A checkout of a pull request is a merge, whose first parent is the base; a clone of a person has a remote branch. */
async function baseRevision(root: string, branch: string | undefined): Promise<string | undefined> {
  const { revisionOf } = await import('../lib/git.ts')
  if (branch === undefined) return revisionOf(root, ['merge-base', 'HEAD', 'refs/remotes/origin/HEAD'])
  if (!/^[\w][\w./-]*$/.test(branch)) return undefined
  return (
    (await revisionOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'], 'HEAD^2')) ??
    (await revisionOf(root, ['merge-base', 'HEAD', `refs/remotes/origin/${branch}`]))
  )
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
