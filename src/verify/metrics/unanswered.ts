import type { MetricEvidence } from '../evidence.ts'
import { COUNTED_SAMPLES } from '../targets/sample-counts.ts'
import { isWatched } from './service.ts'

/** A metric when Prometheus did not answer every question: only what was seen is known. */
export const unanswered = (metric: MetricEvidence, why: string): MetricEvidence =>
  metric.state === 'present' ? metric : notChecked(metric, `Prometheus did not answer: ${why}`)

/** A metric whose other scrapes Prometheus did not show. */
export const unread = (metric: MetricEvidence, why: string): MetricEvidence =>
  metric.state === 'present'
    ? notChecked(metric, `It is in the last scrape. Prometheus did not show the scrapes before it: ${why}`)
    : metric

/** A metric of a service with so many samples that only the last scrape was looked at. */
export const seenOnce = (metric: MetricEvidence, large: ReadonlySet<string>): MetricEvidence =>
  isWatched(metric) && large.has(metric.service) && metric.state === 'present'
    ? {
        ...metric,
        certainty: 'inferred',
        why: `${metric.why} Only the last scrape was looked at, because the service sends more than ${COUNTED_SAMPLES} samples.`,
      }
    : metric

function notChecked({ service, name, type, machines }: MetricEvidence, why: string): MetricEvidence {
  return {
    ...{ service, name, type, machines, state: 'unknown', certainty: 'not checked', why },
    next: 'Verify again when Prometheus answers; if it does not, it is overloaded: see `flyctl logs` of its app.',
  }
}
