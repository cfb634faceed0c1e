const ELEMENT = /<(\/?)(details|table|blockquote|div|ul|ol|picture|pre)\b/g
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * The beginning of a rendered report in at most `maxBytes` bytes, with `note` behind it when something is left out. It
 * ends after a whole line, outside of code; a block that is folded is closed. UTF-8 never has fewer bytes than GitHub
 * counts characters, whatever it counts.
 */
export function cutMarkdown(markdown: string, maxBytes: number, note: string): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown
  const end = `\n\n${note}\n`
  const lines = markdown.split('\n')
  const nesting = createNesting()
  let size = Buffer.byteLength(end)
  let best = { lines: 0, closing: '' }
  for (const [i, line] of lines.entries()) {
    size += Buffer.byteLength(line) + 1
    if (size > maxBytes) break
    const closing = nesting.closingAfter(line)
    if (closing !== undefined && size + closing.length <= maxBytes) best = { lines: i + 1, closing }
  }
  return lines.slice(0, best.lines).join('\n').trimEnd() + best.closing + end
}

/** Follows the lines of a document, to know what is open after each of them. */
function createNesting() {
  const open: string[] = []
  let fence = ''
  return {
    /** What closes the folded blocks that are open; undefined where the document cannot end. */
    closingAfter(line: string): string | undefined {
      const [, ticks = ''] = FENCE.exec(line) ?? []
      if (fence !== '') {
        if (ticks.startsWith(fence) && line.trim() === ticks) fence = ''
      } else if (ticks !== '') fence = ticks
      else
        for (const [, isEnd, name = ''] of line.matchAll(ELEMENT)) {
          if (isEnd) open.pop()
          else open.push(name)
        }
      const isFolded = open.every((name) => name === 'details')
      const canEnd = fence === '' && isFolded && line !== '' && !line.startsWith('<details')
      return canEnd ? '\n\n</details>'.repeat(open.length) : undefined
    },
  }
}
