import { counter, page, proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  // One of two cluster workers is broken.
  serve: () => (request, response, n, machine) =>
    n % 2
      ? page(counter('web_requests_total', n))(request, response, n, machine)
      : void response.writeHead(500).end(),
  expect: {
    verdict: 'failed',
    failures: ['target-flapping web on machine m1 (fra)', 'metric-not-checked web_requests_total of web'],
    says: [/\d of \d scrapes since verification began/],
  },
})
