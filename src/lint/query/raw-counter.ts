import type { Rule } from '../rule.ts'
import { type Offset, type Query, RATES, selected } from './subject.ts'

/** What makes sense of a counter beside its rate: whether it is there, whether it changed, when. */
const ON_COUNTERS = new Set(
  `resets changes absent absent_over_time present_over_time count count_over_time group timestamp count_values idelta
   delta deriv histogram_quantile`.split(/\s+/),
)

/** A number that only grows. */
export const rawCounter: Rule<Query, Offset> = {
  code: 'query/raw-counter',
  severity: 'warning',
  what: 'A query reads a counter as it is.',
  why: 'A counter starts at 0 again with every deploy.',
  bad: '▸requests_total',
  good: 'rate(requests_total[5m])',
  check(query, { report }) {
    for (const { selector, name, known } of selected(query, 'declared')) {
      const counts = known.metric.type === 'counter' || known.part !== ''
      if (!counts || selector.within.some((one) => RATES.has(one.name) || ON_COUNTERS.has(one.name))) continue
      report(
        selector.from,
        `\`${name}\` only ever grows, and starts at 0 again with its machine.`,
        `Use \`rate(${name}[5m])\` or \`increase(${name}[1h])\`.`,
      )
    }
  },
}
