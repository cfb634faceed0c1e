import { get } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** An alert without a `severity` label. */
export const noSeverity: Rule<RuleFile> = {
  code: 'rules/no-severity',
  severity: 'warning',
  what: 'An alert has no `severity` label.',
  why: 'Notification policies and people depend on it.',
  bad: group(
    alert('up == 0')
      .replace(/ {2}labels.*\n/, '')
      .replace('Down', '▸Down'),
  ),
  good: group(alert('up == 0')),
  check({ rules }, { report }) {
    for (const { kind, name, at, node } of rules) {
      const labels = get(node, 'labels')
      if (kind !== 'alert' || (labels?.kind === 'table' && labels.entries.has('severity'))) continue
      report(
        at,
        `The alert ${quoted(name)} has no \`severity\` label.`,
        'Add `labels: { severity: warning }`: notification policies and people depend on it.',
      )
    }
  },
}
