import { type Binary, type Expression, isScalar } from '../../formats/promql/expression.ts'
import type { EnclosingCall, Matcher, Matching, Selector } from '../../formats/promql/types.ts'
import type { Contract } from '../contract.ts'
import { servicesLeft } from './subject.ts'
import { isOpen } from './variables.ts'

/** A selector whose labels are those of a result, as far as the operations around it keep them. */
interface Part {
  name: string
  matchers: readonly Matcher[]
  /** The services that it comes from; undefined when they are not known. */
  services: readonly string[] | undefined
  keeps: (label: string) => boolean
  /** Which labels aggregations and operations keep or drop; undefined without one. */
  labels: EnclosingCall['labels']
}

type Grouping = NonNullable<EnclosingCall['labels']>

/** The labels of a result: those of all of its parts together. Undefined when they are not known for certain. */
export type Side = readonly Part[] | undefined

/** An operation on two results whose labels are known. */
export interface KnownJoin {
  join: Binary
  left: readonly Part[]
  right: readonly Part[]
  /** Whether its result is compared with that of another operand. */
  isEnclosed: boolean
}

interface Context {
  contract: Contract | undefined
  isEnclosed: boolean
  /** Whether none of the series match. */
  isEmpty: (join: KnownJoin) => boolean
}

/** Of longer operations the labels are not followed: each part costs time at each level. */
const MAX_PARTS = 20

/** The labels of a result. The operations in it are passed to `isEmpty`, innermost first. */
export function sideOf(part: Expression, context: Context): Side {
  switch (part.kind) {
    case 'constant':
      return undefined
    case 'selector':
      return ofSelector(part.selector, context.contract)
    case 'shifted':
    case 'subquery':
      return sideOf(part.inner, context)
    case 'call':
      return ofCall(part, context)
    case 'binary':
      return ofOperation(part, context)
  }
}

function ofSelector(selector: Selector, contract: Contract | undefined): Side {
  const { metric, matchers } = selector
  if (metric === undefined || isOpen(metric) || matchers.some(({ value }) => isOpen(value))) return undefined
  const known = contract?.declares ? contract.series(metric) : undefined
  const services = known?.kind === 'declared' ? servicesLeft(known.services, selector) : undefined
  // A selector that excludes every service has been reported already.
  if (services?.length === 0) return undefined
  return [{ name: metric, matchers, services, keeps: () => true, labels: undefined }]
}

/** These select series and keep their labels. */
const SELECTS_SERIES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio'])

/** Functions whose results do not have the labels of the series. */
export const CHANGES_LABELS: ReadonlySet<string> = new Set([
  'label_replace',
  'label_join',
  'info',
  'absent',
  'absent_over_time',
  'scalar',
  'vector',
  'count_values',
])

/** Whether a function or an aggregation keeps a label. */
export const keepsLabel = ({ name, labels }: EnclosingCall, label: string): boolean =>
  !labels || SELECTS_SERIES.has(name) || isGrouped(label, labels)

const isGrouped = (label: string, { kind, names }: Grouping): boolean =>
  names.includes(label) === (kind === 'by')

function ofCall({ name, args, labels }: Extract<Expression, { kind: 'call' }>, context: Context): Side {
  const sides = args.filter((one) => !isScalar(one)).map((one) => sideOf(one, context))
  if (sides.length !== 1 || CHANGES_LABELS.has(name)) return undefined
  if (name === 'histogram_quantile') return withLabels(sides[0], { kind: 'without', names: ['le'] })
  return labels && !SELECTS_SERIES.has(name) ? withLabels(sides[0], labels) : sides[0]
}

function ofOperation(join: Binary, context: Context): Side {
  const { left, right, op, matching } = join
  const vectors = [left, right].filter((side) => !isScalar(side))
  if (vectors.length < 2) return vectors[0] && sideOf(vectors[0], context)
  const inner = { ...context, isEnclosed: true }
  const [ofLeft, ofRight] = [sideOf(left, inner), sideOf(right, inner)]
  // `or` and `fill` return series that are on one side only.
  if (op === 'or' || join.isFilled || matching?.names.some(isOpen)) return undefined
  if (op === 'unless') return ofLeft
  if (!ofLeft || !ofRight) return op === 'and' ? ofLeft : undefined
  // An operation on nothing would be reported for the same mistake.
  if (context.isEmpty({ join, left: ofLeft, right: ofRight, isEnclosed: context.isEnclosed }))
    return undefined
  if (op === 'and') return ofLeft
  if (ofLeft.length + ofRight.length > MAX_PARTS) return undefined
  return matching ? matched(matching, ofLeft, ofRight) : [...ofLeft, ...ofRight]
}

/** The labels of a result whose series are matched by some of their labels. */
function matched({ kind, names, many, included }: Matching, left: Side, right: Side): Side {
  // The side with many series keeps its labels, except those that the result has from the other one.
  const of = (side: 'left' | 'right'): Grouping => {
    if (!many) return { kind: kind === 'on' ? 'by' : 'without', names }
    return { kind: many === side ? 'without' : 'by', names: included }
  }
  const [ofLeft, ofRight] = [withLabels(left, of('left')), withLabels(right, of('right'))]
  return ofLeft && ofRight && [...ofLeft, ...ofRight]
}

/** The parts with the labels that an aggregation or an operation keeps of them. */
function withLabels(side: Side, labels: Grouping): Side {
  if (labels.names.some(isOpen)) return undefined
  const isKept = (label: string) => isGrouped(label, labels)
  return side?.map((part) => ({
    ...part,
    keeps: (label: string) => isKept(label) && part.keeps(label),
    labels: both(part, labels, isKept),
  }))
}

/** The labels of a part and those of what is around it as one. */
function both({ labels: inner, keeps }: Part, outer: Grouping, isKept: Part['keeps']): Part['labels'] {
  if (inner?.kind === 'by') return { kind: 'by', names: inner.names.filter(isKept) }
  if (outer.kind === 'by') return { kind: 'by', names: outer.names.filter(keeps) }
  return { kind: 'without', names: [...(inner?.names ?? []), ...outer.names] }
}
