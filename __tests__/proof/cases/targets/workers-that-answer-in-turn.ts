import { counter, gauge, page, proofCase } from '../../case.ts'

const workers = [1000, 20, 500, 3]

export default proofCase({
  metrics: { web_requests_total: 'counter', web_connections: 'gauge' },
  // Four workers with numbers of their own: the rate would be 28 a second where 1 is true.
  serve: () =>
    page((n) => counter('web_requests_total', (workers[n % 4] ?? 0) + n) + gauge('web_connections', n % 4)),
  expect: {
    verdict: 'failed',
    failures: ['metric-inconsistent web_requests_total of web'],
    checks: ['scrapes warning inferred'],
  },
})
