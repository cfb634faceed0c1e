import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'
/** Panels that links cannot distinguish. */
export const duplicatePanelId: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/duplicate-panel-id',
  severity: 'warning',
  what: 'Two panels of a dashboard have the same id.',
  why: 'Links and alerts find panels by id.',
  bad: dashboard()
    .replace('"panels": [{', '"panels": [{ "id": 1, "type": "text", "title": "T" }, {')
    .replace('"id": 1, "title"', '"id": ▸1, "title"'),
  good: dashboard(),
  check({ dashboard }, { report }) {
    const seen = new Set<number>()
    for (const { id, path, title } of dashboard.panels) {
      if (id !== undefined && id !== 0 && seen.has(id))
        report(
          [...path, 'id'],
          `Panel ${quoted(title)} has the id ${id} of another panel.`,
          'Give it a unique id: links and alerts find panels by id.',
        )
      if (id !== undefined) seen.add(id)
    }
  },
}
