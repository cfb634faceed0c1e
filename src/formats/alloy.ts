import type { Table, TextPosition, Tree } from './tree.ts'

/** A block of a configuration of Grafana Alloy: `prometheus.scrape "web" { … }`. */
export interface AlloyBlock {
  /** `prometheus.scrape`. */
  name: string
  /** `web`; undefined for a block without a label, such as `endpoint`. */
  label: string | undefined
  at: TextPosition
  /**
   * Its attributes. A reference to another component is a scalar without a value, with its text; a variable of the
   * environment has the text `${NAME}`; what else is calculated has neither a value nor a text.
   */
  attributes: Table
  blocks: AlloyBlock[]
}

interface Token {
  kind: 'name' | 'text' | 'number' | 'sign'
  text: string
  at: TextPosition
  /** An attribute ends with its line. */
  isFirstInLine: boolean
}

/** The blocks of a configuration of Alloy; undefined when it is not of that form. */
export function readAlloy(text: string): AlloyBlock[] | undefined {
  try {
    const reader = readerOf(tokensOf(text))
    const { blocks } = readBody(reader, { isInner: false, depth: 0 })
    return blocks
  } catch (error) {
    if (error instanceof NotAlloy) return undefined
    throw error
  }
}

class NotAlloy extends Error {}

/** A comment or a text without an end reaches to the end of the file or of its line: each character is read once. */
const TOKEN =
  /(?<space>[ \t\r\n]+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<text>"(?:[^"\\\n]|\\.?)*(?:"|(?=\n)|$)|`[^`]*(?:`|$))|(?<number>\d[\w.]*)|(?<sign>\S)/g

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let [line, lineStart, last] = [1, 0, 0]
  for (const { 0: all, index, groups = {} } of source.matchAll(TOKEN)) {
    const [kind] = KINDS.filter((one) => groups[one] !== undefined)
    if (kind !== undefined) {
      const text = kind === 'text' ? unquoted(all) : all
      const at = { line, column: index - lineStart + 1 }
      tokens.push({ kind, text, at, isFirstInLine: line !== last })
    }
    const lines = all.split('\n')
    if (lines.length > 1) lineStart = index + all.length - (lines.at(-1)?.length ?? 0)
    line += lines.length - 1
    if (kind !== undefined) last = line
  }
  return tokens
}

const KINDS = ['name', 'text', 'number', 'sign'] as const

function unquoted(text: string): string {
  if (text.startsWith('`')) return text.slice(1, -1)
  try {
    return String(JSON.parse(text))
  } catch {
    // An escape that JSON does not have: \a, \x41.
    return text.slice(1, -1)
  }
}

interface Reader {
  peek(): Token | undefined
  next(): Token
  /** Reads a sign if it is the next token. */
  takes(sign: string): boolean
}

function readerOf(tokens: readonly Token[]): Reader {
  let i = 0
  return {
    peek: () => tokens[i],
    next: () => {
      const token = tokens[i++]
      if (!token) throw new NotAlloy()
      return token
    },
    takes: (sign) => {
      const isNext = isSign(tokens[i], sign)
      if (isNext) i++
      return isNext
    },
  }
}

const isSign = (token: Token | undefined, ...signs: string[]): boolean =>
  token?.kind === 'sign' && signs.includes(token.text)

/** Deeper ones are not written by people. */
const MAX_DEPTH = 40

interface Place {
  /** Whether a bracket ends it, rather than the end of the file. */
  isInner: boolean
  depth: number
}

