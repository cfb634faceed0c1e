import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'

const FUNCTIONS = new Set(['histogram_quantile', 'quantile_over_time', 'quantile'])

/** A quantile in percent. */
export const quantileRange: Rule<Query, Offset> = {
  code: 'query/quantile',
  severity: 'error',
  what: 'A quantile is not between 0 and 1.',
  why: 'The result is always infinite: an alert on it always fires, or never.',
  bad: 'histogram_quantile(▸95, sum by (le) (rate(latency_seconds_bucket[5m])))',
  good: 'histogram_quantile(0.95, sum by (le) (rate(latency_seconds_bucket[5m])))',
  check({ parsed }, { report }) {
    for (const { name, value, from } of parsed.parameters)
      if (FUNCTIONS.has(name) && (value < 0 || value > 1))
        report(
          from,
          `The quantile ${value} of \`${name}\` is not between 0 and 1: the result is always infinite.`,
          value > 1 && value <= 100 ? `Use ${value / 100}.` : 'Use a number from 0 to 1, such as 0.95.',
        )
  },
}
