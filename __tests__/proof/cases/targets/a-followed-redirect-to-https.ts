import { proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  patchRunning: (document) => {
    document.scrape_configs[0].follow_redirects = true
  },
  serve: () => (request, response) =>
    void response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end(),
  expect: {
    verdict: 'failed',
    failures: [
      'configuration-broken prometheus.yml',
      'target-redirect web on machine m1 (fra)',
      'metric-not-checked web_requests_total of web',
    ],
    says: ['redirect to HTTPS', 'The port is right'],
  },
})
