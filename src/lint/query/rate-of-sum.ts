import type { Rule } from '../rule.ts'
import { type Offset, type Query, RATES } from './subject.ts'

/** The rate of a sum of counters. */
export const rateOfSum: Rule<Query, Offset> = {
  code: 'query/rate-of-sum',
  severity: 'warning',
  what: 'A query calculates the rate of a sum.',
  why: 'When one machine restarts, the sum of the counters decreases, which `rate` takes for a reset of the whole sum: the result jumps.',
  bad: 'rate(sum(▸requests_total)[5m:])',
  good: 'sum(rate(requests_total[5m]))',
  check({ parsed }, { report }) {
    for (const { metric, within, from } of parsed.selectors) {
      const sum = within.findIndex(({ name }) => name === 'sum')
      const rate = within.findIndex(({ name }, i) => i > sum && RATES.has(name))
      const isCounted = within
        .slice(0, sum)
        .some(({ name }) => RATES.has(name) || name.endsWith('_over_time'))
      if (sum >= 0 && rate >= 0 && !isCounted)
        report(
          from,
          `\`${within[rate]?.name}\` of a sum: a restart of one machine looks like a reset of the whole sum.`,
          `Write \`sum(${within[rate]?.name}(${metric ?? '…'}[…]))\`.`,
        )
    }
  },
}
