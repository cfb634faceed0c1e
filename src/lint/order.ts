import type { Diagnostic } from '../lib/errors.ts'
import { CODES } from '../model/diagnostic-codes.ts'

const RANK = new Map<string, number>(CODES.map((code, i) => [code, i]))
/** Codes that are not in the list come from other programs, and go first. */
const rank = (code: string): number => RANK.get(code) ?? -1

/** At most this many findings with the same code are reported for each file. */
const MOST = 20
/** Worst first: errors before warnings, then as in the list of codes, then by place. */
export function worstFirst(problems: readonly Diagnostic[]): Diagnostic[] {
  const severity = ({ severity }: Diagnostic) => (severity === 'error' ? 0 : 1)
  return problems.toSorted(
    (a, b) =>
      severity(a) - severity(b) ||
      rank(a.code) - rank(b.code) ||
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Limits the findings with the same code in one file; the last one that is reported says how many more there are. */
export function limitEach(problems: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(problems, ({ code, at }) => `${code} ${at?.file}`)
  return [...groups.values()].flatMap((same) => {
    const reported = same.slice(0, MOST)
    const last = reported.at(-1)
    if (same.length <= MOST || !last) return same
    return [
      ...reported.slice(0, -1),
      { ...last, message: `${last.message} (${same.length - MOST} more of these in this file.)` },
    ]
  })
}
