import { type Query, type Selected, selected } from './subject.ts'

/**
 * Selectors of series that a metric of the declared type does not have. A query that reads the series of another type
 * as well is made for both.
 */
export function impossibleSelectors(query: Query): Selected<'impossible'>[] {
  const declared = new Set(selected(query, 'declared').map(({ known }) => known.metric.name))
  return selected(query, 'impossible').filter(({ known }) => !declared.has(known.metric.name))
}

/** Whether it is the buckets of a summary that are asked for. */
export const readsBuckets = ({ known: { metric, part } }: Selected<'impossible'>): boolean =>
  metric.type === 'summary' && part === '_bucket'
