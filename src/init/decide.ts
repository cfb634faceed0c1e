import type { InitFile } from '../desired/manual/files.ts'
import { initMarkOf } from '../desired/manual/mark.ts'

/** What happens to one file. `before` is its current text. */
export type Decision = { file: InitFile } & (
  | { kind: 'create' }
  | { kind: 'unchanged' }
  | { kind: 'update'; before: string }
  /** Only with `force`: the file has changes that are not from init. */
  | { kind: 'replace'; before: string; whose: Whose }
  | { kind: 'keep'; before: string; whose: Whose }
)

/** The origin of a file: `changed` was written by init and changed since, `unmanaged` was never written by it. */
export type Whose = 'changed' | 'unmanaged'

/**
 * What to do with a file, given its current text. Changes by people are never lost without `force`: only a file that is
 * exactly as an earlier init wrote it is updated.
 */
export function decide(file: InitFile, before: string | undefined, force: boolean): Decision {
  if (before === undefined) return { kind: 'create', file }
  if (sameText(before, file.text)) return { kind: 'unchanged', file }
  const mark = initMarkOf(before)
  if (mark && !mark.changed) return { kind: 'update', file, before }
  return { kind: force ? 'replace' : 'keep', file, before, whose: mark ? 'changed' : 'unmanaged' }
}

/** Git may have converted the line endings. */
const sameText = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n') === b

/** Whether the file is written. */
export const isWrite = ({ kind }: Decision): boolean =>
  kind === 'create' || kind === 'update' || kind === 'replace'
