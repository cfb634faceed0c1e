import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: 'counter', web_jobs_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  dashboards: [dashboard([panel('jobs', 'sum(rate(web_jobs_total[$__rate_interval]))')])],
  failOn: 'targets',
  deadline: 20_000,
  expect: {
    verdict: 'unproven',
    failures: ['metric-missing web_jobs_total of web', 'panel-no-data D0 / jobs (A)'],
    // The panel follows from the metric.
    says: [
      /^# ⚠️ Not proven: .* of .*: /m,
      /^1 of 1 target scraped .*; 1 other claim does not hold/m,
      '1 panel query has no data because of it',
    ],
  },
})
