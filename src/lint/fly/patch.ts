/** A change of a text: lines to write before a line, and how many lines from there on they replace. */
export interface Edit {
  /** Counts from 1; one more than there are lines: at the end. */
  line: number
  remove: number
  add: readonly string[]
}

const CONTEXT = 3
const NO_NEWLINE = '\\ No newline at end of file'

/** The number of lines of a text, without the empty one after the last line break. */
export const lineCount = (text: string): number => linesOf(text).length

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

/** A patch in unified form, of one hunk, as `git apply` and `patch -p1` read it. */
export function unifiedPatch(file: string, text: string, edits: readonly Edit[]): string {
  const lines = linesOf(text)
  const end = lines.length + 1
  const places = edits.map(({ line }) => line)
  const from = Math.max(1, Math.min(...places) - CONTEXT)
  const to = Math.min(end, Math.max(...edits.map(({ line, remove }) => line + remove)) + CONTEXT)
  const isOpen = lines.length > 0 && !text.endsWith('\n')
  const body: string[] = []
  let removing = 0
  for (let at = from; at <= to; at++) {
    const here = edits.filter(({ line }) => line === at)
    const isAtEnd = at === end
    // The last line gets its line break when something follows it.
    if (here.length > 0 && isAtEnd && isOpen) body.push(...reopened(body.splice(-2)))
    body.push(...here.flatMap(({ add }) => add.map((line) => `+${line}`)))
    removing = Math.max(removing, 0, ...here.map(({ remove }) => remove))
    if (isAtEnd) break
    body.push(`${removing-- > 0 ? '-' : ' '}${lines[at - 1]}`)
    if (at === lines.length && isOpen) body.push(NO_NEWLINE)
  }
  const count = (signs: string) => body.filter((line) => signs.includes(line[0] ?? '')).length
  const place = (signs: string) => `${count(signs) === 0 ? from - 1 : from},${count(signs)}`
  return [`--- a/${file}`, `+++ b/${file}`, `@@ -${place(' -')} +${place(' +')} @@`, ...body, ''].join('\n')
}

const reopened = ([last = '', mark = '']: readonly string[]): string[] => [
  ...[`-${last.slice(1)}`, mark, `+${last.slice(1)}`],
]
