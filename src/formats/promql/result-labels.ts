import { parser } from '@prometheus-io/lezer-promql'
import { children, type SyntaxNode } from './syntax.ts'

/**
 * The selectors, by their place in the query, whose label reaches the result: aggregations, joins and functions drop
 * labels. Of an operation on two vectors that match by the label, both sides count.
 * @param query a query that `parsePromql` accepts
 */
export function selectorsThatKeep(label: string, query: string): ReadonlySet<number> {
  const top = children(parser.parse(query).topNode)[0]
  return new Set(top ? keeping(top, { label, query }) : [])
}

interface Asked {
  label: string
  query: string
}

function keeping(node: SyntaxNode, asked: Asked): number[] {
  switch (node.name) {
    case 'VectorSelector':
    case 'MatrixSelector':
      return [node.from]
    case 'AggregateExpr':
      return aggregated(node, asked)
    case 'FunctionCall':
      return called(node, asked)
    case 'BinaryExpr':
      return combined(node, asked)
    default:
      return inside(node, asked)
  }
}

const inside = (node: SyntaxNode, asked: Asked): number[] =>
  children(node).flatMap((child) => keeping(child, asked))

/** They choose series and leave their labels alone. */
const CHOOSING = /^(?:topk|bottomk|limitk|limit_ratio)$/i

function aggregated(node: SyntaxNode, asked: Asked): number[] {
  const parts = children(node)
  const op = parts.find(({ name }) => name === 'AggregateOp')
  const [kind, names] = children(parts.find(({ name }) => name === 'AggregateModifier') ?? node)
  const isKept =
    CHOOSING.test(op ? textOf(op, asked) : '') ||
    (kind?.name === 'Without' ? !lists(names, asked) : kind?.name === 'By' && lists(names, asked))
  const body = parts.find(({ name }) => name === 'FunctionCallBody')
  return isKept && body ? inside(body, asked) : []
}

function called(node: SyntaxNode, asked: Asked): number[] {
  const [identifier, body] = children(node)
  const name = identifier ? textOf(identifier, asked) : ''
  if (!body || name === 'scalar' || name === 'vector') return []
  // What the label is afterwards depends on other labels.
  const isWritten =
    /^label_(?:replace|join)$/.test(name) &&
    children(body)[1] !== undefined &&
    unquoted(textOf(children(body)[1] as SyntaxNode, asked)) === asked.label
  return isWritten ? [] : inside(body, asked)
}

const unquoted = (text: string): string => text.slice(1, -1)

function combined(node: SyntaxNode, asked: Asked): number[] {
  const parts = children(node)
  const [left, op] = parts
  const right = parts.at(-1)
  if (!left || !op || !right) return []
  const ofLeft = () => keeping(left, asked)
  const ofRight = () => keeping(right, asked)
  if (op.name === 'And' || op.name === 'Unless') return ofLeft()
  const clause = parts.find(({ name }) => name === 'MatchingModifierClause')
  if (op.name === 'Or' || !clause) return [...ofLeft(), ...ofRight()]
  const words = children(clause)
  const by = words.find(({ name }) => name === 'GroupingLabels')
  const many = words.findIndex(({ name }) => name === 'GroupLeft' || name === 'GroupRight')
  if (many === -1) {
    const isMatched = lists(by, asked) === (words[0]?.name === 'On')
    return isMatched ? [...ofLeft(), ...ofRight()] : []
  }
  // The side with many series keeps its labels, and gets those that the clause lists from the other one.
  const isLeft = words[many]?.name === 'GroupLeft'
  return lists(words[many + 1], asked) === isLeft ? ofRight() : ofLeft()
}

const textOf = ({ from, to }: SyntaxNode, { query }: Asked): string => query.slice(from, to)

const lists = (names: SyntaxNode | undefined, asked: Asked): boolean =>
  names !== undefined &&
  children(names).some((name) => textOf(name, asked).replace(/^["'`]|["'`]$/g, '') === asked.label)
