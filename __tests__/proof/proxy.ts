import { request as ask, createServer } from 'node:http'

/** The address of a proxy in front of Prometheus, for `url` of a case. */
export const PROXY = 'http://127.0.0.1:8080'

/**
 * Starts a proxy in front of Prometheus, such as Fly's edge or one of a company. It answers itself what `refuse` names
 * with a status; `path` contains the query, and `n` counts the requests.
 */
export function startProxy(refuse: (path: string, n: number) => number | undefined): void {
  let n = 0
  createServer((request, response) => {
    const status = refuse(request.url ?? '', ++n)
    if (status !== undefined) {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html>refused</html>')
      return
    }
    const { url, method, headers } = request
    const upstream = ask({ port: 9090, host: '127.0.0.1', path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    upstream.on('error', () => response.writeHead(502).end())
    request.pipe(upstream)
  }).listen(8080, '127.0.0.1')
}
