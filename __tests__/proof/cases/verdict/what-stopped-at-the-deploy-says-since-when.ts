import { counter, gauge, page, proofCase } from '../../case.ts'

/** After eight scrapes one service begins to fail, and the other one loses a metric: the deploy did it. */
export default proofCase({
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter', web_depth: 'gauge' } },
    { name: 'jobs', port: 9200 },
  ],
  serve: ({ name }) =>
    name === 'web'
      ? page((n) => counter('web_requests_total', n) + (n <= 8 ? gauge('web_depth', 1) : ''))
      : (_request, response, n) => {
          response.setHeader('content-type', 'text/plain; version=0.0.4')
          response.writeHead(n <= 8 ? 200 : 404).end('jobs_up 1\n')
        },
  warm: 20_000,
  deployed: 8_000,
  expect: {
    verdict: 'failed',
    failures: ['metric-missing web_depth of web', 'target-not-found jobs on machine m1 (fra)'],
    says: [
      /jobs on machine m1.*The last successful scrape was at \d\d:\d\d UTC, just before or during this deploy\./,
      /web_depth of web.*It last had samples at \d\d:\d\d UTC, just before or during this deploy\./,
    ],
  },
})
