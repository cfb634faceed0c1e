import { dashboard } from '../dashboard/examples.ts'
import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'

const panel = (query: string) => dashboard({ target: `"refId": "A", "expr": "${query}"` })

/** A function that the deployed Prometheus does not have. */
export const experimentalInPanel: Rule<Query, Offset> = {
  code: 'query/experimental',
  severity: 'warning',
  what: 'A query of a panel uses a function or modifier that Prometheus has only with a feature flag.',
  why: 'The Prometheus that this action deploys is started without the flag.',
  bad: { path: 'd.json', text: panel('mad_over_time(users[5m])').replace('"mad', '▸"mad') },
  good: { path: 'd.json', text: panel('max_over_time(users[5m])') },
  check({ kind, parsed }, { report }) {
    // In a rule file it is an error, which rules/experimental reports.
    if (kind === 'rule') return
    for (const { name, from } of parsed.experimental)
      report(
        from,
        `\`${name}\` is experimental.`,
        'Prometheus has it only with `--enable-feature=promql-experimental-functions`, and the deployed Prometheus is started without it.',
      )
  },
}
