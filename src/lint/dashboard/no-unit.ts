import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { type LintedDashboard, panelName } from './subject.ts'
/** Numbers without a unit. */
export const noUnit: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/no-unit',
  severity: 'warning',
  what: 'A panel shows numbers without a unit.',
  why: 'Seconds, bytes and percentages look alike.',
  bad: dashboard({ panel: '"id": 1, "title": "Users", "type": "timeseries",' }).replace('[{\n', '[▸{\n'),
  good: dashboard(),
  check({ queries }, { report }) {
    for (const panel of new Set(queries.map((query) => query.panel)))
      if (panel.unit === '' && NUMERIC.has(panel.type))
        report(
          panel.path,
          `Panel ${quoted(panelName(panel))} has no unit.`,
          'Set one under Standard options → Unit: "short" for plain numbers.',
        )
  },
}

/** Panels that show numbers, which need a unit. */
const NUMERIC = new Set([
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'graph',
  'singlestat',
  'heatmap',
])
