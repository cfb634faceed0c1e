import type { TextPosition } from '../formats/tree.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import type { Code } from '../model/diagnostic-codes.ts'

/** What the documentation says about a diagnostic. */
export interface Entry {
  code: Code
  severity: Diagnostic['severity']
  /** What is wrong, in general, in one sentence. */
  what: string
  /** Why it matters, or how it is known. */
  why: string
  /** A file that has this diagnostic and no other, at the place behind the mark `▸`. */
  bad?: string | Example
  /** The same file, corrected: no diagnostic at all. */
  good?: string | Example
}

/** A file that the tests check and the documentation prints. */
export interface Example {
  text: string
  /** Where the file lies, when it is not the usual place for its subject. */
  path?: string
  /** Other files of the repository, in the place of the usual ones; `null` takes a usual one away. */
  others?: Readonly<Record<string, string | null>>
  /** What a bad example has besides, because it cannot be without. */
  also?: readonly Code[]
}

/** One check of a file: everything that is known about it. `At` is what a place in the file is for this subject. */
export interface Rule<Subject, At = TextPosition> extends Entry {
  check(subject: Subject, context: RuleContext<At>): void
  bad: string | Example
  good: string | Example
}

/** What a check tells its findings to. */
export interface RuleContext<At = TextPosition> {
  /** `message` says what is wrong here, `hint` what to do. Both end with a period. */
  report(at: At, message: string, hint: string): void
}

/** A diagnostic at its place; without one it is about no file. */
export function diagnostic(
  { code, severity }: Pick<Entry, 'code' | 'severity'>,
  at: SourceLocation | undefined,
  message: string,
  hint: string,
): Diagnostic {
  return { code, severity, message, hint, ...(at && { at }) }
}

/** What a rule has found, at a place of its subject. */
export interface Reported<At> {
  rule: Pick<Entry, 'code' | 'severity'>
  at: At
  message: string
  hint: string
}

/** What the rules of a subject find, in the order of the rules. */
export function reportsOf<Subject, At>(
  rules: readonly Rule<Subject, At>[],
  subject: Subject,
): Reported<At>[] {
  const found: Reported<At>[] = []
  for (const rule of rules)
    rule.check(subject, { report: (at, message, hint) => void found.push({ rule, at, message, hint }) })
  return found
}

/** The same for a subject that is a file, in which places are lines and columns. */
export const runRules = <Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  file: string,
): Diagnostic[] =>
  reportsOf(rules, subject).map(({ rule, at: { line, column }, message, hint }) =>
    diagnostic(rule, { file, line, column }, message, hint),
  )
