import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** A name that must be quoted in every query. */
export const recordName: Rule<RuleFile> = {
  code: 'rules/record-name',
  severity: 'warning',
  what: 'A recording rule has a name with characters other than letters, digits, `_` and `:`.',
  why: 'Prometheus 2 refuses it; Prometheus 3 accepts it, but queries must quote it.',
  bad: group('- record: ▸a-b\n  expr: up\n'),
  good: group('- record: a:b\n  expr: up\n'),
  check({ rules }, { report }) {
    for (const { kind, name, at } of rules)
      if (kind === 'record' && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
        report(
          at,
          `${quoted(name)} is a name that only Prometheus 3 accepts, and that queries must quote.`,
          'Use letters, digits, `_` and `:`.',
        )
  },
}
