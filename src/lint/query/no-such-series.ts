import { SERIES_OF } from '../../formats/metric-types.ts'
import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { impossibleSelectors, readsBuckets } from './impossible.ts'
import type { Offset, Query } from './subject.ts'

/** A series that only another type of metric has. */
export const noSuchSeries: Rule<Query, Offset> = {
  code: 'query/no-such-series',
  severity: 'error',
  what: 'A query reads a series that a metric of the declared type does not have.',
  why: 'The query never returns anything.',
  bad: '▸latency_seconds',
  good: 'rate(latency_seconds_count[5m])',
  check(query, { report }) {
    for (const one of impossibleSelectors(query)) {
      if (readsBuckets(one)) continue
      const { name, type } = one.known.metric
      report(
        one.selector.from,
        one.name === name
          ? `\`${name}\` is a ${type}: no series has the plain name.`
          : `\`${name}\` is a ${type} and has no series \`${one.name}\`.`,
        `Its series: ${list(SERIES_OF[type].map((part, i) => (i === 0 ? `\`${name}${part}\`` : `\`${part}\``)))}.`,
      )
    }
  },
}
