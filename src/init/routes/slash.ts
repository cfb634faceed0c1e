import type { TextFile } from '../../lib/workspace.ts'

/** An app below a path, of Starlette and what is built on it: `app.mount("/metrics", …)`, `Mount("/metrics", app=…)`. */
const MOUNT = /\b[mM]ount\(\s*(?:path\s*=\s*)?["']/
const STARLETTE = /\b(?:fastapi|starlette)\b/
/** Its pattern is replaced by one that has the path without the slash as well. */
const OTHER_PATTERN = /\.path_regex\s*=/

/** The path of a route as its line writes it, and what a slash at its end means. */
export interface WrittenPath {
  path: string
  /** It is that of an app which is mounted here: it answers only with the slash at the end of `path`. */
  isMounted?: true
  /** `/` is a slash at the end of what mounts the route, and not the place itself: in FastAPI, Flask, gin and echo. */
  isSlashKept?: true
}

/** The path that a line has, with the slash that its framework asks for. `files`: the code around it. */
export function writtenPath(
  path: string,
  line: string,
  { source, files }: { source: TextFile; files: readonly TextFile[] },
): WrittenPath {
  const isMounted = isMountedApp(line, source, files)
  const isPython = source.file.endsWith('.py')
  const isSlashKept = isPython || (source.file.endsWith('.go') && /\.GET\(/.test(line))
  return {
    path: isMounted ? path.replace(/\/?$/, '/') : path,
    ...(isMounted && { isMounted }),
    ...(isSlashKept && { isSlashKept }),
  }
}

/**
 * Whether a line mounts an app that answers only with a slash after its path, and redirects a request without one there.
 * Express, Rails, chi and the dispatcher of Werkzeug answer both.
 */
const isMountedApp = (line: string, { file, text }: TextFile, files: readonly TextFile[]): boolean =>
  file.endsWith('.py') &&
  MOUNT.test(line) &&
  !OTHER_PATTERN.test(text) &&
  [text, ...files.map((one) => one.text)].some((one) => STARLETTE.test(one))
