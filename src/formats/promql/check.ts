import { argumentCount, argumentRange, checkDuration, checkMatching, grouping } from './clauses.ts'
import { EXPERIMENTAL_AGGREGATIONS, PARAMETERS, signatureOf } from './functions.ts'
import { checkBounds, literal } from './numbers.ts'
import { quotedText, readSelector } from './selector.ts'
import {
  addError,
  children,
  nothingFound,
  type SyntaxNode,
  type SyntaxTree,
  sourceText,
  type Walk,
} from './syntax.ts'
import type { EnclosingCall, ParsedQuery, PromqlType } from './types.ts'

/** Deeper than any query written by a person; keeps the recursion below within the stack. */
const MAX_DEPTH = 1_000

class TooDeep extends Error {}

/** Checks that a grammar cannot express, as in Prometheus 3.14: types, numbers of arguments, the order of modifiers. */
export function checkQuery(tree: SyntaxTree, query: string): ParsedQuery {
  const walk: Walk = { query, errors: [], ...nothingFound(), depth: 0 }
  const top = children(tree.topNode)[0]
  try {
    const type = top && typeOf(top, [], walk)
    const { errors, selectors, experimental, parameters, emptyRanges } = walk
    return { ok: errors.length === 0, errors, selectors, experimental, parameters, emptyRanges, type }
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    const limit = { message: `The query nests deeper than ${MAX_DEPTH} levels`, from: 0, to: query.length }
    return {
      ok: false,
      errors: [{ kind: 'limit', ...limit }],
      ...nothingFound(),
      type: undefined,
    }
  }
}

type Handler = (node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk) => PromqlType

const HANDLERS: Record<string, Handler> = {
  NumberDurationLiteral: () => 'scalar',
  StringLiteral: (node, _, walk) => {
    quotedText(node, walk)
    return 'string'
  },
  ParenExpr: (node, within, walk) => operand(node, within, walk),
  UnaryExpr: unary,
  BinaryExpr: binary,
  AggregateExpr: aggregate,
  FunctionCall: call,
  VectorSelector: (node, within, walk) => {
    readSelector(node, { within, range: undefined }, walk)
    return 'vector'
  },
  MatrixSelector: matrix,
  SubqueryExpr: subquery,
  OffsetExpr: modified,
  StepInvariantExpr: modified,
  AnchoredExpr: modified,
  SmoothedExpr: modified,
}

function typeOf(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  if (++walk.depth > MAX_DEPTH) throw new TooDeep()
  const type = HANDLERS[node.name]?.(node, within, walk) ?? 'vector'
  walk.depth--
  return type
}

/** The type of the first expression inside a node. */
function operand(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const [inner] = children(node).filter((child) => child.name in HANDLERS)
  return inner ? typeOf(inner, within, walk) : 'vector'
}

const isNumeric = (type: PromqlType): boolean => type === 'scalar' || type === 'vector'

/** The names of the types in the documentation of Prometheus. */
const NAMES: Record<PromqlType, string> = {
  vector: 'an instant vector',
  matrix: 'a range vector',
  scalar: 'a number',
  string: 'a string',
}

function unary(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const type = operand(node, within, walk)
  if (!isNumeric(type)) addError(walk, node, `A sign cannot precede ${NAMES[type]}`)
  return type
}

const COMPARISONS = new Set(['Eql', 'Neq', 'Gte', 'Gtr', 'Lte', 'Lss'])
const SETS = new Set(['And', 'Or', 'Unless'])

function binary(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const parts = children(node)
  const [left, op] = parts
  const right = parts.at(-1)
  if (!left || !op || !right) return 'vector'
  const types = [left, right].map((side) => {
    const type = typeOf(side, within, walk)
    if (!isNumeric(type))
      addError(
        walk,
        side,
        `${sourceText(walk, op)} needs numbers or instant vectors on both sides, not ${NAMES[type]}`,
      )
    return type
  })
  const scalars = types.filter((type) => type === 'scalar').length
  const modifiers = parts.slice(2, -1)
  const bool = modifiers.some((part) => part.name === 'BoolModifier')
  if (bool && !COMPARISONS.has(op.name)) addError(walk, op, 'bool is allowed only in comparisons')
  if (COMPARISONS.has(op.name) && scalars === 2 && !bool)
    addError(walk, op, `A comparison of two numbers needs bool: ${sourceText(walk, op)} bool`)
  if (SETS.has(op.name) && scalars > 0)
    addError(walk, op, `${sourceText(walk, op)} needs instant vectors on both sides`)
  const clause = modifiers.find((part) => part.name === 'MatchingModifierClause')
  checkBounds(node, walk)
  if (clause)
    checkMatching(clause, { set: SETS.has(op.name), vectors: types.every((t) => t === 'vector') }, walk)
  for (const fill of modifiers.filter((part) => part.name.startsWith('Fill'))) {
    walk.experimental.push({ name: 'fill', from: fill.from, to: fill.to })
    if (SETS.has(op.name)) addError(walk, fill, `fill cannot be combined with ${sourceText(walk, op)}`)
  }
  return scalars === 2 ? 'scalar' : 'vector'
}

