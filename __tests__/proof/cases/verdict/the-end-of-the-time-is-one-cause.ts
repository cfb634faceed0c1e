import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

/** One service is down and time runs out: metrics and panels of the other one were not looked at, for one reason. */
export default proofCase({
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter' } },
    { name: 'jobs', port: 9200, metrics: { jobs_done_total: 'counter' } },
  ],
  serve: ({ name }) => (name === 'web' ? page((n) => counter('web_requests_total', n)) : undefined),
  dashboards: [dashboard([panel('web', 'sum(rate(web_requests_total[$__rate_interval]))')])],
  // Prometheus knows its targets: otherwise a busy machine decides how far this gets.
  warm: 12_000,
  deadline: 8_000,
  expect: {
    verdict: 'failed',
    failures: [
      'target-refused jobs on machine m1 (fra)',
      'verification-deadline verification',
      'metric-not-checked jobs_done_total of jobs',
      'metric-not-checked web_requests_total of web',
      'panel-too-early D0 / web (A)',
    ],
    says: [
      /^Failed: 1 of 2 targets scraped .*; 1 claim could not be checked/m,
      /verification.*1 metric and 1 panel query could not be checked because of it/,
      /jobs on machine m1.*1 metric has no data because of it/,
    ],
  },
})
