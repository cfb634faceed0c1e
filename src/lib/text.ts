import { stripVTControlCharacters } from 'node:util'
import { hide } from './redact.ts'

/** What is looked at of a text that is going to be cut: of 32 MB that somebody sends, nobody reads the end. */
const MARGIN = 64 * 1024

/**
 * Foreign text made safe for one line of a log: no secrets, no escape sequences, no control or direction characters,
 * bounded. Secrets are taken out before the text is cut, or their beginnings would be left.
 * Without line breaks it cannot start a workflow command either.
 */
export function oneLine(text: string, limit = 500): string {
  const flat = hide(stripVTControlCharacters(text.slice(0, limit + MARGIN)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return flat.length > limit ? `${flat.slice(0, limit - 1)}…` : flat
}

/** Foreign text as its lines, each safe for a log. */
export function safeLines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => oneLine(line, 2_000))
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
