/** Elements that a reader would find open, and everything after them inside, if they were cut. */
const ELEMENT = /<(\/?)(?:details|table|blockquote|div|ul|ol|picture|pre)\b/g
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * The beginning of a rendered report in at most `maxBytes` bytes, with `note` behind it when something is left out. It
 * ends after a whole line that is inside of no element and of no block of code. UTF-8 never has fewer bytes than GitHub
 * counts characters, whatever it counts.
 */
export function cutMarkdown(markdown: string, maxBytes: number, note: string): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown
  const lines = markdown.split('\n')
  const nesting = createNesting()
  let size = Buffer.byteLength(`\n\n${note}\n`)
  let kept = 0
  for (const [i, line] of lines.entries()) {
    size += Buffer.byteLength(line) + 1
    if (size > maxBytes) break
    if (nesting.isOutsideAfter(line)) kept = i + 1
  }
  return `${lines.slice(0, kept).join('\n').trimEnd()}\n\n${note}\n`
}

/** Follows the lines of a document, to know which are inside of something. */
function createNesting() {
  let depth = 0
  let fence = ''
  return {
    isOutsideAfter(line: string): boolean {
      const [, ticks = ''] = FENCE.exec(line) ?? []
      if (fence !== '') {
        if (ticks.startsWith(fence) && line.trim() === ticks) fence = ''
      } else if (ticks !== '') fence = ticks
      else for (const [, isEnd] of line.matchAll(ELEMENT)) depth += isEnd ? -1 : 1
      return depth <= 0 && fence === ''
    },
  }
}
