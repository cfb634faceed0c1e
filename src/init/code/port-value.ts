import type { TextFile } from '../../lib/workspace.ts'
import { bodyOf, indentOf } from '../routes/definitions.ts'

/** The port that an expression has on the machines of an app. */
export interface PortValue {
  /** Undefined: only variables say it, and none of them is set. */
  port?: number
  /** The variable that gives it, or that would, before the default counts. */
  variable?: string
  /** The machines have that variable. */
  isSet?: true
}

/** What the values of expressions depend on. */
export interface PortContext {
  /** Where names may be defined, the nearest first. */
  files: readonly TextFile[]
  /** Others of the program: there, only what is read from a variable may be meant. */
  others: readonly TextFile[]
  /** The value of a variable of the machines. */
  valueOf(name: string): string | undefined
  /** What starts the program, which may have flags. */
  command: string
}

const NAME = '["\'`](?<NAME>[A-Z][A-Z\\d_]{1,60})["\'`]'
/** How code reads a variable of the environment, in a call, a member, a tag or an attribute. */
const READS = new RegExp(
  [
    '\\b(?:process|Bun)\\.env(?:\\.(?<js>[A-Z][A-Z\\d_]{1,60})\\b|\\[["\'](?<key>\\w{2,60})["\'])',
    `\\benv::var(?:_os)?\\(\\s*${NAME.replace('NAME', 'rust')}`,
    `\\b(?:\\w{0,30}[eE]nv\\w{0,30}|ENV|config(?=\\())(?:\\.\\w{1,20})?[([]\\s*${NAME.replace('NAME', 'call')}`,
    `\\b(?:env|envconfig|(?:validation_)?alias)\\s*[:=]\\s*${NAME.replace('NAME', 'tag')}`,
  ].join('|'),
  'g',
)
/** A flag of the program, with its name. */
const FLAG =
  /\b\w{0,20}[fF]lags?\w{0,20}(?:\(\))?\.\w+\(\s*(?:&[\w.]+,\s*)?"([\w-]{1,40})"|\badd_argument\(\s*["']-{1,2}([\w-]{1,40})/
/** A number that may be a port: not the base in `parseInt(text, 10)`, and no part of an address or of a longer one. */
const NUMBER = /(?<![\w.$-])(\d{2,5})(?![\w.])/g
/** What reads the names of its fields from the environment: their definitions are a type with a default. */
const SCHEMA = /\bBaseSettings\b|\bz\.object\(|\bcleanEnv\(|\bcreateEnv\(|\bJoi\.object\(|\bconvict\(/
const PREFIX = /\benv_prefix\s*=\s*["'](\w{1,40})["']/
const MOST_STEPS = 4
const MOST_NAMES = 4
/** Names of what has a port in it. */
const HAS_PORT = /port|addr|listen|bind/i

/** The value of an expression that is a port, or an address with one; undefined where it is not understood. */
export function portValue(text: string, context: PortContext, steps = MOST_STEPS): PortValue | undefined {
  const names = [...text.matchAll(READS)].flatMap(({ groups = {} }) =>
    Object.values(groups).filter((one) => one !== undefined),
  )
  const set = names.find((name) => context.valueOf(name) !== undefined)
  if (set !== undefined) {
    const port = Number(/(?:^|:)(\d{2,5})$/.exec(context.valueOf(set) ?? '')?.[1])
    return isPort(port) ? { port, variable: set, isSet: true } : undefined
  }
  const flagged = flagOf(text, context.command)
  if (flagged) return flagged.port === undefined ? undefined : { port: flagged.port }
  const variable = names[0] === undefined ? {} : { variable: names[0] }
  const [port, ...more] = numbersIn(text)
  if (more.length > 0) return undefined
  const named = steps === 0 ? undefined : ofNames(text.replace(READS, ' '), context, steps)
  // What is written is the default of what names stand for.
  if (named?.isSet) return named
  const known = port ?? named?.port
  return known === undefined && !variable.variable && !named
    ? undefined
    : { ...named, ...variable, ...(known !== undefined && { port: known }) }
}

/** A number that servers listen on; 65535 is the largest one, in checks. */
const isPort = (port: number): boolean => port === 80 || port === 443 || (port >= 1000 && port < 65_535)

const numbersIn = (text: string): Set<number> =>
  new Set([...text.matchAll(NUMBER)].map(([number]) => Number(number)).filter(isPort))

/** What the command gives for a flag, where it has that; without a port, it was not understood. */
function flagOf(text: string, command: string): { port?: number } | undefined {
  const found = FLAG.exec(text)
  const name = found?.[1] ?? found?.[2]
  const given = name && new RegExp(`\\s--?${name}(?:[= ]["']?([^\\s"']{0,60})|$)`).exec(command)
  if (!given) return undefined
  const port = Number(/(?:^|:)(\d{2,5})$/.exec(given[1] ?? '')?.[1])
  return isPort(port) ? { port } : {}
}

/** The value of the only name in an expression that has one. */
function ofNames(text: string, context: PortContext, steps: number): PortValue | undefined {
  const paths = text.replace(/(["'`])[^"'`{\n]{0,80}\1/g, '').match(/[A-Za-z_][\w.]*/g) ?? []
  const named = [...new Set(paths)].filter((path) => HAS_PORT.test(path.slice(path.lastIndexOf('.') + 1)))
  const found = named.slice(0, MOST_NAMES).flatMap((path) => ofName(path, context, steps) ?? [])
  const ports = new Set(found.map(({ port }) => port))
  return ports.size === 1 ? found[0] : undefined
}

/** The value of a name, from the nearest file that defines it: `PORT`, `config.server.port`. */
function ofName(path: string, context: PortContext, steps: number): PortValue | undefined {
  for (const file of context.files) {
    const found = inFile(path, file, context, steps)
    if (found) return found
  }
  const read = context.others
    .flatMap((file) => inFile(path, file, context, steps) ?? [])
    .filter(({ variable }) => variable !== undefined)
  const [only, ...more] = new Map(read.map((one) => [JSON.stringify(one), one])).values()
  return more.length === 0 ? only : undefined
}

function inFile(path: string, file: TextFile, context: PortContext, steps: number): PortValue | undefined {
  const parts = path.split('.')
  const name = parts.at(-1) ?? path
  const found = definitionsOf(name, file, parts.length > 2 ? parts.at(-2) : undefined)
  if (found.length === 0) return undefined
  // A schema reads the variable with the name of its field.
  const isSchema = SCHEMA.test(file.text) && found.every((one) => one.search(READS) < 0)
  const field = `${PREFIX.exec(file.text)?.[1] ?? ''}${name}`.toUpperCase()
  return portValue(`${isSchema ? `env="${field}" ` : ''}${found.join('\n')}`, context, steps - 1)
}

const MOST_LINES = 5

/**
 * What a file gives a name, with the lines that such a statement goes on for: those in the object `parent`, or else those that
 * begin a line, if there are any.
 */
function definitionsOf(name: string, { text }: TextFile, parent: string | undefined): string[] {
  if (!text.includes(name)) return []
  const lines = text.split('\n')
  const pattern = new RegExp(
    `^(.{0,120}?)(?<![\\w$-])${name}\\b["']?\\]?\\s*(?::=|=(?![=>])|,\\s*\\w{1,20}\\s*:?=(?!=)|:(?![:=])\\s*[^=\\n]{1,60}=(?![=>])|:(?![:=])|\\s(?=(?:int|string|uint16)\\b))\\s*(.*)$`,
  )
  const preset = new RegExp(
    `\\bSetDefault\\(\\s*"(?:[\\w.]{0,60}\\.)?${parent === undefined ? '' : `${parent}\\.`}${name}",(.*)$`,
    'i',
  )
  const isItself = new RegExp(`^(?:\\w+\\.)*${name}\\b(?!\\s*(?:\\|\\||\\?\\?|\\())`)
  const found = lines.flatMap((line, i) => {
    const set = preset.exec(line)
    if (set) return [{ isFirst: true, isInside: parent !== undefined, value: set[1] ?? '' }]
    const assigned = line.includes(name) && isText(line) ? pattern.exec(line) : null
    const [, before = '', value = ''] = assigned ?? []
    if (!assigned || isItself.test(value)) return []
    const isFirst = /^\s*(?:[\w.]{1,20}\s+){0,4}(?:\w+\.){0,3}["']?$/.test(before)
    const isInside = parent !== undefined && (before.endsWith(`${parent}.`) || isBelowKey(lines, i, parent))
    return [
      { isFirst, isInside, value: [attributeAbove(lines, i), value, ...following(lines, i)].join('\n') },
    ]
  })
  if (found.length === 0) return functionsOf(name, lines)
  const inside = found.filter(({ isInside }) => isInside)
  const first = found.filter(({ isFirst }) => isFirst)
  const chosen = [inside, first, found].find((some) => some.length > 0) ?? []
  return chosen.map(({ value }) => value)
}

/** What functions with a name do, which may give it. */
function functionsOf(name: string, lines: readonly string[]): string[] {
  const pattern = new RegExp(`\\b(?:func(?:\\s*\\([^)\\n]{0,80}\\))?|def|function|fn)\\s+${name}\\s*\\(`)
  return lines.flatMap((line, i) => (pattern.test(line) ? [bodyOf(lines, i).body.join('\n')] : []))
}

const isText = (line: string): boolean => line.length <= 300 && !/^\s*(?:\/\/|#(?!\[)|\*|--)/.test(line)

/** Rust has the default of a field in an attribute above it. */
const attributeAbove = (lines: readonly string[], at: number): string =>
  /^\s*#\[/.test(lines[at - 1] ?? '') ? (lines[at - 1] ?? '') : ''

/** The lines that continue a statement: a chain of calls, an operator, or a call that is open. */
function following(lines: readonly string[], at: number): string[] {
  const line = lines[at] ?? ''
  const below = lines.slice(at + 1, at + 1 + MOST_LINES)
  const isOpen = /[(|?=]\s*$/.test(line)
  const end = below.findIndex((one) =>
    isOpen ? indentOf(one) <= indentOf(line) : !/^\s*(?:\.|\|\||\?\?)/.test(one),
  )
  return below.slice(0, end < 0 ? MOST_LINES : end)
}

function isBelowKey(lines: readonly string[], at: number, parent: string): boolean {
  const indent = indentOf(lines[at] ?? '')
  const above = lines.slice(0, at).findLast((line) => line.trim() !== '' && indentOf(line) < indent)
  return above !== undefined && new RegExp(`\\b${parent}\\b`, 'i').test(above)
}
