import type { JsonPath } from '../../formats/json-places.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'

/** A dashboard in a schema that the dashboard API does not show. */
export const schemaV2: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/schema-v2',
  severity: 'error',
  what: 'A dashboard that is imported has schema v2 ("V2 Resource").',
  why: 'The dashboard API stores it without an error and shows an empty dashboard; `deploy` refuses it.',
  bad: '▸{ "title": "D", "uid": "d", "elements": {}, "layout": { "kind": "GridLayout", "spec": { "items": [] } } }\n',
  good: dashboard(),
  check({ dashboard: { isV2, path }, found }, { report }) {
    if (isV2 && !found)
      report(
        path,
        'The dashboard has schema v2, which the dashboard API does not show.',
        'Export it with the model "Classic" or "V1 Resource" where Grafana offers that (not for dashboards with tabs or conditional rendering), or import it by hand and remove it from `grafana.dashboards`.',
      )
  },
}
