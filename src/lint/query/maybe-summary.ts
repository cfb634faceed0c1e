import type { Rule } from '../rule.ts'
import { type Offset, type Query, selected } from './subject.ts'

/** A repository without a configuration, so that the preset applies. */
const PRESET = { 'monitoring.yml': null, 'docker/Dockerfile.fly': 'FROM scratch\nCMD ["/chat"]\n' }

/** Buckets that the service may not expose. */
export const maybeSummary: Rule<Query, Offset> = {
  code: 'query/maybe-summary',
  severity: 'warning',
  what: 'A query reads only the buckets of a metric whose type is an assumption of the preset.',
  why: 'Exporters without configured buckets expose summaries, which have no buckets.',
  bad: {
    text: 'histogram_quantile(0.9, sum by (le) (rate(▸fechatter_http_request_duration_seconds_bucket[5m])))',
    others: PRESET,
  },
  good: {
    text: 'max(fechatter_http_request_duration_seconds{quantile="0.9"}) or histogram_quantile(0.9, sum by (le) (rate(fechatter_http_request_duration_seconds_bucket[5m])))',
    others: PRESET,
  },
  check(query, { report }) {
    if (!query.contract?.assumed) return
    for (const { selector, known } of selected(query, 'declared')) {
      const { name } = known.metric
      if (known.part !== '_bucket' || query.parsed.selectors.some(({ metric }) => metric === name)) continue
      report(
        selector.from,
        `\`${name}_bucket\` exists only if the service configures buckets: without them its exporter exposes a summary.`,
        `Query both: \`… or ${name}{quantile="0.95"}\`. Or declare the metric in monitoring.yml.`,
      )
    }
  },
}
