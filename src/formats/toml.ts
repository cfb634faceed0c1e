import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { Table, TextPosition, Tree } from './tree.ts'

/** Reads TOML 1.0; a syntax error is returned with its place. */
export function readToml(
  text: string,
): { ok: true; table: Table } | { ok: false; at: TextPosition; error: string } {
  if (DEEP.test(text)) return { ok: false, at: { line: 1, column: 1 }, error: TOO_MUCH }
  try {
    const root: Table = { kind: 'table', at: { line: 1, column: 1 }, entries: new Map() }
    for (const node of parseTOML(text, { tomlVersion: '1.0' }).body[0].body)
      if (node.type === 'TOMLTable') fill(header(root, node), node.body)
      else fill(root, [node])
    return { ok: true, table: root }
  } catch (error) {
    // The stack is full, because of many levels or of one long text.
    if (error instanceof RangeError) return { ok: false, at: { line: 1, column: 1 }, error: TOO_MUCH }
    if (!(error instanceof ParseError)) throw error
    return { ok: false, at: { line: error.lineNumber, column: error.column + 1 }, error: error.message }
  }
}

/** What a text begins or is marked with that a program has encrypted. */
const ENCRYPTED: readonly (readonly [mark: RegExp, program: string])[] = [
  [/\bENC\[AES256_GCM,data:/, 'SOPS'],
  [/^-----BEGIN AGE ENCRYPTED FILE-----/, 'age'],
  [/^\$ANSIBLE_VAULT;/, 'Ansible Vault'],
  [/^-----BEGIN PGP MESSAGE-----/, 'GnuPG'],
]

/** The program that has encrypted a text: what is in the file is not known here. */
export const encryptedBy = (text: string): string | undefined =>
  ENCRYPTED.find(([mark]) => mark.test(text))?.[1]

/** A key with more dots than anybody means: the parser takes a time for it that grows with their square. */
const DEEP = /(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){200}/

const TOO_MUCH = 'it nests too deeply, or contains a text of hundreds of kilobytes'

const placeOf = (node: AST.TOMLNode): TextPosition => ({
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
})

/** The table that a [header] or [[header]] opens; the parser has refused headers that contradict each other. */
function header(root: Table, node: AST.TOMLTable): Table {
  return descend(root, node.resolvedKey, placeOf(node))
}

function descend(from: Table, path: readonly (string | number)[], at: TextPosition): Table {
  let here: Tree = from
  path.forEach((part, i) => {
    const next = path[i + 1]
    const fresh = (): Tree =>
      typeof next === 'number' ? { kind: 'list', at, items: [] } : { kind: 'table', at, entries: new Map() }
    here = child(here, part) ?? put(here, part, fresh())
  })
  // A table that exists only because of [a.b] gets the place of its own header later.
  here.at = at
  return here as Table
}

function child(node: Tree, part: string | number): Tree | undefined {
  if (node.kind === 'table') return node.entries.get(String(part))
  return node.kind === 'list' ? node.items[Number(part)] : undefined
}

function put(node: Tree, part: string | number, value: Tree): Tree {
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
function inside(table: Table, path: readonly string[], at: TextPosition): Table {
  return path.reduce<Table>((here, part) => {
    const known = here.entries.get(part)
    if (known?.kind === 'table') return known
    const fresh: Table = { kind: 'table', at, entries: new Map() }
    here.entries.set(part, fresh)
    return fresh
  }, table)
}

function convert(node: AST.TOMLContentNode, at: TextPosition): Tree {
  if (node.type === 'TOMLArray')
    return { kind: 'list', at, items: node.elements.map((element) => convert(element, placeOf(element))) }
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { kind: 'table', at, entries: new Map() }
    fill(table, node.body)
    return table
  }
  return { kind: 'value', at, value: node.value, text: String(node.value) }
}
