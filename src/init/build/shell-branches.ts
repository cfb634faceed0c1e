import { type ShellScope, withValues } from '../../config/deploys/shell-words.ts'

/** An `if` or a `case` around a line. */
interface Branching {
  /** What a `case` compares; undefined of an `if`, and where it is not known. */
  word: string | undefined
  /** Whether its current branch runs; undefined: it is not known. */
  runs: boolean | undefined
  /** One of its branches has run. */
  isDone: boolean
}

interface Reading {
  variables: Map<string, readonly string[]>
  args: readonly string[] | undefined
  around: Branching[]
  lines: string[]
  /** How the function ends that is open: its arguments are not those of the script. */
  end: string | undefined
  /** Nothing after this line runs. */
  hasEnded: boolean
}

/**
 * A script of a shell without the branches that do not run with its arguments and variables: `case "$1" in worker) …`,
 * `if [ "$FLY_PROCESS_GROUP" = web ]`. What follows an `exec` does not run either. A branch that is not known stays.
 */
export function withoutOtherBranches(script: string, { args, variables }: ShellScope): string {
  const reading: Reading = {
    ...{ args, variables: new Map(variables), around: [], lines: [] },
    ...{ end: undefined, hasEnded: false },
  }
  for (const line of onePerLine(script).split('\n'))
    if (!inFunction(line, reading) && !isKeyword(line.trim(), reading)) readCommand(line, reading)
  return reading.lines.join('\n')
}

/** Without comments, and each keyword of an `if` or a `case` at the start of a line. */
const onePerLine = (script: string): string =>
  script
    .replace(/(^|[ \t;])#[^\n]*/gm, '$1')
    .replace(/^[ \t]*(?:if|elif|else|case)\b[^\n]*/gm, (line) => line.replace(/(?<!;);(?!;)/g, '\n'))
    .replace(/^([ \t]*case[ \t][^\n]{1,200}?[ \t]in)[ \t]+/gm, '$1\n')
    .replace(/[ \t]*;;[ \t]*/g, '\n;;\n')
    .replace(/^[ \t]*(then|else)[ \t]+/gm, '$1\n')

/** Keeps a line of a function, which is not read. */
function inFunction(line: string, reading: Reading): boolean {
  const opened = /^([ \t]*)(?:function[ \t]+[\w-]+|[\w-]+[ \t]*\([ \t]*\))[^\n]{0,20}\{[ \t]*$/.exec(line)
  const end = reading.end ?? (opened ? `${opened[1]}}` : undefined)
  if (end === undefined) return false
  reading.lines.push(line)
  reading.end = line.startsWith(end) && !opened ? undefined : end
  return true
}

/** Follows what opens, changes and closes a branch; whether the line is that. What is not known is kept. */
function isKeyword(line: string, reading: Reading): boolean {
  const { around } = reading
  const current = around.at(-1)
  const [, word, rest = ''] = /^(if|elif|else|case|fi|esac)\b(.*)$/.exec(line) ?? []
  if (word === 'if') around.push(branchOf(undefined, holds(rest, reading)))
  else if (word === 'case') {
    const value = knownValue(rest.replace(/\bin$/, ''), reading)
    around.push(branchOf(value, value === undefined ? undefined : false))
  } else if (word === 'fi' || word === 'esac') around.pop()
  else if (current && word !== undefined) take(current, word === 'else' || holds(rest, reading))
  else if (line !== 'then' && line !== ';;')
    return current?.word !== undefined && isPattern(line, reading, current)
  return true
}

const branchOf = (word: string | undefined, runs: boolean | undefined): Branching => ({
  ...{ word, runs, isDone: runs === true },
})

/** The next branch runs when none before it did; after one that is not known, it is not known. */
function take(current: Branching, runs: boolean | undefined): void {
  const isOpen = current.word === undefined && current.runs === undefined
  current.runs = isOpen ? undefined : !current.isDone && runs
  current.isDone ||= current.runs === true
}

/** A pattern of a `case`, with the command that may follow it. */
function isPattern(line: string, reading: Reading, current: Branching): boolean {
  const [, patterns, command = ''] = /^\(?([\w*."'|\s-]{1,100})\)\s*(.*)$/.exec(line) ?? []
  if (patterns === undefined) return false
  const is = (one: string) =>
    one.endsWith('*') ? current.word?.startsWith(one.slice(0, -1)) : current.word === one
  take(
    current,
    patterns
      .replace(/["'\s]/g, '')
      .split('|')
      .some(is),
  )
  readCommand(command, reading)
  return true
}

/** `[ "$1" = worker ] && exec ./worker || exec ./web`. */
const ONE_LINE = /^\s*(\[[^\]\n]*\]{1,2}|test\s[^&|\n]*)\s*&&\s*([^|\n]*)(?:\|\|\s*(.*))?$/

function readCommand(line: string, reading: Reading): void {
  const { around, lines, variables } = reading
  if (reading.hasEnded || around.some(({ runs }) => runs === false)) return
  const [, test, yes = line, no] = ONE_LINE.exec(line) ?? []
  const runs = test === undefined ? true : holds(test, reading)
  const command = runs === false ? no : runs ? yes : line
  if (command === undefined) return
  const isCertain = runs !== undefined && around.every((one) => one.runs)
  const [, name, value = ''] = /^\s*(?:export\s+)?(\w+)=("[^"]*"|'[^']*'|[^\s;&|]*)\s*$/.exec(command) ?? []
  const known = isCertain ? knownValue(value, reading) : undefined
  if (name !== undefined && known !== undefined) variables.set(name, [known])
  else if (name !== undefined) variables.delete(name)
  if (/^\s*shift\b/.test(command)) reading.args = isCertain ? reading.args?.slice(1) : undefined
  // A branch that runs is no branch: what it sets is set.
  lines.push(isCertain ? command.trim() : command)
  reading.hasEnded = isCertain && /^\s*(?:exec\s+[^\s\d<>&]|exit\b)/.test(command)
}

/** The value of a word; undefined where a part of it is not known. */
function knownValue(word: string, scope: ShellScope): string | undefined {
  const value = withValues(word, scope).replace(/["']/g, '').trim()
  return /[$`*]/.test(value) ? undefined : value
}

/** Whether a test of texts holds; undefined where that is not known. */
function holds(condition: string, { args, variables }: ShellScope): boolean | undefined {
  const [, inner = ''] = /^\s*(?:\[\[?\s+(.*?)\s+\]\]?|test\s+(.*?))\s*$/.exec(condition) ?? []
  const counted = args ? inner.replaceAll('$#', String(args.length)) : inner
  const [, left = '', operator = '', right = ''] =
    /^("[^"]*"|'[^']*'|\S+)\s+(==?|!=|-eq|-ne|-gt)\s+("[^"]*"|'[^']*'|\S+)$/.exec(counted) ?? []
  const [, sign, only = ''] = /^(-[nz])\s+("[^"]*"|\S+)$/.exec(counted) ?? []
  const [a, b] = [sign ? only : left, right].map((one) => knownValue(one, { args, variables }))
  if (sign) return a === undefined ? undefined : (a === '') === (sign === '-z')
  if (operator === '' || a === undefined || b === undefined) return undefined
  if (operator === '-gt') return Number(a) > Number(b)
  return (a === b) === /^(?:==?|-eq)$/.test(operator)
}
