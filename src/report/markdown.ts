import { oneLine } from '../lib/text.ts'
import { breakCommands } from '../lib/workflow-commands.ts'
import { inert } from './inert.ts'

/** Maximum number of rows of a table; the rest is counted. A summary is limited to 1 MiB. */
const MAX_ROWS = 200

/** Untrusted text as Markdown that renders as exactly that text, on one line, without markup, links or mentions. */
export function escapeMarkdown(text: string, limit = 500): string {
  return inert(oneLine(text, limit), (word) => `<code>${word}</code>`)
}

/** Untrusted text as inline code; HTML, because Markdown's code spans cannot contain every backtick in a table. */
export function inlineCode(text: string, limit = 500): string {
  return `<code>${inert(oneLine(text, limit), (word) => word)}</code>`
}

/** A link to an http(s) URL; for any other address, the label as text. */
export function markdownLink(label: string, address: string): string {
  const url = URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return escapeMarkdown(label)
  // Markup characters that a parsed URL may contain: they would end the address, a cell or a code span.
  const href = url.href.replace(/[<>|`\\]/g, encodeURIComponent).replaceAll('&', '&amp;')
  return `[${escapeMarkdown(label)}](<${href}>)`
}

/** A table of cells that are Markdown already. Rows beyond the limit are counted below it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const shown = rows.slice(0, MAX_ROWS).map(line)
  const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : ''
  return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`
}

/** A collapsed block. */
export function details(title: string, body: string): string {
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`
}

/** Untrusted lines as a code block; the fence is longer than any run of backticks in them. */
export function fenced(lines: readonly string[], language = ''): string {
  const safe = lines.map((line) => breakCommands(oneLine(line, 2_000)))
  const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence + language, ...safe, fence].join('\n')
}
