import type { TextPosition } from '../formats/tree.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import type { Code } from '../model/diagnostic-codes.ts'

/** A diagnostic as the documentation describes it. */
export interface Entry {
  code: Code
  severity: Diagnostic['severity']
  /** The mistake in general, in one sentence. */
  what: string
  /** Why it matters. */
  why: string
  /** A file that has only this diagnostic, at the place after the mark `▸`. */
  bad?: string | Example
  /** The same file, corrected, without any diagnostic. */
  good?: string | Example
}

/** A file that the tests check and the documentation prints. */
export interface Example {
  text: string
  /** The path of the file, if it is not the usual one for its subject. */
  path?: string
  /** Other files of the repository, which replace the usual ones; `null` removes a usual one. */
  others?: Readonly<Record<string, string | null>>
  /** Other diagnostics that a bad example cannot avoid. */
  also?: readonly Code[]
}

/** One check of a file, with its documentation. `At` is the type of a place in the file for this subject. */
export interface Rule<Subject, At = TextPosition> extends Entry {
  check(subject: Subject, context: RuleContext<At>): void
  bad: string | Example
  good: string | Example
}

/** Receives the findings of a check. */
export interface RuleContext<At = TextPosition> {
  /** `message` says what is wrong here, `hint` what to do. Both end with a period. `patch`: what corrects the file. */
  report(at: At, message: string, hint: string, patch?: string): void
}

/** Makes a diagnostic at a place; without a place it is not about a file. */
export function diagnostic(
  { code, severity }: Pick<Entry, 'code' | 'severity'>,
  at: SourceLocation | undefined,
  message: string,
  hint: string,
): Diagnostic {
  return { code, severity, message, hint, ...(at && { at }) }
}

/** A finding of a rule, at a place in its subject. */
export interface Reported<At> {
  rule: Pick<Entry, 'code' | 'severity'>
  at: At
  message: string
  hint: string
  patch?: string | undefined
}

/** The findings of the rules of a subject, in the order of the rules. */
export function reportsOf<Subject, At>(
  rules: readonly Rule<Subject, At>[],
  subject: Subject,
): Reported<At>[] {
  const found: Reported<At>[] = []
  for (const rule of rules)
    rule.check(subject, {
      report: (at, message, hint, patch) => void found.push({ rule, at, message, hint, patch }),
    })
  return found
}

/** The same as diagnostics, for a subject whose places are lines and columns of a file. */
export const runRules = <Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  file: string,
): Diagnostic[] =>
  reportsOf(rules, subject).map(({ rule, at: { line, column }, message, hint, patch }) => ({
    ...diagnostic(rule, { file, line, column }, message, hint),
    ...(patch !== undefined && { patch }),
  }))
