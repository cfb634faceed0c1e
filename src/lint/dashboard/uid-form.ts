import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'
/** A uid that Grafana refuses. */
export const uidForm: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/uid-form',
  severity: 'error',
  what: 'The uid of a dashboard is longer than 40 characters or has characters other than letters, digits, `-` and `_`.',
  why: 'Grafana refuses it.',
  bad: dashboard({ top: '"uid": ▸"a b", "title": "D",' }),
  good: dashboard(),
  check({ dashboard: { uid, isUidValid, path } }, { report }) {
    if (!isUidValid)
      report(
        [...path, 'uid'],
        `The uid ${quoted(uid)} is not one that Grafana accepts.`,
        'Use up to 40 letters, digits, `-` and `_`.',
      )
  },
}
