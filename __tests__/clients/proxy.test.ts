import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import selfsigned from 'selfsigned'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { ActionError } from '../../src/lib/errors.ts'
import { createPool } from '../../src/lib/http.ts'

/** Real proxies on loopback: what they refuse is told as theirs, and names the variable. */
let tls: { key: string; cert: string }
let target: Server
let proxy: Server
let connects: { path: string; authorization: string | undefined }[]
/** Closing a server leaves them open. */
const tunnels = new Set<Socket>()
/** What the proxy does with a CONNECT: a status line, `open`, or something rude. */
let behaviour: 'open' | 'close' | 'hang' | string

const authorities = getCACertificates()
beforeAll(async () => {
  const names = [{ type: 2 as const, value: 'grafana.example.com' }]
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'test' }], {
    extensions: [{ name: 'subjectAltName', altNames: names }],
  })
  tls = { key, cert }
  setDefaultCACertificates([...authorities, cert])
})
afterAll(() => setDefaultCACertificates(authorities))

beforeEach(async () => {
  connects = []
  behaviour = 'open'
  target = createTlsServer(tls, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(`{"uid":"chat","title":"${request.headers['proxy-authorization'] ?? 'Chat'}"}`)
  })
  proxy = createServer((_, response) => void response.writeHead(405).end())
  proxy.on('connect', (request, socket: Socket) => {
    const { url = '', headers } = request
    tunnels.add(socket)
    connects.push({ path: url, authorization: headers['proxy-authorization'] })
    socket.on('error', () => undefined)
    if (behaviour === 'hang') return
    if (behaviour === 'close') return void socket.destroy()
    if (behaviour !== 'open') return void socket.end(`HTTP/1.1 ${behaviour}\r\ncontent-length: 0\r\n\r\n`)
    const onward = connect((target.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => undefined)
  })
  for (const server of [target, proxy]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterEach(async () => {
  for (const socket of tunnels) socket.destroy()
  for (const server of [target, proxy])
    await new Promise((closed) => server.close(closed).closeAllConnections())
})

const at = (): string => `127.0.0.1:${(proxy.address() as AddressInfo).port}`

/** Reads a folder of Grafana through the proxy; the one problem, or the title. */
async function folder(variable: string, more: Record<string, string> = {}, signal?: AbortSignal) {
  const pool = createPool({ HTTPS_PROXY: variable, ...more })
  try {
    const grafana = createGrafana({ url: 'https://grafana.example.com', token: 'glsa_x', pool, signal })
    const found = await grafana.folder('chat')
    return { title: found && found !== 'hidden' ? found.title : undefined, code: '', text: '' }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    expect(error.problems).toHaveLength(1)
    const [problem] = error.problems
    return { title: undefined, code: problem?.code, text: `${problem?.message} ${problem?.hint}` }
  } finally {
    await pool.destroy()
  }
}

test.each(['http://', ''])('HTTPS goes through the proxy %jHOST:PORT', async (scheme) => {
  expect((await folder(scheme + at())).title).toBe('Chat')
  expect(connects).toEqual([{ path: 'grafana.example.com:443', authorization: undefined }])
})

test('the credentials go to the proxy, and not on to the target', async () => {
  expect((await folder(`user:p%40ss@${at()}`)).title).toBe('Chat')
  expect(connects[0]?.authorization).toBe(`Basic ${btoa('user:p@ss')}`)
})

test.each([
  ['407 Proxy Authentication Required', '', 'proxy-refused', 'asks for credentials'],
  ['407 Proxy Authentication Required', 'user:hunter2@', 'proxy-refused', 'credentials in HTTPS_PROXY'],
  ['403 Forbidden', 'user:hunter2@', 'proxy-refused', 'refuses to connect to grafana.example.com'],
  ['405 Method Not Allowed', '', 'proxy-refused', 'refuses to connect to grafana.example.com'],
])('%s (credentials: %j) is told as the proxy’s', async (status, credentials, code, says) => {
  behaviour = status
  const problem = await folder(credentials + at())
  expect(problem.code).toBe(code)
  expect(problem.text).toContain(`The proxy http://${at()} (HTTPS_PROXY) `)
  expect(problem.text).toContain(says)
  expect(problem.text).not.toMatch(/hunter2|Grafana|GRAFANA/)
  expect(connects).toHaveLength(1)
})

test('a proxy that finds no way to the target is asked again, and names the target', async () => {
  behaviour = '502 Bad Gateway'
  const running = folder(at())
  while (connects.length < 2) await new Promise((next) => setTimeout(next, 5))
  behaviour = 'open'
  expect((await running).title).toBe('Chat')
  behaviour = '503 Service Unavailable'
  const pool = createPool({ https_proxy: at() })
  const prometheus = createPrometheus({ url: 'https://chat-monitoring.fly.dev', pool })
  await expect(prometheus.targets()).rejects.toMatchObject({
    problems: [
      {
        code: 'proxy-gateway',
        message: `The proxy http://${at()} (https_proxy) could not connect to chat-monitoring.fly.dev (HTTP 503).`,
      },
    ],
  })
  await pool.destroy()
})

test.each<[string, () => string, string]>([
  ['refuses connections', () => '127.0.0.1:1', 'ECONNREFUSED'],
  ['does not exist', () => 'proxy.does-not-exist.invalid:3128', 'its name does not resolve'],
])('a proxy that %s', async (_what, address, says) => {
  const pool = createPool({ HTTPS_PROXY: `u:hunter2@${address()}` })
  const prometheus = createPrometheus({ url: 'https://chat-monitoring.fly.dev', pool })
  const error: unknown = await prometheus.targets().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ActionError)
  const [problem] = (error as ActionError).problems
  expect(problem?.code).toBe('proxy-unreachable')
  expect(problem?.message).toContain(`The proxy http://${address()} (HTTPS_PROXY)`)
  expect(problem?.message).toContain(says)
  expect(JSON.stringify(problem)).not.toContain('hunter2')
  await pool.destroy()
})

test('a proxy that closes the connection', async () => {
  behaviour = 'close'
  const pool = createPool({ HTTPS_PROXY: at() })
  const prometheus = createPrometheus({ url: 'https://chat-monitoring.fly.dev', pool })
  await expect(prometheus.targets()).rejects.toMatchObject({
    problems: [{ code: 'proxy-unreachable', message: expect.stringContaining('closes the connection') }],
  })
  await pool.destroy()
})

test('silence, and TLS that fails behind the proxy, are told with both names', async () => {
  behaviour = 'hang'
  const pool = createPool({ HTTPS_PROXY: at() })
  const url = 'https://chat-monitoring.fly.dev'
  const through = `chat-monitoring.fly.dev through the proxy http://${at()} (HTTPS_PROXY)`
  await expect(createPrometheus({ url, pool, timeoutMs: 200 }).targets()).rejects.toMatchObject({
    problems: [{ code: 'prometheus-timeout', message: `${through} did not answer in time.` }],
  })
  behaviour = 'open'
  await expect(createPrometheus({ url, pool }).targets()).rejects.toMatchObject({
    problems: [{ code: 'prometheus-tls', message: expect.stringContaining(through) }],
  })
  behaviour = 'hang'
  const other = createPrometheus({ url: 'https://other.fly.dev', pool })
  await expect(other.targets()).rejects.toMatchObject({
    problems: [{ code: 'proxy-gateway', message: expect.stringContaining('other.fly.dev in time') }],
  })
  await pool.destroy()
}, 20_000)

test('a cancelled run does not wait for the proxy', async () => {
  behaviour = 'hang'
  const cancel = new AbortController()
  const running = folder(at(), {}, cancel.signal)
  while (connects.length === 0) await new Promise((next) => setTimeout(next, 5))
  cancel.abort()
  expect((await running).code).toBe('grafana-interrupted')
})

test('a proxy for HTTP that asks for credentials is told as such, and its refusal ends the question', async () => {
  const rude = createServer((_, response) => void response.writeHead(407).end('no'))
  await new Promise<void>((done) => rude.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(rude.address() as AddressInfo).port}`
  const pool = createPool({ HTTP_PROXY: origin })
  const prometheus = createPrometheus({ url: 'http://chat-monitoring.internal:9090', pool })
  await expect(prometheus.targets()).rejects.toMatchObject({
    problems: [
      { code: 'proxy-refused', message: `The proxy ${origin} (HTTP_PROXY) asks for credentials (HTTP 407).` },
    ],
  })
  await pool.destroy()
  await new Promise((closed) => rude.close(closed).closeAllConnections())
})

test('a proxy that refuses for good ends the work on Grafana at once', async () => {
  behaviour = '403 Forbidden'
  const began = Date.now()
  await folder(at())
  expect(connects).toHaveLength(1)
  expect(Date.now() - began).toBeLessThan(10_000)
})

test('what a variable holds is refused before anything is opened', () => {
  expect(() => createPool({ HTTPS_PROXY: 'socks5://u:hunter2@proxy:1080' })).toThrow(/SOCKS/)
  expect(() => createPool({ HTTP_PROXY: 'http://u:hunter2#@proxy' })).toThrow(
    /^HTTP_PROXY is not the address of an HTTP proxy\.$/,
  )
})
