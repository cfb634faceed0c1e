import { posix } from 'node:path'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { lossNote } from '../findings.ts'

/** Programs and services that evaluate rules of this form, and the tools that send rules there. */
const OTHER_RULER =
  /\b(?:mimirtool|cortextool|lokitool|grafana[ -]cloud|grafana mimir|mimir ruler|vmalert|thanos rule(?:r)?|create-rule-groups-namespace|amazon managed (?:service for )?prometheus)\b/i

/** The same, as only instructions for them have it: a README may mention a service in passing. */
const TOOL = /\b(?:mimirtool|cortextool|lokitool|vmalert|create-rule-groups-namespace)\b/i
/** Files that are for Prometheus as well say how it reads them. */
const FOR_PROMETHEUS = /\brule_files\b|\bprometheus\.ya?ml\b/

/** The comments at the top of a file. */
const HEADER = /^(?:[ \t]*(?:#[^\n]*|---)?\n){1,200}/

interface OtherRuler {
  name: string
  at: { file: string; line: number; column: number }
}

/** Where a rule file, or the README next to it, says that another program evaluates its rules; undefined when neither does. */
export function otherRuler(
  { file, text }: TextFile,
  textOf: (path: string) => string | undefined,
): OtherRuler | undefined {
  const header = HEADER.exec(text)?.[0] ?? ''
  const readme = posix.join(posix.dirname(file), 'README.md')
  // The README of a repository is about everything.
  const beside = posix.dirname(readme) === '.' ? '' : (textOf(readme) ?? '')
  const found = [
    { path: file, said: header, pattern: OTHER_RULER },
    { path: readme, said: beside, pattern: TOOL },
  ].flatMap(({ path, said, pattern }) => {
    const match = FOR_PROMETHEUS.test(said) ? undefined : pattern.exec(said)
    return match ? { name: match[0], at: { file: path, line: lineAt(said, match.index), column: 1 } } : []
  })
  return found[0]
}

/** A note about rules that stay with the program that evaluates them today. */
export const staysThere = (file: string, { name, at }: OtherRuler): Diagnostic =>
  lossNote(
    file,
    { line: 1, column: 1 },
    `No Prometheus of this repository names these rules, and ${at.file}:${at.line} says ${quoted(name)}: they ask for the series that are there. They are not taken over.`,
    'Keep them there. Copy those that are about metrics of the services in monitoring.yml to a file in `alerts.rules`.',
  )
