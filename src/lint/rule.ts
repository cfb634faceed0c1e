import type { Place } from '../formats/tree.ts'
import type { Located, Problem } from '../lib/errors.ts'
import type { Code } from './codes.ts'

/** What the documentation says about a diagnostic. */
export interface Entry {
  code: Code
  severity: Problem['severity']
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
export interface Rule<Subject, At = Place> extends Entry {
  check(subject: Subject, context: RuleContext<At>): void
  bad: string | Example
  good: string | Example
}

/** What a check tells its findings to. */
export interface RuleContext<At = Place> {
  /** `message` says what is wrong here, `hint` what to do. Both end with a period. */
  report(at: At, message: string, hint: string): void
}

/** A diagnostic at its place; without one it is about no file. */
export function diagnostic(
  { code, severity }: Pick<Entry, 'code' | 'severity'>,
  at: Located | undefined,
  message: string,
  hint: string,
): Problem {
  return { code, severity, message, hint, ...(at && { at }) }
}

/** What the rules of a subject find in one file, in the order of the rules. */
export function runRules<Subject, At extends Place>(
  rules: readonly Rule<Subject, At>[],
  subject: Subject,
  file: string,
): Problem[] {
  const found: Problem[] = []
  for (const rule of rules)
    rule.check(subject, {
      report: ({ line, column }, message, hint) =>
        void found.push(diagnostic(rule, { file, line, column }, message, hint)),
    })
  return found
}
