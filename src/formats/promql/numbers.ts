import { parseDuration } from '../../lib/duration.ts'
import { children, type SyntaxNode, sourceText, type Walk } from './syntax.ts'

/** The value of a number in a query, with a sign and in brackets; undefined for anything else. */
export function literal(node: SyntaxNode, walk: Walk): number | undefined {
  const parts = children(node)
  if (node.name === 'ParenExpr') return parts[0] && literal(parts[0], walk)
  if (node.name === 'UnaryExpr') {
    const value = parts[1] && literal(parts[1], walk)
    return value === undefined
      ? undefined
      : sourceText(walk, node).trimStart().startsWith('-')
        ? -value
        : value
  }
  if (node.name !== 'NumberDurationLiteral') return undefined
  const text = sourceText(walk, node).replaceAll('_', '')
  const value = /^[\d.]+(?:e[-+]?\d+)?$|^0x[\da-f]+$/i.test(text) ? Number(text) : durationSeconds(text)
  return value === undefined || Number.isNaN(value) ? undefined : value
}

/** Prometheus 3 reads a duration as its seconds. */
function durationSeconds(text: string): number | undefined {
  const milliseconds = parseDuration(text)
  return milliseconds === undefined ? undefined : milliseconds / 1000
}

/** A comparison with a number: `> 100`. */
interface Bound {
  op: string
  value: number
}

/** An expression with the numbers that it is compared with, outermost last. */
interface Bounded {
  /** Its text, without white space. */
  base: string
  bounds: readonly Bound[]
}

const FLIPPED: Record<string, string> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=', '==': '==', '!=': '!=' }

/** `x > 100 < 50`: filters of one expression; undefined when a side is not a number. */
function boundsOf(node: SyntaxNode, walk: Walk): Bounded | undefined {
  const parts = children(node)
  if (node.name === 'ParenExpr') return parts[0] && boundsOf(parts[0], walk)
  const [left, op, right] = parts
  // With modifiers there are more parts: `bool` filters nothing.
  if (node.name !== 'BinaryExpr' || !left || !op || !right || parts.length !== 3) return undefined
  const sign = sourceText(walk, op)
  const [number, other] = [literal(right, walk), literal(left, walk)]
  if (!(sign in FLIPPED) || (number === undefined) === (other === undefined)) return undefined
  const [inner, bound] =
    number === undefined
      ? [right, { op: FLIPPED[sign] ?? sign, value: other ?? 0 }]
      : [left, { op: sign, value: number }]
  const nested = boundsOf(inner, walk)
  const base = nested?.base ?? sourceText(walk, inner).replace(/\s+/g, '')
  return { base, bounds: [...(nested?.bounds ?? []), bound] }
}

/** Whether no number fulfils all comparisons. */
function isEmpty(bounds: readonly Bound[]): boolean {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let isOpen = false
  for (const { op, value } of bounds) {
    if (/^(?:>=?|==)$/.test(op) && value >= low)
      [low, isOpen] = [value, (value === low && isOpen) || op === '>']
    if (/^(?:<=?|==)$/.test(op) && value <= high) [high, isOpen] = [value, isOpen || op === '<']
  }
  const excluded = bounds.some(({ op, value }) => op === '!=' && low === high && value === low)
  return low > high || (low === high && (isOpen || excluded))
}

/** Collects comparisons of one expression that no value fulfils: `x > 100 < 50`, `x > 100 and x < 50`. */
export function checkBounds(node: SyntaxNode, walk: Walk): void {
  const [left, op, right] = children(node)
  const own = boundsOf(node, walk)
  const isAnd = op?.name === 'And' && children(node).length === 3
  const sides = isAnd && left && right ? [boundsOf(left, walk), boundsOf(right, walk)] : []
  const [one, other] = sides
  const bounds =
    own?.bounds ?? (one && other && one.base === other.base ? [...one.bounds, ...other.bounds] : [])
  if (bounds.length < 2 || !isEmpty(bounds)) return
  const text = bounds.map(({ op: sign, value }) => `${sign} ${value}`).join(' and ')
  walk.emptyRanges.push({ text, from: node.from })
}
