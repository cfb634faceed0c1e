import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { ActionError, type Diagnostic, messageOf } from './errors.ts'

/** The checked-out repository, and the folder in it that all paths start from. */
export interface Workspace {
  /** Absolute, symlinks resolved: nothing outside is ever read. */
  root: string
  /** Absolute. */
  folder: string
  /** Texts that are about to be written, by their path from the root of the repository: read in place of the files. */
  pending?: ReadonlyMap<string, string>
}

/** The largest dashboard that Grafana accepts. */
export const MAX_DASHBOARD_BYTES = 16_000_000

/** Where a runner has checked out the repository; the command line is started in it. */
export const workspaceRoot = ({ GITHUB_WORKSPACE }: Readonly<Record<string, string | undefined>>): string =>
  GITHUB_WORKSPACE ?? process.cwd()

/**
 * The workspace of this run.
 * @throws ActionError `configuration` when the working directory is not a folder inside of it
 */
export function openWorkspace(root: string, workingDirectory: string): Workspace {
  const real = realRoot(root)
  const wrong = (message: string): ActionError =>
    unreadable(
      'input/working-directory',
      message,
      'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?',
    )
  try {
    const folder = realpathSync(resolve(real, workingDirectory))
    if (!inside(real, folder))
      throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`)
    if (!statSync(folder).isDirectory())
      throw wrong(`The working directory ${workingDirectory} is not a folder.`)
    return { root: real, folder }
  } catch (error) {
    if (error instanceof ActionError) throw error
    throw wrong(`The working directory ${workingDirectory} does not exist.`)
  }
}

function realRoot(root: string): string {
  try {
    return realpathSync(root)
  } catch {
    const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.'
    throw unreadable('input/workspace', `The workspace ${root} does not exist.`, hint)
  }
}

export interface TextFile {
  /** Relative to the root of the repository, as annotations need it. */
  file: string
  /** Without a byte order mark. */
  text: string
  /** Whether the file begins with a byte order mark. */
  isMarked?: true
}

/**
 * A text file of the workspace, or undefined when it does not exist.
 * @throws ActionError `configuration`: `file/outside` when it leads out of the workspace, `file/too-large`, or
 *   `file/unreadable` when it is not UTF-8 text or cannot be read
 */
export function readText(workspace: Workspace, path: string, maxBytes = 1_000_000): TextFile | undefined {
  const file = repositoryPath(workspace, path)
  const pending = workspace.pending?.get(file)
  if (pending !== undefined) return { file, text: pending }
  const wrong = (message: string, hint: string) => unreadable('file/unreadable', `${file} ${message}.`, hint)
  try {
    const real = realpathSync(join(workspace.folder, path))
    if (!inside(workspace.root, real))
      throw unreadable('file/outside', `${file} leads outside of the workspace.`, UNLINK)
    const stat = statSync(real)
    // Reading a pipe would block until something is written.
    if (!stat.isFile()) throw wrong(`is ${stat.isDirectory() ? 'a folder' : 'not a file'}`, READABLE)
    const { size } = stat
    if (size > maxBytes) {
      const message = `${file} has ${size} bytes, more than the limit of ${maxBytes}.`
      throw unreadable('file/too-large', message, 'Is this the right file?')
    }
    const bytes = readFileSync(real)
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return { file, text, ...(isMarked && { isMarked }) }
  } catch (error) {
    if (error instanceof ActionError) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw wrong('is not UTF-8 text', 'Save it as UTF-8.')
    throw wrong(`cannot be read: ${messageOf(error)}`, READABLE)
  }
}

const UNLINK = 'Replace the link with the file itself.'
const READABLE = 'Check that it is a file and may be read.'

/**
 * The files below a folder of the workspace that end in `ending`, sorted; any path but a folder that can be listed is
 * returned unchanged, whether it exists or not: the code that reads it reports what is wrong.
 */
export function listFiles(workspace: Workspace, path: string, ending: string): string[] {
  const pending = pendingBelow(workspace, path).filter((one) => one.endsWith(ending))
  try {
    const absolute = realpathSync(join(workspace.folder, path))
    if (!statSync(absolute).isDirectory() || !inside(workspace.root, absolute)) return [path]
    const files = readdirSync(join(workspace.folder, path), { withFileTypes: true, recursive: true })
      .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
      .map((entry) => relative(workspace.folder, join(entry.parentPath, entry.name)))
    return [...new Set([...files, ...pending])].toSorted()
  } catch {
    return pending.length > 0 ? pending : [path]
  }
}

/** The pending files below a folder of the working directory, sorted. */
function pendingBelow(workspace: Workspace, path: string): string[] {
  const folder = repositoryPath(workspace, path)
  return [...(workspace.pending?.keys() ?? [])]
    .filter((file) => folder === '.' || file.startsWith(`${folder}/`))
    .map((file) => fromRoot(workspace, file))
    .toSorted()
}

/** Whether a path of the working directory leads to something that is inside of the workspace. */
export function existsInWorkspace(workspace: Workspace, path: string): boolean {
  const absolute = join(workspace.folder, path)
  if (workspace.pending?.has(repositoryPath(workspace, path))) return true
  if (pendingBelow(workspace, path).length > 0) return true
  return existsSync(absolute) && inside(workspace.root, realpathSync(absolute))
}

export interface Walked {
  /** Relative to the working directory, sorted. */
  paths: string[]
  /** There are more files than `maxFiles`. */
  incomplete: boolean
  /** Folders that cannot be listed. */
  closed: string[]
}

/**
 * The files below the working directory. Links to folders are not followed, and neither are folders whose name
 * `skips` or that lie deeper than `maxDepth`.
 */
export function walkFiles(
  workspace: Workspace,
  { skips, maxFiles, maxDepth }: { skips: (folder: string) => boolean; maxFiles: number; maxDepth: number },
): Walked {
  const [paths, closed]: [string[], string[]] = [[], []]
  paths.push(...pendingBelow(workspace, '').filter((path) => !path.split('/').slice(0, -1).some(skips)))
  const pending = new Set(paths)
  const folders: { path: string; depth: number }[] = [{ path: '', depth: 0 }]
  for (let folder = folders.pop(); folder; folder = folders.pop())
    for (const entry of entriesOf(workspace, folder.path, closed)) {
      const path = folder.path ? `${folder.path}/${entry.name}` : entry.name
      if (!entry.isDirectory()) {
        if (!pending.has(path)) paths.push(path)
      } else if (!skips(entry.name) && folder.depth < maxDepth)
        folders.push({ path, depth: folder.depth + 1 })
      if (paths.length >= maxFiles) return { paths: paths.toSorted(), incomplete: true, closed }
    }
  return { paths: paths.toSorted(), incomplete: false, closed }
}

/** The names of what is in a folder of the working directory; of one that is not there, or is elsewhere, none. */
export function namesInFolder(workspace: Workspace, path: string): string[] {
  const folder = join(workspace.folder, path)
  if (!existsSync(folder) || !inside(workspace.root, realpathSync(folder))) return []
  return statSync(folder).isDirectory() ? entriesOf(workspace, path, []).map(({ name }) => name) : []
}

function entriesOf(workspace: Workspace, path: string, closed: string[]): Dirent[] {
  try {
    return readdirSync(join(workspace.folder, path), { withFileTypes: true })
  } catch {
    // Not readable, or removed in the meantime.
    closed.push(repositoryPath(workspace, path))
    return []
  }
}

/** A path from the root of the repository as one from the working directory, as the functions here accept it. */
export function fromRoot(workspace: Workspace, path: string): string {
  return relative(workspace.folder, join(workspace.root, path))
}

/** A path of the working directory as people see it in the repository. */
export function repositoryPath(workspace: Workspace, path: string): string {
  return relative(workspace.root, join(workspace.folder, path)).split(sep).join('/') || '.'
}

const inside = (root: string, path: string): boolean => path === root || path.startsWith(root + sep)

function unreadable(code: string, message: string, hint: string): ActionError {
  const problem: Diagnostic = { code, severity: 'error', message, hint }
  return new ActionError('configuration', [problem])
}
