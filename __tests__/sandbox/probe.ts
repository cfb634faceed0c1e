import { get } from 'node:http'
import { connect } from 'node:net'
import type { Probe } from './platform/runtime.ts'

const PROBE_TIMEOUT_MS = 2_000

/** One health check of an address, with the words that `flyctl checks list` has for its outcome. */
export function probe(host: string, check: Probe): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({
        ok: false,
        output: error.message.replace(/^connect ECONNREFUSED .*/, 'connect: connection refused'),
      })
    if (check.type === 'tcp') {
      const socket = connect({ host, port: check.port, timeout: PROBE_TIMEOUT_MS })
      socket.once('timeout', () => socket.destroy(new Error('connect: timed out')))
      socket.once('error', failed)
      socket.once('connect', () => {
        socket.destroy()
        resolve({ ok: true, output: 'Success' })
      })
      return
    }
    const url = `http://${host}:${check.port}${check.path ?? '/'}`
    const request = get(url, { timeout: PROBE_TIMEOUT_MS, method: check.method ?? 'GET' }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.once('end', () => {
        const status = response.statusCode ?? 0
        const output = `HTTP ${check.method ?? 'GET'} ${url}: ${status} ${response.statusMessage} Output: ${JSON.stringify(body)}`
        resolve({ ok: status >= 200 && status < 300, output })
      })
    })
    request.once('timeout', () => request.destroy(new Error('request timed out')))
    request.once('error', failed)
  })
}
