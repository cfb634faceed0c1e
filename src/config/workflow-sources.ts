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
  const deploys: DeployCommand[] = []
  await pace.each(withNames(workspace, paths), ({ path }) => {
    const source = read(path, 'found')
    if (!source || !looksLikeCaller(source.text) || !hasRoom(source)) return
    workflows.push(source)
    deploys.push(...deployCommandsIn(source))
  })
  return { workflows, deploys }
}
