import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** The text of a function or a variable, and where it begins. */
export interface Definition {
  file: string
  /** Its line, from 1. */
  line: number
  text: string
}

/** The definition of a name; undefined when there is none, or several. */
export type DefinitionOf = (name: string) => Definition | undefined

/** The width of the space in front of a line. */
export const indentOf = (line: string): number => line.length - line.trimStart().length

/** The numbers of the lines that a line is inside of, the nearest first: by their indentation. */
export function ancestorPlaces(lines: readonly string[], at: number): number[] {
  const found: number[] = []
  let indent = indentOf(lines[at] ?? '')
  for (let i = at - 1; i >= 0 && indent > 0; i--) {
    const line = lines[i] ?? ''
    if (line.trim() === '' || indentOf(line) >= indent) continue
    indent = indentOf(line)
    found.push(i)
  }
  return found
}

const MOST_LINES = 40

/** The lines of a registration, and those of a function after it: by their indentation. */
export function bodyOf(
  lines: readonly string[],
  at: number,
  most = MOST_LINES,
): { signature: string[]; body: string[] } {
  const first = lines[at] ?? ''
  const indent = indentOf(first)
  const isDecorator = /^\s*(?:@|#\[|\[)/.test(first)
  const isWhole =
    first.split(/[({]/).length === first.split(/[)}]/).length && !/\bdo\b|(?:=>|:)\s*$/.test(first)
  if (isWhole && !isDecorator) return { signature: [first], body: [] }
  const body: string[] = []
  let isInside = !isDecorator
  for (const line of lines.slice(at + 1, at + most)) {
    const isOut = line.trim() !== '' && indentOf(line) <= indent
    if (isOut && isInside && !/^\s*[)\]}]\s*(?:->|:|,|=>|\)|\{)/.test(line)) break
    // Decorators, and the signature, are at the indentation of the function.
    if (isOut && !/^\s*(?:@|#\[|\[|\))/.test(line)) isInside = true
    body.push(line)
  }
  return { signature: [first], body }
}

/** The text of the function or the variable with a name; undefined when there is none, or several. */
export function definitionIn(files: readonly TextFile[], near: string): DefinitionOf {
  return (name) => {
    const pattern = new RegExp(
      `\\b(?:function\\s*\\*?|def|fn|fun|sub)\\s+${name}\\b|\\bfunc\\s+(?:\\([^)\\n]{0,80}\\)\\s*)?${name}\\(|\\b${name}\\b\\s*(?::[^=\\n]{1,80})?:?=(?![=>])|^[ \\t]*(?:(?:public|private|static|async|export)\\s+)*${name}\\s*\\([^)\\n]{0,200}\\)[^;{\\n]{0,100}\\{`,
      'm',
    )
    const having = files.filter(({ text }) => text.includes(name) && pattern.test(text))
    const own = having.find(({ file }) => file === near)
    const found = own ?? (having.length === 1 ? having[0] : undefined)
    if (!found) return undefined
    const start = lineAt(found.text, pattern.exec(found.text)?.index ?? 0) - 1
    const lines = found.text.split('\n')
    const text = [lines[start] ?? '', ...bodyOf(lines, start).body].join('\n')
    return { file: found.file, line: start + 1, text }
  }
}
