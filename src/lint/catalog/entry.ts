import type { Problem } from '../../lib/errors.ts'

/** What stands in docs/findings.md about a finding. */
export interface Entry {
  severity: Problem['severity']
  /** What is wrong, in general. */
  what: string
  /** Why it matters, or what is known about it. */
  why: string
  /** A file that has it cannot be checked any further, so it cannot be silenced. */
  fatal?: true
}
