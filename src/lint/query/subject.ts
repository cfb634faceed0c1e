import { matches } from '../../formats/promql/strings.ts'
import type { ParsedQuery, Selector } from '../../formats/promql/types.ts'
import type { Contract, KnownSeries } from '../contract.ts'
import { isOpen } from './variables.ts'

/** A query, wherever it stands. */
export interface Query {
  text: string
  /** Where it stands: in a rule file there are no variables. */
  kind: 'panel' | 'rule'
  /** With something in the place of every variable. */
  parsed: ParsedQuery
  /** Undefined: there is no configuration to compare it with. */
  contract: Contract | undefined
}

/** A place in a query: an offset in its text. */
export type Offset = number

type Of<Kind extends KnownSeries['kind']> = Extract<KnownSeries, { kind: Kind }>

/** A selector of a metric, with what the contract says about its name. */
export interface Selected<Kind extends KnownSeries['kind']> {
  selector: Selector
  name: string
  known: Of<Kind>
}

/** The selectors whose metric is known to be of a kind; none where no service declares anything. */
export function selected<Kind extends KnownSeries['kind']>(
  { parsed, contract }: Query,
  kind: Kind,
): Selected<Kind>[] {
  if (!contract?.declares) return []
  return parsed.selectors.flatMap((selector) => {
    const name = selector.metric
    if (name === undefined || isOpen(name) || isSelf(selector)) return []
    const known = contract.series(name)
    return known.kind === kind ? [{ selector, name, known: known as Of<Kind> }] : []
  })
}

const SELF = 'prometheus'
/** What asks for Prometheus' own metrics is no promise of a service. */
const isSelf = ({ matchers }: Selector): boolean =>
  matchers.some(({ label, op, value }) => /^(?:job|service)$/.test(label) && op === '=' && value === SELF)

/** The functions that read a counter as one. */
export const RATES: ReadonlySet<string> = new Set(['rate', 'irate', 'increase'])

/** Services of a metric that a selector leaves over. */
export const servicesLeft = (services: readonly string[], { matchers }: Selector): string[] =>
  services.filter((service) =>
    matchers.filter(({ label }) => OF_SERVICE.includes(label)).every((matcher) => matches(matcher, service)),
  )

/** Labels that every scraped series has, with the service that it comes from. */
export const OF_SERVICE: readonly string[] = ['service', 'job']

/** One reason why a query never returns anything, at an offset of it. */
export interface NeverReason {
  from: Offset
  message: string
  hint: string
}
