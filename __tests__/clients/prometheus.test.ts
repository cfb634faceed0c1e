import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from '@jest/globals'
import selfsigned from 'selfsigned'
import { createPrometheus, type PrometheusServer } from '../../src/clients/prometheus/client.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Prometheus } from '../../src/model/prometheus.ts'
import { fc } from '../support/property.ts'
import { recorded } from '../verify/fixtures.ts'

const pool = createPool()
const closing: (() => Promise<unknown>)[] = [() => pool.close()]
afterAll(() => Promise.all(closing.map((close) => close())))

interface Seen {
  method: string
  path: string
  authorization: string | undefined
  body: string
}

/** A server on loopback, and what it was asked. */
async function serve(answer: RequestListener, secure?: { key: string; cert: string }) {
  const seen: Seen[] = []
  const listener: RequestListener = (request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request
      seen.push({ method, path: url, authorization: headers.authorization, body })
      answer(request, response)
    })
  }
  const server = secure ? createTlsServer(secure, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return { url: `http${secure ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const json =
  (text: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(text)
  }
const plain =
  (text: string, status: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers })
    response.end(text)
  }

async function client(answer: RequestListener, options: Partial<PrometheusServer> = {}) {
  const server = await serve(answer)
  return { ...server, prometheus: createPrometheus({ url: server.url, pool, ...options }) }
}

/** The one problem that a call ends in. */
async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ActionError)) throw new Error(`no ActionError: ${String(error)}`)
  expect(error.kind).toBe('platform')
  expect(error.problems).toHaveLength(1)
  return error.problems[0]
}

test('recorded answers are read', async () => {
  const { prometheus, seen } = await client((request, response) => {
    const file: Record<string, string> = {
      '/api/v1/targets': 'targets-all-up.json',
      '/api/v1/status/buildinfo': 'status-buildinfo.json',
      '/api/v1/status/runtimeinfo': 'status-runtimeinfo.json',
      '/api/v1/status/config': 'status-config.json',
      '/api/v1/targets/metadata': 'targets-metadata.json',
      '/api/v1/rules': 'rules.json',
      '/api/v1/alerts': 'alerts.json',
      '/api/v1/query': request.method === 'POST' ? 'query-up.json' : 'query-scalar.json',
    }
    json(recorded(file[request.url?.split('?')[0] ?? ''] ?? ''))(request, response)
  })
  expect(await prometheus.targets()).toHaveLength(5)
  expect(await prometheus.version()).toBe('3.14.0')
  expect((await prometheus.runtimeInfo()).storageRetention).toBe('15d or 75%')
  expect(await prometheus.config()).toContain('scrape_configs:')
  expect(await prometheus.metadata('{job="notify_server"}')).toHaveLength(5)
  expect((await prometheus.rules()).length).toBeGreaterThan(0)
  expect((await prometheus.alerts()).length).toBeGreaterThan(0)
  expect((await prometheus.query('up', 1_500)).result.resultType).toBe('vector')
  expect(await prometheus.now()).toBe(1795369781.439 * 1000)
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toContain(
    'GET /api/v1/targets/metadata?match_target=%7Bjob%3D%22notify_server%22%7D',
  )
  expect(seen.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/v1/query',
    body: 'query=up&time=1.500',
  })
})

test.each([
  'targets-before-discovery',
  'targets-unknown',
  'targets-broken-2.42.0',
  'targets-broken-3.14.0',
  'targets-partial',
])('%s is read', async (name) => {
  const { prometheus } = await client(json(recorded(`${name}.json`)))
  expect(Array.isArray(await prometheus.targets())).toBe(true)
})

test.each([1e18, -1, 253_402_300_800])('a clock that shows %s is none', async (seconds) => {
  const answer = { status: 'success', data: { resultType: 'scalar', result: [seconds, '1'] } }
  const { prometheus } = await client(json(JSON.stringify(answer)))
  expect(await problemOf(prometheus.now())).toMatchObject({
    code: expect.stringMatching(/prometheus/),
    message: expect.stringContaining('a time outside of every calendar'),
  })
})

test('warnings and infos arrive with the answer', async () => {
  const warned = await client(json(recorded('query-warning-annotation.json')))
  expect((await warned.prometheus.query('x')).warnings).toHaveLength(1)
  const informed = await client(json(recorded('query-info-annotation.json')))
  expect((await informed.prometheus.query('x')).infos).toHaveLength(1)
})

test('ready, not ready, and something else', async () => {
  const ready = async (answer: RequestListener) => (await client(answer)).prometheus.ready()
  expect(await ready(plain(recorded('ready-200.txt'), 200))).toBe(true)
  expect(await ready(plain(recorded('ready-503.txt'), 503))).toBe(false)
  expect(await problemOf(ready(plain('<html>It works</html>', 200)))).toMatchObject({
    code: 'prometheus-not-prometheus',
  })
})

test.each([
  ['query-parse-error.json', 400, 'unexpected <by> in aggregation'],
  ['query-exec-error.json', 422, 'many-to-many'],
  ['query-timeout.json', 422, 'context deadline exceeded'],
])('%s: a query that Prometheus refuses, in its words', async (name, status, words) => {
  const { prometheus } = await client(json(recorded(name), status))
  expect(await problemOf(prometheus.query('x'))).toMatchObject({
    code: 'prometheus-query',
    message: expect.stringContaining(words),
  })
})

test.each([
  [
    'a wrong password',
    plain(recorded('auth-wrong-401.txt'), 401),
    'prometheus-unauthorized',
    /PROMETHEUS_PASSWORD/,
  ],
  ['no permission', plain('no', 403), 'prometheus-forbidden', /proxy/],
  ['still starting', plain(recorded('targets-not-ready-503.txt'), 503), 'prometheus-starting', /flyctl logs/],
  [
    'another server',
    plain(recorded('not-found-404.txt'), 404),
    'prometheus-not-prometheus',
    /prometheus-url/,
  ],
  [
    'a page',
    plain('<!doctype html>', 200, { 'content-type': 'text/html' }),
    'prometheus-not-prometheus',
    /prometheus-url/,
  ],
  [
    'a redirect',
    plain('', 302, { location: 'https://elsewhere.example/login' }),
    'prometheus-not-prometheus',
    /Redirects are not followed/,
  ],
  ['a proxy without a backend', plain('bad gateway', 502), 'prometheus-starting', /flyctl logs/],
  ['JSON of something else', json('{"ok":true}'), 'prometheus-odd-answer', /in front of Prometheus/],
  [
    'targets of another shape',
    json('{"status":"success","data":{"activeTargets":[{"health":"fine"}]}}'),
    'prometheus-odd-answer',
    /known to work/,
  ],
])('%s', async (_, answer, code, hint) => {
  const { prometheus } = await client(answer)
  expect(await problemOf(prometheus.targets())).toMatchObject({ code, hint: expect.stringMatching(hint) })
})

test('a redirect is not followed, and the password stays', async () => {
  const other = await serve(json(recorded('targets-all-up.json')))
  const { prometheus, seen } = await client(plain('', 302, { location: `${other.url}/api/v1/targets` }), {
    credentials: { user: 'prometheus', password: 'pä:ss' },
  })
  await problemOf(prometheus.targets())
  expect(other.seen).toEqual([])
  expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from('prometheus:pä:ss').toString('base64')}`)
})

