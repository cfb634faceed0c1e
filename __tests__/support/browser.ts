import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A page in a real Chromium. */
export interface Page {
  /** Evaluates an expression; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>
  /** Sends a command of the DevTools protocol to the page. */
  send(method: string, params?: object): Promise<Record<string, unknown>>
  /** Requests that the page made, by URL, besides itself. */
  readonly requests: readonly string[]
  /** What the page, or its policy, complained about. */
  readonly complaints: readonly string[]
  /** Exceptions that no script of the page caught. */
  readonly exceptions: string[]
}

export interface Browser extends AsyncDisposable {
  open(url: string, size: { width: number; height: number; dark?: boolean }): Promise<Page>
}

const PLACES = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)
const CHROMIUM = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path)) ?? 'chromium'
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  // Pictures are the same on every machine.
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--remote-debugging-pipe',
]

interface Message {
  id?: number
  method?: string
  sessionId?: string
  params?: Record<string, unknown>
  result?: Record<string, unknown>
  error?: { message: string }
}

/** Starts Chromium with the DevTools protocol on a pipe: no port is opened. */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  const child = spawn(CHROMIUM, [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, (message: Message) => void>()
  const listeners: ((message: Message) => void)[] = []
  let rest = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0')
    rest = messages.pop() ?? ''
    for (const one of messages) {
      const message = JSON.parse(one) as Message
      if (message.id !== undefined) waiting.get(message.id)?.(message)
      for (const listen of listeners) listen(message)
    }
  })
  let id = 0
  const send = async (method: string, params: object = {}, sessionId?: string) => {
    const own = ++id
    const answer = new Promise<Message>((resolve) => waiting.set(own, resolve))
    input.write(`${JSON.stringify({ id: own, method, params, ...(sessionId && { sessionId }) })}\0`)
    const { result = {}, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
  return {
    open: (url, size) => openPage(url, size, { send, listen: (listener) => listeners.push(listener) }),
    [Symbol.asyncDispose]: async () => {
      const closed = once(child, 'close')
      await send('Browser.close').catch(() => child.kill('SIGKILL'))
      await closed
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Connection {
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>
  listen(listener: (message: Message) => void): void
}

async function openPage(
  url: string,
  { width, height, dark = false }: Parameters<Browser['open']>[1],
  { send, listen }: Connection,
): Promise<Page> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string
  }
  const own = (method: string, params?: object) => send(method, params, sessionId)
  const [requests, complaints, exceptions]: [string[], string[], string[]] = [[], [], []]
  const loaded = Promise.withResolvers<void>()
  listen(({ method, params = {}, ...message }) => {
    if (message.sessionId !== sessionId) return
    if (method === 'Page.loadEventFired') loaded.resolve()
    if (method === 'Network.requestWillBeSent') requests.push((params.request as { url: string }).url)
    if (method === 'Runtime.exceptionThrown') exceptions.push(JSON.stringify(params).slice(0, 600))
    if (method === 'Log.entryAdded') complaints.push((params.entry as { text: string }).text)
  })
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await own(`${domain}.enable`)
  await own('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 600,
  })
  await own('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }],
  })
  await own('Page.navigate', { url })
  await loaded.promise
  return {
    requests,
    complaints,
    exceptions,
    send: own,
    evaluate: async <T>(expression: string) => {
      const { result, exceptionDetails } = (await own('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as { result: { value: T }; exceptionDetails?: { exception?: { description?: string } } }
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? 'The expression threw.')
      return result.value
    },
  }
}
