import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { Matcher } from './types.ts'

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

/** Longer patterns count as valid and as matching any text: compiling them would take a second. */
const MAX_PATTERN = 10_000
/** Queries repeat the same few patterns; a long one needs megabytes of memory when it is compiled. */
const MAX_KEPT = 200
const MAX_KEPT_LENGTH = 500
const compiled = new Map<string, StringResult<RE2JS | undefined>>()

/** A pattern as Prometheus compiles it (RE2: no look-arounds, no back references); an undefined value: not compiled. */
function compile(pattern: string): StringResult<RE2JS | undefined> {
  const known = compiled.get(pattern)
  if (known) return known
  const made = pattern.length > MAX_PATTERN ? { ok: true as const, value: undefined } : tryCompile(pattern)
  if (compiled.size >= MAX_KEPT) compiled.clear()
  if (pattern.length <= MAX_KEPT_LENGTH) compiled.set(pattern, made)
  return made
}

function tryCompile(pattern: string): StringResult<RE2JS> {
  try {
    return { ok: true, value: RE2JS.compile(pattern, RE2JS.DOTALL) }
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    return { ok: false, error: `Not a valid regular expression for Prometheus: ${error.getDescription()}` }
  }
}

/** Why a pattern is not valid; undefined when it is. */
export function patternFault(pattern: string): string | undefined {
  const result = compile(pattern)
  return result.ok ? undefined : result.error
}

/** Whether a matcher accepts the value of a label (an absent label counts as empty). Patterns that are not valid match nothing. */
export function matches(matcher: Pick<Matcher, 'op' | 'value'>, value: string): boolean {
  if (matcher.op === '=') return matcher.value === value
  if (matcher.op === '!=') return matcher.value !== value
  const pattern = compile(matcher.value)
  if (pattern.ok && pattern.value === undefined) return true
  const found = pattern.ok && pattern.value?.matches(value) === true
  return (matcher.op === '=~') === found
}
