import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'

/** Lines and columns from 1. A key is where it is written, a table where its header is. */
export interface Place {
  line: number
  column: number
}

/** A TOML document with the place of everything in it. */
export type Toml =
  | { kind: 'table'; at: Place; entries: Map<string, Toml> }
  | { kind: 'list'; at: Place; items: Toml[] }
  | { kind: 'value'; at: Place; value: string | number | boolean | Date }
export type Table = Extract<Toml, { kind: 'table' }>

/** Reads TOML 1.0; a mistake is given with its place. */
export function readToml(text: string): { ok: true; table: Table } | { ok: false; at: Place; error: string } {
  try {
    const root: Table = { kind: 'table', at: { line: 1, column: 1 }, entries: new Map() }
    for (const node of parseTOML(text, { tomlVersion: '1.0' }).body[0].body)
      if (node.type === 'TOMLTable') fill(header(root, node), node.body)
      else fill(root, [node])
    return { ok: true, table: root }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return { ok: false, at: { line: error.lineNumber, column: error.column + 1 }, error: error.message }
  }
}

const placeOf = (node: AST.TOMLNode): Place => ({
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
})

/** The table that a [header] or [[header]] opens; the parser has refused headers that contradict each other. */
function header(root: Table, node: AST.TOMLTable): Table {
  return descend(root, node.resolvedKey, placeOf(node))
}

function descend(from: Table, path: readonly (string | number)[], at: Place): Table {
  let here: Toml = from
  path.forEach((part, i) => {
    const next = path[i + 1]
    const fresh = (): Toml =>
      typeof next === 'number' ? { kind: 'list', at, items: [] } : { kind: 'table', at, entries: new Map() }
    here = child(here, part) ?? put(here, part, fresh())
  })
  // A table that came into being through [a.b] alone gets the place of its own header later.
  here.at = at
  return here as Table
}

function child(node: Toml, part: string | number): Toml | undefined {
  if (node.kind === 'table') return node.entries.get(String(part))
  return node.kind === 'list' ? node.items[Number(part)] : undefined
}

function put(node: Toml, part: string | number, value: Toml): Toml {
  if (node.kind === 'table') node.entries.set(String(part), value)
  else if (node.kind === 'list') node.items.push(value)
  return value
}

function fill(table: Table, pairs: readonly AST.TOMLKeyValue[]): void {
  for (const pair of pairs) {
    const path = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value))
    const last = path.pop() ?? ''
    const at = placeOf(pair.key)
    const holder = path.length === 0 ? table : inside(table, path, at)
    holder.entries.set(last, convert(pair.value, at))
  }
}

/** The table behind the dots of a dotted key. */
function inside(table: Table, path: readonly string[], at: Place): Table {
  return path.reduce<Table>((here, part) => {
    const known = here.entries.get(part)
    if (known?.kind === 'table') return known
    const fresh: Table = { kind: 'table', at, entries: new Map() }
    here.entries.set(part, fresh)
    return fresh
  }, table)
}

function convert(node: AST.TOMLContentNode, at: Place): Toml {
  if (node.type === 'TOMLArray')
    return { kind: 'list', at, items: node.elements.map((element) => convert(element, placeOf(element))) }
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { kind: 'table', at, entries: new Map() }
    fill(table, node.body)
    return table
  }
  return { kind: 'value', at, value: node.value }
}
