/** Pieces of a report as plain text: for a terminal, as wide as it is and in its colours, and for a pipe or a file. */

import { oneLine } from '../lib/text.ts'
import { prose } from './parts.ts'

/** What a text means; how it is coloured is known where the terminal is. */
export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'code' | 'title'

/** How wide texts are. */
export interface Ruler {
  /** Columns that a text takes; escape sequences take none. */
  width(text: string): number
  /** A text in lines of at most so many columns, broken between words where it can be. */
  wrap(text: string, columns: number): string[]
}

/** For texts whose every character takes one column, on lines that are not broken. */
export const BY_CHARACTERS: Ruler = { width: (text) => text.length, wrap: (text) => [text] }

/** The screen that a report is for. */
export interface Screen {
  ruler: Ruler
  /** In columns; `Infinity` for a pipe, whose lines are not broken. */
  width: number
  /** Whether there are colours: then code has one, and no backticks. */
  colours: boolean
  paint(tone: Tone, text: string): string
}

/** A pipe or a file. */
export const PLAIN: Screen = {
  ruler: BY_CHARACTERS,
  width: Number.POSITIVE_INFINITY,
  colours: false,
  paint: (_, text) => text,
}

const INDENT = 2

/** Untrusted text on one line. */
export const plainText = (text: string, limit = 300): string => oneLine(text, limit)

/** One of our own texts: its code in colour, or with its backticks. */
export function proseText(text: string, { colours, paint }: Screen, limit = 1_000): string {
  if (!colours) return oneLine(text, limit)
  return prose(text, limit)
    .map((part) => (part.code ? paint('code', part.text) : part.text))
    .join('')
}

/** A text in lines that fit into a section, all but the first one indented by as many columns. */
export function hanging(text: string, indent: number, { width, ruler }: Screen): string[] {
  if (width === Number.POSITIVE_INFINITY) return [text]
  const start = /^ */.exec(text)?.[0] ?? ''
  const room = Math.max(20, width - INDENT - indent)
  const [first = '', ...rest] = ruler.wrap(text.slice(start.length), room)
  return [start + first, ...rest.map((line) => ' '.repeat(indent) + line)]
}

/** A title and its lines, indented; empty when there are no lines. */
export function section(title: string, lines: readonly string[], screen: Screen = PLAIN): string {
  if (lines.length === 0) return ''
  return [screen.paint('title', title), ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n')
}

/** A last column that is narrower is written below its row. */
const NARROW = 24

/**
 * Columns as wide as their widest cell; the last one is not padded. Where a row is wider than the screen, the last cell is
 * broken between words, below itself, or below the row when there is no room for it.
 */
export function columns(rows: readonly (readonly string[])[], screen: Screen = PLAIN): string[] {
  const widthOf = screen.ruler.width
  const widths: number[] = []
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))
  const last = widths.length - 1
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0)
  const room = screen.width - INDENT - before
  return rows.flatMap((row) => {
    const cells = row.map((cell, i) =>
      i === last ? '' : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)),
    )
    const start = cells.slice(0, last).join('  ')
    const end = row[last] ?? ''
    if (last === 0) return hanging(end, INDENT, screen)
    if (end === '') return hanging(start.trimEnd(), 4, screen)
    if (room >= Math.min(NARROW, widthOf(end))) return broken(`${start}  `, hanging(end, before, screen))
    return [...broken('', hanging(start.trimEnd(), 4, screen)), ...broken('    ', hanging(end, 4, screen))]
  })
}

const broken = (start: string, [first = '', ...rest]: readonly string[]): string[] => [start + first, ...rest]

/** The first rows, and how many more there are. */
export function bounded<T>(
  rows: readonly T[],
  most: number,
  show: (rows: readonly T[]) => string[],
): string[] {
  const more = rows.length - most
  return [...show(rows.slice(0, most)), ...(more > 0 ? [`… and ${more} more`] : [])]
}
