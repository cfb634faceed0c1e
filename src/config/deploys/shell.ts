import { posix } from 'node:path'
import { shellWords } from '../../formats/dockerfile.ts'
import { ARGUMENT, earlierValues, type ShellScope, variablesIn, withValues } from './shell-words.ts'

/**
 * Reads scripts of a shell as far as deploys need it: functions are replaced with what they do, loops over words are run, and
 * variables have their values. What only a run knows stays as it is written. Each line stays on its line.
 */

interface Shell {
  functions: Map<string, { body: readonly string[]; line: number; isCalled: boolean }>
  /** How much may still be written and run: loops, functions and values multiply. */
  room: number
}

const MAX_TEXT = 200_000
const MAX_DEPTH = 5
const MAX_VALUE = 2_000

interface ShellStart extends Pick<ShellScope, 'args'> {
  /** The folder of the script, from the root of the repository; undefined in a workflow. */
  own: string | undefined
  /** What is set already. */
  variables?: ReadonlyMap<string, string>
}

/** A script with its functions, loops and variables resolved. */
export function expandShell(text: string, { own, args, variables: given = new Map() }: ShellStart): string {
  const shell: Shell = { functions: new Map(), room: MAX_TEXT }
  const variables = new Map([...given].map(([name, value]) => [name, [value]] as const))
  const script = withoutContinuations(withoutTexts(text))
  const known = own === undefined ? script : script.replace(OWN, (_, more = '') => posix.join('/', own, more))
  const lines = run(known.split('\n'), { variables, args }, { shell, depth: 0 })
  // What no line calls by its name may be called by a calculated one.
  for (const { body, line, isCalled } of shell.functions.values())
    if (!isCalled)
      lines[line] = `(${run(body, { variables, args: undefined }, { shell, depth: 1 }).join('; ')})`
  return lines.join('\n')
}

/** Lines that end in a backslash with the lines that they go on in; as many empty ones follow. */
export const withoutContinuations = (text: string): string =>
  text.replace(/(?<![^\n])(?:[^\n]*\\\r?\n)+[^\n]*/g, (lines) => {
    const parts = lines.split(/\\\r?\n/)
    return `${parts.join(' ')}${'\n'.repeat(parts.length - 1)}`
  })

