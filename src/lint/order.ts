import type { Diagnostic } from '../lib/errors.ts'
import { few } from '../lib/text.ts'
import { CODES, isWarning } from '../model/diagnostic-codes.ts'

const RANK = new Map<string, number>(CODES.map((code, i) => [code, i]))
/** Codes that are not in the list come from other programs, and go first. */
const rank = (code: string): number => RANK.get(code) ?? -1

/** At most this many errors with the same code are reported for each file. */
const MOST = 20

/**
 * Worst first: errors, then warnings, then what would be an error in a file that is deployed; then as in the list of codes, then
 * by place.
 */
export function worstFirst(problems: readonly Diagnostic[]): Diagnostic[] {
  return problems.toSorted(
    (a, b) =>
      weight(a) - weight(b) ||
      rank(a.code) - rank(b.code) ||
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  )
}

const weight = ({ severity, code }: Diagnostic): number =>
  severity === 'error' ? 0 : RANK.has(code) && !isWarning(code) ? 2 : 1

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Limits the findings with the same code in one file. Warnings of one kind, with one and the same thing to do, become one,
 * and so do errors with one text; of the others there are at most twenty. The last one that is reported says how many more
 * there are.
 */
export function limitEach(problems: readonly Diagnostic[]): Diagnostic[] {
  const kinds = Map.groupBy(onceEach(problems), kindOf)
  return [...kinds.values()].flatMap((same) => {
    const most = isWarning(same[0]?.code ?? '') ? 1 : MOST
    const last = same[most - 1]
    if (same.length <= most || !last) return same
    const more = same.length - most
    if (most === 1) return [{ ...last, message: `${last.message} (${othersOf(last, same.slice(1))}.)` }]
    const message = `${last.message} (${more} more of these in this file.)`
    return [...same.slice(0, most - 1), { ...last, message, more }]
  })
}

/** Errors with one text, at the first of their places. */
function onceEach(problems: readonly Diagnostic[]): Diagnostic[] {
  const texts = Map.groupBy(
    problems,
    ({ code, at, message, hint }) => `${code} ${at?.file} ${message} ${hint}`,
  )
  return [...texts.values()].flatMap(([first, ...others]) => {
    const lines = others.flatMap(({ at }) => (at && at.line !== first?.at?.line ? String(at.line) : []))
    if (!first || lines.length === 0 || isWarning(first.code)) return first ? [first, ...others] : []
    return {
      ...first,
      message: `${first.message} (The same in ${lines.length > 1 ? 'lines' : 'line'} ${few(lines, MOST)}.)`,
    }
  })
}

const kindOf = ({ code, at, hint }: Diagnostic): string =>
  isWarning(code) ? `${code} ${at?.file} ${hint}` : `${code} ${at?.file}`

/** What a message names: `a metric`, or else "a panel". */
const NAMES = [/`[^`]{1,80}`/g, /"[^"]{1,80}"/g]

/** What the other findings of a kind are about, if their messages name it. */
function othersOf({ message }: Diagnostic, others: readonly Diagnostic[]): string {
  const named = NAMES.map((pattern) => {
    const known = new Set(message.match(pattern))
    return others.flatMap((one) => (one.message.match(pattern) ?? []).find((name) => !known.has(name)) ?? [])
  })
  const names = new Set(named.find((found) => found.length > 0))
  return names.size > 0
    ? `The same in this file: ${few([...names])}`
    : `${others.length} more of these in this file`
}
