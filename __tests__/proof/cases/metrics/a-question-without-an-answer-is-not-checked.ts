import { counter, gauge, page, proofCase } from '../../case.ts'
import { PROXY, startProxy } from '../../proxy.ts'

/** Everything else is proven, and all that was not answered is one entry to read. */
export default proofCase({
  metrics: { web_requests_total: 'counter', web_queue: 'gauge' },
  url: PROXY,
  before: () => startProxy((path) => (path.includes('/targets/metadata') ? 502 : undefined)),
  serve: () => page((n) => counter('web_requests_total', n) + gauge('web_queue', 1)),
  expect: {
    verdict: 'unproven',
    failures: ['metric-not-checked web_requests_total of web', 'metric-not-checked web_queue of web'],
    says: [/1 metric could not be checked because of it/],
  },
})
