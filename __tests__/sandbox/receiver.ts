import { GATEWAY_IPV4 } from './addresses.ts'
import type { World } from './harness.ts'
import { until } from './until.ts'

/** A message that arrived. */
export interface Message {
  path: string
  body: string
}

/** A receiver of alerts inside a world. */
export interface Receiver {
  /** The address for an answer: `url('/401/x')` answers 401. */
  url(path: string): string
  /** What arrived so far. */
  messages(): readonly Message[]
}

const PORT = 8099
/** Answers with the status in the path (`/hang/…` never does), as Slack does, and prints what arrives. */
const SERVER = `
require('node:http').createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text) => { body += text }).on('end', () => {
    console.log(JSON.stringify({ path: request.url, body }))
    const [, first] = request.url.split(/[/?]/)
    if (first === 'hang') return
    const status = Number(first) || 200
    const limit = status === 429 ? { 'retry-after': '30' } : {}
    response.writeHead(status, limit).end(status === 200 ? 'ok' : 'answer of the receiver')
  })
}).listen(${PORT}, '${GATEWAY_IPV4}', () => console.log('listening'))
`

/** Starts a receiver, which ends with its world. */
export async function startReceiver(world: World): Promise<Receiver> {
  let output = ''
  world.start({
    command: process.execPath,
    args: ['-e', SERVER],
    onOutput: (text) => {
      output += text
    },
  })
  await until('the receiver listens', async () => output.includes('listening'))
  return {
    url: (path) => `http://${GATEWAY_IPV4}:${PORT}${path}`,
    messages: () =>
      // A long message arrives in parts: what follows the last line break is not a whole one yet.
      output
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Message),
  }
}
