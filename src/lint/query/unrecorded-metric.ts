import type { Rule } from '../rule.ts'
import { type Offset, type Query, selected } from './subject.ts'

/** A name that no rule records. */
export const unrecordedMetric: Rule<Query, Offset> = {
  code: 'query/unrecorded-metric',
  severity: 'warning',
  what: 'A query reads the result of a recording rule that does not exist in the repository.',
  why: 'By convention, a name with a colon is that of a recording rule.',
  bad: '▸service:users:sum',
  good: 'users',
  check(query, { report }) {
    for (const { selector, name, known } of selected(query, 'unknown'))
      if (known.recorded)
        report(
          selector.from,
          `No rule records \`${name}\`.`,
          known.hint ?? 'Add the recording rule, or correct the name.',
        )
  },
}
