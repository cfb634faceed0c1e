import type { RequestListener } from 'node:http'
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/load.ts'
import { renderPrometheus } from '../../src/desired/prometheus.ts'
import { prometheusVersionOf } from '../../src/model/prometheus-version.ts'
import { remoteWriteTargets } from '../../src/run/remote-write.ts'
import type { Session } from '../../src/run/session.ts'
import { startVictoriaMetrics } from '../support/victoria-metrics.ts'
import { endpoint, machinesOf, metrics, startPrometheus, until, verified } from './verify-world.ts'

const SECRETS = new Map([['STORE_KEY', 'geheim-123']])

/** The claims about these targets of a Prometheus that writes to all of them, by the names of the targets. */
async function claims(
  remote_write: readonly object[],
  { seconds = 100, input }: { seconds?: number; input?: { url: string; user: string; key: string } } = {},
) {
  await using api = await endpoint(metrics('web_a 1\nweb_b 2\n'))
  const config = parseConfig({
    monitoring: { app: 'shop-monitoring', scrape_interval: '1s', access: 'public' },
    apps: [{ app: 'shop' }],
    services: [
      { name: 'db', discovery: 'static', addresses: [`[::1]:${api.port}`], metrics: { web_a: 'gauge' } },
    ],
    remote_write,
  })
  const version = prometheusVersionOf('registry.fly.io/mon:v2.42.0')
  const rendered = renderPrometheus(config, { version, ruleFiles: [], remoteWrite: input })
  const text = rendered
    .replace('localhost:9090', '127.0.0.1:PORT')
    .replaceAll('/etc/prometheus/secrets', 'FOLDER')
    .replace('/etc/prometheus/remote-write-key', 'FOLDER/STORE_KEY')
  await using running = await startPrometheus(text, { files: { STORE_KEY: 'geheim-123' } })
  const session = {
    inputs: { remoteWrite: input },
    project: { config },
    pool: running.pool,
    scrapes: SECRETS,
  }
  const targets = remoteWriteTargets(session as unknown as Session)
  const { evidence } = await verified(
    running,
    { config, machines: machinesOf({}), remoteWrite: targets },
    seconds,
  )
  const found = evidence.checks.filter(({ area }) => area === 'remote-write')
  return new Map(found.map((claim) => [claim.subject, claim]))
}

const answering =
  (status: number): RequestListener =>
  (request, response) => {
    request.resume()
    response.statusCode = status
    response.end()
  }

/** A server in front of another one, which answers queries as of so many seconds ago. */
const late =
  (url: string, seconds: number): RequestListener =>
  async (request, response) => {
    const body = await new Response(request as unknown as ReadableStream).arrayBuffer()
    const isQuery = request.url?.startsWith('/api/v1/query') === true
    const form = new URLSearchParams(Buffer.from(body).toString())
    form.set('time', String(Date.now() / 1000 - seconds))
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      body: isQuery ? form.toString() : body,
    })
    response.statusCode = answer.status
    response.end(await answer.text())
  }

test.concurrent('samples are read back from every store, VictoriaMetrics included, which hides the newest ones', async () => {
  await using victoria = await startVictoriaMetrics()
  await using other = await startPrometheus('{}', { args: ['--web.enable-remote-write-receiver'] })
  await until(() => other.prometheus.ready().catch(() => false))
  const found = await claims([
    { name: 'long-term', url: `${victoria.url}/api/v1/write`, keep: ['web_a'] },
    { name: 'other', url: `${other.url}/api/v1/write`, user: 'u', password_env: 'STORE_KEY' },
  ])
  for (const name of ['long-term', 'other'])
    expect(found.get(name)).toMatchObject({ outcome: 'holds', certainty: 'proven' })
  // The raw samples are read, so that nobody waits for what the server hides.
  expect(found.get('long-term')?.why).not.toContain('s after its scrape:')
  const names = await fetch(`${victoria.url}/api/v1/label/__name__/values`)
  expect(((await names.json()) as { data: string[] }).data.toSorted()).toEqual(['up', 'web_a'])
}, 110_000)

test.concurrent('two tenants of one server, one of them from the inputs, are not mistaken for each other', async () => {
  await using server = await endpoint((request, response) =>
    answering(request.headers.authorization?.startsWith('Basic Yjp') ? 403 : 204)(request, response),
  )
  const url = `http://[::1]:${server.port}/api/v1/write`
  const found = await claims([{ url, user: 'b', password_env: 'STORE_KEY' }], {
    input: { url, user: 'a', key: 'geheim-123' },
  })
  const host = `[::1]:${server.port}`
  // The server answers queries with nothing: what was accepted cannot be read back.
  expect(found.get(`${host} (grafana-prometheus-url)`)).toMatchObject({
    why: expect.stringMatching(/samples were sent/),
  })
  expect(found.get(host)).toMatchObject({ outcome: 'broken', why: expect.stringContaining('HTTP 403') })
}, 110_000)

test.concurrent('each target is judged alone: 401, 403, 429, silence, 30 s late, and one without a query address', async () => {
  await using store = await startPrometheus('{}', { args: ['--web.enable-remote-write-receiver'] })
  await until(() => store.prometheus.ready().catch(() => false))
  const servers = {
    'no-such-key': answering(401),
    'may-not-write': answering(403),
    limited: answering(429),
    silent: () => {},
    'in-time-to-come': late(store.url, 30),
    'write-only': ((request, response) =>
      answering(request.url === '/api/v1/write' ? 204 : 403)(request, response)) as RequestListener,
  }
  await using stack = new AsyncDisposableStack()
  const urls = Object.fromEntries(
    await Promise.all(
      Object.entries(servers).map(async ([name, answer]) => {
        const { port } = stack.use(await endpoint(answer))
        return [name, `http://[::1]:${port}/api/v1/write`] as const
      }),
    ),
  )
  const key = { user: 'u', password_env: 'STORE_KEY' }
  const named = (...names: string[]) => names.map((name) => ({ name, url: urls[name], ...key }))
  const [first, second] = await Promise.all([
    claims([
      ...named('no-such-key', 'may-not-write', 'limited', 'in-time-to-come'),
      { name: 'thanos', url: `${urls['write-only']?.replace('/api/v1/write', '/api/v1/receive')}` },
    ]),
    claims(named('silent', 'write-only')),
  ])
  expect(first?.get('no-such-key')).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('HTTP 401'),
  })
  expect(first?.get('may-not-write')).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('HTTP 403'),
  })
  expect(first?.get('limited')).toMatchObject({ outcome: 'broken', why: expect.stringContaining('HTTP 429') })
  expect(first?.get('in-time-to-come')).toMatchObject({
    outcome: 'holds',
    certainty: 'proven',
    why: expect.stringMatching(/only 3\d s after its scrape/),
  })
  // Nothing answers queries at the path of Thanos Receive, and this stand-in refuses the samples too.
  expect(first?.get('thanos')).toMatchObject({ outcome: 'broken' })
  expect(second?.get('silent')).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('did not answer an empty request'),
  })
  expect(second?.get('write-only')).toMatchObject({
    outcome: 'not-checked',
    why: expect.stringContaining('not reading (HTTP 403)'),
  })
  for (const { why, next } of [...first.values(), ...second.values()])
    expect(why + next).not.toContain('geheim')
}, 140_000)
