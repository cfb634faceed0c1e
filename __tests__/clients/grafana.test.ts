import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createGrafana, type Grafana } from '../../src/clients/grafana/client.ts'
import { ActionError, type Diagnostic } from '../../src/lib/errors.ts'
import { createPool } from '../../src/lib/http.ts'

const TOKEN = 'glsa_0123456789abcdef0123456789abcdef_deadbeef'
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A client of a server that answers everything so. */
async function client(
  answer: RequestListener,
  token = TOKEN,
  path = '',
  signal?: AbortSignal,
): Promise<Grafana> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const pool = createPool()
  closing.push(async () => {
    await pool.close()
    await new Promise((done) => server.close(done).closeAllConnections())
  })
  const { port } = server.address() as AddressInfo
  return createGrafana({ url: `http://127.0.0.1:${port}${path}`, token, pool, signal })
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function problemOf(work: Promise<unknown>): Promise<Diagnostic> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ActionError)) throw new Error(`no refusal: ${String(error)}`)
  const [problem] = error.problems
  if (!problem || error.problems.length > 1) throw new Error('one problem was expected')
  expect(JSON.stringify(problem)).not.toContain(TOKEN)
  return problem
}

const save = (grafana: Grafana) =>
  grafana.saveDashboard({ title: 'Overview' }, { folderUid: 'chat', overwrite: true }, 'message')

/** Bodies as recorded on 12.4. */
const denied = (needed: string) => ({
  accessErrorId: 'ACE1',
  message: `You'll need additional permissions to perform this action. Permissions needed: ${needed}`,
  title: 'Access denied',
})

test.each([
  [401, { message: 'Invalid API key', messageId: 'api-key.invalid' }, 'grafana-unauthorized', 'glsa_'],
  [401, { message: 'Expired API key', messageId: 'api-key.expired' }, 'grafana-unauthorized', 'has expired'],
  [
    403,
    denied('datasources:create'),
    'grafana-forbidden',
    'Admin role or the permission "datasources:writer"',
  ],
  [403, denied('folders:create'), 'grafana-forbidden', 'Editor role'],
  [403, denied('any of alert.provisioning:write'), 'grafana-forbidden', 'alert.rules:write'],
  [403, denied('annotations:create'), 'grafana-forbidden', 'annotations:create'],
  [403, { message: 'Cannot update read-only data source' }, 'grafana-forbidden', 'provisioned from a file'],
  [
    404,
    { message: 'Dashboard not found', status: 'not-found' },
    'grafana-not-found',
    'deleted in the meantime',
  ],
  [
    409,
    { message: 'data source with the same name already exists' },
    'grafana-conflict',
    '`grafana.datasource: NAME`',
  ],
  [412, { message: 'changed by someone else', status: 'version-mismatch' }, 'grafana-conflict', 'Run again'],
  [413, { message: 'Dashboard is too large, max is 16 MB' }, 'grafana-too-large', '16 MB'],
  [400, { message: 'folder not found' }, 'grafana-rejected', 'Correct what the message names'],
  [500, { message: 'Internal Server Error' }, 'grafana-server', "Grafana's own log"],
])('HTTP %d with %j becomes %s', async (status, body, code, hint) => {
  const problem = await problemOf(save(await client(json(status, body))))
  expect(problem).toMatchObject({ code, severity: 'error', hint: expect.stringContaining(hint) })
  expect(problem.message).toBe(
    `Grafana refuses to write the dashboard "Overview": ${body.message} (HTTP ${status}).`,
  )
})

test('a Cloud access policy token is recognised by its kind', async () => {
  const grafana = await client(json(401, { message: 'Invalid API key' }), 'glc_abc')
  expect((await problemOf(save(grafana))).hint).toContain('access policy token (glc_)')
})

test('a page in place of an answer is not Grafana', async () => {
  const html: RequestListener = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>')
  const problem = await problemOf(save(await client(html, TOKEN, '/grafana')))
  expect(problem.code).toBe('grafana-not-grafana')
  expect(problem.message).toMatch(
    /at 127\.0\.0\.1:\d+\/grafana is not Grafana's API: .* HTTP 200 with text\/html/,
  )
})

/** What is said of a redirect of the API to there. */
async function redirected(location: (path: string) => string) {
  let asked = 0
  const problem = await problemOf(
    save(
      await client((request, response) => {
        asked += 1
        response.writeHead(308, { location: location(request.url ?? '') }).end()
      }),
    ),
  )
  expect(asked).toBe(1)
  expect(problem.code).toBe('grafana-not-grafana')
  return problem
}

test.each([
  ['another host', (path: string) => `https://grafana.attacker.example/grafana${path}`],
  ['a name that begins like ours', (path: string) => `http://127.0.0.1.attacker.example${path}`],
  ['a user that looks like ours', (path: string) => `http://127.0.0.1@attacker.example${path}`],
  ['another port', (path: string) => `http://127.0.0.1:1${path}#attacker`],
  ['another scheme', (path: string) => `ftp://127.0.0.1${path}?attacker`],
  ['no address at all', () => 'http://[attacker'],
])('a redirect to %s is not followed, and its address is no advice', async (_what, location) => {
  const { message, hint } = await redirected(location)
  expect(message + hint).not.toMatch(/attacker|127\.0\.0\.1:1\b|ftp:/)
  expect(hint).toContain('leads to another host')
})

