import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml'
import { quoted } from '../lib/quote.ts'
import { placesIn } from './places.ts'
import type { Table, TextPosition, Tree } from './tree.ts'

/** Aliases may repeat a node; a document that expands to more nodes than this is a bomb. */
const MAX_NODES = 200_000
const MAX_DEPTH = 200

export type YamlRead = { ok: true; tree: Tree; more: boolean } | ({ ok: false } & YamlError)

/** Why and where a text cannot be read, and what to do. */
export interface YamlError {
  at: TextPosition
  message: string
  hint: string
  /** Other YAML parsers may accept the text. */
  isUnsure: boolean
}

/** Reads the first document of a YAML text, with places. `more`: other documents follow. Never throws. */
export function readYaml(text: string): YamlRead {
  const at = placesIn(text)
  const wrong = (place: TextPosition, message: string, hint: string, isUnsure = false): YamlRead => ({
    ok: false,
    at: place,
    message,
    hint,
    isUnsure,
  })
  try {
    const deep = tooDeep(text)
    if (deep !== undefined) return wrong(at(deep), TOO_DEEP, FLATTEN)
    const document = parseDocument(text, OPTIONS)
    const more = document.errors.some((error) => error.code === 'MULTIPLE_DOCS')
    const error = document.errors.find((one) => one.code !== 'MULTIPLE_DOCS')
    // The parser reports a full stack as a syntax error.
    if (error?.message.includes('call stack')) return wrong(at(error.pos[0]), TOO_DEEP, FLATTEN)
    const open = error && quoteClosedLater(text, error)
    if (open !== undefined)
      return wrong(
        at(open),
        'The quoted text is not closed, or its next line is not indented further than its key.',
        'Close the quote, or indent the lines of the text further.',
        true,
      )
    if (error)
      return wrong(
        at(error.pos[0]),
        `Not valid YAML: ${error.message}.`,
        'Check indentation, quotes and colons around this place.',
      )
    const convert: Convert = { at, source: text, left: MAX_NODES, anchors: new Map() }
    return { ok: true, tree: toTree(document.contents, convert, 0), more }
  } catch (error) {
    if (error instanceof Refused) return wrong(at(error.offset), error.message, error.hint)
    // The stack is full.
    if (error instanceof RangeError) return wrong({ line: 1, column: 1 }, TOO_DEEP, FLATTEN)
    throw error
  }
}

/** More open brackets, or more dashes in a row, than in any real file: the parser would need a gigabyte of memory. */
const MOST_OPEN = 1_000
const DASHES = /(?:[-?][ \t]+){200}/

/** Where a text starts to nest without limit. Brackets in quoted texts count too: thousands of open ones are not real. */
function tooDeep(text: string): number | undefined {
  let open = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + ('[{'.includes(bracket) ? 1 : -1))
    if (open > MOST_OPEN) return index
  }
  return DASHES.exec(text)?.index
}

/**
 * The start of a quoted text that seems not to be closed and may be closed later: Go's YAML lets its lines continue at any
 * indentation, the parser here needs them to be indented further than their key.
 */
function quoteClosedLater(text: string, { message, pos: [end] }: YAMLParseError): number | undefined {
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1]
  return quote !== undefined && text.includes(quote, end) ? text.lastIndexOf(quote, end) : undefined
}

// Duplicate keys are detected here: the parser's check takes time that grows with the square of the keys.
const OPTIONS = { prettyErrors: false, uniqueKeys: false } as const

const TOO_DEEP = 'The file nests too deeply, or expands to too many values.'
const FLATTEN = 'Write the values out instead of nesting them or repeating them with & and *.'

class Refused extends Error {
  readonly offset: number
  readonly hint: string
  constructor(offset: number, message: string, hint: string) {
    super(message)
    this.offset = offset
    this.hint = hint
  }
}

interface Convert {
  at: (offset: number) => TextPosition
  source: string
  left: number
  /** Nodes by anchor, up to the current place: an alias refers to the last one before it. */
  anchors: Map<string, Node>
}

