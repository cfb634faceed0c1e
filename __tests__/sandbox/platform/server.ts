import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { Stopped } from './errors.ts'
import type { FileAnswer, Terminal } from './terminal.ts'

/** What a started executable says first. */
interface Hello {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
}

/** What it says later: answers to questions, by their number, or that it was interrupted. */
interface Reply {
  readonly id?: number
  readonly content?: string
  readonly failed?: string
  readonly interrupted?: true
}

/**
 * Serves the executable: one request per start, lines of JSON both ways. It sends its argv, then answers what the
 * platform asks of its machine (files, stdin); it is sent what to print, and at last its exit code.
 */
export async function serve(
  run: (terminal: Terminal) => Promise<number>,
): Promise<{ url: string; close(): Promise<void> }> {
  const open = new Set<AbortController>()
  const server = createServer((request, response) => {
    void answer(request, response, { run, open }).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server, open) }
}

async function closeServer(server: Server, open: ReadonlySet<AbortController>): Promise<void> {
  for (const controller of open) controller.abort(new Stopped('gone'))
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { run, open }: { run: (terminal: Terminal) => Promise<number>; open: Set<AbortController> },
): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/flyctl') {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end("This is the sandbox's Fly: only its own flyctl talks to it.\n")
    return
  }
  const stop = new AbortController()
  open.add(stop)
  response.once('close', () => stop.abort(new Stopped('gone')))
  request.once('error', () => stop.abort(new Stopped('gone')))
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  const send = (message: object): void => {
    if (!stop.signal.aborted || stop.signal.reason.kind === 'interrupted')
      response.write(`${JSON.stringify(message)}\n`)
  }
  const lines = createInterface({ input: request })[Symbol.asyncIterator]()
  const first = await lines.next()
  const waiting = new Map<number, (reply: Reply) => void>()
  const listening = listen(lines, waiting, stop)
  const terminal = remoteTerminal(JSON.parse(first.value ?? '{}') as Hello, {
    send,
    waiting,
    signal: stop.signal,
  })
  const exit = await run(terminal)
  send({ exit })
  open.delete(stop)
  response.end()
  request.destroy()
  await listening
}

async function listen(
  lines: AsyncIterator<string>,
  waiting: ReadonlyMap<number, (reply: Reply) => void>,
  stop: AbortController,
): Promise<void> {
  try {
    for (let next = await lines.next(); !next.done; next = await lines.next()) {
      const reply = JSON.parse(next.value) as Reply
      if (reply.interrupted) stop.abort(new Stopped('interrupted'))
      else if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
    }
  } catch {
    stop.abort(new Stopped('gone'))
  }
}

function remoteTerminal(
  hello: Hello,
  {
    send,
    waiting,
    signal,
  }: {
    send(message: object): void
    waiting: Map<number, (reply: Reply) => void>
    signal: AbortSignal
  },
): Terminal {
  let questions = 0
  const ask = (question: object): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const id = ++questions
      waiting.set(id, resolve)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      send({ ...question, id })
    })
  return {
    ...hello,
    signal,
    out: (out) => out !== '' && send({ out }),
    err: (err) => err !== '' && send({ err }),
    async readFile(path): Promise<FileAnswer> {
      const { content, failed } = await ask({ read: path })
      if (content === undefined) return { kind: 'failed', reason: failed ?? 'no answer' }
      return { kind: 'content', content: Buffer.from(content, 'base64') }
    },
    async writeFile(path, content) {
      await ask({ write: path, content })
    },
    ensureDirectory: async (path) => (await ask({ directory: path })).failed,
    stdin: async () => Buffer.from((await ask({ stdin: true })).content ?? '', 'base64'),
  }
}
