import { posix } from 'node:path'
import type { InitFile } from '../../desired/manual/files.ts'
import { withInitMark } from '../../desired/manual/mark.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { isOfAnswer, RULE_COPIES } from '../../lint/rules/copies.ts'
import { rulesOf } from '../../lint/rules/subject.ts'
import { lossNote } from '../findings.ts'

/** A copy of a rule file that the draft names in place of it: rules that cannot answer are comments there. */
export interface RuleCopy extends InitFile {
  /** The file that it is a copy of, from the root of the repository. */
  original: string
  /** The names of the rules that are comments, in quotes. */
  left: readonly string[]
}

/** Whether a path of the draft is that of a copy. */
export const isCopy = (path: string): boolean => path.startsWith(RULE_COPIES)

/**
 * The copy of a rule file without the rules that have errors; undefined when Prometheus does not start with the file, and when
 * no other rule is left.
 * @param path of the file in the working directory
 */
export function copyOfRules(
  { file, text }: TextFile,
  path: string,
  errors: readonly Diagnostic[],
): RuleCopy | undefined {
  const read = readYaml(text)
  if (errors.length === 0 || !read.ok || read.more || !errors.every(isOfAnswer)) return undefined
  const rules = rulesOf(read.tree)
  const lines = text.split('\n')
  const wrong = rules.flatMap(({ name, node }) => {
    const block = blockAt(lines, node.at.line)
    return block && errors.some((error) => isIn(block, error)) ? [{ name, block }] : []
  })
  const isAll = errors.every((error) => wrong.some(({ block }) => isIn(block, error)))
  if (!isAll || wrong.length === rules.length) return undefined
  const left = wrong.map(({ name }) => quoted(name))
  const copy = wrong.reduce((all, { block }) => commentedOut(all, block), lines).join('\n')
  const from = `# A copy of ${path}. Rules that are comments here: ${left.join(', ')}.\n`
  return {
    path: posix.join(RULE_COPIES, path),
    text: withInitMark(from + copy, undefined),
    executable: false,
    original: file,
    left,
  }
}

/** Lines from 1, the last one included. */
interface Block {
  from: number
  to: number
  indent: number
}

const isIn = ({ from, to }: Block, { at }: Diagnostic): boolean =>
  at !== undefined && at.line >= from && at.line <= to

/** The lines of a list item that begins in a line of its own: those that are indented further, with comments between them. */
function blockAt(lines: readonly string[], from: number): Block | undefined {
  const indent = (lines[from - 1] ?? '').search(/\S/)
  if (lines[from - 1]?.slice(indent, indent + 2) !== '- ') return undefined
  const hasText = (line: string) => /^\s*[^#\s]/.test(line)
  const rest = lines.slice(from)
  const end = rest.findIndex((line) => hasText(line) && line.search(/\S/) <= indent)
  const length = rest.slice(0, end === -1 ? undefined : end).findLastIndex(hasText) + 1
  return { from, to: from + length, indent }
}

const commentedOut = (lines: readonly string[], { from, to, indent }: Block): string[] =>
  lines.map((line, i) =>
    i + 1 < from || i + 1 > to || line.trim() === ''
      ? line
      : `${line.slice(0, indent)}# ${line.slice(indent)}`,
  )

/** What to know about a copy: which rules it does not have, and why. */
export function copyNote({ path, original, left }: RuleCopy, errors: readonly Diagnostic[]): Diagnostic[] {
  const [first] = errors
  if (!first?.at) return []
  const rules = `${left.length === 1 ? 'rule' : 'rules'} ${list(left)}`
  const message = `The draft has a copy of this file, ${path}, without the ${rules}: \`plan\` refuses ${left.length === 1 ? 'it' : 'them'} (${first.code}). ${first.message}`
  const hint = `${first.hint} When they are corrected here, name this file in \`alerts.rules\` in place of the copy, which does not follow it.`
  return [lossNote(original, first.at, message, hint.trimStart())]
}
