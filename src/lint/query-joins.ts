import { matches } from '../lib/promql/text.ts'
import type { Around, Join, Selector } from '../lib/promql.ts'
import { list } from '../lib/text.ts'
import type { Contract } from './contract.ts'
import type { QueryReporter } from './query-contract.ts'
import { isOpen } from './stand-ins.ts'

/** Labels that every scraped series has, with the service that it comes from. */
const OF_SERVICE = ['service', 'job']

/** An operation on two vectors none of whose series find one with the same labels. */
export function neverMeets(join: Join, contract: Contract, report: QueryReporter): void {
  // What is on one side only is what these two ask for.
  if (/^(?:or|unless)$/i.test(join.op)) return
  const [left, right] = [join.left, join.right].map((selector) => sideOf(selector, join.depth, contract))
  if (!left || !right) return
  const compared = OF_SERVICE.filter(
    (label) => !join.matching || join.matching.names.includes(label) === (join.matching.kind === 'on'),
  )
  for (const label of compared) {
    const [has, lacks] = left.keeps(label) ? [left, right] : [right, left]
    if (!has.keeps(label)) continue
    const both = lacks.keeps(label)
    if (both && has.services.some((service) => lacks.services.includes(service))) continue
    report(
      'query/never-matches',
      both
        ? `${left.name} comes from ${list(left.services)}, ${right.name} from ${list(right.services)}: their series differ in the label ${label}, and none match.`
        : `${has.name} has the label ${label} here, ${lacks.name} has not: none of their series match.`,
      `Aggregate both sides by the same labels, such as sum by (…) (…) ${join.op} sum by (…) (…).`,
      join.from,
    )
    return
  }
}

interface Side {
  name: string
  services: readonly string[]
  keeps(label: string): boolean
}

/** Undefined when nothing certain is known of the labels of a side. */
function sideOf({ metric, matchers, within }: Selector, depth: number, contract: Contract): Side | undefined {
  if (metric === undefined || isOpen(metric) || matchers.some(({ value }) => isOpen(value))) return undefined
  const known = contract.series(metric)
  const around = within.slice(0, within.length - depth)
  if (known.kind !== 'declared' || around.some(({ name }) => CHANGES_LABELS.has(name))) return undefined
  const wanted = matchers.filter(({ label }) => OF_SERVICE.includes(label))
  const services = known.services.filter((service) => wanted.every((matcher) => matches(matcher, service)))
  // That nothing is left over is told already.
  if (services.length === 0) return undefined
  return { name: metric, services, keeps: (label) => around.every((one) => keepsLabel(one, label)) }
}

const CHANGES_LABELS = new Set([
  ...['label_replace', 'label_join', 'info', 'absent', 'absent_over_time', 'scalar', 'vector'],
])

/** These choose among series and leave their labels alone. */
const CHOOSES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio'])

const keepsLabel = ({ name, labels }: Around, label: string): boolean =>
  !labels || CHOOSES.has(name) || labels.names.includes(label) === (labels.kind === 'by')
