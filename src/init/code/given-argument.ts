import type { TextFile } from '../../lib/workspace.ts'

/** What is between parentheses, with calls in it. */
const INSIDE = '\\(((?:[^()]|\\((?:[^()]|\\([^()]{0,60}\\)){0,60}\\)){0,200})\\)'
/** A function with a name and its parameters; in Go, methods as well. */
const FUNCTION = new RegExp(
  [
    `\\b(?:func(?:\\s*\\([^)\\n]{0,80}\\))?|function|def|fn)\\s+(\\w{1,60})\\s*${INSIDE}`,
    `\\b(?:const|let)\\s+(\\w{1,60})\\s*=\\s*(?:async\\s*)?${INSIDE}\\s*(?::[^=\\n]{0,60})?=>`,
  ].join('|'),
  'g',
)
const MOST_BEFORE = 4000

/** What stands for a name in a function: `undefined` where it is none of its parameters. */
export type Given = { isUnknown: true } | { text: string } | undefined

/**
 * What a parameter of the function around a place is given, where all of its calls agree: `start(cfg.port)` for `port` in
 * `function start(port)`. Its name alone may be that of something else elsewhere.
 */
export function givenArgument(
  name: string,
  { text }: TextFile,
  { at, files }: { at: number; files: readonly TextFile[] },
): Given {
  const before = text.slice(Math.max(0, at - MOST_BEFORE), at)
  const around = [...before.matchAll(FUNCTION)].at(-1)
  const called = around?.[1] ?? around?.[3]
  const parameters = argumentsIn(around?.[2] ?? around?.[4] ?? '')
  const position = parameters.findIndex((one) => new RegExp(`^\\s*(?:mut\\s+)?${name}\\b`).test(one))
  if (called === undefined || position < 0) return undefined
  const [, preset] = /=\s*(.+)$/s.exec(parameters[position] ?? '') ?? []
  const given = files.flatMap((file) => callsOf(called, file.text)).map((args) => args[position] ?? preset)
  const [only, ...more] = new Set(given.length > 0 ? given : [preset])
  return only === undefined || more.length > 0 ? { isUnknown: true } : { text: only }
}

/** The arguments of each call of a function in a text. */
function callsOf(name: string, text: string): string[][] {
  if (!text.includes(`${name}(`)) return []
  const call = new RegExp(`(?<!\\b(?:func|function|def|fn)\\s+|\\)[ \\t]*)\\b${name}${INSIDE}`, 'g')
  return [...text.matchAll(call)].map(([, args = '']) => argumentsIn(args))
}

/** Arguments or parameters, without the commas that are in brackets. */
const argumentsIn = (text: string): string[] =>
  (text.match(/(?:[^,([{]|\([^()]{0,200}\)|\[[^[\]]{0,200}\]|\{[^{}]{0,200}\}){1,400}/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => one !== '')
