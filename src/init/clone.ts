import { readText, type Workspace } from '../lib/workspace.ts'

/** What the git clone of a repository says about it, read from its files: git need not be installed. */

/** The default branch of `origin`, as far as this clone has it. */
export function defaultBranch({ root }: Workspace): string {
  const git = (path: string) => fileOfGit(root, path)
  const branch = (text: string, where: string) =>
    new RegExp(`^ref: refs/${where}/(\\S+)$`, 'm').exec(text)?.[1]
  const packed = git('packed-refs')
  const has = (name: string) => git(`refs/heads/${name}`) !== '' || packed.includes(`refs/heads/${name}\n`)
  return (
    branch(git('refs/remotes/origin/HEAD'), 'remotes/origin') ??
    ['main', 'master'].find(has) ??
    branch(git('HEAD'), 'heads') ??
    'main'
  )
}

/** The owner of the repository at GitHub; undefined when `origin` is elsewhere. */
export const remoteOwner = ({ root }: Workspace): string | undefined =>
  /^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+)\/[^/\s]+$/m.exec(fileOfGit(root, 'config'))?.[1]

function fileOfGit(root: string, path: string): string {
  try {
    return readText({ root, folder: root }, `.git/${path}`)?.text ?? ''
  } catch {
    // Another kind of repository, or a large file: a person corrects one line of the workflow.
    return ''
  }
}
