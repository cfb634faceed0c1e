/** Lines and columns from 1. */
export interface TextPosition {
  line: number
  column: number
}

/** A document of any format, with the place of each part. */
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
  /** The source text, for values such as `1` and `yes` that the reading program may take as a text. */
  text: string
  /** The place of a character of the text. */
  inside?: (offset: number) => TextPosition
}

export const get = (node: Tree | undefined, key: string): Tree | undefined =>
  node?.kind === 'table' ? node.entries.get(key) : undefined

/** The items of a list; none for anything else. */
export const items = (node: Tree | undefined): readonly Tree[] => (node?.kind === 'list' ? node.items : [])

/** A scalar as a text, as Go's YAML reads one into a string; undefined for null and for anything else. */
export const scalarText = (node: Tree | undefined): string | undefined =>
  node?.kind === 'value' && node.value !== null ? node.text : undefined
