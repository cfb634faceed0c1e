import type { Problem } from '../../lib/errors.ts'
import type { JsonRead } from '../../lib/json.ts'
import { diagnostic, type Entry } from '../rule.ts'

/** A dashboard file that cannot be read. */
export const invalidJson: Entry = {
  code: 'dashboard/json',
  severity: 'error',
  what: 'A dashboard is not valid JSON.',
  why: 'Grafana cannot import it.',
}

/** The diagnostic for a dashboard file that is not JSON. */
export const notJson = (file: string, { line, column, reason }: JsonRead & { ok: false }): Problem =>
  diagnostic(
    invalidJson,
    { file, line, column },
    `Not valid JSON: ${reason}.`,
    'Export the dashboard again: Share → Export → Save to file.',
  )
