import type { Tree } from '../../formats/tree.ts'
import { didYouMean } from '../../lib/did-you-mean.ts'
import type { Located, Problem } from '../../lib/errors.ts'
import { quoted } from '../../lib/text.ts'
import { finding } from '../catalog.ts'
import { goDuration } from './go.ts'
import { FLY_TOML, type Shape, type Shapes } from './shape.ts'

interface Walk {
  file: string
  problems: Problem[]
}

/** Wrong types (errors) and unknown keys (warnings) of a whole file. */
export function typeProblems(root: Tree, file: string): Problem[] {
  const walk: Walk = { file, problems: [] }
  visit(root, { table: FLY_TOML }, '', walk)
  return walk.problems
}

function visit(node: Tree, shape: Shape, path: string, walk: Walk): void {
  if (typeof shape === 'string') {
    if (!fits(node, shape)) mismatch(node, path, shape, walk)
  } else if ('list' in shape) visitList(node, shape, path, walk)
  else if ('map' in shape) visitMap(node, shape, path, walk)
  else if (!shape.limits || !isLimits(node)) visitTable(node, shape.table, path, walk)
}

/** `20,25`: soft and hard limit. */
const isLimits = (node: Tree): boolean =>
  node.kind === 'value' && isText(node.value) && /^[+-]?\d+,[+-]?\d+$/.test(node.value)

function visitList(node: Tree, shape: { list: Shapes; one: boolean }, path: string, walk: Walk): void {
  if (node.kind === 'list') for (const item of node.items) visitTable(item, shape.list, path, walk)
  else if (shape.one && node.kind === 'table') visitTable(node, shape.list, path, walk)
  else mismatch(node, path, shape, walk)
}

function visitMap(node: Tree, shape: { map: Shape; named: boolean }, path: string, walk: Walk): void {
  if (node.kind === 'table')
    for (const [key, value] of node.entries) visit(value, shape.map, `${path}.${key}`, walk)
  else if (!shape.named || node.kind !== 'list') mismatch(node, path, shape, walk)
}

function visitTable(node: Tree, shapes: Shapes, path: string, walk: Walk): void {
  if (node.kind !== 'table') {
    mismatch(node, path, { table: shapes }, walk)
    return
  }
  for (const [key, value] of node.entries) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    const inner = path ? `${path}.${key}` : key
    if (shape) visit(value, shape, inner, walk)
    else {
      const problem = unknownKey(inner, { file: walk.file, ...value.at })
      walk.problems.push({ ...problem, hint: didYouMean(key, Object.keys(shapes)) ?? problem.hint })
    }
  }
}

/** A key that has no effect; its path is without indexes. */
export const unknownKey = (path: string, at: Located): Problem =>
  finding('fly/unknown-key', at, `flyctl does not know ${path}.`, 'Remove it: it has no effect.')

const WANTED: Record<Extract<Shape, string>, string> = {
  text: 'text in quotes',
  flag: 'true or false, without quotes',
  whole: 'a whole number, without quotes',
  number: 'a number, without quotes',
  texts: 'a list of texts, such as ["app"]',
  duration: 'a duration such as "30s"',
  'any-duration': 'a duration such as "30s"',
  'any-whole': 'a whole number',
  'text-or-texts': 'text or a list of texts',
  size: 'a size such as "10gb"',
  autostop: 'one of: "off", "stop", "suspend", true, false',
  headers: 'a table of texts',
  anything: 'anything',
}

function mismatch(node: Tree, path: string, shape: Shape, walk: Walk): void {
  const at = { file: walk.file, ...node.at }
  const given = node.kind === 'value' ? quoted(node.value) : node.kind === 'list' ? 'a list' : 'a table'
  if (typeof shape === 'string' && shape.endsWith('duration') && given.startsWith('"')) {
    const hint = 'Use numbers with h, m, s or ms, such as "1m30s". There are no days.'
    walk.problems.push(finding('fly/duration', at, `${path} is ${given}, which is no duration.`, hint))
    return
  }
  const wanted =
    typeof shape === 'string'
      ? WANTED[shape]
      : 'list' in shape
        ? `a list of tables: [[${path}]]`
        : `a table: [${path}]`
  walk.problems.push(finding('fly/type', at, `${path} is ${given}.`, `It must be ${wanted}.`))
}

function fits(node: Tree, shape: Extract<Shape, string>): boolean {
  if (shape === 'anything' || (shape === 'any-duration' && node.kind !== 'value')) return true
  if (shape === 'headers') return isHeaders(node)
  if (node.kind === 'list')
    return (shape === 'texts' || shape === 'text-or-texts') && node.items.every((item) => fits(item, 'text'))
  return node.kind === 'value' && FITS[shape](node.value)
}

const isHeaders = (node: Tree): boolean =>
  node.kind === 'table' ||
  (node.kind === 'list' && node.items.every((item) => item.kind === 'table' && item.entries.has('name')))

type Value = Extract<Tree, { kind: 'value' }>['value']
const isText = (value: Value): value is string => typeof value === 'string'
// A date becomes text on flyctl's way from TOML to JSON.
const isTextual = (value: Value): boolean => isText(value) || value instanceof Date

const FITS: Record<Extract<Shape, string>, (value: Value) => boolean> = {
  text: isTextual,
  'text-or-texts': isTextual,
  texts: () => false,
  flag: (value) => typeof value === 'boolean',
  whole: (value) => Number.isSafeInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  'any-whole': (value) => typeof value === 'number' || (isText(value) && /^[+-]?\d+$/.test(value)),
  duration: (value) => (isText(value) ? goDuration(value) !== undefined : typeof value === 'number'),
  'any-duration': (value) => !isText(value) || value === '' || goDuration(value) !== undefined,
  size: (value) => isText(value) || typeof value === 'number',
  autostop: (value) => typeof value === 'boolean' || ['off', 'stop', 'suspend'].includes(String(value)),
  headers: () => false,
  anything: () => true,
}
