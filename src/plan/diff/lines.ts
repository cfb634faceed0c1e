import { structuredPatch } from 'diff'
import { oneLine } from '../../lib/text.ts'

/** Unchanged lines around each difference. */
const CONTEXT = 2
/** Lines of one detail; a longer one is read in the repository. */
export const MAX_LINES = 200
const MAX_WIDTH = 400
const MAX_INDENT = 60
/** Milliseconds for one comparison; after it, the texts are not compared line by line. */
const TIMEOUT_MS = 1_000

/** The differences of two texts line by line: `@@` with the line in the new text, then ` `, `-` and `+`. */
export function lineDiff(before: string, after: string, context = CONTEXT): string[] {
  const options = { context, timeout: TIMEOUT_MS }
  const patch = structuredPatch('', '', before, after, undefined, undefined, options)
  if (!patch) return ['~ too many differences to be shown line by line']
  const lines = patch.hunks.flatMap(({ newStart, lines }) => [
    `@@ line ${newStart} @@`,
    ...lines
      .filter((line) => !line.startsWith('\\'))
      .map((line) => safeLine(line.slice(0, 1), line.slice(1))),
  ])
  return firstLines(lines)
}

/** The beginning of a list of lines, and how many more there are. */
export function firstLines(lines: readonly string[]): string[] {
  const more = lines.length - MAX_LINES
  return more > 0 ? [...lines.slice(0, MAX_LINES), `~ … and ${more} more lines`] : [...lines]
}

/** A line of a file with its sign and its indentation, without secrets and on one line. */
export function safeLine(sign: string, text: string): string {
  const indent = /^ */.exec(text)?.[0].slice(0, MAX_INDENT) ?? ''
  return `${sign}${indent}${oneLine(withoutCredentials(text), MAX_WIDTH)}`
}

/** Keys whose values are credentials, in YAML, TOML and flags; those that end in `_file` name a file. */
const CREDENTIAL =
  /^(\s*(?:- )?["']?[\w.-]{0,100}(?:password|passwd|secret|token|credentials|api_?key|(?:routing|service|user)_key)["']?\s{0,9}[:=]\s{0,9})\S.*$/is

/**
 * Deployed text may hold a credential that this run has never seen, and so could not redact: one that was set by hand, or by
 * an earlier configuration.
 */
const withoutCredentials = (line: string): string =>
  line.replace(CREDENTIAL, '$1***').replace(/:\/\/[^\s/@]{1,500}@/g, '://***@')
