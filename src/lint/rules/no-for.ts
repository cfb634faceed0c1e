import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import { lacks, type RuleFile } from './subject.ts'

/** Functions over a range: one failed scrape does not change their result much, and they stay true for a while. */
const OVER_RANGE =
  /\b(?:rate|irate|increase|delta|idelta|deriv|changes|resets|predict_linear|\w+_over_time)\s*\(/

/** An alert without `for`. */
export const noFor: Rule<RuleFile> = {
  code: 'rules/no-for',
  severity: 'warning',
  what: 'An alert has no `for`.',
  why: 'One scrape with another value, or one that fails, is enough to fire it.',
  bad: group(alert('up == 0').replace('  for: 5m\n', '').replace('Down', '▸Down')),
  good: group(alert('up == 0')),
  check({ rules }, { report }) {
    for (const rule of rules)
      if (
        rule.kind === 'alert' &&
        lacks(rule, 'for') &&
        lacks(rule, 'keep_firing_for') &&
        !OVER_RANGE.test(rule.query)
      )
        report(
          rule.at,
          `The alert ${quoted(rule.name)} has no \`for\`: one scrape is enough to fire it.`,
          'Add `for: 5m`.',
        )
  },
}
