import { type ParseError, parse } from 'jsonc-parser'

/** The value of a JSON text, or where and why the text is not valid. Lines and columns count from 1. */
export type JsonRead =
  | { ok: true; value: unknown }
  | { ok: false; line: number; column: number; reason: string }

/** Reads JSON, with or without a byte order mark. The error has a place, which that of JSON.parse does not always have. */
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

/** The offset of the first error that the tolerant parser finds; 0 for an error that it accepts. */
function faultyOffset(text: string): number {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  } catch (error) {
    // The parser recurses: a text with thousands of levels fills the stack.
    if (!(error instanceof RangeError)) throw error
  }
  return errors[0]?.offset ?? 0
}
