import { type ParseError, parse } from 'jsonc-parser'

/** What a JSON text holds, or where and why it is none. Lines and columns count from 1. */
export type JsonRead =
  | { ok: true; value: unknown }
  | { ok: false; line: number; column: number; reason: string }

/** Reads JSON as people save it: a byte order mark is taken. The error has a place, which JSON.parse does not always tell. */
export function readJson(source: string): JsonRead {
  const text = source.replace(/^\uFEFF/, '')
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const before = text.slice(0, faultyOffset(text)).split('\n')
    const reason = error.message
      .replace(/ (?:in|after) JSON at position.*| \(line.*/s, '')
      .replace(/, (\.\.\.)?"[\s\S]*$/, '')
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason }
  }
}

/** The tolerant parser goes on after an error and so knows where the first one is; what it tolerates is at the start. */
function faultyOffset(text: string): number {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  } catch (error) {
    // It recurses: a text that nests thousands of levels deep fills the stack.
    if (!(error instanceof RangeError)) throw error
  }
  return errors[0]?.offset ?? 0
}
