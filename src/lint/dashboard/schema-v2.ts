import type { JsonPath } from '../../formats/json-places.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'

/** A resource of schema v2 with the content of another schema. */
export const schemaV2: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/schema-v2',
  severity: 'error',
  what: 'A dashboard that is imported says that it has schema v2, but has no elements and layout.',
  why: 'Grafana stores it without an error and shows an empty dashboard; `deploy` refuses it.',
  bad: '{ "apiVersion": "dashboard.grafana.app/v2beta1", "metadata": { "name": "d" }, "spec": ▸{ "title": "D", "panels": [] } }\n',
  good: dashboard(),
  check({ dashboard: { isV2, hasContent, path }, found }, { report }) {
    if (isV2 && !hasContent && !found)
      report(
        path,
        'The dashboard has the `apiVersion` of schema v2, but no `elements` and `layout`.',
        'Export it again, with the model that Grafana offers, or correct its `apiVersion`.',
      )
  },
}
