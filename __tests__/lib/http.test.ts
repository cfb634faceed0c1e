import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from '@jest/globals'
import { BrokenAnswer, createPool, exchange, type HttpRequest, UnwantedAnswer } from '../../src/lib/http.ts'

/** Servers that break HTTP in every way, byte by byte, and what is made of it. */
const pool = createPool({})
const closing: (() => void)[] = [() => void pool.destroy()]
afterAll(() => {
  for (const close of closing) close()
})

type Script = (socket: Socket) => void

/** A server that answers its first requests by these scripts, and all later ones well. */
async function serve(...scripts: Script[]) {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
      if (!text.endsWith('\r\n\r\n') && !text.endsWith('{"a":1}')) return
      requests.push(text)
      text = ''
      const script = scripts[requests.length - 1] ?? WHOLE
      script(socket)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}/api`, requests }
}

const BODY = '{"hello":"world"}'
const JSON_TYPE = 'content-type: application/json'

const answer =
  (head: string[], body: string | Buffer, end: 'keep' | 'end' | 'reset' = 'keep'): Script =>
  (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${[JSON_TYPE, ...head].join('\r\n')}\r\n\r\n`)
    socket.write(body, () => {
      if (end === 'end') socket.end()
      // Later than the bytes: a reset may throw away what was not read yet.
      if (end === 'reset') setTimeout(() => socket.resetAndDestroy(), 20)
    })
  }
const WHOLE = answer([`content-length: ${BODY.length}`], BODY)

const BREAKS: Record<string, Script> = {
  'a body shorter than its length': answer(['content-length: 100'], BODY, 'end'),
  'a reset in the middle': answer(['content-length: 100'], BODY, 'reset'),
  'a reset right after the headers': answer(['content-length: 100'], '', 'reset'),
  'an end right after the headers': answer(['content-length: 100'], '', 'end'),
  'chunks without an end': answer(['transfer-encoding: chunked'], '5\r\n{"hel\r\n', 'end'),
  'a chunk of no size': answer(['transfer-encoding: chunked'], 'zz\r\n{"hel\r\n'),
  'JSON that ends with the connection': answer(['connection: close'], BODY.slice(0, 9), 'end'),
  'JSON that is cut at its length': answer(['content-length: 9'], BODY.slice(0, 9)),
  'JSON of no bytes': answer(['content-length: 0'], ''),
  'a hang in the middle': answer(['content-length: 100'], BODY),
  'no answer at all': (socket) => void socket.end(),
  'a reset before the answer': (socket) => void socket.resetAndDestroy(),
}

const ask = (url: string, more: Partial<HttpRequest> = {}) =>
  exchange(pool, { url, retries: 3, timeoutMs: 2_000, patienceMs: 20_000, ...more })

test.each(Object.entries(BREAKS))(
  '%s is asked for again from the beginning',
  async (_what, script) => {
    const { url, requests } = await serve(script, script)
    expect((await ask(url)).json).toEqual({ hello: 'world' })
    expect(requests).toHaveLength(3)
    expect(requests.join('')).not.toMatch(/^(range|if-range|if-match)/im)
  },
  20_000,
)

test.each(Object.entries(BREAKS))('a POST is not repeated after %s', async (_what, script) => {
  const { url, requests } = await serve(script)
  const post = ask(url, { method: 'POST', body: '{"a":1}', onlyUndone: true, timeoutMs: 500 })
  await expect(post).rejects.toThrow()
  expect(requests).toHaveLength(1)
})

test('a PUT is repeated whole', async () => {
  const { url, requests } = await serve(BREAKS['a reset in the middle'] as Script)
  expect((await ask(url, { method: 'PUT', body: '{"a":1}' })).json).toEqual({ hello: 'world' })
  expect(requests).toEqual([expect.stringContaining('{"a":1}'), expect.stringContaining('{"a":1}')])
})

test('an answer that breaks every time ends as such', async () => {
  const script = BREAKS['a body shorter than its length'] as Script
  const { url, requests } = await serve(script, script, script, script)
  await expect(ask(url)).rejects.toThrow(BrokenAnswer)
  expect(requests).toHaveLength(4)
})

