import { counter, page, proofCase } from '../../case.ts'

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => (request, response, n, machine) =>
    n === 2
      ? void response.writeHead(500).end()
      : page(counter('web_requests_total', n))(request, response, n, machine),
  expect: {
    verdict: 'proven',
    evidence: { targets: [{ state: 'up', history: { failed: 1 } }] },
  },
})
