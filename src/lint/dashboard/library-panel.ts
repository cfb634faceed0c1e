import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { type LintedDashboard, panelName } from './subject.ts'

const file = (library: string) =>
  dashboard({ panel: `"id": 1, "title": "Users", "type": "timeseries", ${library}` }).replace('[{\n', '[▸{\n')

/** A panel that only one Grafana has. */
export const libraryPanel: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/library-panel',
  severity: 'warning',
  what: 'A dashboard that is imported shows a library panel that is not in the file.',
  why: 'A Grafana without the library panel shows an error in its place, and its queries are not checked here.',
  bad: file('"libraryPanel": { "uid": "users", "name": "Users" },'),
  good: dashboard(),
  check({ dashboard: { panels }, found }, { report }) {
    if (found) return
    for (const panel of panels)
      if (panel.library !== undefined)
        report(
          panel.path,
          `Panel ${quoted(panelName(panel))} is the library panel ${quoted(panel.library)}, which is not in the file.`,
          'Export the dashboard with "Export for sharing externally", which adds a copy, or make sure that the Grafana of the deploy has the library panel.',
        )
  },
}
