import type { ScalarNode, Table, TextPosition, Tree } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import { goDuration } from './go.ts'

/** A value that flyctl does not accept for its key, or a key that it does not know. */
export interface Misfit {
  at: TextPosition
  /** The key, without indexes: `services.ports.port`. */
  path: string
  /** Undefined when flyctl does not know the key; `known` are keys that it may stand for: those that are not set yet. */
  type?: { given: string; expected: string }
  known: readonly string[]
}

/** The type of a value: appends a misfit to `found` for each part that does not have it. */
export type Shape = (node: Tree, path: string, found: Misfit[]) => void
export type Shapes = Readonly<Record<string, Shape>>

function mismatch(node: Tree, path: string, expected: string): Misfit {
  const given = node.kind === 'value' ? quoted(node.value) : node.kind === 'list' ? 'a list' : 'a table'
  return { at: node.at, path, type: { given, expected }, known: [] }
}

/** A value that is not a table; `fits` decides. */
function single(expected: string, fits: (node: Tree) => boolean): Shape {
  return (node, path, found) => {
    if (!fits(node)) found.push(mismatch(node, path, expected))
  }
}

const scalar = (expected: string, fits: (value: ScalarNode['value']) => boolean): Shape =>
  single(expected, (node) => node.kind === 'value' && fits(node.value))

// flyctl converts TOML to JSON, where a date becomes text.
const isText = (node: Tree): boolean =>
  node.kind === 'value' && (typeof node.value === 'string' || node.value instanceof Date)
const isTexts = (node: Tree): boolean => node.kind === 'list' && node.items.every(isText)
const isDuration = (value: ScalarNode['value']): boolean =>
  typeof value === 'string' ? goDuration(value) !== undefined : typeof value === 'number'

/** Types of values that are not tables. */
export const value = {
  text: single('text in quotes', isText),
  texts: single('a list of texts, such as ["app"]', isTexts),
  textOrTexts: single('text or a list of texts', (node) => isText(node) || isTexts(node)),
  flag: scalar('true or false, without quotes', (value) => typeof value === 'boolean'),
  whole: scalar('a whole number, without quotes', (value) => Number.isSafeInteger(value)),
  number: scalar('a number, without quotes', (value) => Number.isFinite(value)),
  /** A whole number, also as a text. */
  anyWhole: scalar('a whole number', (value) =>
    typeof value === 'string' ? /^[+-]?\d+$/.test(value) : typeof value === 'number',
  ),
  size: scalar('a size such as "10gb"', (value) => typeof value === 'string' || typeof value === 'number'),
  duration: scalar('a duration such as "1m30s" (there are no days)', isDuration),
  /** A text in Go's syntax; flyctl converts or ignores anything else. */
  anyDuration: single(
    'a duration such as "1m30s" (there are no days)',
    (node) =>
      node.kind !== 'value' || typeof node.value !== 'string' || node.value === '' || isDuration(node.value),
  ),
  autostop: scalar(
    'one of: "off", "stop", "suspend", true, false',
    (value) => typeof value === 'boolean' || ['off', 'stop', 'suspend'].includes(String(value)),
  ),
  /** A table, or a list of tables with a name each. */
  headers: single(
    'a table of texts',
    (node) =>
      node.kind === 'table' ||
      (node.kind === 'list' && node.items.every((item) => item.kind === 'table' && item.entries.has('name'))),
  ),
  anything: (() => {}) as Shape,
  /** A key without effect that older versions of flyctl wrote as an empty list: only a list with items is lost. */
  formerList: ((node, path, found) => {
    if (node.kind !== 'list' || node.items.length > 0) found.push({ at: node.at, path, known: [] })
  }) as Shape,
}

/** A table with only these keys. */
export const tableOf =
  (shapes: Shapes): Shape =>
  (node, path, found) => {
    if (node.kind === 'table') entries(node, shapes, path, found)
    else found.push(mismatch(node, path, `a table: [${path}]`))
  }

function entries(node: Table, shapes: Shapes, path: string, found: Misfit[]): void {
  for (const [key, value] of node.entries) {
    const inner = path ? `${path}.${key}` : key
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    if (shape) shape(value, inner, found)
    else
      found.push({
        at: value.at,
        path: inner,
        known: Object.keys(shapes).filter((one) => !node.entries.has(one)),
      })
  }
}

/** A list of tables. */
export const tablesOf =
  (shapes: Shapes): Shape =>
  (node, path, found) => {
    if (node.kind !== 'list') found.push(mismatch(node, path, `a list of tables: [[${path}]]`))
    else for (const item of node.items) tableOf(shapes)(item, path, found)
  }

/** A table, or a list of them. */
export const tableOrTables =
  (shapes: Shapes): Shape =>
  (node, path, found) =>
    node.kind === 'table' ? tableOf(shapes)(node, path, found) : tablesOf(shapes)(node, path, found)

/** A table with arbitrary keys, or the old form: a list of tables with a name. */
export const namedValues =
  (shape: Shape): Shape =>
  (node, path, found) => {
    if (node.kind === 'table') for (const [key, value] of node.entries) shape(value, `${path}.${key}`, found)
    else if (node.kind !== 'list') found.push(mismatch(node, path, `a table: [${path}]`))
  }

/** `limits`, or the old form `soft,hard`. */
export const limitsOf =
  (shapes: Shapes): Shape =>
  (node, path, found) => {
    const isOld = node.kind === 'value' && /^[+-]?\d+,[+-]?\d+$/.test(node.text)
    if (!isOld) tableOf(shapes)(node, path, found)
  }
