import type { Diagnostic } from '../lib/errors.ts'
import { hide } from '../lib/redact.ts'
import { within } from '../lib/time-limit.ts'
import { emptyRun, type RunReport, type RunSoFar } from './report.ts'

const MOST_CHARACTERS = 200
const MOST_ITEMS = 30
/** Secrets are searched for in this many characters of a text; a part of one at the end is cut off afterwards. */
const LOOKED_AT = 2_000

/**
 * For JSON.stringify: shortens texts and lists, hides secrets and leaves out the evidence of verification, so that the
 * rest is written quickly, whatever it contains.
 */
export function shorten(key: string, value: unknown): unknown {
  if (key === 'evidence') return undefined
  if (typeof value === 'string') return hide(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS)
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value
}

/** The report of a run that could not continue because of `why`, an error: what was known until then, shortened. */
export function briefReport(known: Partial<RunSoFar>, why: Diagnostic): RunReport {
  const short: RunSoFar = { ...emptyRun(), ...JSON.parse(JSON.stringify(known, shorten)) }
  const problems = [why, ...short.problems]
  return { ...short, problems, verdict: { kind: 'failed', failures: [] } }
}

/** Writing takes a tenth of a second, even for a large report. */
const WRITING_MS = 5_000

/** Writes a report, shortened where it cannot be written in time; returns the report that was written. */
export function writeInTime(report: RunReport, write: (report: RunReport) => void): RunReport {
  if (within(WRITING_MS, () => write(report)).done) return report
  const brief = briefReport(report, {
    code: 'report-too-slow',
    severity: 'error',
    message: `The report could not be written within ${WRITING_MS / 1_000} s, so it was shortened.`,
    hint: 'This is a bug in deploy-monitoring: part of the report takes too long to format.',
  })
  write(brief)
  return brief
}
