import type { JsonPath } from '../../formats/json-places.ts'
import { count } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { dashboard } from './examples.ts'
import type { LintedDashboard } from './subject.ts'

/** A dashboard for another Prometheus. */
export const flyMetrics: Rule<LintedDashboard, JsonPath> = {
  code: 'dashboard/fly-metrics',
  severity: 'warning',
  what: "A dashboard that is imported reads metrics of Fly's managed Prometheus.",
  why: 'Metrics with names that start with `fly_` are only there, and its language is MetricsQL. The Prometheus that this action deploys has neither: the panels stay empty.',
  bad: dashboard({
    top: '"uid": "d", "title": ▸"D",',
    target: '"refId": "A", "expr": "sum(increase(fly_edge_http_responses_count)) by (status)"',
  }),
  good: dashboard(),
  check({ dashboard: { path }, found, ofFly }, { report }) {
    if (!found && ofFly > 0)
      report(
        [...path, 'title'],
        `${count(ofFly, 'query', 'queries')} read${ofFly === 1 ? 's' : ''} metrics of Fly's managed Prometheus (\`fly_…\`), which the Prometheus deployed here does not have.`,
        "Set `monitoring.fly_metrics: true`, which copies the usual ones, or import the dashboard into a Grafana with Fly's data source by hand, and remove it from `grafana.dashboards`.",
      )
  },
}
