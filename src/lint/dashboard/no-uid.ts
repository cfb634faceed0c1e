import type { JsonPath } from '../../formats/json-places.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'
/** A dashboard that is created again with every import. */
export const noUid: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/no-uid',
  severity: 'warning',
  what: 'A dashboard has no uid.',
  why: 'Every import creates another dashboard.',
  bad: `▸${dashboard({ top: '"title": "D",' })}`,
  good: dashboard(),
  check({ dashboard: { uid, path } }, { report }) {
    if (uid === '')
      report(
        path,
        'The dashboard has no uid.',
        'Add `uid`: otherwise every import creates another dashboard.',
      )
  },
}
