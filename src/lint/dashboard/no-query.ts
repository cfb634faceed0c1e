import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import { kindOf, sourceOf } from './source.ts'
import { type LintedDashboard, panelName } from './subject.ts'
/** A query without an expression. */
export const noQuery: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/no-query',
  severity: 'warning',
  what: 'A panel has a query without an expression.',
  why: 'It shows nothing.',
  bad: dashboard({ target: '"refId": "A", "expr": ""' }).replace('[{ "refId"', '[▸{ "refId"'),
  good: dashboard(),
  check({ dashboard: board }, { report }) {
    for (const panel of board.panels)
      for (const target of panel.targets) {
        const isEmpty = target.expr === '' && !target.hidden
        if (isEmpty && kindOf(sourceOf(target, panel), board) === 'prometheus')
          report(
            target.path,
            `Panel ${quoted(panelName(panel))} has a query without an expression.`,
            'Write the expression, or remove the query.',
          )
      }
  },
}
