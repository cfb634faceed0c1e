import type { JsonPath } from '../../formats/json-places.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'
/** A dashboard about other programs. */
export const unrelatedDashboard: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/unrelated',
  severity: 'warning',
  what: 'None of the metrics of a dashboard is declared.',
  why: 'It is about other programs, or all names in it are misspelled.',
  bad: dashboard({
    top: '"uid": "d", "title": ▸"D",',
    target: '"refId": "A", "expr": "node_a + node_b + node_c + node_d"',
  }),
  good: dashboard(),
  check({ dashboard: { path }, unrelated }, { report }) {
    if (unrelated)
      report(
        [...path, 'title'],
        `No service declares any of the metrics of this dashboard: ${unrelated.examples.map((name) => `\`${name}\``).join(', ')}${unrelated.metrics > unrelated.examples.length ? ' and others' : ''}.`,
        'Declare them under `metrics` of their service, or remove the dashboard.',
      )
  },
}
