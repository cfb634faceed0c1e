import { createServer } from 'node:http'
import { gauge, page, proofCase } from '../../case.ts'

/** Prometheus answers later than its next scrape, as on a machine with a sixteenth of a core. */
function startSlowProxy(ms: number): void {
  createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const body = method === 'GET' ? undefined : request
    setTimeout(async () => {
      const type = headers['content-type'] ?? ''
      const init = { method, headers: { 'content-type': type }, duplex: 'half', ...(body && { body }) }
      const answer = await fetch(`http://127.0.0.1:9090${url}`, init as RequestInit)
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      response.end(await answer.text())
    }, ms)
  }).listen(8080, '127.0.0.1')
}

export default proofCase({
  metrics: { web_up: 'gauge' },
  url: 'http://127.0.0.1:8080',
  warm: 8_000,
  before: () => startSlowProxy(1_200),
  serve: () => page(gauge('web_up', 1)),
  expect: { verdict: 'proven' },
})
