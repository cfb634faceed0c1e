import type { JsonPath } from '../../formats/json-places.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'
/** A dashboard that replaces another one. */
export const duplicateUid: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/duplicate-uid',
  severity: 'error',
  what: 'Two dashboards have the same uid.',
  why: 'The second import overwrites the first.',
  bad: {
    text: dashboard({ top: '"uid": ▸"twin", "title": "D",' }),
    others: { 'a.json': dashboard({ top: '"uid": "twin", "title": "A",' }) },
  },
  good: dashboard(),
  check({ dashboard: { uid, path }, file, found, seen }, { report }) {
    if (uid === '') return
    const keys = togetherWith(file, found).map((group) => `${group} ${uid}`)
    const [other] = keys.flatMap((key) => seen.get(key) ?? []).filter((one) => one !== file)
    for (const key of keys) if (!seen.has(key)) seen.set(key, file)
    if (other === undefined) return
    report(
      [...path, 'uid'],
      `The uid ${quoted(uid)} is also that of ${other}.`,
      'Give one of them another uid: the second import overwrites the first.',
    )
  },
}

/**
 * The dashboards that the configuration names are imported together. Others are likely to be imported together only if
 * they are in one folder: copies for another environment are in another folder, and share the uid on purpose.
 */
const togetherWith = (file: string, found: boolean): string[] => [
  `in ${file.slice(0, file.lastIndexOf('/') + 1)}`,
  ...(found ? [] : ['named']),
]
