import type { Entry } from '../rule.ts'
import { dashboard } from './examples.ts'

/** A dashboard file that cannot be read; see formats/json-diagnostic.ts. */
export const dashboardJson: Entry = {
  code: 'dashboard/json',
  severity: 'error',
  what: 'A dashboard is not valid JSON.',
  why: 'Grafana cannot import it.',
  bad: '{ "title": "Chat", "schemaVersion": 39, "panels": [▸,] }\n',
  good: dashboard(),
}