test('a token goes as a bearer token, and no credentials as none', async () => {
  const token = await client(json(recorded('targets-all-up.json')), { credentials: { token: 't' } })
  await token.prometheus.targets()
  expect(token.seen[0]?.authorization).toBe('Bearer t')
  const none = await client(json(recorded('targets-all-up.json')))
  await none.prometheus.targets()
  expect(none.seen[0]?.authorization).toBeUndefined()
})

test('a path before the API is kept', async () => {
  const server = await serve(json(recorded('status-buildinfo.json')))
  await createPrometheus({ url: `${server.url}/proxy/uid/`, pool }).version()
  expect(server.seen[0]?.path).toBe('/proxy/uid/api/v1/status/buildinfo')
})

test('reads are asked again after 503; targets are not, because they are polled anyway', async () => {
  let answers = 0
  const flaky: RequestListener = (request, response) => {
    const file = request.url?.includes('targets') ? 'targets-all-up.json' : 'status-buildinfo.json'
    const answer = answers++ === 0 ? plain('', 503) : json(recorded(file))
    answer(request, response)
  }
  const { prometheus } = await client(flaky)
  expect(await prometheus.version()).toBe('3.14.0')
  answers = 0
  expect(await problemOf(prometheus.targets())).toMatchObject({ code: 'prometheus-starting' })
})

