import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import { lacks, type RuleFile } from './subject.ts'

/** An alert without `for`. */
export const noFor: Rule<RuleFile> = {
  code: 'rules/no-for',
  severity: 'warning',
  what: 'An alert has no `for`.',
  why: 'One failed evaluation or scrape is enough to fire it.',
  bad: group(alert('up == 0').replace('  for: 5m\n', '').replace('Down', '▸Down')),
  good: group(alert('up == 0')),
  check({ rules }, { report }) {
    for (const rule of rules)
      if (rule.kind === 'alert' && lacks(rule, 'for') && lacks(rule, 'keep_firing_for'))
        report(
          rule.at,
          `The alert ${quoted(rule.name)} has no \`for\`: one failed scrape is enough to fire it.`,
          'Add `for: 5m`.',
        )
  },
}
