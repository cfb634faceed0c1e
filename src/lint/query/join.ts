import { matches } from '../../formats/promql/patterns.ts'
import type { EnclosingCall, Join, Matcher, Selector } from '../../formats/promql/types.ts'
import { list } from '../../lib/text.ts'
import type { Contract } from '../contract.ts'
import { type NeverReason, OF_SERVICE, servicesLeft } from './subject.ts'
import { isOpen } from './variables.ts'

/** An operation on two vectors whose series never have the same labels. */
export function joinThatNeverMatches(join: Join, contract: Contract | undefined): NeverReason | undefined {
  // These two return the series that are on one side only.
  if (/^(?:or|unless)$/i.test(join.op)) return undefined
  const [left, right] = [join.left, join.right].map((selector) => sideOf(selector, join.depth, contract))
  if (!left || !right) return undefined
  return bySelection(join, left, right) ?? byService(join, left, right)
}

/** Whether an operation compares a label of its two sides. */
const isCompared = ({ matching }: Join, label: string): boolean =>
  !matching || matching.names.includes(label) === (matching.kind === 'on')

/** The labels that every scraped series has. */
function byService(join: Join, left: Side, right: Side): NeverReason | undefined {
  if (!left.services || !right.services) return undefined
  for (const label of OF_SERVICE.filter((one) => isCompared(join, one))) {
    const [has, lacks] = left.keeps(label) ? [left, right] : [right, left]
    if (!has.keeps(label)) continue
    const both = lacks.keeps(label)
    if (both && has.services?.some((service) => lacks.services?.includes(service))) continue
    return {
      from: join.from,
      message: both
        ? `\`${left.name}\` comes from ${list(left.services)}, \`${right.name}\` from ${list(right.services)}: their series differ in the label \`${label}\`, and none match.`
        : `\`${has.name}\` has the label \`${label}\` here and \`${lacks.name}\` does not: none of their series match.`,
      hint: `Aggregate both sides by the same labels, such as \`sum by (…) (…) ${join.op} sum by (…) (…)\`.`,
    }
  }
  return undefined
}

/** Labels that the selectors name: their values are known, whatever the metric is. */
function bySelection(join: Join, left: Side, right: Side): NeverReason | undefined {
  const labels = new Set([...left.matchers, ...right.matchers].map(({ label }) => label))
  for (const label of labels) {
    if (!isCompared(join, label)) continue
    const found = otherValue(join, label, left, right) ?? missingLabel(join, label, left, right)
    if (found) return { from: join.from, ...found }
  }
  return undefined
}

/** A label with one fixed value on one side, which a matcher of the other side excludes. */
function otherValue(
  join: Join,
  label: string,
  ...sides: readonly [Side, Side]
): Omit<NeverReason, 'from'> | undefined {
  if (!sides.every((side) => side.keeps(label))) return undefined
  const [one, other] = sides.map(({ matchers }) => matchers.filter((matcher) => matcher.label === label))
  const pair = excluding(one, other) ?? excluding(other, one)
  if (!pair) return undefined
  return {
    message: `One side has \`${written(pair[0])}\` and the other \`${written(pair[1])}\`: their series differ in this label, and none match.`,
    hint:
      join.matching || sides[0].labels || sides[1].labels
        ? `Leave \`${label}\` out of the labels that are compared.`
        : `Write \`${join.op} ignoring (${label})\`.`,
  }
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

/** A label that one side certainly has, and that an aggregation of the other side drops. */
function missingLabel(
  join: Join,
  label: string,
  ...sides: readonly [Side, Side]
): Omit<NeverReason, 'from'> | undefined {
  const has = sides.find((side) => side.keeps(label) && isSelected(label, side))
  const lacks = sides.find((side) => side !== has && !side.keeps(label))
  if (!has || !lacks) return undefined
  const group = join.op.toLowerCase() === 'and' ? '' : has === sides[0] ? ' group_left' : ' group_right'
  const clause = join.matching ? undefined : clauseOf(has, lacks)
  const other = clause === undefined ? '' : `, or write \`${join.op} ${clause}${group}\``
  return {
    message: `\`${has.name}\` keeps the label \`${label}\` here, and the aggregation of \`${lacks.name}\` drops it: none of their series match.`,
    hint: `Aggregate both sides by the same labels${other}.`,
  }
}

/** What makes each series of one side match those of another that have more labels; undefined where that is not certain. */
function clauseOf(more: Side, { labels, keeps, name }: Side): string | undefined {
  if (!labels) return undefined
  const names = labels.names.join(', ')
  if (labels.kind === 'by') return labels.names.every(more.keeps) ? `on (${names})` : undefined
  // Of two metrics, each may have labels that the other does not have.
  const isFewer = more.name === name && more.labels?.kind !== 'by' && !more.labels?.names.some(keeps)
  return isFewer ? `ignoring (${names})` : undefined
}

/** Whether the series that a side selects have the label. */
const isSelected = (label: string, { matchers }: Side): boolean =>
  matchers.some((matcher) => matcher.label === label && !matches(matcher, ''))

interface Side {
  name: string
  matchers: readonly Matcher[]
  /** The services that it comes from; undefined when they are not known. */
  services: readonly string[] | undefined
  keeps: (label: string) => boolean
  /** Which labels its aggregations keep or drop; undefined without one. */
  labels: EnclosingCall['labels']
}

/** Undefined when the labels of a side are not known for certain. */
function sideOf(selector: Selector, depth: number, contract: Contract | undefined): Side | undefined {
  const { metric, matchers, within } = selector
  if (metric === undefined || isOpen(metric) || matchers.some(({ value }) => isOpen(value))) return undefined
  const enclosing = within.slice(0, within.length - depth)
  if (enclosing.some(({ name }) => CHANGES_LABELS.has(name))) return undefined
  const known = contract?.declares ? contract.series(metric) : undefined
  const services = known?.kind === 'declared' ? servicesLeft(known.services, selector) : undefined
  // A selector that excludes every service has been reported already.
  if (services?.length === 0) return undefined
  const keeps = (label: string) =>
    enclosing.every((one) => keepsLabel(one, label) && !(label === 'le' && one.name === 'histogram_quantile'))
  return { name: metric, matchers, services, keeps, labels: labelsOf(enclosing, keeps) }
}

/** The aggregations of a side as one. */
function labelsOf(enclosing: readonly EnclosingCall[], keeps: Side['keeps']): EnclosingCall['labels'] {
  const all = enclosing.flatMap(({ name, labels }) => (labels && !SELECTS_SERIES.has(name) ? labels : []))
  const by = all.find(({ kind }) => kind === 'by')
  if (by) return { kind: 'by', names: by.names.filter(keeps) }
  return all.length === 0 ? undefined : { kind: 'without', names: all.flatMap(({ names }) => names) }
}

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

/** These select series and keep their labels. */
const SELECTS_SERIES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio'])

/** Whether a function or an aggregation keeps a label. */
export const keepsLabel = ({ name, labels }: EnclosingCall, label: string): boolean =>
  !labels || SELECTS_SERIES.has(name) || labels.names.includes(label) === (labels.kind === 'by')
