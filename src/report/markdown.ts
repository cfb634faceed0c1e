import { oneLine } from '../lib/text.ts'
import { breakCommands } from '../lib/workflow-commands.ts'
import { inert, inertHtml } from './inert.ts'
import { type Part, prose, verbatim } from './parts.ts'

/** Maximum number of rows of a table; the rest is counted. A summary is limited to 1 MiB. */
const MAX_ROWS = 200

/** Untrusted text as Markdown that renders as exactly that text, on one line, without markup, links or mentions. */
export const escapeMarkdown = (text: string, limit = 500): string => markdownOf(verbatim(text, limit))

/** One of our own texts, with its code spans. */
export const proseMarkdown = (text: string, limit = 1_000): string => markdownOf(prose(text, limit))

/** Parts of a line as Markdown. */
const markdownOf = (parts: readonly Part[]): string =>
  parts.map(({ text, code }, i) => (code ? codeSpan(text) : inert(text, codeSpan, i === 0))).join('')

/** Untrusted text as inline code. */
export function inlineCode(text: string, limit = 500): string {
  const line = oneLine(text, limit)
  return line === '' ? '' : codeSpan(line)
}

/** A code span, which cannot contain every backtick, nor a backslash before a bar in a table: HTML where it has one. */
const codeSpan = (line: string): string =>
  /[`\\|]/.test(line) || breakCommands(line) !== line
    ? `<code>${inert(line, (word) => word)}</code>`
    : `\`${line}\``

/** A link to an http(s) URL; for any other address, the label as text. `show`: how the label is written. */
export function markdownLink(label: string, address: string, show = escapeMarkdown): string {
  const url = URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return show(label)
  // Markup characters that a parsed URL may contain: they would end the address, a cell or a code span.
  const href = url.href.replace(/[<>|`\\]/g, encodeURIComponent).replaceAll('&', '&amp;')
  return `[${show(label)}](<${href}>)`
}

/** A table of cells that are Markdown already; empty without a row. Rows beyond the limit are counted below it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const shown = rows.slice(0, MAX_ROWS).map(line)
  const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : ''
  return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`
}

/** A collapsed block. */
export const details = (title: string, body: string): string => folded(inertHtml(oneLine(title)), body)

/** The same with a title that is HTML already: between its tags no Markdown is read. */
export const folded = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`

/** Untrusted lines as a code block. */
export const fenced = (lines: readonly string[], language = ''): string =>
  codeBlock(
    lines.map((line) => oneLine(line, 2_000)),
    language,
  )

/** Lines that went through `oneLine` as a code block; the fence is longer than any run of backticks in them. */
export function codeBlock(lines: readonly string[], language: string): string {
  const safe = lines.map(breakCommands)
  const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence + language, ...safe, fence].join('\n')
}
