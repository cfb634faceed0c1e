import {
  existsInWorkspace,
  fromRoot,
  listFiles,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../../lib/workspace.ts'
import type { DeployCommand } from '../deploys/deploy-commands.ts'
import { deployCommandsIn } from '../deploys/workflow-deploys.ts'
import { looksLikeCaller } from './recognise.ts'
import { type SearchContext, type Sources, withNames } from './source-files.ts'

/** Forgejo and Gitea run workflows of the same form, in folders of their own. */
const FOLDERS = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows']

/** Whether a path from the root of the repository is that of a workflow. */
export const isWorkflow = (file: string): boolean =>
  FOLDERS.some(
    (folder) => file.startsWith(`${folder}/`) && /^[^/]+\.ya?ml$/.test(file.slice(folder.length + 1)),
  )

/** Whether GitHub runs a workflow: what is checked in it is about GitHub. */
export const isOfGitHub = ({ file }: TextFile): boolean => file.startsWith('.github/')

/** The workflows of a repository, which are at its root, independent of the working directory. Files in folders below are not run. */
export const workflowPaths = (workspace: Workspace): string[] =>
  FOLDERS.map((folder) => fromRoot(workspace, folder))
    .filter((folder) => existsInWorkspace(workspace, folder))
    .flatMap((folder) => listFiles(workspace, folder, ''))
    .filter((path) => isWorkflow(repositoryPath(workspace, path)))

/** Workflows, and what they deploy. */
export async function workflowFiles(
  workspace: Workspace,
  { read, pace, hasRoom }: SearchContext,
): Promise<Pick<Sources, 'workflows' | 'deploys'>> {
  const workflows: TextFile[] = []
  const callers: TextFile[] = []
  await pace.each(withNames(workspace, workflowPaths(workspace)), ({ path }) => {
    const source = read(path, 'found')
    const isCaller = source !== undefined && CALLS.test(source.text)
    const isDeployer = source !== undefined && looksLikeCaller(source.text)
    if (!source || !(isCaller || isDeployer) || !hasRoom(source)) return
    if (isDeployer) workflows.push(source)
    if (isCaller) callers.push(source)
  })
  if (callers.length > 0) {
    const { deploysOfWorkflows } = await import('../deploys/called-workflows.ts')
    const about = { what: 'the workflows that others run' }
    return { workflows, deploys: await pace.on(about, [], () => deploysOfWorkflows(workflows, callers)) }
  }
  const deploys: DeployCommand[] = []
  await pace.each(workflows, (source) => void deploys.push(...deployCommandsIn(source)))
  return { workflows, deploys }
}

/** A job that runs another workflow of this repository. */
const CALLS = /uses:\s*['"]?\.\/\.github\/workflows\//
