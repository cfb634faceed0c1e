import { posix } from 'node:path'
import * as v from 'valibot'
import { DURATION, parseDuration } from '../lib/duration.ts'

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

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** A duration within bounds, which are durations too. */
export const durationBetween = (least: string, most: string) =>
  v.pipe(
    matching(DURATION, 'is not a duration such as 15s, 1m30s or 15d'),
    v.check((text) => {
      const [given = 0, low = 0, high = 0] = [text, least, most].map(parseDuration)
      return given >= low && given <= high
    }, `is not between ${least} and ${most}`),
  )
