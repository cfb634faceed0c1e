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
  noStart: true,
  async before(rig) {
    // Its life before: some scrapes, then it is stopped.
    rig.startPrometheus()
    await rig.sleep(9_000)
    rig.prom.kill('SIGSTOP')
    await rig.sleep(20_000)
    let isAwake = false
    proxy(() => {
      if (!isAwake) rig.prom.kill('SIGCONT')
      isAwake = true
      return false
    })
  },
  expect: {
    verdict: 'failed',
    failures: ['uptime-broken prometheus'],
    says: ['was suspended until this verification'],
  },
})
