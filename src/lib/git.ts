import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProcess } from './process.ts'
import { findProgram, trustedPath } from './programs.ts'

/** A file that git ignores, and the rule that says so: `.gitignore:12:/scripts/`. */
export interface Ignored {
  path: string
  by: string
}

/** Which of these files git ignores; none without git or without a repository. No program of the repository is run. */
export async function ignoredByGit(root: string, paths: readonly string[]): Promise<Ignored[]> {
  const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin']
  // Exit code 1: none of them is ignored.
  return inFours((await git(root, asked, paths.join('\0'))).split('\0'))
}

/** The commit that a clone has checked out, in hex; undefined without git, or when the folder itself is not a clone. */
export async function commitOf(folder: string): Promise<string | undefined> {
  if (!existsSync(join(folder, '.git'))) return undefined
  return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0]
}

/**
 * The commit, in hex, that a command of git names; undefined without it. `exists`: another revision that has to exist.
 */
export async function revisionOf(
  root: string,
  args: readonly string[],
  exists?: string,
): Promise<string | undefined> {
  if (
    exists !== undefined &&
    (await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined
  )
    return undefined
  return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0]
}

/** The text of a file in a commit; undefined when it does not exist there. Paths are relative to the folder. */
export async function fileAt(folder: string, commit: string, path: string): Promise<string | undefined> {
  // No filter and no textconv of the repository is run: `cat-file` without them prints the blob itself.
  const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`])
  return text === '' ? undefined : text
}

/** The name that a file of HEAD had in a commit before it was renamed; undefined when it was not. No file is read. */
export async function nameBefore(folder: string, commit: string, path: string): Promise<string | undefined> {
  const asked = ['diff-tree', '-r', '--find-renames', '--diff-filter=R', '--name-status', '--relative', '-z']
  const parts = (await git(folder, [...asked, commit, 'HEAD'])).split('\0')
  // Status, old name, new name.
  const at = parts.findIndex((part, i) => i % 3 === 2 && part === path)
  return at < 0 ? undefined : parts[at - 1]
}

/**
 * The configuration of a repository can name programs that git starts, and an archive may contain one. The commands
 * used here start none of them; they are disabled nevertheless.
 */
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit']

/** Variables by which git finds the user's settings, and nothing else: no token, no GIT_DIR, no GIT_EXTERNAL_DIFF. */
const PASSED = ['HOME', 'XDG_CONFIG_HOME']

const TIMEOUT_MS = 10_000

/** git's output for the repository that contains a folder; empty when it fails. */
async function git(folder: string, args: readonly string[], stdin = ''): Promise<string> {
  const places = { path: process.env.PATH, workspaceRoot: process.cwd() }
  const binary = findProgram('git', places)
  if (binary === undefined) return ''
  const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  const result = await runProcess({
    binary,
    argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
    env: { ...Object.fromEntries(own), PATH: trustedPath(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
    // A version manager would read the settings of the folder that it is started in.
    cwd: '/',
    stdin,
    timeoutMs: TIMEOUT_MS,
  }).catch(() => undefined)
  return result?.exitCode === 0 ? result.stdout : ''
}

/** Source, line, pattern and path; a pattern that begins with "!" includes the file again. */
function inFours([source, line, pattern, path, ...rest]: readonly string[]): Ignored[] {
  if (path === undefined) return []
  const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }]
  return [...found, ...inFours(rest)]
}