function readBody(reader: Reader, { isInner, depth }: Place): Pick<AlloyBlock, 'attributes' | 'blocks'> {
  if (depth > MAX_DEPTH) throw new NotAlloy()
  const attributes: Table = { kind: 'table', at: reader.peek()?.at ?? START, entries: new Map() }
  const blocks: AlloyBlock[] = []
  while (isInner ? !reader.takes('}') : reader.peek() !== undefined) {
    const { kind, text: name, at } = reader.next()
    if (kind !== 'name') throw new NotAlloy()
    if (reader.takes('=')) {
      attributes.entries.set(name, readValue(reader, { isInList: false, depth }))
      continue
    }
    const label = reader.peek()?.kind === 'text' ? reader.next().text : undefined
    if (!reader.takes('{')) throw new NotAlloy()
    blocks.push({ name, label, at, ...readBody(reader, { isInner: true, depth: depth + 1 }) })
  }
  return { attributes, blocks }
}

const START = { line: 1, column: 1 }

/** An expression up to the end of its line, or in a list up to the next comma. */
function readValue(reader: Reader, { isInList, depth }: { isInList: boolean; depth: number }): Tree {
  if (depth > MAX_DEPTH) throw new NotAlloy()
  const value = readOperand(reader, depth + 1)
  const isEnd = () => {
    const token = reader.peek()
    if (!token || isSign(token, '}', ']', ')', ',')) return true
    return !isInList && token.isFirstInLine
  }
  if (isEnd()) return value
  // An operation or an index: what it results in is not known.
  while (!isEnd()) skip(reader, depth + 1)
  return unknown(value.at)
}

const unknown = (at: TextPosition): Tree => ({ kind: 'value', at, value: null, text: '' })

/** One token, or all between brackets. */
function skip(reader: Reader, depth: number): void {
  if (depth > MAX_DEPTH) throw new NotAlloy()
  const token = reader.next()
  if (!isSign(token, '(', '[', '{')) return
  while (!isSign(reader.peek(), ')', ']', '}')) skip(reader, depth + 1)
  reader.next()
}

function readOperand(reader: Reader, depth: number): Tree {
  const { kind, text, at } = reader.next()
  if (kind === 'text') return { kind: 'value', at, value: text, text }
  if (kind === 'number') return { kind: 'value', at, value: Number(text), text }
  if (kind === 'name') return readName(reader, { text, at, depth })
  if (text === '[') return { kind: 'list', at, items: readItems(reader, ']', depth) }
  if (text === '{') return readObject(reader, at, depth)
  return unknown(at)
}

function readItems(reader: Reader, end: string, depth: number): Tree[] {
  const items: Tree[] = []
  while (!reader.takes(end)) {
    items.push(readValue(reader, { isInList: true, depth }))
    if (!reader.takes(',') && !isSign(reader.peek(), end)) throw new NotAlloy()
  }
  return items
}

function readObject(reader: Reader, at: TextPosition, depth: number): Table {
  const entries = new Map<string, Tree>()
  while (!reader.takes('}')) {
    const { kind, text } = reader.next()
    if (!['name', 'text'].includes(kind) || !reader.takes('=')) throw new NotAlloy()
    entries.set(text, readValue(reader, { isInList: true, depth }))
    if (!reader.takes(',') && !isSign(reader.peek(), '}')) throw new NotAlloy()
  }
  return { kind: 'table', at, entries }
}

/** A literal, a reference, or a call of a function. */
function readName(
  reader: Reader,
  { text, at, depth }: { text: string; at: TextPosition; depth: number },
): Tree {
  if (text === 'true' || text === 'false') return { kind: 'value', at, value: text === 'true', text }
  if (text === 'null') return { kind: 'value', at, value: null, text: '' }
  if (!reader.takes('(')) return { kind: 'value', at, value: null, text }
  const items = readItems(reader, ')', depth)
  if (/^(?:array\.)?concat$/.test(text))
    return { kind: 'list', at, items: items.flatMap((one) => (one.kind === 'list' ? one.items : [one])) }
  const [name] = items
  if (/^(?:sys\.)?env$/.test(text) && name?.kind === 'value')
    return { kind: 'value', at, value: `\${${name.text}}`, text: `\${${name.text}}` }
  return unknown(at)
}
