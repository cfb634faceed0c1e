import type { Rule } from '../rule.ts'
import { impossibleSelectors, readsBuckets } from './impossible.ts'
import type { Offset, Query } from './subject.ts'

/** Buckets of a summary, which do not exist. */
export const bucketOfSummary: Rule<Query, Offset> = {
  code: 'query/bucket-of-summary',
  severity: 'error',
  what: 'A query reads the buckets of a summary.',
  why: 'A summary has none: its quantiles are calculated by the service. The query never returns anything.',
  bad: 'rate(▸size_bytes_bucket[5m])',
  good: 'rate(size_bytes_count[5m])',
  check(query, { report }) {
    for (const one of impossibleSelectors(query).filter(readsBuckets))
      report(
        one.selector.from,
        `\`${one.known.metric.name}\` is a summary and has no \`${one.name}\`.`,
        `Read \`${one.known.metric.name}{quantile="0.95"}\`, or configure buckets in the service and declare a histogram.`,
      )
  },
}
