import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

/** Nothing listens for one of two services; metrics and panels of it are consequences. */
export default proofCase({
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter' } },
    { name: 'jobs', port: 9200, metrics: { jobs_done_total: 'counter', jobs_queue: 'gauge' } },
  ],
  serve: ({ name }) =>
    name === 'web' ? page((n) => counter('web_requests_total', n) + gauge('web_x', 1)) : undefined,
  dashboards: [
    dashboard([
      panel('done', 'sum(rate(jobs_done_total[$__rate_interval]))'),
      panel('queue', 'jobs_queue'),
      panel('web', 'sum(rate(web_requests_total[$__rate_interval]))'),
    ]),
  ],
  deadline: 45_000,
  expect: {
    verdict: 'failed',
    failures: [
      'target-refused jobs on machine m1 (fra)',
      'metric-not-checked jobs_done_total of jobs',
      'metric-not-checked jobs_queue of jobs',
      'panel-no-data D0 / done (A)',
      'panel-no-data D0 / queue (A)',
    ],
    says: [
      /^# ❌ .* is down: /m,
      /^Failed: 1 of 2 targets scraped since this check began/m,
      '2 metrics and 2 panel queries have no data because of it',
    ],
  },
})
