import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { StringResult } from './strings.ts'
import type { Matcher } from './types.ts'

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
