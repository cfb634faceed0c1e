import { matches } from '../../formats/promql/patterns.ts'
import type { ParsedQuery, Selector } from '../../formats/promql/types.ts'
import type { Contract, KnownSeries } from '../contract.ts'
import { isOpen } from './variables.ts'

/** A query of a panel or of a rule. */
export interface Query {
  text: string
  /** Queries in rule files have no variables. */
  kind: 'panel' | 'rule'
  /** The shortest step of a panel, if it sets one: `1m`, `>1m`. */
  minStep?: string | undefined
  /** Parsed with a placeholder for every variable. */
  parsed: ParsedQuery
  /** The text with the placeholders. */
  parsedText: string
  /** Whether the Prometheus that is deployed here runs it: the configuration names its file. */
  isOurs: boolean
  /** Undefined: there is no configuration to compare it with. */
  contract: Contract | undefined
  /** Its selectors of a metric; empty when no service declares metrics. */
  selected: readonly Selected[]
}

/** A place in a query: an offset in its text. */
export type Offset = number

/** A selector of a metric, with the result of looking up its name in the contract. */
export interface Selected<Kind extends KnownSeries['kind'] = KnownSeries['kind']> {
  selector: Selector
  name: string
  known: Extract<KnownSeries, { kind: Kind }>
}

/** The selectors of a query whose metric is of a kind. */
export const selected = <Kind extends KnownSeries['kind']>(query: Query, kind: Kind): Selected<Kind>[] =>
  query.selected.flatMap(({ known, ...one }) =>
    known.kind === kind ? [{ ...one, known: known as Selected<Kind>['known'] }] : [],
  )

/** The selectors of a metric, each looked up in the contract once for all rules. */
export const selectedBy = (
  selectors: readonly Selector[],
  contract: Contract | undefined,
): readonly Selected[] =>
  contract?.declares
    ? selectors.flatMap((selector) => {
        const name = selector.metric
        if (name === undefined || isOpen(name) || isSelf(selector)) return []
        return [{ selector, name, known: contract.series(name) }]
      })
    : []

const SELF = 'prometheus'
/** Whether a selector reads the metrics of Prometheus itself, which are not part of a contract. */
const isSelf = ({ matchers }: Selector): boolean =>
  matchers.some(({ label, op, value }) => value === SELF && op === '=' && OF_SERVICE.includes(label))

/** The functions that calculate a rate or an increase of a counter. */
export const RATES: ReadonlySet<string> = new Set(['rate', 'irate', 'increase'])

/** The services of a metric that a selector does not exclude. */
export const servicesLeft = (services: readonly string[], { matchers }: Selector): string[] =>
  services.filter((service) =>
    matchers.filter(({ label }) => OF_SERVICE.includes(label)).every((matcher) => matches(matcher, service)),
  )

/** Labels that every scraped series has and that hold the name of its service. */
export const OF_SERVICE: readonly string[] = ['service', 'job']

/** A reason why a query never returns anything, at an offset in it. */
export interface NeverReason {
  from: Offset
  message: string
  hint: string
}
