import { posix } from 'node:path'

/** What is known while a script is read. */
export interface ShellScope {
  /** The values that a variable may have: one for each branch that sets it. */
  variables: ReadonlyMap<string, readonly string[]>
  /** Undefined: not known. */
  args: readonly string[] | undefined
}

/** A variable, a value in its place, and what is cut off from its start or its end. */
const VARIABLE = /\$(?:\{(\w+|[@*])(?:\[[@*]\])?(?::?([-=?+]|%%?|##?)([^{}]*))?\}|(\w+|[@*]))/g
/** All words of a list, which are words of their own. */
const ALL = /"(\$\{\w+\[@\]\}|\$@)"/g
/** The numbers or the keys of a list, and one element of it: `${!APPS[@]}`, `${APPS[$i]}`, `${APPS[0]}`. */
const KEYS = /"?\$\{!(\w+)\[[@*]\]\}"?/g
const ELEMENT = /\$\{(\w+)\[(?:(\w+)|\$(\w+)|\$\{(\w+)\})\]\}/g
/** The words of a list with their keys: `web api`, `[web]=shop-web [api]=shop-api`. */
const entriesOf = (words: string): [string, string][] =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .map((word, i) => {
      const [, key = String(i), value = word] = /^\[([^\]]*)\]=(.*)$/.exec(word) ?? []
      return [key, value]
    })

/** The variables that a text uses. */
export const variablesIn = (text: string): string[] =>
  [...text.matchAll(VARIABLE)].flatMap(([, a, , , b]) => a ?? b ?? [])

/** A folder that a command writes: `$(cd /a/.. && pwd)`, `$(dirname /a/b)`. */
const FOLDER = /\$\(cd[ \t]+"?(\/[\w./-]*)"?[^()\n]*pwd[^()\n]*\)|\$\(dirname[ \t]+"?(\/[\w./-]*)"?\)/g

/** Where a program is: `$(command -v flyctl)`. */
const PROGRAM = /\$\((?:command -v|which)[ \t]+([\w-]+)[^()\n]*\)/g

/** A text with the values of its variables: those of one branch, or `*` where several are possible. */
export function withValues(text: string, { variables, args }: ShellScope, branch?: number): string {
  const value = (name: string): string | undefined => {
    if (name === '@' || name === '*') return args?.join(' ')
    if (/^[1-9]\d?$/.test(name)) return args && (args[Number(name) - 1] ?? '')
    const values = variables.get(name)
    if (branch === undefined && values !== undefined && values.length > 1) return '*'
    return values?.[branch ?? 0] ?? values?.at(-1)
  }
  const element = (all: string, list: string, word?: string, a?: string, b?: string) => {
    // In a list without keys, a word is a variable as well.
    const key = value(a ?? b ?? word ?? '') ?? word
    const entries = variables.has(list) ? entriesOf(value(list) ?? '') : undefined
    return entries?.find(([one]) => one === key)?.[1] ?? (entries && key !== undefined ? '*' : all)
  }
  return text
    .replace(KEYS, (all, list: string) => {
      const words = value(list)
      return words === undefined
        ? all
        : entriesOf(words)
            .map(([key]) => key)
            .join(' ')
    })
    .replace(ELEMENT, element)
    .replace(ALL, '$1')
    .replace(VARIABLE, (all, braced?: string, operator = '', operand = '', plain?: string) => {
      const found = value(braced ?? plain ?? '')
      if (/[-=]/.test(operator)) return found || operand
      return found === undefined ? all : cut(found, operator, operand)
    })
    .replace(PROGRAM, '$1')
    .replace(FOLDER, (_, folder?: string, below?: string) => folder ?? posix.dirname(below ?? '/'))
}

/** `${entry%%:*}`, `${entry##*:}`: a value without what follows or precedes a mark. */
function cut(value: string, operator: string, pattern: string): string {
  if (!/^[%#]/.test(operator)) return value
  const mark = pattern.replace('*', '')
  if (mark === '' || pattern === mark || mark.includes('*')) return value === '' ? '' : '*'
  const at = /^(?:%%|#)$/.test(operator) ? value.indexOf(mark) : value.lastIndexOf(mark)
  if (at === -1) return value
  return operator.startsWith('%') ? value.slice(0, at) : value.slice(at + mark.length)
}

/** The value of an argument. */
export const ARGUMENT = /^"?(?:\$[1-9]|\$\{[1-9])/

/** The values of before beside that of a branch. A given argument takes the place of an empty one: `stage=""`, `stage="$1"`. */
export function earlierValues(
  all: readonly string[] = [],
  { written, value, args }: { written: string; value: string } & Pick<ShellScope, 'args'>,
): readonly string[] {
  const isGiven = value !== '' && args !== undefined && ARGUMENT.test(written)
  return isGiven ? all.filter((one) => one !== '') : all
}
