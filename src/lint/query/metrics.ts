import type { ParsedQuery } from '../../formats/promql/types.ts'

/** The metrics that a panel or a rule reads. */
export interface UsedMetrics {
  /** Names of series. */
  names: readonly string[]
  /** The panel or rule, for people. */
  what: string
  line: number
}

/** The names of the series that a query reads. */
export const metricNames = ({ selectors }: ParsedQuery): string[] => [
  ...new Set(selectors.flatMap(({ metric }) => metric ?? [])),
]
