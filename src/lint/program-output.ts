import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { cut, oneLine } from '../lib/text.ts'
import { flyctlRefuses } from './fly/syntax.ts'
import { unknownKey, unknownKeyText } from './fly/unknown-key.ts'
import { promtoolRefuses } from './prometheus/promtool.ts'
import { diagnostic, type Entry } from './rule.ts'

/** The diagnostics in the output of `promtool check`. */
export const promtoolDiagnostics = (output: string, file: string): Diagnostic[] =>
  refusals(promtoolLines(output), file, {
    entry: promtoolRefuses,
    program: 'promtool',
    hint: 'Correct the file: Prometheus does not load it.',
  })

/** The diagnostics in the output of `flyctl config validate --strict`: errors, and a warning for each unknown key. */
export const flyctlDiagnostics = (output: string, file: string): Diagnostic[] => [
  ...refusals(flyLines(output), file, {
    entry: flyctlRefuses,
    program: 'flyctl',
    hint: 'Correct the file: the deploy would fail.',
  }),
  ...unknownKeys(output, file),
]

/** One diagnostic for each message of a program, at its line if it names one. */
const refusals = (
  lines: readonly Line[],
  file: string,
  { entry, program, hint }: { entry: Entry; program: string; hint: string },
): Diagnostic[] =>
  lines.map(({ message, line, column }) => {
    const at: SourceLocation = { file, line: line ?? 1, column: column ?? 1 }
    return diagnostic(entry, at, `${program} refuses it: ${message}`, hint)
  })

/** How much of an output is read: the file decides how many messages there are, and nobody reads a thousand of them. */
const READ_CHARACTERS = 100_000

const linesOf = (output: string): string[] => cut(output, READ_CHARACTERS).split('\n')

interface Line {
  message: string
  line?: number
  column?: number
}

/** `FAILED:` and, below or after it, `FILE: LINE:COLUMN: …`, `FILE: … line N: …`; without duplicates. */
function promtoolLines(output: string): Line[] {
  const failed = linesOf(output).filter((line) => FAILED.test(line) && !NO_FAILURE.test(line))
  const said = failed.flatMap((line): Line[] => {
    const message = oneLine(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300)
    const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message)
    const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1]
    const text = message.slice(place?.[0].length ?? 0)
    return text === ''
      ? []
      : [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }]
  })
  return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i)
}

/** A key that this version of promtool does not know. A newer Prometheus may. */
const UNKNOWN_KEY = /field \S+ not found in type/

/** Whether promtool refuses a file for keys that it does not know. */
export const hasUnknownKeys = (output: string): boolean => UNKNOWN_KEY.test(output)

/** The output of promtool without the messages about keys that it does not know. */
export const withoutUnknownKeys = (output: string): string =>
  output
    .split('\n')
    .filter((line) => !UNKNOWN_KEY.test(line))
    .join('\n')

const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /
/** Lines of success and logs, and the head of a list whose items follow. */
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/

const STRICT = /^Strict validation found/

/** The lines between `Validating …` and the verdict; or the error, when the file could not be read at all. */
function flyLines(output: string): Line[] {
  const lines = linesOf(output).map((line) => line.trim())
  const strict = lines.findIndex((line) => STRICT.test(line))
  const found = lines
    .slice(0, strict < 0 ? undefined : strict)
    .filter((line, i, all) => line !== '' && !NO_FINDING.test(line) && all.indexOf(line) === i)
  return found.slice(0, 10).map((line) => {
    const row = /\brow (\d+) column (\d+)/.exec(line)
    return {
      message: oneLine(line.replace(/^Error: /, ''), 300),
      ...(row && { line: Number(row[1]), column: Number(row[2]) }),
    }
  })
}

const NO_FINDING =
  /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/

/** Keys that flyctl does not know, as its strict validation lists them: `services[0].script_checks`. */
function unknownKeys(output: string, file: string): Diagnostic[] {
  const lines = linesOf(output).map((line) => line.trim())
  const strict = lines.findIndex((line) => STRICT.test(line))
  const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? [])
  const at = { file, line: 1, column: 1 }
  return keys.map((key) => diagnostic(unknownKey, at, ...unknownKeyText(key.replace(/\[\d+\]/g, ''), [])))
}
