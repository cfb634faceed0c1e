import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '../support/browser.ts'

/** A page that is looked at, at times and in sizes of choice. */
export class Screen {
  readonly #page: Page
  #clock = ''

  constructor(page: Page) {
    this.#page = page
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#page.evaluate(expression)
  }

  /** The exceptions of the page since the last call. */
  exceptions(): string[] {
    return this.#page.exceptions.splice(0)
  }

  /** Shows a document that no server has. */
  async fill(html: string, size: { width: number; height: number }): Promise<void> {
    await this.show('about:blank', size)
    const { frameTree } = await this.#page.send('Page.getFrameTree')
    const frameId = (frameTree as { frame: { id: string } }).frame.id
    await this.#page.send('Page.setDocumentContent', { frameId, html })
  }

  async show(url: string, size: { width: number; height: number }): Promise<void> {
    const metrics = { ...size, deviceScaleFactor: 1, mobile: false }
    await this.#page.send('Emulation.setDeviceMetricsOverride', metrics)
    await this.#page.send('Page.navigate', { url })
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
    const identifier = this.#clock
    if (identifier) await this.#page.send('Page.removeScriptToEvaluateOnNewDocument', { identifier })
    const source = `{
      const shift = ${time * 1000} - Date.now()
      const Real = Date
      Date = class extends Real {
        constructor(...all) { if (all.length === 0) super(Real.now() + shift); else super(...all) }
        static now() { return Real.now() + shift }
      }
    }`
    const added = await this.#page.send('Page.addScriptToEvaluateOnNewDocument', { source })
    this.#clock = String(added.identifier)
  }

  /** The upper left part of the page as a PNG. */
  async picture(width: number, height: number): Promise<Buffer> {
    const clip = { x: 0, y: 0, width, height, scale: 1 }
    const { data } = await this.#page.send('Page.captureScreenshot', { format: 'png', clip })
    return Buffer.from(String(data), 'base64')
  }
}
