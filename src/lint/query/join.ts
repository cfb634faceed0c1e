import type { Expression } from '../../formats/promql/expression.ts'
import { matches } from '../../formats/promql/patterns.ts'
import type { Matcher } from '../../formats/promql/types.ts'
import { list } from '../../lib/text.ts'
import type { Contract } from '../contract.ts'
import { type KnownJoin, type Side, sideOf } from './side.ts'
import { type NeverReason, OF_SERVICE } from './subject.ts'

/** The operations on two vectors whose series never have the same labels. */
export function impossibleJoins(whole: Expression, contract: Contract | undefined): NeverReason[] {
  const found: NeverReason[] = []
  const isEmpty = (known: KnownJoin): boolean => {
    const reason = bySelection(known) ?? byService(known)
    // The place of the operation may be that of a parenthesis around it.
    if (reason) found.push({ ...reason, from: known.join.left.from })
    return reason !== undefined
  }
  sideOf(whole, { contract, isEnclosed: false, isEmpty })
  return found
}

type Parts = NonNullable<Side>
type Reason = Omit<NeverReason, 'from'>

/** Whether an operation compares a label of its two sides. */
const isCompared = ({ join: { matching } }: KnownJoin, label: string): boolean =>
  !matching || matching.names.includes(label) === (matching.kind === 'on')

/** The parts of a side whose label its result has. */
const keeping = (side: Parts, label: string): Parts => side.filter(({ keeps }) => keeps(label))

/** The labels that every scraped series has. */
function byService(known: KnownJoin): Reason | undefined {
  const sides = [known.left, known.right]
  if (sides.flat().some(({ services }) => !services)) return undefined
  for (const label of OF_SERVICE.filter((one) => isCompared(known, one))) {
    const [left, right] = sides.map((side) => keeping(side, label)[0])
    const [has, lacks] = left ? [left, right ?? known.right[0]] : [right, known.left[0]]
    if (!has || !lacks) continue
    const isBoth = left !== undefined && right !== undefined
    if (isBoth && has.services?.some((service) => lacks.services?.includes(service))) continue
    return {
      message: isBoth
        ? `\`${has.name}\` comes from ${list(has.services ?? [])}, \`${lacks.name}\` from ${list(lacks.services ?? [])}: their series differ in the label \`${label}\`, and none match.`
        : `\`${has.name}\` has the label \`${label}\` here and \`${lacks.name}\` does not: none of their series match.`,
      hint: `Aggregate both sides by the same labels, such as \`sum by (…) (…) ${known.join.op} sum by (…) (…)\`.`,
    }
  }
  return undefined
}

/** Labels that the selectors name: their values are known, whatever the metric is. */
function bySelection(known: KnownJoin): Reason | undefined {
  const matchers = [...known.left, ...known.right].flatMap((part) => part.matchers)
  for (const label of new Set(matchers.map((matcher) => matcher.label))) {
    if (!isCompared(known, label)) continue
    const found = otherValue(known, label) ?? missingLabel(known, label)
    if (found) return found
  }
  return undefined
}

/** A label with one fixed value on one side, which a matcher of the other side excludes. */
function otherValue(known: KnownJoin, label: string): Reason | undefined {
  const [one, other] = [known.left, known.right].map((side) =>
    keeping(side, label).flatMap(({ matchers }) => matchers.filter((matcher) => matcher.label === label)),
  )
  const pair = excluding(one, other) ?? excluding(other, one)
  if (!pair) return undefined
  return {
    message: `One side has \`${written(pair[0])}\` and the other \`${written(pair[1])}\`: their series differ in this label, and none match.`,
    hint: without(label, known, pair),
  }
}

/** How the label is left out, so that the operations around this one have the same labels on both sides too. */
function without(
  label: string,
  { join, left, right, isEnclosed }: KnownJoin,
  pair: [Matcher, Matcher],
): string {
  if (join.matching || [...left, ...right].some(({ labels }) => labels))
    return `Leave \`${label}\` out of the labels that are compared${isEnclosed ? ', here and in the operations around this one' : ''}.`
  // Several series of one side cannot match one of the other.
  if (!isEnclosed && pair[1].op === '=') return `Write \`${join.op} ignoring (${label})\`.`
  const others = isEnclosed ? ', and around those of the operations that contain this one' : ''
  return `Write \`sum without (${label}) (…)\` around both operands${others}.`
}

const written = ({ label, op, value }: Matcher): string => `${label}${op}${JSON.stringify(value)}`

/** A fixed value on one side that a matcher of the other side excludes. */
function excluding(
  one: readonly Matcher[] = [],
  other: readonly Matcher[] = [],
): [Matcher, Matcher] | undefined {
  for (const fixed of one.filter(({ op }) => op === '=')) {
    const excluded = other.find((matcher) => !matches(matcher, fixed.value))
    if (excluded) return [fixed, excluded]
  }
  return undefined
}

/** A label that one side certainly has, and that the other side drops. */
function missingLabel(known: KnownJoin, label: string): Reason | undefined {
  const { join, left, right, isEnclosed } = known
  const [inLeft, inRight] = [keeping(left, label), keeping(right, label)]
  if (inLeft.length > 0 === inRight.length > 0) return undefined
  const [more, fewer] = inLeft.length > 0 ? [left, right] : [right, left]
  const has = [...inLeft, ...inRight].find(({ matchers }) => isSelected(label, matchers))
  const lacks = fewer[0]
  if (!has || !lacks) return undefined
  const group = join.op === 'and' ? '' : more === left ? ' group_left' : ' group_right'
  const clause = join.matching || isEnclosed ? undefined : clauseOf(more, fewer)
  const other = clause === undefined ? '' : `, or write \`${join.op} ${clause}${group}\``
  const dropped =
    fewer.length > 1 ? `the other side, with \`${lacks.name}\`,` : `the aggregation of \`${lacks.name}\``
  return {
    message: `\`${has.name}\` keeps the label \`${label}\` here, and ${dropped} drops it: none of their series match.`,
    hint: `Aggregate both sides by the same labels${other}.`,
  }
}

/** What makes each series of one side match those of another that have more labels; undefined where that is not certain. */
function clauseOf([more, ...others]: Parts, [fewer, ...rest]: Parts): string | undefined {
  if (!more || !fewer?.labels || others.length + rest.length > 0) return undefined
  const { labels, keeps, name } = fewer
  const names = labels.names.join(', ')
  if (labels.kind === 'by') return labels.names.every(more.keeps) ? `on (${names})` : undefined
  // Of two metrics, each may have labels that the other does not have.
  const isFewer = more.name === name && more.labels?.kind !== 'by' && !more.labels?.names.some(keeps)
  return isFewer ? `ignoring (${names})` : undefined
}

/** Whether the series that a selector returns have the label. */
const isSelected = (label: string, matchers: readonly Matcher[]): boolean =>
  matchers.some((matcher) => matcher.label === label && !matches(matcher, ''))
