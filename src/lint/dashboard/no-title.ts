import type { JsonPath } from '../../formats/json-places.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'
/** A dashboard that Grafana refuses. */
export const noTitle: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/no-title',
  severity: 'error',
  what: 'A dashboard has no title.',
  why: 'Grafana refuses it.',
  bad: `▸${dashboard({ top: '"uid": "d",' })}`,
  good: dashboard(),
  check({ dashboard: { title, path } }, { report }) {
    if (title === '')
      report(path, 'The dashboard has no title.', 'Add `title`: Grafana refuses a dashboard without it.')
  },
}
