import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { homeFolder } from './home.ts'

export interface ProgramSearch {
  /** The variable PATH. */
  path: string | undefined
  /** The working folder. No program of the repository around it is ever started: a pull request may add one. */
  workspaceRoot: string
}

/**
 * A program on PATH that is not part of the repository, however the path or a link leads there; undefined when there is
 * none. It is named as it was found: by that name a version manager (mise, asdf) knows what it is asked for.
 */
export const findProgram = (name: string, places: ProgramSearch): string | undefined =>
  trustedFolders(places)
    .map((folder) => join(folder, name))
    .find((file) => {
      const real = realOf(file)
      return real !== undefined && isProgram(file) && outsideOf(places.workspaceRoot)(real)
    })

/**
 * PATH for the programs that we start: without the folders that are not searched here, because a program searches PATH
 * for its own helpers (flyctl for credential helpers, a script for its interpreter).
 */
export function trustedPath(places: ProgramSearch): string {
  return trustedFolders(places).join(delimiter)
}

function trustedFolders({ path = '', workspaceRoot }: ProgramSearch): string[] {
  const realOutside = realOutsideOf(workspaceRoot)
  return path.split(delimiter).filter((folder) => {
    const real = realOutside(folder)
    return real !== undefined && ![folder, real].some(isOfPackages)
  })
}

/**
 * Finds the real path of a folder that exists outside of everything that the repository contains, however the path or a
 * link leads there; undefined for all others. What is in such a folder may be executed.
 */
export function realOutsideOf(workspaceRoot: string): (folder: string) => string | undefined {
  const isOutside = outsideOf(workspaceRoot)
  return (folder) => {
    // A relative path depends on the current folder; an empty one is the current folder.
    const real = isAbsolute(folder) ? realOf(folder) : undefined
    return real !== undefined && isOutside(resolve(folder)) && isOutside(real) ? real : undefined
  }
}

/** npx and npm put those of the current folder and of every folder above it first on PATH. */
const isOfPackages = (folder: string): boolean => folder.endsWith(join(sep, 'node_modules', '.bin'))

/** Whether a path is outside of everything that the repository contains. */
function outsideOf(workspaceRoot: string): (place: string) => boolean {
  // The command line works in the folder where it was started; on a runner, the checked-out repository may be larger.
  const starts = [workspaceRoot, process.env.GITHUB_WORKSPACE ?? workspaceRoot].map((one) => resolve(one))
  const folders = new Set(starts.flatMap((folder) => [folder, realOf(folder) ?? folder]))
  const roots = [...folders].flatMap((folder) => [folder, ...repositoriesAround(folder)])
  return (place) => roots.every((root) => !isInside(root, place))
}

/**
 * The repository that a folder is in, and those around it, of which it may be a submodule. A repository that contains
 * the home folder as well holds a person's settings: its programs are trusted.
 */
function repositoriesAround(folder: string): string[] {
  const home = homeFolder(process.env)
  const [nearest, ...others] = upwards(folder).filter((one) => existsSync(join(one, '.git')))
  return nearest === undefined
    ? []
    : [nearest, ...others.filter((one) => home === undefined || !isInside(one, home))]
}

const upwards = (folder: string): string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...upwards(dirname(folder))]

const isInside = (root: string, place: string): boolean => (place + sep).startsWith(root + sep)

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
