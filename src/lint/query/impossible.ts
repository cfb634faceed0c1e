import { type Query, type Selected, selected } from './subject.ts'

/**
 * Selectors of series that a metric of the declared type does not have. A query that also reads the series of the
 * declared type is written for both.
 */
export function impossibleSelectors(query: Query): Selected<'impossible'>[] {
  const declared = new Set(selected(query, 'declared').map(({ known }) => known.metric.name))
  return selected(query, 'impossible').filter(({ known }) => !declared.has(known.metric.name))
}

/** Whether a selector reads the buckets of a summary. */
export const readsBuckets = ({ known: { metric, part } }: Selected<'impossible'>): boolean =>
  metric.type === 'summary' && part === '_bucket'
