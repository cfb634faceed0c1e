import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { referenceIn, sourcesOf } from './source.ts'
import type { LintedDashboard } from './subject.ts'
/** A data source that Grafana cannot find. */
export const undefinedDatasource: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/undefined-datasource',
  severity: 'warning',
  what: 'A panel names its data source by a variable or an input that is not defined.',
  why: 'The panel finds no data source.',
  bad: dashboard({ source: `"datasource": ▸{ "type": "prometheus", "uid": "\${other}" },` }),
  good: dashboard(),
  check({ dashboard: board }, { report }) {
    const known = new Set([
      ...board.inputs.map(({ name }) => name),
      ...board.variables.map(({ name }) => name),
    ])
    for (const panel of board.panels)
      for (const source of sourcesOf(panel)) {
        const name = referenceIn(source, board)
        if (name === undefined || known.has(name)) continue
        // Each name is reported once.
        known.add(name)
        report(
          [...panel.path, 'datasource'],
          `The data source is ${quoted(source.name)}, and nothing defines \`${name}\`.`,
          'Add a variable of type "Data source" with that name.',
        )
      }
  },
}
