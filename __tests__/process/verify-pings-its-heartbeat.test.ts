import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { pingVerifyHeartbeat } from '../../src/run/verify.ts'
import { report } from '../support/report.ts'
import { scratchFolder } from '../support/scratch.ts'

const log = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }

/** A dead man's switch that answers with this status. */
async function heartbeat(status = 200, text = status === 200 ? 'OK' : 'not found') {
  const pings: { path: string; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request
      .setEncoding('utf8')
      .on('data', (text: string) => {
        body += text
      })
      .on('end', () => {
        pings.push({ path: request.url ?? '', body })
        response.writeHead(status).end(text)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping-key-0123/slug?create=1`,
    pings,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A run of this mode that is refused: it has no Fly token. */
async function refused(mode: string, url: string, signal = new AbortController().signal) {
  using folder = scratchFolder()
  const env = { INPUT_MODE: mode, VERIFY_HEARTBEAT_URL: url, GITHUB_WORKSPACE: folder.path }
  return run({ env, log, signal, scratch: folder.path })
}

test('a verification that cannot even begin is a failure with its headline', async () => {
  await using check = await heartbeat()
  await refused('verify', check.url)
  expect(check.pings).toEqual([
    { path: '/ping-key-0123/slug/fail?create=1', body: expect.stringContaining('Failed before it began') },
  ])
})

test('a proven run is a success; unproven is not', async () => {
  await using check = await heartbeat()
  const proven = report({ mode: 'verify', verdict: { kind: 'proven', failures: [] } })
  expect(await pingVerifyHeartbeat(check.url, proven, { env: {}, log })).toEqual([])
  const unproven = report({ mode: 'verify', verdict: { kind: 'unproven', failures: [] } })
  expect(await pingVerifyHeartbeat(check.url, unproven, { env: {}, log })).toEqual([])
  expect(check.pings.map(({ path }) => path)).toEqual([
    '/ping-key-0123/slug?create=1',
    '/ping-key-0123/slug/fail?create=1',
  ])
})

test('only verify pings, and not when it was cancelled', async () => {
  await using check = await heartbeat()
  await refused('deploy', check.url)
  await refused('verify', check.url, AbortSignal.abort())
  expect(check.pings).toEqual([])
})

test('a ping that is not accepted is a warning, and the result stays', async () => {
  await using check = await heartbeat(404)
  const result = await refused('verify', check.url)
  expect(result.verdict.kind).toBe('failed')
  expect(result.problems.at(-1)).toMatchObject({ code: 'heartbeat-refused', severity: 'warning' })
  expect(result.problems.at(-1)?.message).toContain('404')
})

test.each(['OK (not found)', 'OK (rate limited)\n'])(
  'an answer %j, which is a ping that is not counted, is a warning',
  async (text) => {
    await using check = await heartbeat(200, text)
    const proven = report({ mode: 'verify', verdict: { kind: 'proven', failures: [] } })
    expect(await pingVerifyHeartbeat(check.url, proven, { env: {}, log })).toMatchObject([
      { code: 'heartbeat-refused', severity: 'warning', message: expect.stringContaining(text.trim()) },
    ])
  },
)
