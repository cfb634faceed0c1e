import type { Problem } from '../lib/errors.ts'
import type { JsonRead } from '../lib/json.ts'
import { finding } from './catalog.ts'

/** The finding for a dashboard file that is no JSON. */
export function notJson(file: string, { line, column, reason }: JsonRead & { ok: false }): Problem {
  const hint = 'Export the dashboard again: Share → Export → Save to file.'
  return finding('dashboard/json', { file, line, column }, `Not valid JSON: ${reason}.`, hint)
}
