import { encodings, withoutTokens } from './redact/forms.ts'
import { createPieces, SHORTEST, type Span } from './redact/pieces.ts'
import { readingOf } from './redact/reading.ts'

/** Removes secrets from text. */
export interface Redactor {
  add(secret: string): void
  /** Names that are always shown, also when a secret contains them. */
  spare(names: readonly string[]): void
  /**
   * The text with `***` in the place of every secret known so far: escaped, encoded, or only a part of it that is long
   * enough to tell. Linear in the text, however many secrets there are. Redacting a text again changes nothing.
   */
  hide(text: string): string
}

const MASK = '***'

export function createRedactor(): Redactor {
  const pieces = createPieces()
  const names: string[] = []
  const isPublic = (piece: string) => names.some((name) => name.includes(piece))
  return {
    add: (secret) => {
      if (secret.trim().length < SHORTEST) return
      const { base64, hex, escaped } = encodings(secret.trim())
      const texts = [secret, escaped, ...secret.split('\n'), ...base64]
      for (const reading of new Set(texts.map(readingOf))) pieces.add(reading)
      for (const reading of hex) pieces.add(reading, true)
    },
    spare: (some) => {
      names.push(...some.map(readingOf))
    },
    hide: (text) => {
      let from = 0
      let shown = ''
      for (const span of pieces.find(text, isPublic)) {
        const [start, end] = tidy(text, span)
        shown += text.slice(from, start) + MASK
        from = end
      }
      return withoutTokens(shown + text.slice(from), MASK)
    },
  }
}

/** The end of a base64: the last character that holds bits of a secret, and what fills it up. */
const PADDING = /[\w+/-]?={1,2}(?!\w)/y

/** Blanks around a piece are kept, padding after it is not. */
function tidy(text: string, [start, end]: Span): Span {
  const piece = text.slice(start, end)
  PADDING.lastIndex = end
  const padding = PADDING.exec(text)?.[0].length ?? 0
  const after = padding > 0 ? -padding : piece.length - piece.trimEnd().length
  return [start + piece.length - piece.trimStart().length, end - after]
}

/**
 * The secrets of this process. There is one list, as there is one environment that they come from: code that quotes
 * foreign text redacts it before cutting it, without receiving the secrets.
 */
const processSecrets = createRedactor()
const known = new Set<string>()
const listeners: ((secret: string) => void)[] = []

/** A value that must never be shown; call before anything could print it. */
export function addSecret(secret: string): void {
  if (known.has(secret)) return
  known.add(secret)
  processSecrets.add(secret)
  for (const listener of listeners) listener(secret)
}

/** Calls the listener for every secret that is added from now on. */
export function onSecret(listener: (secret: string) => void): void {
  listeners.push(listener)
}

/** See `Redactor`, for the secrets of this process. */
export const { spare, hide } = processSecrets

/** Keys whose values are fixed words of this program: they cannot contain a secret, and readers need them unchanged. */
const FIXED_WORDS = new Set(
  'kind mode severity code area outcome certainty class state result cutShort'.split(' '),
)

/** A copy of plain data without a secret in any text of it. */
export function hideAll<T>(data: T): T {
  // A thousand targets fail for one reason.
  const shown = new Map<string, string>()
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!shown.has(value)) shown.set(value, hide(value))
      return shown.get(value)
    }
    if (Array.isArray(value)) return value.map(copy)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, FIXED_WORDS.has(key) ? inner : copy(inner)]),
    )
  }
  return copy(data) as T
}
