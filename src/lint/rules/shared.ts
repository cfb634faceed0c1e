import { get, type Place, type Table, type Tree, textOf } from '../../formats/tree.ts'
import { parseDuration } from '../../lib/duration.ts'
import { quoted } from '../../lib/quote.ts'
import type { Code } from '../catalog.ts'
import type { Contract } from '../contract.ts'

/** Tells a finding at a place of the file. */
export type Report = (code: Code, at: Place, message: string, hint: string) => void

/** What the rules for rule files need beside the file. */
export interface RuleContext {
  /** Undefined: there is no configuration to hold queries against. */
  contract: Contract | undefined
}

export const isNothing = (node: Tree | undefined): boolean =>
  !node || (node.kind === 'value' && node.value === null)

/** Prometheus refuses a file for one key that it does not know. */
export function unknownKeys(
  table: Table,
  { allowed, what }: { allowed: string[]; what: string },
  report: Report,
): void {
  for (const [key, value] of table.entries)
    if (!allowed.includes(key))
      report(
        'rules/unknown-key',
        value.at,
        `${quoted(key)} is not a key of ${what}.`,
        `Known: ${allowed.join(', ')}.`,
      )
}

/** A key that holds a duration, if it is there. */
export function durationOf(table: Table, key: string, report: Report): void {
  const node = get(table, key)
  const text = textOf(node)
  if (isNothing(node) || (text !== undefined && (text === '0' || parseDuration(text) !== undefined))) return
  report(
    'rules/duration',
    node?.at ?? table.at,
    `${key} is ${quoted(text ?? 'no text')}, which is no duration.`,
    'Use a duration such as 5m, 90s or 1h30m.',
  )
}
