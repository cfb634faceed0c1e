import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { group } from './examples.ts'
import { lacks, type RuleFile } from './subject.ts'

const rule = (more: string) =>
  group(`- alert: Many
  expr: users > 60
  for: 5m
${more}`)

/** A value that makes a new alert of every evaluation. */
export const valueInLabel: Rule<RuleFile> = {
  code: 'rules/value-in-label',
  severity: 'error',
  what: 'A label of an alert contains the value of its query.',
  why: 'With every new value it is a new alert: `for` starts again and never ends, and the alert never fires.',
  bad: rule('  labels: { severity: page, current: ▸"{{ $value }}" }\n'),
  good: rule('  labels: { severity: page }\n  annotations: { current: "{{ $value }}" }\n'),
  check({ rules }, { report }) {
    for (const one of rules) {
      const labels = get(one.node, 'labels')
      // Without `for` it does fire; a query that compares with `==` has one value.
      if (
        one.kind !== 'alert' ||
        lacks(one, 'for') ||
        labels?.kind !== 'table' ||
        /==\s*(?!bool)/.test(one.query)
      )
        continue
      for (const [key, value] of labels.entries)
        if (/\{\{[^{}]*(?:\$value\b|(?<![\w$])\.Value\b)/.test(scalarText(value) ?? ''))
          report(
            value.at,
            `The label ${quoted(key)} of alert ${quoted(one.name)} contains the value: with every new value \`for\` starts again, and the alert never fires.`,
            'Move it to `annotations`.',
          )
    }
  },
}
