import { createServer as createHttpsServer } from 'node:https'
import { createServer as createTcpServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import selfsigned from 'selfsigned'
import type { Evidence } from '../../src/verify/evidence.ts'
import type { ReasonClass } from '../../src/verify/reason-classes.ts'
import { judge } from '../../src/verify/verdict.ts'
import { freePort } from '../support/free-port.ts'
import {
  type Described,
  deployment,
  type Endpoint,
  endpoint,
  listening,
  metrics,
  type RunningPrometheus,
  startPrometheus,
  verified,
} from './verify-world.ts'

/** One way to be broken: where to listen, what the scrape job says besides, and what it must be called. */
interface Broken {
  at: () => Promise<Endpoint>
  job?: Record<string, unknown>
  path?: string
  /** With 2.42, and where it differs with 3.x; `up` where that version puts up with it. */
  wanted: ReasonClass | 'up'
  now?: ReasonClass | 'up'
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    endpoint((_, response) => {
      response.writeHead(code, headers)
      response.end('no metrics here')
    })
const text =
  (body: string, type = 'text/plain; version=0.0.4') =>
  () =>
    endpoint((_, response) => {
      response.setHeader('content-type', type)
      response.end(body)
    })
const tcp = (talk: (socket: Socket) => void) => () =>
  listening(
    createTcpServer((socket) => {
      socket.on('error', () => {})
      talk(socket)
    }),
    '::1',
  )
/** Nothing listens there; or something, but on IPv4 only. */
const nobody = async (): Promise<Endpoint> => ({
  port: await freePort('::1'),
  async [Symbol.asyncDispose]() {},
})
const ipv4Only = () => listening(createTcpServer(), '127.0.0.1')
const secure = async () => {
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'metrics' }])
  return listening(createHttpsServer({ key, cert }, metrics('a 1\n')), '::1')
}
const slow = () =>
  endpoint((_, response) => {
    response.setHeader('content-type', 'text/plain')
    response.write('a 1\n')
  })
const many = (n: number) => Array.from({ length: n }, (_, i) => `a{i="${i}"} 1\n`).join('')

