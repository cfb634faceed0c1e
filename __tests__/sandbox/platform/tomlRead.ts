import { parse, TomlError } from 'smol-toml'
import { FlyError } from './errors.ts'
import type { FlyToml } from './flyToml.ts'
import { decodeConfig } from './tomlDecode.ts'
import { patch } from './tomlPatch.ts'

/** A read fly.toml; `problem` = it has a value that flyctl's structs cannot hold. */
export interface LoadedConfig {
  /** As flyctl prints it. */
  readonly path: string
  readonly config: FlyToml
  readonly table: Record<string, unknown>
  readonly problem: string | undefined
  /** `false` when the problem is in the rewriting of older forms, before any struct is filled. */
  readonly rewritten: boolean
}

/** Fails on text that is not TOML, in the form of flyctl's TOML reader. */
export function loadConfig(path: string, text: string): LoadedConfig {
  const raw = path.endsWith('.json') ? (JSON.parse(text) as Record<string, unknown>) : parseToml(path, text)
  let table: Record<string, unknown> | undefined
  try {
    table = patch(raw)
    return { path, table, config: decodeConfig(table), problem: undefined, rewritten: true }
  } catch (error) {
    if (!(error instanceof FlyError)) throw error
    // flyctl keeps nothing but the name of a configuration that it cannot hold.
    const config = typeof raw.app === 'string' ? { app: raw.app } : {}
    return { path, table: table ?? raw, config, problem: error.message, rewritten: table !== undefined }
  }
}

function parseToml(path: string, text: string): Record<string, unknown> {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    throw new FlyError(`failed loading app config from ${path}: ${describe(error, text)}`)
  }
}

function describe(error: TomlError, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const { column, message } = placed(error, lines[error.line - 1] ?? '')
  const width = String(Math.min(lines.length, error.line + 3)).length
  const numbered = (line: number): string => {
    const content = lines[line - 1] ?? ''
    return `${String(line).padStart(width)}|${content === '' ? '' : ` ${content}`}`
  }
  const before = range(Math.max(1, error.line - 3), error.line).map(numbered)
  const after = range(error.line + 1, Math.min(lines.length, error.line + 3) + 1).map(numbered)
  const pointer = `${' '.repeat(width)}| ${' '.repeat(column - 1)}~ ${message}`
  return [`row ${error.line} column ${column}`, ...before, numbered(error.line), pointer, ...after].join('\n')
}

/** flyctl's reader puts some mistakes into other words, at other columns, than ours. */
function placed(error: TomlError, line: string): { column: number; message: string } {
  const header = /^\s*\[\[[^\]]*\](?!\])/.exec(line)
  if (header !== null) return { column: header[0].length, message: "expected ']]' to close array table name" }
  const array = /^([^#"']*=\s*\[+)\s*$/.exec(line)
  if (array?.[1] !== undefined) return { column: array[1].length, message: 'array is incomplete' }
  const message = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '')
  const char = line.charAt(error.column - 1)
  const code = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} '${char}'`
  const words: Readonly<Record<string, string>> = {
    'control characters are not allowed in strings': 'basic strings cannot have new lines',
    'invalid value': `unexpected character ${code} at start of value`,
    'unexpected end of key': `invalid character at start of key: ${code}`,
    'illegal character in key': line.startsWith('[') ? "expected ']' to close table name" : message,
  }
  return { column: error.column, message: words[message] ?? message }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
