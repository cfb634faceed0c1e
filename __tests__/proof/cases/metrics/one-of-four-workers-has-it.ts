import { counter, page, proofCase } from '../../case.ts'

/** The system has been running: the scrapes from before verification show it at once. */
export default proofCase({
  metrics: { web_requests_total: 'counter', web_jobs_total: 'counter' },
  warm: 20_000,
  serve: () =>
    page((n) => counter('web_requests_total', 10 + n) + (n % 4 === 1 ? counter('web_jobs_total', 5) : '')),
  expect: { verdict: 'failed', failures: ['metric-partial web_jobs_total of web'] },
})
