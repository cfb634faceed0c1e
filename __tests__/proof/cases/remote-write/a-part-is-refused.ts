import { createServer } from 'node:http'
import { counter, page, proofCase } from '../../case.ts'

/** A remote-write server: `push` gives the status of the n-th request, `rows` what is read back the n-th time. */
const server = (
  push: (n: number) => number,
  read: (n: number) => { status?: number; isFound: boolean },
): void => {
  let [pushes, reads] = [0, 0]
  createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      if (incoming.url?.includes('push')) return void response.writeHead(push(++pushes)).end()
      const { status = 200, isFound } = read(++reads)
      const now = Date.now() / 1000
      const result = isFound ? [{ metric: {}, value: [now, String(now)] }] : []
      const body = { status: 'success', data: { resultType: 'vector', result } }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  }).listen(9009, '127.0.0.1')
}

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n)),
  remoteWrite: { url: 'http://127.0.0.1:9009/api/prom/push' },
  before: () =>
    server(
      (n) => (n % 2 ? 400 : 204),
      (n) => ({ isFound: n > 30 }),
    ),
  expect: { verdict: 'failed', failures: ['remote-write-broken 127.0.0.1:9009'], says: [/rejects/] },
})
