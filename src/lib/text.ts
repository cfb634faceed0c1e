import { hide } from './redact.ts'

/**
 * What a terminal takes for an order: sequences that move, colour and clear, strings that it keeps to itself (a title,
 * the address of a link), and the rest.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g

/** What is not seen, turns the direction, or breaks a line: controls, format characters, halves of characters. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu

/** How many characters are looked at for one that is shown: there is room for colours and indentation. */
const LOOKED_AT = 4

/** The beginning of a text, never with half a character at its end. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** A text without the sequences by which it would steer a terminal. Linear: no part reaches beyond the next escape. */
export const withoutEscapes = (text: string): string => text.replace(ESCAPES, '')

/**
 * Foreign text made safe for one line of a log: no secrets, no escape sequences, no control, format or direction
 * characters, bounded. Cut first: whoever wrote it decides how long it is, and we how much of it is looked at. Secrets
 * go before the last cut, or their beginnings would be left.
 */
export function oneLine(text: string, limit = 500): string {
  const raw = cut(text, limit * LOOKED_AT)
  const flat = hide(withoutEscapes(raw)).replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim()
  return flat.length > limit || raw.length < text.length ? `${cut(flat, limit - 1)}…` : flat
}

/** A log of a program is read from its end. */
const MAX_LINES = 2_000

/** Foreign text as its lines, each safe for a log; of a text that is too long the last ones. */
export function safeLines(text: string): string[] {
  const lines = text.split(/\r\n|\n/)
  const shown = lines.slice(-MAX_LINES).map((line) => oneLine(line, 2_000))
  return lines.length > MAX_LINES ? [`… ${lines.length - MAX_LINES} lines before`, ...shown] : shown
}
/** `1 target`, `3 targets`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`
}

/** `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** `a, b, c and 9 more`. */
export function few(items: readonly string[], most = 3): string {
  return list(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items)
}
