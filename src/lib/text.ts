import { hide } from './redact.ts'

/**
 * Control sequences of a terminal: those that move the cursor, set colours and clear, strings that are not displayed (a
 * title, the address of a link), and all others.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g

const PLAIN = /^[\x20-\x7e]*$/

/**
 * Replaces runs of characters that are invisible, change the direction of text, or break a line: controls, format
 * characters, halves of characters. Most texts have none: the tables of Unicode, which take a start a millisecond, are then
 * not needed.
 */
export function replaceUnseen(text: string, by: (unseen: string) => string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, by)
}

/** How many characters are read for each one shown: leaves room for colours and indentation. */
const READ_PER_SHOWN = 4

/** The beginning of a text, never with half a character at its end. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** The text without control sequences of a terminal. Linear: no match extends beyond the next escape. */
export const withoutEscapes = (text: string): string => text.replace(ESCAPES, '')

/**
 * Foreign text made safe for one line of a log: no secrets, no escape sequences, no control, format or direction
 * characters, bounded. It is cut first, because foreign text may have any length. Secrets are removed before the last
 * cut, or their beginnings would remain.
 */
export function oneLine(text: string, limit = 500): string {
  const raw = cut(text, limit * READ_PER_SHOWN)
  const seen = replaceUnseen(hide(withoutEscapes(raw)), () => ' ')
  const flat = seen.replace(/ {2,}/g, ' ').trim()
  return flat.length > limit || raw.length < text.length ? `${cut(flat, limit - 1)}…` : flat
}

/** A log of a program is read from its end. */
const MAX_LINES = 2_000

/** Foreign text as its lines, each safe for a log; of a text that is too long, the last ones. */
export function safeLines(text: string): string[] {
  const lines = text.split(/\r\n|\n/)
  const shown = lines.slice(-MAX_LINES).map((line) => oneLine(line, 2_000))
  return lines.length > MAX_LINES ? [`… ${lines.length - MAX_LINES} lines before`, ...shown] : shown
}

/** `1 target`, `3 targets`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`
}

/** A URL or a path without slashes at its end; linear also for a text of slashes only. */
export const withoutEndSlash = (text: string): string => text.replace(/(?<!\/)\/+$/, '')

/** A text at the start of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** `a, b, c and 9 more`. */
export function few(items: readonly string[], most = 3): string {
  return list(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items)
}

/** The line of a position in a text, from 1. */
export function lineAt(text: string, index: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line++
  return line
}
