import { oneLine } from '../lib/text.ts'

/** Rows of a table before the rest is only counted: a summary holds 1 MiB, a reader far less. */
const MAX_ROWS = 200

/** Foreign text as Markdown that renders as exactly that text, on one line: nothing in it is markup, link or mention. */
export function plain(text: string, limit = 500): string {
  return oneLine(text, limit).replace(/[\\`*_{}[\]()<>#+!|~&@:"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

/** Foreign text as inline code; HTML, because Markdown's own code spans cannot hold every backtick in a table. */
export function code(text: string, limit = 500): string {
  return `<code>${plain(text, limit)}</code>`
}

/** A link whose address is an http(s) URL; anything else stays text. */
export function link(label: string, address: string): string {
  const url = URL.parse(address)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return plain(label)
  return `[${plain(label)}](<${url.href.replace(/[<>]/g, encodeURIComponent)}>)`
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
  return `<details><summary>${plain(title)}</summary>\n\n${body}\n\n</details>`
}

/** Lines as a code block; the fence is longer than any run of backticks inside. */
export function fenced(lines: readonly string[], language = ''): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [fence + language, ...lines, fence].join('\n')
}
