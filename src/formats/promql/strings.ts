/** The value of a text, or what is wrong with it. */
export type StringResult<T> = { ok: true; value: T } | { ok: false; error: string }

const ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

/** The value of a quoted text in PromQL: Go's escapes in "…" and '…', none in `…`. */
export function unquote(literal: string): StringResult<string> {
  const quote = literal.charAt(0)
  if (literal.length < 2 || !literal.endsWith(quote))
    return { ok: false, error: 'A quoted text is not closed' }
  const inner = literal.slice(1, -1)
  if (quote === '`' || !inner.includes('\\')) return { ok: true, value: inner }
  let error: string | undefined
  const value = inner.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]?))/g,
    (written: string, x?: string, u?: string, U?: string, octal?: string, char?: string) => {
      const code = octal === undefined ? Number.parseInt(x ?? u ?? U ?? '', 16) : Number.parseInt(octal, 8)
      if (char === undefined && code <= (octal === undefined ? 0x10ffff : 0xff))
        return String.fromCodePoint(code)
      if (char === quote) return char
      const plain = ESCAPES[char ?? '']
      if (plain === undefined)
        error ??= `Unknown escape ${written} in a quoted text: write the backslash twice`
      return plain ?? ''
    },
  )
  return error === undefined ? { ok: true, value } : { ok: false, error }
}
