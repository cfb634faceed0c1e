import type { Rule } from '../rule.ts'
import { type Offset, type Query, selected } from './subject.ts'

/** A quantile without buckets. */
export const lostBuckets: Rule<Query, Offset> = {
  code: 'query/no-le',
  severity: 'error',
  what: '`histogram_quantile` gets sums without the label `le`.',
  why: 'The query never returns anything.',
  bad: 'histogram_quantile(0.9, sum by (service) (rate(▸latency_seconds_bucket[5m])))',
  good: 'histogram_quantile(0.9, sum by (service, le) (rate(latency_seconds_bucket[5m])))',
  check(query, { report }) {
    for (const { selector, name } of selected(query, 'declared')) {
      const end = selector.within.findIndex((one) => one.name === 'histogram_quantile')
      const lost = selector.within
        .slice(0, Math.max(end, 0))
        .find(({ labels }) => labels && labels.names.includes('le') === (labels.kind === 'without'))
      if (!lost || !name.endsWith('_bucket')) continue
      const kept = lost.labels?.kind === 'by' ? ['le', ...lost.labels.names] : ['le']
      report(
        selector.from,
        `\`histogram_quantile\` needs the label \`le\`, which \`${lost.name}\` drops.`,
        `Write \`${lost.name} by (${kept.join(', ')}) (…)\`.`,
      )
    }
  },
}
