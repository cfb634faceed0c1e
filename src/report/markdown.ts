import { oneLine } from '../lib/text.ts'
import { breakCommands } from '../lib/workflow-commands.ts'
import { inert } from './inert.ts'

/** Rows of a table before the rest is only counted: a summary holds 1 MiB, a reader far less. */
const MAX_ROWS = 200

/** Foreign text as Markdown that renders as exactly that text, on one line: nothing in it is markup, link or mention. */
export function escapeMarkdown(text: string, limit = 500): string {
  return inert(oneLine(text, limit), (word) => `<code>${word}</code>`)
}

/** Foreign text as inline code; HTML, because Markdown's own code spans cannot hold every backtick in a table. */
export function inlineCode(text: string, limit = 500): string {
  return `<code>${inert(oneLine(text, limit), (word) => word)}</code>`
}

/** A link whose address is an http(s) URL; anything else stays text. */
export function markdownLink(label: string, address: string): string {
  const url = URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return escapeMarkdown(label)
  // What is left of markup in a parsed URL: it would end the address, a cell or a code span, or name a character.
  const href = url.href.replace(/[<>|`\\]/g, encodeURIComponent).replaceAll('&', '&amp;')
  return `[${escapeMarkdown(label)}](<${href}>)`
}

/** A table of ready-made Markdown cells. What does not fit is counted below it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const shown = rows.slice(0, MAX_ROWS).map(line)
  const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : ''
  return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`
}

/** A folded block. */
export function details(title: string, body: string): string {
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`
}

/** Foreign lines as a code block; the fence is longer than any run of backticks inside. */
export function fenced(lines: readonly string[], language = ''): string {
  const safe = lines.map((line) => breakCommands(oneLine(line, 2_000)))
  const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence + language, ...safe, fence].join('\n')
}
