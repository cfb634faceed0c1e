import type { Rule } from '../rule.ts'
import type { Offset, Query } from './subject.ts'

/** A query that is not PromQL. */
export const querySyntax: Rule<Query, Offset> = {
  code: 'query/syntax',
  severity: 'error',
  what: 'Prometheus would refuse a query.',
  why: 'The panel shows an error; a rule file with it is not loaded, and a new Prometheus does not start.',
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
