import { counter, gauge, page, proofCase } from '../../case.ts'

const workers = [1000, 20, 500, 3]

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () =>
    page((n) => {
      const worker = workers[n % 4] ?? 0
      return (
        counter('web_requests_total', worker + n) + gauge('process_start_time_seconds', 1.7957e9 + worker)
      )
    }),
  // Not a crash loop: the start times go back.
  expect: {
    verdict: 'failed',
    failures: ['metric-inconsistent web_requests_total of web'],
    checks: ['scrapes warning inferred'],
  },
})
