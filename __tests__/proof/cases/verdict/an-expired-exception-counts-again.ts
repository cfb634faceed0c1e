import { counter, page, proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: 'counter', web_jobs_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  verify: {
    accept: [
      { code: 'metric-missing', subject: 'web_jobs_total of web', reason: 'Soon.', until: '2020-02-29' },
    ],
  },
  deadline: 20_000,
  expect: {
    verdict: 'failed',
    failures: ['metric-missing web_jobs_total of web'],
    says: [/^# ❌ /m, 'this exception expired on 2020-02-29'],
  },
})
