import type { Diagnostic } from '../lib/errors.ts'
import type { JsonRead } from './json.ts'

/** The diagnostic for a dashboard file that is not JSON. */
export const invalidJson = (
  file: string,
  { line, column, reason }: JsonRead & { ok: false },
): Diagnostic => ({
  code: 'dashboard/json',
  severity: 'error',
  at: { file, line, column },
  message: `Not valid JSON: ${reason}.`,
  hint: 'Export the dashboard again: Share → Export → Save to file.',
})
