import type { Rule } from '../rule.ts'
import { type Offset, type Query, selected } from './subject.ts'

/** A metric that no service declares. */
export const undeclaredMetric: Rule<Query, Offset> = {
  code: 'query/undeclared-metric',
  severity: 'warning',
  what: 'A query reads a metric that no service declares.',
  why: 'The name may be misspelled, and the verification does not check that the metric exists.',
  bad: '▸user',
  good: 'users',
  check(query, { report }) {
    // Another Prometheus may have more metrics: there, only a name that is almost right is a mistake.
    const all = selected(query, 'unknown').filter(({ known }) => query.isOurs || known.hint !== undefined)
    for (const { selector, name, known } of all)
      if (!known.recorded)
        report(
          selector.from,
          `No service declares the metric \`${name}\`.`,
          known.hint ?? 'Declare it under `metrics` of its service, or correct the name.',
        )
  },
}
