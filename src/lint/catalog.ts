import type { Located, Problem } from '../lib/errors.ts'
import type { Entry } from './catalog/entry.ts'
import { ERRORS } from './catalog/errors.ts'
import { SETTINGS } from './catalog/settings.ts'
import { WARNINGS } from './catalog/warnings.ts'

/** Every finding, worst first: the order in which equals are shown when there is no room for all of them. */
export const FINDINGS = { ...SETTINGS, ...ERRORS, ...WARNINGS } as const satisfies Record<string, Entry>

/** The name of a finding. Stable across releases. */
export type Code = keyof typeof FINDINGS

/** A finding of the catalogue at its place. */
export function finding(code: Code, at: Located | undefined, message: string, hint: string): Problem {
  return { code, severity: FINDINGS[code].severity, message, hint, ...(at && { at }) }
}

/** A value from a file as a message shows it: in quotes, and never a whole page of it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
