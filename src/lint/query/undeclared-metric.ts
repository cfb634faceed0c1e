import type { Rule } from '../rule.ts'
import { type Offset, type Query, selected } from './subject.ts'

/** A name that no service promises. */
export const undeclaredMetric: Rule<Query, Offset> = {
  code: 'query/undeclared-metric',
  severity: 'warning',
  what: 'A query reads a metric that no service declares.',
  why: 'It may be misspelt, and nothing checks that it exists.',
  bad: '▸user',
  good: 'users',
  check(query, { report }) {
    for (const { selector, name, known } of selected(query, 'unknown'))
      if (!known.recorded)
        report(
          selector.from,
          `No service declares the metric \`${name}\`.`,
          known.hint ?? 'Declare it under `metrics` of its service, or correct the name.',
        )
  },
}
