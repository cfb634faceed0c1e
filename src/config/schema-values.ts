import { posix } from 'node:path'
import * as v from 'valibot'

/** A text of a form; `otherwise` completes "KEY …". */
export const matching = (pattern: RegExp, otherwise: string) =>
  v.pipe(v.string(), v.regex(pattern, otherwise))

export const filled = v.pipe(v.string(), v.minLength(1, 'must not be empty'))

/** A path inside the workspace, normalised. */
export const relativePath = v.pipe(
  filled,
  v.check(
    (path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'),
    'must stay inside the workspace: a relative path without ".."',
  ),
  // `./fly.toml` and `fly.toml` are one file.
  v.transform(posix.normalize),
)
