import { createPace, type Pace, type PaceOptions } from '../../src/lib/pace.ts'

/** A pace as a run without an end has it, but for what a test says. */
export const paceOf = (over: Partial<PaceOptions> = {}): Pace =>
  createPace({ until: Number.POSITIVE_INFINITY, signal: new AbortController().signal, ...over })
