import { createServer, request as forward, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createGrafana } from '../../src/clients/grafana/client.ts'
import { createPool } from '../../src/lib/http.ts'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'

/** A company's runner reaches Grafana only through its proxy, which is named by the environment. */
let grafana: GrafanaStandin
let proxy: Server
let seen: string[]
const before = { ...process.env }

beforeEach(async () => {
  seen = []
  grafana = await startGrafana()
  // Leads every name to the stand-in.
  proxy = createServer((asked, answer) => {
    const { pathname, search, host } = new URL(asked.url ?? '')
    seen.push(host)
    const { method, headers } = asked
    const onward = forward(`${grafana.url}${pathname}${search}`, { ...(method && { method }), headers })
    onward.on('response', (given) => given.pipe(answer.writeHead(given.statusCode ?? 500, given.headers)))
    asked.pipe(onward)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
})

afterEach(async () => {
  process.env = { ...before }
  await grafana.close()
  await new Promise((closed) => proxy.close(closed).closeAllConnections())
})

/** What an Admin is told of a folder, with this environment. */
async function folderAt(url: string, excepted: string): Promise<unknown> {
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  Object.assign(process.env, { HTTP_PROXY: address, http_proxy: address })
  Object.assign(process.env, { NO_PROXY: excepted, no_proxy: excepted })
  const pool = createPool()
  try {
    return await createGrafana({ url, token: TOKENS.admin, pool }).folder('nope')
  } finally {
    await pool.close()
  }
}

test('the proxy of the environment is used', async () => {
  expect(await folderAt('http://grafana.example.test', '')).toBeUndefined()
  expect(seen).toEqual(['grafana.example.test'])
  expect(grafana.requests()).toMatchObject([{ path: '/api/folders/nope', status: 404, role: 'Admin' }])
})

test('what NO_PROXY names is asked directly', async () => {
  expect(await folderAt(grafana.url, '127.0.0.1')).toBeUndefined()
  expect(seen).toEqual([])
  expect(grafana.requests()).toHaveLength(1)
})
