import type { InitFile } from '../desired/manual/files.ts'
import { initMarkOf } from '../desired/manual/mark.ts'

/** What becomes of one file. `before` is the text that is there. */
export type Decision = { file: InitFile } & (
  | { kind: 'create' }
  | { kind: 'unchanged' }
  | { kind: 'update'; before: string }
  /** Force, or nothing of anybody's in it. */
  | { kind: 'replace'; before: string; whose: Whose }
  | { kind: 'keep'; before: string; whose: Whose }
)

/** Whose a file is: `changed` was written by init and changed since, `foreign` was never written by it. */
export type Whose = 'changed' | 'foreign'

/**
 * What to do with a file, given what is there. Work of people is never lost without `force`: only a file that is
 * exactly as an earlier init wrote it is brought up to date.
 */
export function decide(file: InitFile, before: string | undefined, force: boolean): Decision {
  if (before === undefined) return { kind: 'create', file }
  if (sameText(before, file.text)) return { kind: 'unchanged', file }
  const mark = initMarkOf(before)
  if (mark && !mark.changed) return { kind: 'update', file, before }
  return { kind: force ? 'replace' : 'keep', file, before, whose: mark ? 'changed' : 'foreign' }
}

/** Git may have turned the ends of lines. */
const sameText = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n') === b
