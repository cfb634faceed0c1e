/** Lines and columns from 1. */
export interface TextPosition {
  line: number
  column: number
}

/** A document with the place of everything in it, whatever format it came from. */
export type Tree = Table | List | ScalarNode

export interface Table {
  kind: 'table'
  at: TextPosition
  entries: Map<string, Tree>
}

export interface List {
  kind: 'list'
  at: TextPosition
  items: Tree[]
}

export interface ScalarNode {
  kind: 'value'
  /** TOML: where its key is. YAML: where the value starts. */
  at: TextPosition
  value: string | number | boolean | Date | null
  /** As it is written, for formats in which `1` and `yes` are texts to the program that reads them. */
  text: string
  /** The place of a character of the text. */
  inside?: (offset: number) => TextPosition
}

export const get = (node: Tree | undefined, key: string): Tree | undefined =>
  node?.kind === 'table' ? node.entries.get(key) : undefined

/** The items of a list; none for anything else. */
export const items = (node: Tree | undefined): readonly Tree[] => (node?.kind === 'list' ? node.items : [])

/** A scalar as a text, as Go's YAML takes one where it wants a text; undefined for anything else, and for nothing. */
export const scalarText = (node: Tree | undefined): string | undefined =>
  node?.kind === 'value' && node.value !== null ? node.text : undefined