test('a redirect to another path of the same host says what to set', async () => {
  const { hint } = await redirected((path) => `/tools/grafana${path}?attacker=1`)
  expect(hint).toMatch(/Set GRAFANA_URL to http:\/\/127\.0\.0\.1:\d+\/tools\/grafana\.$/)
})

test.each(['/login', '/a b/api/x', `/api/${'x'.repeat(500)}`, '//attacker.example/api/x'])(
  'a redirect to %s says what GRAFANA_URL is',
  async (location) => {
    expect((await redirected(() => location)).hint).toMatch(/GRAFANA_URL is the address of the start page/)
  },
)

test('a page from a proxy for one big dashboard says what it is', async () => {
  const html: RequestListener = (_request, response) =>
    void response.writeHead(413).end('<html>too big</html>')
  expect(await problemOf(save(await client(html)))).toMatchObject({
    code: 'grafana-too-large',
    message: 'Grafana refuses to write the dashboard "Overview": HTTP 413.',
  })
})

test('a page with 502 comes from the proxy, and says so', async () => {
  const html: RequestListener = (_request, response) =>
    void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>')
  const problem = await problemOf(save(await client(html)))
  expect(problem.code).toBe('grafana-server')
  expect(problem.message).toMatch(
    /^The proxy at 127\.0\.0\.1:\d+ gets no answer from Grafana: HTTP 502, asked to write the dashboard/,
  )
})

test('JSON of another shape is said to be so', async () => {
  const grafana = await client(json(200, { hello: 1 }))
  const problem = await problemOf(grafana.dataSource('uid', 'chat'))
  expect(problem.code).toBe('grafana-odd-answer')
  expect(problem.message).toContain('asked to read the data source "chat", answered HTTP 200')
})

test('foreign text is cut and stays on one line', async () => {
  const long = `no\n::error::${'x'.repeat(5000)}`
  const { message } = await problemOf(save(await client(json(400, { message: long }))))
  expect(message).not.toContain('\n')
  expect(message.length).toBeLessThan(400)
})

test('a blind POST is not repeated after a broken connection, a read is', async () => {
  const seen: string[] = []
  const grafana = await client((request, response) => {
    seen.push(request.method ?? '')
    if (seen.length === 1 || request.method === 'POST') request.socket.destroy()
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"not found"}')
  })
  expect(await grafana.folder('chat')).toBeUndefined()
  expect(seen).toEqual(['GET', 'GET'])
  expect((await problemOf(save(grafana))).code).toBe('grafana-connection')
  expect(seen).toEqual(['GET', 'GET', 'POST'])
})

test('a Retry-After beyond the time limit is not waited for', async () => {
  let asked = 0
  const grafana = await client((_request, response) => {
    asked += 1
    const headers = { 'content-type': 'application/json', 'retry-after': '3600' }
    response.writeHead(429, headers).end('{"message":"too many requests"}')
  })
  expect(await problemOf(save(grafana))).toMatchObject({
    code: 'grafana-rate-limited',
    hint: expect.stringContaining('Run again in 60 minutes'),
  })
  expect((await problemOf(grafana.folder('chat'))).code).toBe('grafana-rate-limited')
  expect(asked).toBe(2)
})

test('a cancel ends the pause that a server asked for', async () => {
  const abort = new AbortController()
  const busy: RequestListener = (_request, response) => {
    response.writeHead(429, { 'retry-after': '60' }).end('{}', () => abort.abort(new Error('cancelled')))
  }
  await expect((await client(busy, TOKEN, '', abort.signal)).folder('chat')).rejects.toMatchObject({
    problems: [{ code: 'grafana-interrupted' }],
  })
})

test('a cancelled request ends with the reason of the cancel', async () => {
  const abort = new AbortController()
  const reason = new Error('cancelled')
  const silent: RequestListener = () => abort.abort(reason)
  await expect((await client(silent, TOKEN, '', abort.signal)).folder('chat')).rejects.toMatchObject({
    problems: [
      { code: 'grafana-interrupted', message: expect.stringContaining('The run was cancelled before') },
    ],
    cause: reason,
  })
})

test('a library panel has a model; one that Grafana does not have is undefined', async () => {
  const model = { title: 'Orders', targets: [{ refId: 'A', expr: 'orders_total' }] }
  const asked: (string | undefined)[] = []
  const grafana = await client((request, response) => {
    asked.push(request.url)
    const isFound = request.url === '/api/library-elements/a%2Fb'
    const body = isFound ? { result: { uid: 'a/b', kind: 1, model } } : { message: 'not found' }
    json(isFound ? 200 : 404, body)(request, response)
  })
  expect(await grafana.libraryPanel('a/b')).toEqual(model)
  expect(await grafana.libraryPanel('gone')).toBeUndefined()
  expect(asked).toEqual(['/api/library-elements/a%2Fb', '/api/library-elements/gone'])
})
