import type { Diagnostic } from '../lib/errors.ts'
import { hide } from '../lib/redact.ts'
import { within } from '../lib/time-limit.ts'
import { nothingYet, type RunReport, type RunSoFar } from './report.ts'

const MOST_CHARACTERS = 200
const MOST_ITEMS = 30
/** Secrets are found in so much of a text; a piece of one at its end is cut off afterwards. */
const LOOKED_AT = 2_000

/**
 * For JSON.stringify: texts and lists become short, secrets are hidden, and what verification has found is left out.
 * Nothing takes long to tell what is left, whoever wrote it.
 */
export function shorten(key: string, value: unknown): unknown {
  if (key === 'evidence') return undefined
  if (typeof value === 'string') return hide(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS)
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value
}

/** The report of a run that could not go on: what was known by then, in short, and why. */
export function briefReport(known: Partial<RunSoFar>, why: Diagnostic): RunReport {
  const short: RunSoFar = { ...nothingYet(), ...JSON.parse(JSON.stringify(known, shorten)) }
  const problems = [why, ...short.problems]
  const errors = problems.filter(({ severity }) => severity === 'error')
  return { ...short, problems, verdict: { kind: 'failed', problems: errors } }
}

/** A report of any size takes a tenth of a second. */
const WRITING_MS = 5_000

/** Writes a report. One that cannot be written in time is written in short; the answer is what was written. */
export function writeInTime(report: RunReport, write: (report: RunReport) => void): RunReport {
  if (within(WRITING_MS, () => write(report)).done) return report
  const brief = briefReport(report, {
    code: 'report-too-slow',
    severity: 'error',
    message: `The report could not be written in ${WRITING_MS / 1_000} s, and is given in short.`,
    hint: 'Something in it takes too long: this is a bug of deploy-monitoring.',
  })
  write(brief)
  return brief
}
