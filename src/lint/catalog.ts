import type { Located, Problem } from '../lib/errors.ts'
import type { Entry } from './catalog/entry.ts'
import { ERRORS } from './catalog/errors.ts'
import { WARNINGS } from './catalog/warnings.ts'

/** Diagnostics that have no file of their own yet. */
export const FINDINGS = { ...ERRORS, ...WARNINGS } as const satisfies Record<string, Entry>

export type Code = keyof typeof FINDINGS

/** A finding of the catalogue at its place. */
export function finding(code: Code, at: Located | undefined, message: string, hint: string): Problem {
  return { code, severity: FINDINGS[code].severity, message, hint, ...(at && { at }) }
}
