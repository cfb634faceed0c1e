import { counter, page, proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: { type: 'counter', expect: 'after-traffic' } },
  serve: () => page((n) => (n <= 2 ? counter('web_requests_total', 10 + n) : '')),
  warm: 20_000,
  expect: {
    verdict: 'failed',
    failures: ['target-empty web on machine m1 (fra)', 'metric-not-checked web_requests_total of web'],
  },
})
