import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path'

export interface Places {
  /** The variable PATH. */
  path: string | undefined
  /** Nothing below it is ever started: a pull request may bring a program along. */
  workspaceRoot: string
}

/**
 * A program on PATH that is not part of the workspace, however the path or a link leads there; undefined when there is
 * none. It is named as it was found: by that name a version manager (mise, asdf) knows what it is asked for.
 */
export async function findProgram(
  name: string,
  { path = '', workspaceRoot }: Places,
): Promise<string | undefined> {
  const given = resolve(workspaceRoot)
  const roots = [given, await realpath(given).catch(() => given)]
  const isOutside = (place: string) => roots.every((root) => !(place + sep).startsWith(root + sep))
  // What a relative entry means depends on where we happen to be.
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const file = join(folder, name)
    const real = await realpath(file).catch(() => undefined)
    const way = real === undefined ? undefined : [file, await realpath(folder), real]
    if (way?.every(isOutside) && (await isProgram(file))) return file
  }
  return undefined
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK)
    .then(() => stat(file))
    .then((found) => found.isFile())
    .catch(() => false)
}
