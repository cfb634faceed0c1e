import { spawn } from 'node:child_process'
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
  warm: 10_000,
  before() {
    // The same configuration, and a name server that does not answer.
    const mount = 'echo nameserver 127.0.0.9 >/run/other.conf; mount --bind /run/other.conf /etc/resolv.conf'
    const flags =
      '--config.file=/etc/prometheus/prometheus.yml --storage.tsdb.path=/run/other --web.listen-address=127.0.0.1:9091'
    const program = process.argv[4] ?? 'prometheus'
    spawn('unshare', ['-m', 'sh', '-c', `${mount}; exec ${program} ${flags}`], { stdio: 'ignore' })
    let n = 0
    proxy(
      () => false,
      () => (n++ % 2 ? 9090 : 9091),
    )
  },
  expect: { verdict: 'failed', says: ['Two Prometheus servers answer in turn'] },
})
