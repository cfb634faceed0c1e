import { parser } from '@prometheus-io/lezer-promql'
import { grouping, matchingOf } from './clauses.ts'
import { children, nothingFound, type SyntaxNode, type Walk } from './syntax.ts'
import type { EnclosingCall, Matching, ParsedQuery, Selector } from './types.ts'

/** A part of a query that has a value, with its place in the text. Parentheses are part of what they enclose. */
export type Expression = { from: number; to: number } & ExpressionKind

type ExpressionKind =
  /** A number or a quoted text. */
  | { kind: 'constant'; text: string }
  | { kind: 'selector'; selector: Selector }
  /** `x offset 1d`, `x @ 1600000000`: evaluated at another time. `offset`: `1d`; undefined for a fixed time. */
  | { kind: 'shifted'; inner: Expression; offset: string | undefined }
  /** `x[1h:5m]`; the step is undefined in `x[1h:]`. */
  | { kind: 'subquery'; inner: Expression; step: string | undefined }
  /** A function or an aggregation; a sign is the function `-`. */
  | { kind: 'call'; name: string; args: readonly Expression[]; labels?: NonNullable<EnclosingCall['labels']> }
  | Binary

/** An operation on two parts. */
export interface Binary {
  kind: 'binary'
  /** In lower case: `+`, `==`, `unless`. */
  op: string
  /** A comparison without `bool`: it drops what does not fulfil it. */
  isFilter: boolean
  /** Undefined: series match by all of their labels. */
  matching: Matching | undefined
  /** `fill`: series without a match are in the result as well. */
  isFilled: boolean
  left: Expression
  right: Expression
  /** The place of the operator. */
  opFrom: number
  opTo: number
}

/** The structure of a query that `parsePromql` accepts; undefined for any other. */
export function readExpression(query: string, parsed: ParsedQuery): Expression | undefined {
  if (!parsed.ok) return undefined
  const selectors = new Map(parsed.selectors.map((selector) => [selector.from, selector]))
  const top = children(parser.parse(query).topNode)[0]
  return top && read(top, { query, selectors, walk: { query, errors: [], ...nothingFound(), depth: 0 } })
}

interface Source {
  query: string
  selectors: ReadonlyMap<number, Selector>
  /** For the errors of clauses, of which an accepted query has none. */
  walk: Walk
}

const COMPARISON = /^(?:[=!]=|[<>]=?)$/

function read(node: SyntaxNode, source: Source): Expression | undefined {
  const { from, to } = node
  const parts = children(node)
  switch (node.name) {
    case 'NumberDurationLiteral':
    case 'StringLiteral':
      return { from, to, kind: 'constant', text: source.query.slice(from, to) }
    case 'ParenExpr': {
      const inner = parts.map((part) => read(part, source)).find((part) => part !== undefined)
      return inner && { ...inner, ...(inner.kind !== 'selector' && { from, to }) }
    }
    case 'UnaryExpr':
      return { from, to, kind: 'call', name: '-', args: expressionsIn(parts, source) }
    case 'VectorSelector':
    case 'MatrixSelector': {
      const selector = source.selectors.get(from)
      return selector && { from, to, kind: 'selector', selector }
    }
    case 'SubqueryExpr':
      return subquery(node, source)
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return shifted(node, source)
    case 'AnchoredExpr':
    case 'SmoothedExpr':
      return parts[0] && read(parts[0], source)
    case 'AggregateExpr':
    case 'FunctionCall':
      return call(node, source)
    case 'BinaryExpr':
      return binary(node, source)
    default:
      return undefined
  }
}

const expressionsIn = (nodes: readonly SyntaxNode[], source: Source): Expression[] =>
  nodes.flatMap((node) => read(node, source) ?? [])

function subquery(node: SyntaxNode, source: Source): Expression | undefined {
  const [first, ...rest] = children(node)
  const inner = first && read(first, source)
  const step = rest[1] && source.query.slice(rest[1].from, rest[1].to)
  return inner && { from: node.from, to: node.to, kind: 'subquery', inner, step }
}

/** The grammar applies a modifier to the whole sum; it belongs to the last operand. */
function shifted(node: SyntaxNode, source: Source): Expression | undefined {
  const [first, ...rest] = children(node)
  const inner = first && read(first, source)
  if (!inner) return undefined
  const time = rest.find(({ name }) => name === 'OffsetDurationExpr')
  const written = time && source.query.slice(time.from, time.to)
  // A negative offset looks ahead.
  const offset = written?.startsWith('-') ? undefined : written
  const shift = (part: Expression): Expression =>
    part.kind === 'binary'
      ? { ...part, to: node.to, right: shift(part.right) }
      : { from: part.from, to: node.to, kind: 'shifted', inner: part, offset }
  return first.name === 'ParenExpr'
    ? { from: node.from, to: node.to, kind: 'shifted', inner, offset }
    : shift(inner)
}

function call(node: SyntaxNode, source: Source): Expression {
  const parts = children(node)
  const body = parts.find(({ name }) => name === 'FunctionCallBody')
  const word = parts[0]
  const modifier = parts.find(({ name }) => name === 'AggregateModifier')
  return {
    ...{ from: node.from, to: node.to, kind: 'call' },
    ...(node.name === 'AggregateExpr' && { labels: grouping(modifier, source.walk) }),
    name: word ? source.query.slice(word.from, word.to).toLowerCase() : '',
    args: body ? expressionsIn(children(body), source) : [],
  }
}

function binary(node: SyntaxNode, source: Source): Expression | undefined {
  const parts = children(node)
  const [first, operator] = parts
  const last = parts.at(-1)
  const left = first && read(first, source)
  const right = last && read(last, source)
  if (!left || !right || !operator) return undefined
  const op = source.query.slice(operator.from, operator.to).toLowerCase()
  const isBool = parts.some(({ name }) => name === 'BoolModifier')
  const clause = parts.find(({ name }) => name === 'MatchingModifierClause')
  return {
    ...{ from: node.from, to: node.to, kind: 'binary', op, left, right },
    matching: clause && matchingOf(clause, source.walk),
    isFilled: parts.slice(2, -1).some(({ name }) => name.startsWith('Fill')),
    ...{ isFilter: COMPARISON.test(op) && !isBool, opFrom: operator.from, opTo: operator.to },
  }
}

/** Functions whose result is one number, always there. */
const SCALAR_CALLS = ['scalar', 'time', 'pi']

/** Whether a part is a number or a text, which is never empty. */
export function isScalar(part: Expression): boolean {
  if (part.kind === 'constant') return true
  if (part.kind === 'binary') return isScalar(part.left) && isScalar(part.right)
  return (
    part.kind === 'call' &&
    (SCALAR_CALLS.includes(part.name) || (part.name === '-' && part.args.every(isScalar)))
  )
}

/** Every selector of a part. */
export function selectorsIn(part: Expression): Selector[] {
  switch (part.kind) {
    case 'constant':
      return []
    case 'selector':
      return [part.selector]
    case 'shifted':
    case 'subquery':
      return selectorsIn(part.inner)
    case 'call':
      return part.args.flatMap(selectorsIn)
    case 'binary':
      return [...selectorsIn(part.left), ...selectorsIn(part.right)]
  }
}