/** A script without its comments and the texts that it only writes. */
function withoutTexts(text: string): string {
  const lines = text
    .slice(0, MAX_TEXT)
    .replace(/(^|[ \t;])#[^\n]*/gm, '$1')
    .split('\n')
  const ends = new Set(lines.map((line) => line.trim()))
  let end: string | undefined
  return lines
    .map((line) => {
      if (end !== undefined) {
        if (line.trim() === end) end = undefined
        return ''
      }
      const name = /(?<!<)<<-?[ \t]?["']?([A-Za-z_]\w*)/.exec(line)?.[1]
      if (name !== undefined && ends.has(name)) end = name
      return line
    })
    .join('\n')
}

/** The folder of the script itself, as a shell writes it: `$(cd "$(dirname "$0")/.." && pwd)`. */
const OWN =
  /\$\([ \t]*(?:cd[ \t]+(?:--[ \t]+)?"?)?(?:\$\([ \t]*)?dirname[ \t]+(?:--[ \t]+)?"?\$(?:0|\{0\}|\{BASH_SOURCE(?:\[0\])?\}|BASH_SOURCE)"?[ \t]*\)(?:(\/[\w./-]*)?"?[^()\n]*pwd[^()\n]*\))?/g

const FUNCTION = /^(?:function ([\w-]+) ?(?:\( ?\))?|([\w-]+) ?\( ?\)) ?\{(.*)$/
const LOOP = /^for (\w+) in ([^;\n]+?) ?(?:; ?(?:do\b(.*))?)?$/
const LIST = /^(?:(?:local|declare|readonly) (?:-\w+ )?)?(\w+)(\+?)=\(([^()]*)(\)?)$/
/** One word: quoted, with the output of a command, or neither. */
const WORD = String.raw`(?:"(?:[^"\\$]|\$(?!\()|\$\([^()]*\)|\\.)*"|'[^']*'|\$\([^()]*\)|\$(?!\()|[^\s;&|"'\x60()$])*`
const ASSIGNMENT = new RegExp(
  String.raw`^([\w*|"'-]+\) ?)?((?:local|export|readonly|declare) (?:-\w+ )?)?((?:[ ;]*\w+=${WORD}(?=[ ;]|$))+)[ ;]*$`,
)
const ONE = new RegExp(String.raw`(\w+)=(${WORD})`, 'g')
/** `IFS=: read -r folder app <<< "$entry"`. */
const READ = /\bIFS=["']?([^"'\s])["']? read (?:-r )?([\w ]+?) ?<<< ?"?([^"\n]*)"?/

/** What starts at a line, and the line where it ends. */
interface Block {
  kind: 'function' | 'loop' | 'list' | 'line'
  end: number
  /** The line with single blanks, or the words of a loop or a list. */
  text: string
  name: string
  body: readonly string[]
  /** Of a line: whether only one branch of the script runs it. Of a list: whether it adds to one. */
  isMore: boolean
}

function blockAt(lines: readonly string[], i: number): Block {
  const [, indent = '', written = ''] = /^([ \t]*)(.*)$/.exec(lines[i] ?? '') ?? []
  const text = written.replace(/[ \t]+/g, ' ').trimEnd()
  const [, named, other, short = ''] = FUNCTION.exec(text) ?? []
  const ofLines = (close: string, rest: string) => {
    const isShort = rest.includes(close)
    const end = isShort ? i : endOf(lines, i, `${indent}${close}`)
    return { end, body: isShort ? [rest.slice(0, rest.lastIndexOf(close))] : lines.slice(i + 1, end) }
  }
  const name = named ?? other
  if (name !== undefined) return { kind: 'function', name, text, isMore: false, ...ofLines('}', short) }
  const [loop, each = '', words = '', rest = ''] = LOOP.exec(text) ?? []
  if (loop !== undefined)
    return { kind: 'loop', name: each, text: words, isMore: false, ...ofLines('done', rest) }
  const [list, key = '', plus, first = '', close] = LIST.exec(text) ?? []
  if (list === undefined) return { kind: 'line', end: i, text, name: '', body: [], isMore: indent !== '' }
  const end = close ? i : endOf(lines, i, `${indent})`)
  const all = [first, ...lines.slice(i + 1, end)].join(' ')
  return { kind: 'list', end, text: all, name: key, body: [], isMore: plus !== '' }
}

/** Where a block ends: at the first line that starts so. */
function endOf(lines: readonly string[], from: number, start: string): number {
  const end = lines.findIndex((line, i) => i > from && line.startsWith(start))
  const any =
    end === -1 ? lines.findIndex((line, i) => i > from && line.trim().startsWith(start.trim())) : end
  return any === -1 ? lines.length - 1 : any
}

interface Level {
  shell: Shell
  depth: number
}

/** Runs lines: one line for each of them. */
function run(lines: readonly string[], { variables: outer, args }: ShellScope, level: Level): string[] {
  const { shell, depth } = level
  shell.room -= 50 + lines.length * 10
  if (shell.room < 0) return [...lines]
  const variables = new Map(outer)
  const scope = { variables, args }
  const out: string[] = []
  const fill = (to: number) => {
    while (out.length < to) out.push('')
  }
  for (let i = 0; i < lines.length; i = out.length) {
    const block = blockAt(lines, i)
    const { kind, name, body, text, end, isMore } = block
    if (kind === 'function')
      shell.functions.set(name, { body, line: depth === 0 ? i : 0, isCalled: depth > 0 })
    else if (kind === 'list') {
      const words = shellWords(withValues(text, scope))
        .map((word) => word.replace(/\s+/g, '*')) // A blank would make two of a word.
        .join(' ')
        .slice(0, MAX_VALUE)
      variables.set(name, [isMore ? `${variables.get(name)?.[0] ?? ''} ${words}` : words])
    } else if (kind === 'loop') {
      fill(deployLine(block, i))
      out.push(turnsOf(block, scope, level))
    } else if (!assign(text, scope, { isIndented: isMore, depth })) out.push(oneLine(text, scope, level))
    fill(end + 1)
  }
  return out
}

/** The line of a loop that all of its turns are on: that of its deploy. */
function deployLine({ body, end }: Block, start: number): number {
  const place = body.findIndex((one) => /\bdeploy\b/.test(one))
  return end === start ? start : start + 1 + Math.max(0, place)
}

/** The turns of a loop, in one line: each of them has a folder of its own. */
function turnsOf(
  { text, name, body }: Block,
  { variables, args }: ShellScope,
  { shell, depth }: Level,
): string {
  const turns = shellWords(withValues(text, { variables, args })).map((word) =>
    run(body, { variables: new Map([...variables, [name, [word]]]), args }, { shell, depth: depth + 1 }),
  )
  const asOne = (turn: readonly string[]) => `(${turn.filter((one) => one.trim() !== '').join('; ')})`
  return spent(turns.map(asOne), shell)
}

/** Keeps what a line assigns to variables, or takes off the arguments. Returns whether that is all it does. */
function assign(
  line: string,
  scope: ShellScope & { variables: Map<string, readonly string[]> },
  { isIndented, depth }: { isIndented: boolean; depth: number },
): boolean {
  const { variables } = scope
  const [read, mark = '', names = '', entry = ''] = READ.exec(line) ?? []
  if (read !== undefined) {
    const parts = withValues(entry, scope).split(mark)
    for (const [i, name] of names.split(' ').entries()) variables.set(name, [parts[i] ?? ''])
    return true
  }
  const [shift, by = '1'] = /^shift(?: (\d+))?\b/.exec(line) ?? []
  if (shift !== undefined) {
    scope.args = scope.args?.slice(Number(by))
    return true
  }
  const [assigned, pattern, local, all = ''] = ASSIGNMENT.exec(line) ?? []
  if (assigned === undefined) return false
  const isBranch = pattern !== undefined || (isIndented && !/local|declare/.test(local ?? ''))
  for (const [, name = '', written = ''] of all.matchAll(ONE)) {
    const value = withValues(written, scope).replace(/["']/g, '').slice(0, MAX_VALUE)
    const earlier = isBranch ? earlierValues(variables.get(name), { written, value, args: scope.args }) : []
    // An argument that a person may give a script: what it does without is the other value.
    const isGiven = depth === 0 && scope.args === undefined && ARGUMENT.test(value)
    if (!isGiven || earlier.length === 0) variables.set(name, [...new Set([...earlier, value])].slice(-20))
  }
  // The output of a deploy: `URL=$(fly deploy --json)`.
  return !/\$\([^()]*\bdeploy\b/.test(line)
}

function oneLine(line: string, scope: ShellScope, level: Level): string {
  if (level.shell.room < 0) return line
  if (!/\bdeploy\b/.test(line)) return calls(withValues(line, scope), scope, level)
  const most = Math.max(1, ...variablesIn(line).map((name) => scope.variables.get(name)?.length ?? 1))
  const each = Array.from({ length: most }, (_, i) => calls(withValues(line, scope, i), scope, level))
  if (most === 1) return each[0] ?? ''
  const values = [...new Set(each)].map((one) => `(${one})`)
  return spent(values, level.shell)
}

/** A line with what the functions do that it calls. */
function calls(line: string, { variables }: ShellScope, { shell, depth }: Level): string {
  if (shell.functions.size === 0 || depth >= MAX_DEPTH) return spent([line], shell)
  const called = line.split(/&&|\|\||[;|)]/).flatMap((part) => {
    const [name = '', ...words] = shellWords(
      part.replace(/^[ \t]*(?:(?:if|then|else|elif|do|time|while|until|!)[ \t]+)*/, ''),
    )
    const found = shell.functions.get(name)
    if (!found) return []
    found.isCalled = true
    // The output of a command is cut off at its parenthesis: an open one would move all folders after it.
    const args = words.map((one) => one.replace(/\$\([^()]*$/, '*'))
    // What this script is started with is passed on, and not known.
    const passed = args.some((one) => /^\$[@*]$/.test(one)) ? undefined : args
    return run(found.body, { variables, args: passed }, { shell, depth: depth + 1 }).filter(
      (one) => one.trim() !== '',
    )
  })
  return spent([line, ...called], shell)
}

/** Commands one after the other, as long as there is room. */
function spent(commands: readonly string[], shell: Shell): string {
  const text = commands.filter((one) => one !== '').join('; ')
  shell.room -= text.length
  return shell.room < 0 ? (commands[0] ?? '') : text
}
