import type { ProcessResult } from '../../lib/process.ts'
import { hide } from '../../lib/redact.ts'
import { cut, oneLine, withoutEscapes } from '../../lib/text.ts'

/** flyctl colours some output even with NO_COLOR=1 (`✓`, WARN, table headings): removes every escape sequence. */
export function plainOutput(text: string): string {
  return withoutEscapes(text).replace(/\r\n?/g, '\n')
}

/** More than is ever shown of an output, or looked at for what went wrong. */
const SHOWN_CHARACTERS = 1_000_000

/** The end of an output, for people. Cut first: hiding takes its time for every character, however many there are. */
export const shownOutput = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `…\n${hide(text.slice(-SHOWN_CHARACTERS))}` : hide(text)

/**
 * A result whose texts for people have no secrets. They are redacted when they are read, which they seldom are. The answer
 * itself, `stdout`, is parsed unchanged and redacted only where it is shown: a name in it may be part of a secret.
 */
export const withoutSecrets = (raw: ProcessResult): ProcessResult => ({
  ...raw,
  get stderr() {
    return shownOutput(raw.stderr)
  },
  get output() {
    return shownOutput(raw.output)
  },
})

const ENDING = 100_000
const LINE = 2_000

/** The part of an output that is searched for the error: its end, and the beginning of each line. */
export const ending = (text: string): string =>
  plainOutput(text.slice(-ENDING))
    .split('\n')
    .map((line) => cut(line, LINE))
    .join('\n')

/**
 * The reason that flyctl gave: what follows the last line that begins with `Error: `, without the GraphQL query
 * that its API errors quote (from `failed to run` to the last `}: `) and without request and trace numbers.
 */
export function errorText(stderr: string): string | undefined {
  const lines = ending(stderr).split('\n')
  // Some warnings end without a line break, and the error then continues their line.
  const [, said] =
    lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
    lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
    []
  if (said === undefined) return undefined
  const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '')
  return oneLine(text, 300)
}
