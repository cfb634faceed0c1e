import * as v from 'valibot'
import { DURATION, parseDuration } from '../lib/duration.ts'

/** Kinds of values that several parts of the configuration share; the messages are shown to users unchanged. */

export const matching = (pattern: RegExp, otherwise: string) =>
  v.pipe(v.string(), v.regex(pattern, otherwise))

export const filled = v.pipe(v.string(), v.minLength(1, 'must not be empty'))

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