function toTree(node: unknown, convert: Convert, depth: number): Tree {
  const own = node as (Node & { anchor?: string }) | null | undefined
  const offset = own?.range?.[0] ?? 0
  if (--convert.left < 0 || depth > MAX_DEPTH) throw new Refused(offset, TOO_DEEP, FLATTEN)
  const at = convert.at(offset)
  if (own?.anchor) convert.anchors.set(own.anchor, own)
  const target = isAlias(own) ? convert.anchors.get(own.source) : own
  if (isAlias(own) && !target)
    throw new Refused(
      offset,
      `The anchor ${quoted(own.source)} is not defined.`,
      'Define it with & before it is used.',
    )
  if (isSeq(target))
    return { kind: 'list', at, items: target.items.map((item) => toTree(item, convert, depth + 1)) }
  if (isMap(target)) return table(target, at, { convert, depth })
  return scalar(isScalar(target) ? target : undefined, at, convert)
}

function table(map: YAMLMap<unknown, unknown>, at: TextPosition, { convert, depth }: Inside): Table {
  const made: Table = { kind: 'table', at, entries: new Map() }
  const pairs = map.items.map((pair): [Keyed, Tree] => {
    const key = keyOf(pair)
    const value = toTree(pair.value, convert, depth + 1)
    // A missing value has no place, so it gets that of its key.
    if (value.kind === 'value' && value.value === null) value.at = convert.at(key.offset)
    return [key, value]
  })
  for (const [key, value] of pairs.filter(([{ name }]) => name !== '<<')) {
    if (made.entries.has(key.name))
      throw new Refused(key.offset, `The key ${quoted(key.name)} exists twice.`, 'Keep one of the two.')
    made.entries.set(key.name, value)
  }
  const merged = pairs
    .filter(([{ name }]) => name === '<<')
    .flatMap(([, v]) => (v.kind === 'list' ? v.items : [v]))
  // Keys of the map itself override merged ones.
  for (const [name, value] of merged.flatMap((node) => (node.kind === 'table' ? [...node.entries] : [])))
    if (!made.entries.has(name)) made.entries.set(name, value)
  return made
}

interface Inside {
  convert: Convert
  depth: number
}

interface Keyed {
  name: string
  offset: number
}

function keyOf({ key }: Pair<unknown, unknown>): Keyed {
  if (!isScalar(key)) return { name: '', offset: 0 }
  return { name: String(key.source ?? key.value), offset: key.range?.[0] ?? 0 }
}

function scalar(node: Scalar | undefined, at: TextPosition, convert: Convert): Tree {
  const raw = node?.value
  const value =
    typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
      ? raw
      : raw === undefined || raw === null
        ? null
        : String(raw)
  const text = typeof value === 'string' ? value : (node?.source ?? String(value ?? ''))
  return {
    kind: 'value',
    at,
    value,
    text,
    inside: (offset) => inside(node, text.slice(0, offset), { at, convert }),
  }
}

/** The place of the character after `before` in a scalar; the start of the scalar where escapes or folding hide it. */
function inside(
  node: Scalar | undefined,
  before: string,
  { at, convert }: { at: TextPosition; convert: Convert },
): TextPosition {
  const start = node?.range?.[0]
  if (start === undefined) return at
  if (node?.type === Scalar.BLOCK_LITERAL) {
    const body = convert.source.indexOf('\n', start) + 1
    const indent = /^\n*( *)/.exec(convert.source.slice(body, body + 500))?.[1]?.length ?? 0
    const lines = before.split('\n')
    return { line: at.line + lines.length, column: (lines.at(-1)?.length ?? 0) + indent + 1 }
  }
  const quote = node?.type === Scalar.QUOTE_DOUBLE || node?.type === Scalar.QUOTE_SINGLE ? 1 : 0
  const written = convert.source.slice(start + quote, start + quote + before.length)
  return written === before && !before.includes('\n')
    ? { line: at.line, column: at.column + quote + before.length }
    : at
}