test('an answer may be compressed where the caller accepts it, and its limit is that of the text', async () => {
  const zipped = answer(
    ['content-encoding: gzip', `content-length: ${gzipSync(BODY).length}`],
    gzipSync(BODY),
  )
  const broken = answer(['content-encoding: gzip', 'content-length: 4'], 'oops')
  const { url } = await serve(zipped, zipped, broken)
  const once = { gzip: true, retries: 0 }
  expect((await exchange(pool, { url, ...once })).text).toBe(BODY)
  await expect(exchange(pool, { url, ...once, maxBytes: 2 })).rejects.toThrow(UnwantedAnswer)
  await expect(exchange(pool, { url, ...once })).rejects.toThrow(BrokenAnswer)
})

const NESTED = `${'[{"a":'.repeat(600)}1${'}]'.repeat(600)}`

test.each<[string, Script, RegExp]>([
  [
    'gzip that was not requested',
    answer(['content-encoding: gzip', `content-length: ${gzipSync(BODY).length}`], gzipSync(BODY)),
    /compressed/,
  ],
  ['gzip that is none', answer(['content-encoding: gzip', 'content-length: 4'], 'oops'), /compressed/],
  [
    'a body without an end',
    (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n\r\n`)
      const mebibyte = Buffer.alloc(1024 * 1024, '[')
      const more = () => void (socket.destroyed || socket.write(mebibyte, more))
      more()
    },
    /more than 32 MB/,
  ],
  ['JSON that nests without end', answer([`content-length: ${NESTED.length}`], NESTED), /nests too deeply/],
])('%s is not accepted, and not retried', async (_what, script, why) => {
  const { url, requests } = await serve(script, script)
  // On a busy machine, 32 MB take longer than the others wait for an answer that does not come.
  const error: unknown = await ask(url, { timeoutMs: 20_000 }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UnwantedAnswer)
  expect((error as Error).message).toMatch(why)
  expect(requests).toHaveLength(1)
})

test('brackets in a text are no levels', async () => {
  const text = JSON.stringify({ text: `"\\${'[{'.repeat(2_000)}` })
  const { url } = await serve(answer([`content-length: ${text.length}`], text))
  expect((await ask(url)).json).toEqual(JSON.parse(text))
})

test('a body that drips ends with the time for one answer, not later', async () => {
  const drip: Script = (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\ncontent-length: 1000\r\n\r\n`)
    const timer = setInterval(() => socket.write('['), 10)
    socket.on('close', () => clearInterval(timer))
  }
  const { url } = await serve(drip)
  await expect(ask(url, { retries: 0, timeoutMs: 300, patienceMs: 300 })).rejects.toThrow(BrokenAnswer)
})

test('headers that drip, and interim answers without an end, end with the time for one answer', async () => {
  const dripping =
    (first: string, drop: string): Script =>
    (socket) => {
      socket.write(first)
      const timer = setInterval(() => socket.write(drop), 10)
      socket.on('close', () => clearInterval(timer))
    }
  for (const script of [
    dripping('HTTP/1.1 200 OK\r\n', 'x'),
    dripping('', 'HTTP/1.1 102 Processing\r\n\r\n'),
    dripping('', 'HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'),
  ]) {
    const { url } = await serve(script)
    await expect(ask(url, { retries: 0, timeoutMs: 300 })).rejects.toMatchObject({ name: 'TimeoutError' })
  }
})

test('an interim answer is no answer', async () => {
  const { url } = await serve((socket) => {
    socket.write('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n')
    WHOLE(socket)
  })
  expect((await ask(url)).status).toBe(200)
})

test('what says that nothing has changed is an answer of its own', async () => {
  const { url, requests } = await serve((socket) => void socket.write('HTTP/1.1 304 Not Modified\r\n\r\n'))
  expect(await ask(url)).toMatchObject({ status: 304, text: '', json: undefined })
  expect(requests).toHaveLength(1)
})

test('a cancelled run neither waits for the rest nor asks again', async () => {
  const cancel = new AbortController()
  const { url, requests } = await serve((socket) => {
    answer(['content-length: 100'], BODY)(socket)
    setTimeout(() => cancel.abort(new Error('cancelled')), 20)
  })
  await expect(ask(url, { signal: cancel.signal })).rejects.toThrow('cancelled')
  expect(requests).toHaveLength(1)
})
