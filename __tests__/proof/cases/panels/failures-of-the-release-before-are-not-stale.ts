import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

let isNewRelease = false

/** The release before had answered with 500; the new one has not, which is what one hopes for. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  warm: 12_000,
  serve: () =>
    page((n) => {
      const good = counter('web_requests_total', n, '{status="200"}')
      return isNewRelease
        ? good
        : `${good}web_requests_total{status="500"} ${n}\n${counter('web_old_total', n)}`
    }),
  during: () => {
    isNewRelease = true
  },
  dashboards: [
    dashboard([
      panel('5xx', 'sum(rate(web_requests_total{status=~"5.."}[1m]))'),
      panel('gone', 'sum(rate(web_old_total[1m]))'),
    ]),
  ],
  expect: {
    // Prometheus remembers the `# TYPE` line of a target for ten scrapes: it cannot be told from a metric that waits.
    verdict: 'unproven',
    failures: ['panel-not-checked D0 / gone (A)'],
    evidence: { panels: [{ state: 'waiting', certainty: 'inferred' }, { state: 'not-checked' }] },
  },
})
