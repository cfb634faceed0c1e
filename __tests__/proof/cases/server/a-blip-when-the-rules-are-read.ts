import { createServer, request, type ServerResponse } from 'node:http'
import { counter, page, proofCase } from '../../case.ts'

/** Forwards to Prometheus what `answer` does not answer itself. */
const proxy = (answer: (path: string, response: ServerResponse) => boolean, port = () => 9090): void => {
  createServer((incoming, response) => {
    if (answer(incoming.url ?? '', response)) return
    const { method, headers, url: path } = incoming
    const outgoing = request({ port: port(), host: '127.0.0.1', path, method, headers }, (from) => {
      response.writeHead(from.statusCode ?? 500, from.headers)
      from.pipe(response)
    })
    outgoing.on('error', () => response.writeHead(502).end())
    incoming.pipe(outgoing)
  }).listen(8080, '127.0.0.1')
}

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n)),
  url: 'http://127.0.0.1:8080',
  warm: 8_000,
  before() {
    let first: number | undefined
    proxy((path, response) => {
      if (!/\/api\/v1\/(rules|alerts|status\/config)/.test(path)) return false
      first ??= Date.now()
      const isLost = Date.now() - first < 6_000
      if (isLost) response.writeHead(502).end('bad gateway')
      return isLost
    })
  },
  expect: { verdict: 'proven' },
})
