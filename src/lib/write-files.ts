import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { ActionError, type Diagnostic, messageOf } from './errors.ts'

/** A file to write. `path` is relative to the root of the repository. */
export interface NewFile {
  path: string
  text: string
  executable: boolean
}

/**
 * Writes files of the repository, each completely or not at all, and creates their folders. A symbolic link in the place
 * of a file is replaced, not followed. When the folder of a file is outside of the repository, or is not a folder,
 * nothing is written.
 * @throws ActionError `configuration`
 */
export function writeFiles(root: string, files: readonly NewFile[]): void {
  const problems = files.flatMap(({ path }) => outOfPlace(root, path))
  if (problems.length > 0) throw new ActionError('configuration', problems)
  for (const { path, text, executable } of files) {
    const target = join(root, path)
    try {
      mkdirSync(dirname(target), { recursive: true })
      replaceFile(target, text, executable)
    } catch (error) {
      throw new ActionError('configuration', [writeProblem(path, `cannot be written: ${messageOf(error)}`)])
    }
  }
}

function outOfPlace(root: string, path: string): Diagnostic[] {
  const folder = existingParent(dirname(join(root, path)))
  const real = realpathSync(folder)
  if (real !== root && !real.startsWith(root + sep))
    return [writeProblem(path, 'leads outside of the repository')]
  return statSync(real).isDirectory()
    ? []
    : [writeProblem(path, `cannot be written: ${relative(root, real)} is not a folder`)]
}

/** Writes to a temporary file first: another program that reads the file sees the old or the new text. */
function replaceFile(target: string, text: string, executable: boolean): void {
  const fresh = join(dirname(target), `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeFileSync(fresh, text, { flag: 'wx' })
    if (executable) chmodSync(fresh, 0o755)
    renameSync(fresh, target)
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** The nearest parent folder that exists. */
function existingParent(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? path : existingParent(dirname(path))
}

const writeProblem = (path: string, message: string): Diagnostic => ({
  code: 'file-not-written',
  severity: 'error',
  message: `${path} ${message}.`,
  hint: 'Its parent must be a folder of the repository that is writable.',
})
