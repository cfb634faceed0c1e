import type { JsonPath } from '../../formats/json-places.ts'
import { references } from '../../formats/promql/grafana-variables.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { type LintedDashboard, panelName } from './subject.ts'
/** A query that is sent with the name of a variable in it. */
export const undefinedVariable: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/undefined-variable',
  severity: 'warning',
  what: 'A query uses a variable that the dashboard does not define.',
  why: 'Grafana sends the text unchanged, and Prometheus refuses it or finds nothing.',
  bad: dashboard({ target: '"refId": "A", "expr": ▸"users{region=\\"$region\\"}"' }),
  good: dashboard(),
  check({ dashboard: board, queries }, { report }) {
    const known = new Set([
      ...board.variables.map(({ name }) => name),
      ...board.inputs.map(({ name }) => name),
    ])
    for (const { panel, target } of queries) {
      const used = new Set(references(target.expr).map(({ name }) => name))
      const missing = [...used].filter((name) => !known.has(name) && !isBuiltIn(name))
      if (missing.length > 0)
        report(
          [...target.path, 'expr'],
          `Panel ${quoted(panelName(panel))} uses ${list(missing.map((one) => `\`$${one}\``))}, which nothing defines.`,
          'Add the variable under Settings → Variables; otherwise Grafana sends the text unchanged.',
        )
    }
  },
}

/** Variables that Grafana defines itself. */
const isBuiltIn = (name: string): boolean => name.startsWith('__') || name === 'timeFilter'
