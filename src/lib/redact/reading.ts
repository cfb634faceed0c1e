/**
 * How a text reads after its escapes are decoded. A program that passes a secret on may have percent-encoded it, quoted
 * it as JSON (also twice), written it in HTML or in base64's other alphabet, wrapped or coloured it: a secret and a
 * text that are both read this way have the same characters in the same order.
 */

/** A UTF-16 code unit of the reading, and its start and end in the text. */
export type Emit = (code: number, start: number, end: number) => void

const [PLAIN, SPACE, DROPPED, ESCAPE] = [0, 1, 2, 3]
const [BLANK, SLASH, UNDERSCORE] = [0x20, 0x2f, 0x5f]

/** `+` and `-` are one character of base64, and `+` is a blank in forms: all of them read as a blank. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if ('%\\&\u001b'.includes(char)) return ESCAPE
  return code <= BLANK || code === 0x7f || '+-'.includes(char) ? SPACE : PLAIN
})

/** Invisible characters. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const BLANKS = /[\s\u0080-\u009f]/

/**
 * One escape: percent-encoded once or more often (`%2541`), ASCII or a run of other bytes; JSON's and Go's, with any
 * number of backslashes; an HTML entity; an escape sequence of a terminal, which shows nothing.
 */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they begin the control sequences of terminals
  /%(?:25)*([0-7][\da-f])|((?:%(?:25)*[89a-f][\da-f])+)|\\+u([\da-f]{4})|\\+x([\da-f]{2})|\\+([^%&\u001b\\])?|&(?:amp;)*(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));|\u001b(?:\[[\d;:?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/iy

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
}

/** Reads a text from its beginning to its end, in linear time. Runs of blanks are one. */
export function read(text: string, emit: Emit): void {
  let afterBlank = false
  const put = (code: number, start: number, end: number): void => {
    const kind = kindOf(code)
    if (kind === DROPPED) return
    if (kind === SPACE && afterBlank) return
    afterBlank = kind === SPACE
    emit(kind === SPACE ? BLANK : code === UNDERSCORE ? SLASH : code, start, end)
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const found = code < 128 && KINDS[code] === ESCAPE ? escapeAt(text, at) : undefined
    const end = at + (found?.length ?? 1)
    if (!found) put(code, at, end)
    else for (let i = 0; i < found.means.length; i++) put(found.means.charCodeAt(i), at, end)
    at = end
  }
}

/** The reading of a short text, without blanks around it. */
export function readingOf(text: string): string {
  const codes: number[] = []
  read(text, (code) => codes.push(code))
  return codes
    .map((code) => String.fromCharCode(code))
    .join('')
    .trim()
}

function kindOf(code: number): number {
  if (code < 128) return code === 0x5c ? DROPPED : KINDS[code] === ESCAPE ? PLAIN : (KINDS[code] ?? PLAIN)
  const char = String.fromCharCode(code)
  return INVISIBLE.test(char) ? DROPPED : BLANKS.test(char) ? SPACE : PLAIN
}

/** The escape that begins there and what it means; undefined when the character stands for itself. */
function escapeAt(text: string, at: number): { length: number; means: string } | undefined {
  ESCAPED.lastIndex = at
  const found = ESCAPED.exec(text)
  if (!found) return undefined
  const [{ length }, ascii, bytes, unicode, latin, quoted, decimal, hex, name] = found
  const code = ascii ?? unicode ?? latin ?? hex
  if (code !== undefined) return { length, means: character(Number.parseInt(code, 16)) }
  if (decimal !== undefined) return { length, means: character(Number(decimal)) }
  if (bytes !== undefined) return { length, means: decoded(bytes) }
  if (name !== undefined) return { length, means: ENTITIES[name.toLowerCase()] ?? '' }
  return { length, means: quoted !== undefined && 'nrtbf'.includes(quoted) ? ' ' : (quoted ?? '') }
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Percent-encoded bytes, each of which may have been encoded again. */
const decoded = (bytes: string): string =>
  Buffer.from(bytes.replaceAll(/%(?:25)*/gi, ''), 'hex').toString('utf8')
