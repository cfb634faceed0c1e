/** Pieces of a report as plain text: for a terminal, with colours or without, and for a log file. */

import { oneLine } from '../lib/text.ts'

/** Untrusted text on one line. */
export const plainText = (text: string, limit = 300): string => oneLine(text, limit)

/** A title and its lines, indented; empty when there are no lines. */
export function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** Columns as wide as their widest cell; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
