import type { Diagnostic } from '../lib/errors.ts'
import type { CheckAnnotation, CheckRun } from '../model/check-run.ts'
import { headline, runOutcome } from './headline.ts'
import { inertText } from './inert-text.ts'
import { proseMarkdown } from './markdown.ts'
import { otherConfiguration, type Publication, renderPublished } from './publication.ts'
import type { RunReport } from './report.ts'

/** Ten requests; the text has the others. */
const MAX_ANNOTATIONS = 500

/** `isFailed`: the run ends with an error, according to `fail-on`. */
export function renderCheckRun(report: RunReport, publication: Publication, isFailed: boolean): CheckRun {
  return {
    name: checkName(publication),
    conclusion: isFailed ? 'failure' : runOutcome(report) === 'unproven' ? 'neutral' : 'success',
    title: inertText(headline(report), 200),
    summary: `${proseMarkdown(headline(report))}.`,
    text: renderPublished(report, publication),
    annotations: withPlaces(report.problems).slice(0, MAX_ANNOTATIONS).map(annotationOf),
  }
}

/**
 * A check is required by its name, and of two with one name the newest counts: another configuration, and the contract,
 * which is compared on the same commit as the plan, have names of their own.
 */
function checkName(publication: Publication): string {
  const parts = [publication.mode === 'contract' ? 'contract' : '', otherConfiguration(publication)]
  const others = parts.filter((part) => part !== '')
  return inertText(`deploy-monitoring${others.length === 0 ? '' : ` (${others.join(', ')})`}`, 200)
}

/** A diagnostic with the place that it is about. */
export type PlacedDiagnostic = Diagnostic & Required<Pick<Diagnostic, 'at'>>

/** The diagnostics that are about a place in a file, errors first. */
export function withPlaces(problems: readonly Diagnostic[]): PlacedDiagnostic[] {
  const placed = problems.filter((problem): problem is PlacedDiagnostic => problem.at !== undefined)
  const { error = [], warning = [] } = Object.groupBy(placed, ({ severity }) => severity)
  return [...error, ...warning]
}

const annotationOf = ({ at, severity, code, message, hint }: PlacedDiagnostic): CheckAnnotation => ({
  path: at.file,
  line: Math.max(1, at.line),
  column: Math.max(1, at.column),
  level: severity === 'error' ? 'failure' : 'warning',
  title: inertText(code, 200),
  message: `${inertText(message, 1_000)}\n${inertText(hint, 1_000)}`,
})
