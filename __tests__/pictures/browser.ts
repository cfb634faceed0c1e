import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: Record<string, unknown>
  result?: Record<string, unknown>
  error?: { message: string }
}

/** How a page is looked at. */
export interface View {
  width: number
  height: number
  /** A phone has two or three pixels in a point. */
  scale?: number
}

/** One page of a headless Chromium, driven over its DevTools protocol. */
export class Page {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (message: Message) => void>()
  #session = ''
  #clock = ''
  #next = 1
  /** What the page wrote to its console as an error. */
  readonly errors: string[] = []

  private constructor(process: ChildProcess, folder: string, socket: WebSocket) {
    this.#process = process
    this.#folder = folder
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message))
  }

  /** Starts the browser; `chromium` is the path of its program. */
  static async open(chromium: string): Promise<Page> {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
    const child = spawn(
      chromium,
      [
        ...[
          '--headless=new',
          '--no-sandbox',
          '--disable-gpu',
          '--hide-scrollbars',
          '--remote-debugging-port=0',
        ],
        ...[
          '--force-color-profile=srgb',
          '--font-render-hinting=none',
          `--user-data-dir=${folder}`,
          'about:blank',
        ],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let log = ''
    for await (const chunk of child.stderr ?? []) {
      log += String(chunk)
      if (/ws:\S+/.test(log)) break
    }
    child.stderr?.resume()
    const socket = new WebSocket(/ws:\S+/.exec(log)?.[0] ?? '')
    await once(socket, 'open')
    const page = new Page(child, folder, socket)
    const { targetId } = await page.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await page.send('Target.attachToTarget', { targetId, flatten: true })
    page.#session = String(sessionId)
    for (const domain of ['Page', 'Runtime', 'Network']) await page.send(`${domain}.enable`)
    return page
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      )
      this.#socket.send(
        JSON.stringify({ id, method, params, ...(this.#session && { sessionId: this.#session }) }),
      )
    })
  }

  #receive({ id, method, params, ...rest }: Message): void {
    if (id !== undefined) this.#waiting.get(id)?.(rest)
    this.#waiting.delete(id ?? 0)
    if (method === 'Runtime.exceptionThrown') this.errors.push(JSON.stringify(params).slice(0, 600))
  }

  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.send('Runtime.evaluate', { expression, returnByValue: true })
    return (result as { value?: unknown }).value
  }

  /** Shows a document that no server has. */
  async fill(html: string, { width, height }: View): Promise<void> {
    await this.show('about:blank', { width, height })
    const { frameTree } = await this.send('Page.getFrameTree')
    const frameId = (frameTree as { frame: { id: string } }).frame.id
    await this.send('Page.setDocumentContent', { frameId, html })
  }

  async show(url: string, { width, height, scale = 1 }: View): Promise<void> {
    const mobile = false
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile })
    await this.send('Page.navigate', { url })
  }

  /** Waits until `expression` is true, and stays so for a moment. */
  async until(expression: string, seconds: number): Promise<boolean> {
    let held = 0
    for (let i = 0; i < seconds * 5 && held < 4; i++) {
      held = (await this.evaluate(`Boolean(${expression})`)) === true ? held + 1 : 0
      await sleep(200)
    }
    return held > 0
  }

  /** The clock of all pages that are shown from now on starts at this time, in seconds since the epoch. */
  async at(time: number): Promise<void> {
    if (this.#clock) await this.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: this.#clock })
    const source = `{
      const shift = ${time * 1000} - Date.now()
      const Real = Date
      Date = class extends Real {
        constructor(...all) { if (all.length === 0) super(Real.now() + shift); else super(...all) }
        static now() { return Real.now() + shift }
      }
    }`
    const { identifier } = await this.send('Page.addScriptToEvaluateOnNewDocument', { source })
    this.#clock = String(identifier)
  }

  /** The upper left part of the page as a PNG. */
  async picture(width: number, height: number): Promise<Buffer> {
    const clip = { x: 0, y: 0, width, height, scale: 1 }
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', clip })
    return Buffer.from(String(data), 'base64')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#socket.close()
    this.#process.kill()
    await ended
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
