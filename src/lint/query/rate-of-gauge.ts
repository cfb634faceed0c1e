import type { Rule } from '../rule.ts'
import { type Offset, type Query, RATES, selected } from './subject.ts'

/** The rate of a value that can go down. */
export const rateOfGauge: Rule<Query, Offset> = {
  code: 'query/rate-of-gauge',
  severity: 'warning',
  what: 'A query calculates the rate of a gauge.',
  why: '`rate` treats every decrease as a counter reset.',
  bad: 'rate(▸users[5m])',
  good: 'delta(users[5m])',
  check(query, { report }) {
    for (const { selector, name, known } of selected(query, 'declared')) {
      const rate = selector.within.find((one) => RATES.has(one.name))
      if (known.metric.type === 'gauge' && rate)
        report(
          selector.from,
          `\`${name}\` is a gauge: \`${rate.name}\` treats every decrease as a counter reset.`,
          'Use `delta`, `deriv` or `avg_over_time`.',
        )
    }
  },
}