const BROKEN: Record<string, Broken> = {
  refused: { at: nobody, wanted: 'refused' },
  ipv4_only: { at: ipv4Only, wanted: 'refused' },
  hang: { at: () => endpoint(() => {}), wanted: 'timeout' },
  slow_body: { at: slow, wanted: 'timeout' },
  reset: { at: tcp((socket) => socket.once('data', () => socket.resetAndDestroy())), wanted: 'reset' },
  closed: { at: tcp((socket) => socket.once('data', () => socket.end())), wanted: 'reset' },
  ssh: { at: tcp((socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')), wanted: 'not-http' },
  tls_port: { at: secure, wanted: 'reset' },
  tls_ca: { at: secure, job: { scheme: 'https' }, wanted: 'tls' },
  plain_for_tls: { at: text('a 1\n'), job: { scheme: 'https' }, wanted: 'scheme' },
  unauthorized: { at: status(401), wanted: 'auth' },
  forbidden: { at: status(403), wanted: 'auth' },
  not_found: { at: status(404), wanted: 'not-found' },
  gone: { at: status(410), wanted: 'not-found' },
  bad_request: { at: status(400), wanted: 'http-status' },
  teapot: { at: status(418), wanted: 'http-status' },
  limited: { at: status(429), wanted: 'http-status' },
  failing: { at: status(500), wanted: 'server-error' },
  bad_gateway: { at: status(502), wanted: 'server-error' },
  redirect_loop: { at: status(302, { location: '/metrics' }), wanted: 'redirect' },
  redirect_refused: {
    at: status(301, { location: '/x' }),
    job: { follow_redirects: false },
    wanted: 'redirect',
  },
  html: { at: text('<!doctype html>', 'text/html; charset=utf-8'), wanted: 'parse', now: 'html' },
  html_as_text: { at: text('<html></html>'), wanted: 'parse', now: 'html' },
  json: { at: text('{"status":"ok"}', 'application/json'), wanted: 'parse', now: 'content-type' },
  blank_type: { at: text('a 1\n', ''), wanted: 'up', now: 'content-type' },
  bad_value: { at: text('a abc\n'), wanted: 'parse' },
  bad_label: { at: text('a{b="1",b="2"} 1\n'), wanted: 'parse' },
  no_eof: { at: text('a 1\n', 'application/openmetrics-text; version=1.0.0'), wanted: 'parse' },
  bad_gzip: {
    at: () =>
      endpoint((_, response) => {
        response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
        response.end('a 1\n'.repeat(100))
      }),
    wanted: 'encoding',
  },
  truncated: {
    at: tcp((socket) =>
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 99\r\n\r\na 1\n'),
      ),
    ),
    wanted: 'truncated',
  },
  too_many: { at: text(many(20)), job: { sample_limit: 10 }, wanted: 'limit' },
  too_big: { at: text(many(2000)), job: { body_size_limit: '1KB' }, wanted: 'limit' },
  too_many_labels: { at: text('a{b="1",c="2",d="3"} 1\n'), job: { label_limit: 2 }, wanted: 'limit' },
  no_password: {
    at: text('a 1\n'),
    job: { basic_auth: { username: 'x', password_file: '/nowhere/password' } },
    wanted: 'local-config',
  },
  empty: { at: text(''), wanted: 'empty' },
  comments: { at: text('# TYPE a counter\n# HELP a b\n'), wanted: 'empty' },
  duplicates: { at: text('a 1\na 2\n'), wanted: 'samples-lost' },
  old: { at: text('a 1 1000\nb 2\n'), wanted: 'samples-lost' },
  future: { at: text(`a 1 ${Date.now() + 86_400_000}\n`), wanted: 'samples-lost' },
  // These are right, and must not come out red beside all that is wrong.
  plain: { at: text('a 1\n'), wanted: 'up' },
  other_path: {
    at: () =>
      endpoint((request, response) =>
        (request.url === '/x' ? metrics('a 1\n') : () => {})(request, response),
      ),
    path: '/x',
    wanted: 'up',
  },
  own_recent_time: { at: () => endpoint(metrics(() => `a 1 ${Date.now() - 30_000}\n`)), wanted: 'up' },
  named_like_ours: { at: text('scrapes 1\nupper 2\nalerts{a="b"} 3\n'), wanted: 'up' },
  colon: { at: text('a:b 1\nc 2\n'), wanted: 'up' },
  relabelled: {
    at: text('a 1\nb 2\n'),
    job: { metric_relabel_configs: [{ source_labels: ['__name__'], regex: 'b', action: 'drop' }] },
    wanted: 'up',
  },
}

let prometheus: RunningPrometheus
let evidence: Evidence
let lines: string[]
const endpoints: Endpoint[] = []

beforeAll(async () => {
  const services: Described[] = []
  for (const [name, { at, job, path }] of Object.entries(BROKEN)) {
    const server = await onOwnPort(at)
    services.push({ name, port: server.port, ...(job && { job }), ...(path && { path }) })
  }
  const { config, machines, prometheus: file } = deployment(services)
  prometheus = await startPrometheus(file)
  ;({ evidence, lines } = await verified(prometheus, { config, machines }, 120))
}, 150_000)

afterAll(async () => {
  for (const one of [prometheus, ...endpoints]) await one[Symbol.asyncDispose]()
})

/**
 * What listens on 127.0.0.1, or nowhere, leaves its port on [::1] to the next server: the system may give
 * the same number again, and two services of one app cannot share a port.
 */
async function onOwnPort(open: () => Promise<Endpoint>): Promise<Endpoint> {
  const taken = new Set(endpoints.map(({ port }) => port))
  for (;;) {
    const server = await open()
    // One whose number is taken stays open: so the system gives another.
    endpoints.push(server)
    if (!taken.has(server.port)) return server
  }
}

const isNew = () => Number(evidence.prometheus?.split('.')[0]) >= 3

test.each(Object.entries(BROKEN))('%s', (name, { wanted, now }) => {
  const target = evidence.targets.find(({ service }) => service === name)
  const state = target?.state === 'down' ? target.reason?.class : target?.state
  expect(state).toBe(isNew() ? (now ?? wanted) : wanted)
})

test('the verdict contains each failure, and nothing was cut short', () => {
  const verdict = judge(evidence, 'targets')
  const wrong = evidence.targets.filter(({ state }) => state !== 'up')
  const causes = new Set(wrong.map(({ shared, reason }) => (shared ?? reason)?.why))
  expect(causes.size).toBeGreaterThan(wrong.length / 2)
  expect(verdict.kind).toBe('failed')
  expect(verdict.failures.filter(({ area }) => area === 'targets')).toHaveLength(causes.size)
  expect(evidence.cutShort).toBeUndefined()
  expect(evidence.problems).toEqual([])
})

test('targets that are up have their proof, failed ones the error of Prometheus', () => {
  for (const target of evidence.targets) {
    if (target.state === 'up') {
      expect(target).toMatchObject({ certainty: 'proven', lost: 0 })
      expect(target.samples).toBeGreaterThan(0)
      expect(Date.parse(target.lastScrape ?? '')).toBeGreaterThan(Date.parse(evidence.mark ?? ''))
    } else expect(target.reason?.next).not.toBe('')
  }
  expect(evidence.targets.find(({ service }) => service === 'refused')?.reason?.detail).toContain(
    'connection refused',
  )
})

test('a target is logged when it changes, not at every poll', () => {
  for (const name of ['not_found', 'failing'])
    expect(lines.filter((line) => line.startsWith(`${name} on m1`)).length).toBeLessThanOrEqual(2)
})

test('open targets are logged from time to time', () => {
  const seconds = (Date.parse(evidence.ended) - Date.parse(evidence.began)) / 1000
  const waits = lines.filter((line) => line.startsWith('waiting for '))
  expect(waits).toContainEqual(
    expect.stringMatching(
      new RegExp(`^waiting for \\d+ of ${evidence.targets.length} targets: \\w+ on m1 \\(`),
    ),
  )
  expect(waits.length).toBeLessThanOrEqual(1 + seconds / 15)
})
