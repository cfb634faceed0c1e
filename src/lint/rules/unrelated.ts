import type { Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** Rules about other programs, or about misspelled metrics. */
export const unrelatedRules: Rule<RuleFile> = {
  code: 'rules/unrelated',
  severity: 'warning',
  what: 'None of the metrics of a rule file that `alerts.rules` names is declared.',
  why: 'It is about other programs, or all names in it are misspelled.',
  bad: group(alert('node_a + node_b + node_c + node_d')).replace('- name', '▸- name'),
  good: group(alert('users == 0')),
  check({ unrelated }, { report }) {
    if (unrelated)
      report(
        unrelated.at,
        `No service declares any of the metrics of these rules: ${unrelated.examples.map((name) => `\`${name}\``).join(', ')}${unrelated.metrics > unrelated.examples.length ? ' and others' : ''}.`,
        'Declare them under `metrics` of their service, or correct their names.',
      )
  },
}
