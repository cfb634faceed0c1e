import { proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  // As force_ssl of Rails and SECURE_SSL_REDIRECT of Django do.
  serve: () => (request, response) =>
    void response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end(),
  expect: {
    verdict: 'failed',
    failures: ['target-redirect web on machine m1 (fra)', 'metric-not-checked web_requests_total of web'],
    says: ['The port is right', 'force_ssl'],
  },
})
