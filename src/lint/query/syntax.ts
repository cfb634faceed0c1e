import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'

/** A query that is not valid PromQL. */
export const querySyntax: Rule<Query, Offset> = {
  code: 'query/syntax',
  severity: 'error',
  what: 'A query is not valid PromQL.',
  why: 'A panel shows an error; Prometheus does not load a rule file with such a query, and does not start with it.',
  bad: 'rate(▸requests_total)',
  good: 'rate(requests_total[5m])',
  check({ text, kind, parsed }, { report }) {
    const isGrafana = kind === 'rule' && /\$__|\$\{|\[\[/.test(text)
    for (const error of parsed.errors)
      if (error.kind !== 'limit')
        report(
          error.from,
          error.message.replace(/[^?]$/, '$&.'),
          isGrafana
            ? "Grafana's variables and macros belong to dashboards: write a duration such as 5m."
            : 'Try it on the query page of Prometheus.',
        )
  },
}
