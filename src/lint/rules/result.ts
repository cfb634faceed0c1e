import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** A query with a result that rules cannot use. */
export const ruleResult: Rule<RuleFile> = {
  code: 'rules/result',
  severity: 'error',
  what: 'The query of a rule returns neither an instant vector nor a number.',
  why: '`promtool check rules` accepts it; every evaluation fails.',
  bad: group(alert('▸up[5m]')),
  good: group(alert('max_over_time(up[5m]) == 0')),
  check({ rules }, { report }) {
    for (const { name, expr, parsed } of rules)
      if (parsed.ok && (parsed.type === 'matrix' || parsed.type === 'string'))
        report(
          expr.at,
          `The rule ${quoted(name)} returns ${parsed.type === 'matrix' ? 'a range vector' : 'a string'}.`,
          'A rule needs an instant vector or a number, such as `rate(…[5m])` or `last_over_time(…[5m])`.',
        )
  },
}
