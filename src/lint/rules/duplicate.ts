import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** The same rule twice. */
export const duplicateRule: Rule<RuleFile> = {
  code: 'rules/duplicate',
  severity: 'warning',
  what: 'Two rules of a file have the same name and labels.',
  why: 'promtool prints FAILED and exits with 0. Recording rules overwrite each other, alerts fire twice.',
  bad: { text: group(`${alert('up == 0')}- ▸${alert('up == 0').slice(2)}`), also: ['rules/name-taken'] },
  good: group(alert('up == 0')),
  check({ rules }, { report }) {
    const seen = new Set<string>()
    for (const { kind, name, node } of rules) {
      const labels = get(node, 'labels')
      const written =
        labels?.kind === 'table' ? [...labels.entries].map(([key, value]) => [key, scalarText(value)]) : []
      const key = JSON.stringify([kind, name, written.toSorted()])
      if (seen.has(key))
        report(
          node.at,
          `The rule ${quoted(name)} exists twice with the same labels.`,
          'Remove one of them, or distinguish them with a label.',
        )
      seen.add(key)
    }
  },
}
