import type { DataSourceReference } from '../../formats/dashboard.ts'
import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import { count } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { kindOf, referenceIn, sourcesOf } from './source.ts'
import type { LintedDashboard } from './subject.ts'
/** A dashboard that works only in one Grafana. */
export const fixedDatasource: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/fixed-datasource',
  severity: 'warning',
  what: 'Panels are bound to one data source by name or uid.',
  why: 'In another Grafana the data source has another uid. (The import of this action replaces it with its own.)',
  bad: dashboard({ source: '"datasource": ▸{ "type": "prometheus", "uid": "PBFA97CFB590B2093" },' }),
  good: dashboard(),
  check({ dashboard: board }, { report }) {
    const isFixed = (source: DataSourceReference): boolean =>
      source.name !== '' && referenceIn(source, board) === undefined && kindOf(source, board) !== 'other'
    const fixed = board.panels.flatMap((panel) => {
      const source = sourcesOf(panel).find(isFixed)
      return source ? [{ panel, source }] : []
    })
    const [first] = fixed
    if (!first) return
    const some = `${count(fixed.length, 'panel')} ${fixed.length === 1 ? 'is' : 'are'}`
    report(
      [...first.panel.path, 'datasource'],
      `${fixed.length === board.panels.length ? 'Every panel is' : some} bound to one data source, ${quoted(first.source.name)}.`,
      'Add a variable of type "Data source" and use it in the panels, so that the dashboard works in any Grafana.',
    )
  },
}
