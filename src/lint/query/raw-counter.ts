import { promqlName } from '../../formats/promql/literals.ts'
import type { Rule } from '../rule.ts'
import { type Offset, type Query, RATES, selected } from './subject.ts'

/** Functions that are useful for a counter, in addition to its rate: whether it exists, whether and when it changed. */
const ON_COUNTERS = new Set(
  `resets changes absent absent_over_time present_over_time count count_over_time group timestamp count_values idelta
   delta deriv`.split(/\s+/),
)

/** The value of a counter without a rate. */
export const rawCounter: Rule<Query, Offset> = {
  code: 'query/raw-counter',
  severity: 'warning',
  what: 'A query reads the value of a counter without `rate` or `increase`.',
  why: 'The value of a counter starts at 0 again with every deploy.',
  bad: '▸requests_total',
  good: 'rate(requests_total[5m])',
  check(query, { report }) {
    for (const { selector, name, known } of selected(query, 'declared')) {
      const { type } = known.metric
      const counts = type === 'counter' || (known.part !== '' && type !== 'gaugehistogram')
      if (!counts || selector.within.some((one) => RATES.has(one.name) || ON_COUNTERS.has(one.name))) continue
      report(
        selector.from,
        `\`${name}\` only increases, and starts at 0 again when its machine restarts.`,
        `Use \`rate(${promqlName(name)}[5m])\` or \`increase(${promqlName(name)}[1h])\`.`,
      )
    }
  },
}