test('nobody listens', async () => {
  const server = await serve(json(''))
  await closing.pop()?.()
  const prometheus = createPrometheus({ url: server.url, pool })
  expect(await problemOf(prometheus.targets())).toMatchObject({ code: 'prometheus-refused' })
})

test('a name that does not exist', async () => {
  const prometheus = createPrometheus({ url: 'http://does-not-exist.invalid', pool })
  expect(await problemOf(prometheus.targets())).toMatchObject({
    code: 'prometheus-dns',
    message: expect.stringContaining('does-not-exist.invalid'),
  })
})

test('a certificate that nobody vouches for, and TLS where there is none', async () => {
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }])
  const server = await serve(json(''), { key, cert })
  expect(await problemOf(createPrometheus({ url: server.url, pool }).targets())).toMatchObject({
    code: 'prometheus-tls',
  })
  const bare = await serve(json(''))
  const wrong = createPrometheus({ url: bare.url.replace('http:', 'https:'), pool })
  expect(await problemOf(wrong.targets())).toMatchObject({ code: 'prometheus-tls' })
})

test('a server that never answers', async () => {
  const { prometheus } = await client(() => {}, { timeoutMs: 100 })
  expect(await problemOf(prometheus.targets())).toMatchObject({ code: 'prometheus-timeout' })
})

test('a run that is cancelled ends the question', async () => {
  const cancel = new AbortController()
  const { prometheus } = await client(() => cancel.abort(), { signal: cancel.signal })
  expect(await problemOf(prometheus.targets())).toMatchObject({ code: 'prometheus-cancelled' })
})

test('a connection that breaks in the middle of an answer', async () => {
  const { prometheus } = await client((_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"status"')
    setImmediate(() => response.destroy())
  })
  expect(await problemOf(prometheus.config())).toMatchObject({ code: 'prometheus-connection' })
})

test('whatever a server answers, it ends in data or in one clear problem', async () => {
  let text = ''
  let status = 200
  const { prometheus } = await client((request, response) => json(text, status)(request, response))
  const calls: ((p: Prometheus) => Promise<unknown>)[] = [
    (p) => p.targets(),
    (p) => p.now(),
    (p) => p.query('x'),
    (p) => p.rules(),
    (p) => p.alerts(),
    (p) => p.metadata('{}'),
    (p) => p.runtimeInfo(),
  ]
  const data = fc.oneof(
    fc.jsonValue(),
    fc.constant({ resultType: 'vector', result: [{ metric: { __proto__: 'x' } }] }),
  )
  const body = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    data.map((value) => JSON.stringify({ status: 'success', data: value })),
    data.map((value) =>
      JSON.stringify({
        status: 'success',
        data: { activeTargets: [value], groups: [value], alerts: [value] },
      }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom(200, 201, 400, 404),
      fc.constantFrom(...calls),
      async (sent, code, call) => {
        text = sent
        status = code
        const error = await call(prometheus).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        if (error !== undefined) expect(error).toBeInstanceOf(ActionError)
      },
    ),
    { numRuns: 200 },
  )
})