function aggregate(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const parts = children(node)
  const op = parts.find((part) => part.name === 'AggregateOp')
  const body = parts.find((part) => part.name === 'FunctionCallBody')
  if (!op || !body) return 'vector'
  const name = sourceText(walk, op).toLowerCase()
  const modifier = parts.find((part) => part.name === 'AggregateModifier')
  const enclosing = { name, labels: grouping(modifier, walk) }
  if (EXPERIMENTAL_AGGREGATIONS.includes(name)) walk.experimental.push({ name, from: op.from, to: op.to })
  const parameter = PARAMETERS[name]
  const expected = parameter ? [parameter, 'vector' as const] : (['vector'] as const)
  const given = children(body)
  const isComplete = given.length === expected.length
  if (!isComplete)
    addError(walk, node, `${name} expects ${argumentCount(expected.length)}, not ${given.length}`)
  given.forEach((argument, i) => {
    checkArgument(argument, { enclosing, expected: isComplete ? expected[i] : undefined, within }, walk)
  })
  return 'vector'
}

function call(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const [identifier, body] = children(node)
  if (!identifier || !body) return 'vector'
  const name = sourceText(walk, identifier)
  const signature = signatureOf(name)
  if (!signature) {
    addError(walk, identifier, `Unknown function ${JSON.stringify(name)}`)
    return 'vector'
  }
  if (signature.experimental) walk.experimental.push({ name, from: identifier.from, to: identifier.to })
  const given = children(body)
  const { takes, optional, repeat } = signature
  if (given.length < takes.length - optional || given.length > takes.length + repeat)
    addError(walk, node, `${name} expects ${argumentRange(signature)}, not ${given.length}`)
  given.forEach((argument, i) => {
    checkArgument(argument, { enclosing: { name }, expected: takes[i] ?? takes.at(-1), within }, walk)
  })
  return signature.returns
}

interface ArgumentContext {
  /** The function or aggregation that has the argument. */
  enclosing: EnclosingCall
  expected: PromqlType | undefined
  within: readonly EnclosingCall[]
}

function checkArgument(argument: SyntaxNode, context: ArgumentContext, walk: Walk): void {
  const { enclosing, expected, within } = context
  const { name } = enclosing
  // The second argument of info is a selector of labels, which may be empty and does not select series.
  if (name === 'info' && argument.name === 'VectorSelector' && argument.prevSibling?.name !== undefined)
    return
  const value = expected === 'scalar' ? literal(argument, walk) : undefined
  if (value !== undefined) walk.parameters.push({ name, value, from: argument.from })
  const type = typeOf(argument, [enclosing, ...within], walk)
  if (expected === undefined || type === expected) return
  const hint = expected === 'matrix' && type === 'vector' ? ' such as x[5m]' : ''
  addError(walk, argument, `${name} expects ${NAMES[expected]}${hint}, not ${NAMES[type]}`)
}

const RANGE_FIRST = 'The range must be before offset and @'
const RANGE_OF_SELECTOR = 'A range such as [5m] must follow a selector'

function matrix(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const [inner, range] = children(node)
  if (!inner || !range) return 'matrix'
  checkDuration(range, walk)
  if (inner.name === 'VectorSelector') readSelector(inner, { within, range: sourceText(walk, range) }, walk)
  else {
    addError(walk, node, MODIFIERS.has(inner.name) ? RANGE_FIRST : RANGE_OF_SELECTOR)
    typeOf(inner, within, walk)
  }
  return 'matrix'
}

function subquery(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const [inner, ...durations] = children(node)
  for (const part of durations) checkDuration(part, walk)
  const type = inner ? typeOf(inner, within, walk) : 'vector'
  if (type !== 'vector') addError(walk, node, `A subquery needs an instant vector, not ${NAMES[type]}`)
  return 'matrix'
}

const MODIFIERS = new Set(['OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr'])
const MODIFIABLE = new Set(['VectorSelector', 'MatrixSelector', 'SubqueryExpr'])
const WORDS: Record<string, string> = {
  OffsetExpr: 'offset',
  StepInvariantExpr: '@',
  AnchoredExpr: 'anchored',
  SmoothedExpr: 'smoothed',
}

/** `x offset 5m`, `x @ end()`: only after selectors and subqueries, each once, in any order. */
function modified(node: SyntaxNode, within: readonly EnclosingCall[], walk: Walk): PromqlType {
  const word = WORDS[node.name] ?? ''
  if (word === 'anchored' || word === 'smoothed')
    walk.experimental.push({ name: word, from: node.from, to: node.to })
  const time = children(node).find((part) => part.name === 'NumberDurationLiteral')
  if (time && word === '@' && /inf|nan/i.test(sourceText(walk, time)))
    addError(walk, time, '@ needs a finite time')
  let inner = children(node)[0]
  // The grammar applies a modifier to the whole sum; it belongs to the last operand.
  while (inner && (MODIFIERS.has(inner.name) || inner.name === 'UnaryExpr' || inner.name === 'BinaryExpr')) {
    if (inner.name === node.name) addError(walk, node, `${word} is used twice`)
    inner = MODIFIERS.has(inner.name) ? children(inner)[0] : children(inner).at(-1)
  }
  if (inner && !MODIFIABLE.has(inner.name))
    addError(walk, node, `${word} can only follow a selector or a subquery`)
  return operand(node, within, walk)
}
