import type { EnclosingCall, Join, Selector } from '../../formats/promql/types.ts'
import { list } from '../../lib/text.ts'
import type { Contract } from '../contract.ts'
import { type NeverReason, OF_SERVICE, servicesLeft } from './subject.ts'
import { isOpen } from './variables.ts'

/** An operation on two vectors whose series never have the same labels. */
export function joinThatNeverMatches(join: Join, contract: Contract): NeverReason | undefined {
  // These two return the series that are on one side only.
  if (/^(?:or|unless)$/i.test(join.op)) return undefined
  const [left, right] = [join.left, join.right].map((selector) => sideOf(selector, join.depth, contract))
  if (!left || !right) return undefined
  const compared = OF_SERVICE.filter(
    (label) => !join.matching || join.matching.names.includes(label) === (join.matching.kind === 'on'),
  )
  for (const label of compared) {
    const [has, lacks] = left.keeps(label) ? [left, right] : [right, left]
    if (!has.keeps(label)) continue
    const both = lacks.keeps(label)
    if (both && has.services.some((service) => lacks.services.includes(service))) continue
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

interface Side {
  name: string
  services: readonly string[]
  keeps(label: string): boolean
}

/** Undefined when the labels of a side are not known for certain. */
function sideOf(selector: Selector, depth: number, contract: Contract): Side | undefined {
  const { metric, matchers, within } = selector
  if (metric === undefined || isOpen(metric) || matchers.some(({ value }) => isOpen(value))) return undefined
  const known = contract.series(metric)
  const enclosing = within.slice(0, within.length - depth)
  if (known.kind !== 'declared' || enclosing.some(({ name }) => CHANGES_LABELS.has(name))) return undefined
  const services = servicesLeft(known.services, selector)
  // A selector that excludes every service has been reported already.
  if (services.length === 0) return undefined
  return { name: metric, services, keeps: (label) => enclosing.every((one) => keepsLabel(one, label)) }
}

const CHANGES_LABELS = new Set([
  'label_replace',
  'label_join',
  'info',
  'absent',
  'absent_over_time',
  'scalar',
  'vector',
])

/** These select series and keep their labels. */
const SELECTS_SERIES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio'])

const keepsLabel = ({ name, labels }: EnclosingCall, label: string): boolean =>
  !labels || SELECTS_SERIES.has(name) || labels.names.includes(label) === (labels.kind === 'by')
