import { existsInWorkspace, fromRoot, listFiles, type TextFile, type Workspace } from '../lib/workspace.ts'
import type { DeployCommand } from './deploy-commands.ts'
import { looksLikeCaller } from './recognise.ts'
import { type SearchContext, type Sources, withNames } from './source-files.ts'
import { deployCommandsIn } from './workflow-deploys.ts'

/** Workflows, which are at the root of the repository, independent of the working directory, and what they deploy. */
export async function workflowFiles(
  workspace: Workspace,
  { read, pace, hasRoom }: SearchContext,
): Promise<Pick<Sources, 'workflows' | 'deploys'>> {
  const folder = fromRoot(workspace, '.github/workflows')
  if (!existsInWorkspace(workspace, folder)) return { workflows: [], deploys: [] }
  const paths = listFiles(workspace, folder, '').filter((path) => /\.ya?ml$/.test(path))
  const workflows: TextFile[] = []
  const callers: TextFile[] = []
  await pace.each(withNames(workspace, paths), ({ path }) => {
    const source = read(path, 'found')
    const isCaller = source !== undefined && CALLS.test(source.text)
    const isWorkflow = source !== undefined && looksLikeCaller(source.text)
    if (!source || !(isCaller || isWorkflow) || !hasRoom(source)) return
    if (isWorkflow) workflows.push(source)
    if (isCaller) callers.push(source)
  })
  if (callers.length > 0) {
    const { deploysOfWorkflows } = await import('./called-workflows.ts')
    const about = { what: 'the workflows that others run' }
    return { workflows, deploys: await pace.on(about, [], () => deploysOfWorkflows(workflows, callers)) }
  }
  const deploys: DeployCommand[] = []
  await pace.each(workflows, (source) => void deploys.push(...deployCommandsIn(source)))
  return { workflows, deploys }
}

/** A job that runs another workflow of this repository. */
const CALLS = /uses:\s*['"]?\.\/\.github\/workflows\//
