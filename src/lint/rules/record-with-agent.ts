import { quoted } from '../../lib/quote.ts'
import type { Example, Rule } from '../rule.ts'
import { alert, group } from './examples.ts'
import type { RuleFile } from './subject.ts'

function ofAgent(text: string): Example {
  const config = `monitoring: { app: mon, engine: agent }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090 }]
alerts: { rules: [rules.yml] }
remote_write: [{ url: "https://store.example/api/v1/write" }]
`
  return { path: 'rules.yml', text, others: { 'monitoring.yml': config } }
}

/** A recording rule that nothing evaluates. */
export const recordWithAgent: Rule<RuleFile> = {
  code: 'rules/record-with-agent',
  severity: 'error',
  what: 'A recording rule is deployed, and `monitoring.engine` is agent or fly.',
  why: "An agent evaluates no rules, nor does Fly's managed Prometheus. Alerts are evaluated by Grafana, and nothing records series.",
  bad: ofAgent(group('- record: ▸job:up:sum\n  expr: sum by (job) (up)\n')),
  good: ofAgent(group(alert('sum by (job) (up) == 0'))),
  check({ rules, isOfAgent }, { report }) {
    if (!isOfAgent) return
    for (const { kind, name, at } of rules)
      if (kind === 'record')
        report(
          at,
          `Nothing records ${quoted(name)}: with this \`monitoring.engine\`, only Grafana evaluates rules, and only alerts.`,
          'Write its expression into the alerts and dashboards that read it, or let the store of an agent record it (Mimir ruler, vmalert), and remove it here.',
        )
  },
}
