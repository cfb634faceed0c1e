import { execFileSync } from 'node:child_process'

/** A file that git does not take, and where that is said: `.gitignore:12:/scripts/`. */
export interface Ignored {
  path: string
  by: string
}

/** Which of these files git ignores; none when there is no git, or no repository of it. Nothing of it is run. */
export function ignoredByGit(root: string, paths: readonly string[]): Ignored[] {
  const options = ['-c', 'core.fsmonitor=false', 'check-ignore', '--no-index', '--verbose', '-z', '--stdin']
  try {
    const said = execFileSync('git', options, {
      cwd: root,
      input: paths.join('\0'),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    return inFours(said.split('\0'))
  } catch {
    // Exit code 1: none of them is ignored.
    return []
  }
}

/** Source, line, pattern and path; a pattern that begins with "!" takes the file in again. */
function inFours([source, line, pattern, path, ...rest]: readonly string[]): Ignored[] {
  if (path === undefined) return []
  const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }]
  return [...found, ...inFours(rest)]
}
