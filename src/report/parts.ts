import { oneLine } from '../lib/text.ts'

/** A piece of a text; `code`: a name, an address or a command, which is shown in code font. */
export interface Part {
  text: string
  code: boolean
}

/** A code span of one of our own texts: an opening backtick where a word begins, a closing one where a word ends. */
const SPAN = '(?<![^\\s(\\["\'/:=])`([^`\\s](?:[^`]{0,198}[^`\\s])?)`(?![\\w`])'

/** What people copy or look for, in any text: it is recognized by its form. */
const TECHNICAL = [
  'https?:\\/\\/[^\\s<>"\'`]*[^\\s<>"\'`.,;:!?)\\]]',
  // A command ends with the app that it is about, and with the machine.
  'fly(?:ctl)?(?: [\\w"=./@:{}~-]{1,60}){1,12}? -a \\w[\\w-]*(?: --machine \\w+)?',
  'flyctl(?: [\\w.:/@-]{1,60}){1,6}(?=, app )',
  '(?<=, app )[\\w-]+',
  '\\[[\\da-f:.*]{2,45}\\](?::\\d{1,5})?',
  '(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?!\\w|\\.\\d)',
  '(?<![\\w.-])[\\w-]{1,60}(?:\\.[\\w-]{1,60}){0,4}\\.(?:internal|dev|ya?ml|toml|json)(?::\\d{1,5})?(?!\\w|\\.\\d)',
  '(?<![\\w.-])[a-zA-Z][a-zA-Z\\d]*(?:_[a-zA-Z\\d]+)+(?![\\w-]|\\.\\w)',
  '(?<=\\b[Pp]orts? )\\d{1,5}(?!\\w)',
  '(?<![\\w.-])localhost:\\d{1,5}(?:\\/[\\w./-]*\\w)?(?!\\w)',
  '(?<=[\\s(])\\/[a-z][\\w./-]*\\w',
  '(?<![\\w-])(?=[a-f]*\\d)[\\da-f]{7,40}(?![\\w-])',
].join('|')

const OWN = new RegExp(`${SPAN}|(${TECHNICAL})`, 'g')
const FOREIGN = new RegExp(`()(${TECHNICAL})`, 'g')

/**
 * One of our own texts, on one line: Markdown as far as code spans go. Text of other programs may be part of it: a code
 * span with it is code as well, and nothing else in it has a meaning.
 */
export const prose = (text: string, limit = 1_000): Part[] => partsOf(oneLine(text, limit), OWN)

/** Text of others, on one line: a backtick is a character like any other. */
export const verbatim = (text: string, limit = 500): Part[] => partsOf(oneLine(text, limit), FOREIGN)

function partsOf(line: string, pattern: RegExp): Part[] {
  const parts: Part[] = []
  const add = (text: string, code: boolean) => {
    const last = parts.at(-1)
    if (last?.code === code) last.text += text
    else if (text !== '') parts.push({ text, code })
  }
  let from = 0
  for (const match of line.matchAll(pattern)) {
    add(line.slice(from, match.index), false)
    add(match[1] || match[2] || '', true)
    from = match.index + match[0].length
  }
  add(line.slice(from), false)
  return parts
}

/** Parts as plain text: for a log, or for a place without a code font. */
export const plainParts = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('')
