import { parseDuration } from '../../lib/duration.ts'
import type { Finding } from './absent.ts'

/** Functions that compare the first and the last sample of a range. */
const NEEDS_TWO = /^(?:rate|irate|increase|delta|idelta|deriv|predict_linear)$/

/** How many samples of a range these functions need. */
export const samplesNeeded = (functions: readonly string[]): 1 | 2 =>
  functions.some((name) => NEEDS_TWO.test(name)) ? 2 : 1

const NEXT = 'Use $__rate_interval, or at least four scrape intervals.'

/**
 * What is wrong with a range that does not hold the samples that a function needs at every moment: the panel is a line
 * with gaps, or never has a point. Undefined for a range that is long enough.
 */
export function rangeFinding(range: string, needed: 1 | 2, intervalMs: number): Finding | undefined {
  const ms = parseDuration(range)
  if (ms === undefined || ms >= needed * intervalMs) return undefined
  const scrapes = `${needed === 2 ? 'two scrapes' : 'a scrape'}, which are ${intervalMs / 1000} s apart`
  return ms > (needed - 1) * intervalMs
    ? {
        ...{ state: 'warning', certainty: 'proven', absent: [], next: NEXT },
        why: `It has data only at some moments: the range [${range}] does not always hold ${scrapes}.`,
      }
    : {
        ...{ state: 'no-data', certainty: 'proven', absent: [], next: NEXT },
        why: `The range [${range}] is too short to hold ${scrapes}.`,
      }
}
