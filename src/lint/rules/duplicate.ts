import { get, scalarText } from '../../formats/tree.ts'
import { quoted } from '../../lib/quote.ts'
import type { Example, Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

/** A rule file that another Prometheus runs: for one that is deployed here, see `rules/name-taken`. */
function elsewhere(text: string): Example {
  const services = 'services: [{ name: web, app: chat, port: 9090 }]'
  const config = `monitoring: { app: mon }\napps: [{ app: chat }]\n${services}\n`
  return { path: 'rules.yml', text, others: { 'monitoring.yml': config } }
}

/** The same rule twice. */
export const duplicateRule: Rule<RuleFile> = {
  code: 'rules/duplicate',
  severity: 'warning',
  what: 'Two rules of a file have the same name and labels.',
  why: 'promtool prints FAILED and exits with 0. Recording rules overwrite each other, alerts fire twice.',
  bad: elsewhere(group(`${alert('up == 0')}- ▸${alert('up == 0').slice(2)}`)),
  good: elsewhere(group(alert('up == 0'))),
  check({ rules, isOurs }, { report }) {
    // A name that exists twice among the deployed rules is an error of its own, in this file too.
    if (isOurs) return
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
