import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { ActionError, messageOf } from '../lib/errors.ts'
import type { InitFile } from './rendered.ts'

/**
 * Writes a file of the repository whole or not at all, and makes its folders. A link in its place is replaced, not
 * followed; a folder that leads outside is refused.
 * @throws ActionError `configuration`
 */
export function writeFile(root: string, { path, text, executable }: InitFile): void {
  const target = join(root, path)
  const folder = existingParent(dirname(target))
  const real = realpathSync(folder)
  if (real !== root && !real.startsWith(root + sep))
    throw wrong(path, 'leads outside of the repository', 'Replace the link by a folder.')
  try {
    mkdirSync(dirname(target), { recursive: true })
    replaceFile(target, text, executable)
  } catch (error) {
    throw wrong(path, `cannot be written: ${messageOf(error)}`, 'Check that the folder may be written to.')
  }
}

/** By another name first: whoever reads meanwhile sees the old file or the new one. */
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

/** The nearest folder above that is there. */
function existingParent(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? path : existingParent(dirname(path))
}

function wrong(path: string, message: string, hint: string): ActionError {
  const problem = { code: 'init-write', severity: 'error', message: `${path} ${message}.`, hint } as const
  return new ActionError('configuration', [problem])
}
