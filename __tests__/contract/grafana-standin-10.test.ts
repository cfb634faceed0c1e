import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Agent, request } from 'undici'
import { type GrafanaStandin, startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import type { Json } from '../sandbox/grafana/state.ts'

/** The stand-in as an old Grafana: status, words and the keys of rules must be those recorded on 10.1. */
interface Recording {
  id: string
  as: string
  request: { method: string; path: string; headers: Record<string, string>; body?: unknown }
  response: { status: number; body: unknown }
}

const file = new URL('../fixtures/grafana/transcripts-10.1.json', import.meta.url)
const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: Recording[] }
/** Who asks for these is answered as by 12.4: what differs is of no use to us. */
const OTHER = ['old.health', 'old.bad-token', 'old.contact-points', 'old.policies', 'old.rule-delete-missing']
const replayed = records.filter(({ id }) => !OTHER.includes(id))

let grafana: GrafanaStandin
let locked: Server
const agent = new Agent()

beforeAll(async () => {
  locked = createServer((_request, response) => response.writeHead(401).end('{}'))
  await new Promise<void>((done) => locked.listen(0, '127.0.0.1', done))
  grafana = await startGrafana({ old: true })
})

afterAll(async () => {
  await grafana.close()
  await agent.close()
  await new Promise((done) => locked.close(done))
})

test.each(replayed.map((record) => [record.id, record] as const))('%s', async (_id, { as, ...record }) => {
  const { method, path, headers, body } = record.request
  const token = TOKENS[as as keyof typeof TOKENS]
  const { port } = locked.address() as AddressInfo
  const sent =
    body === undefined
      ? undefined
      : JSON.stringify(body).replaceAll('http://127.0.0.1:9390', `http://127.0.0.1:${port}`)
  const answer = await request(`${grafana.url}${path}`, {
    ...{ method: method as 'GET', dispatcher: agent },
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(sent !== undefined && { body: sent }),
  })
  const text = await answer.body.text()
  expect(answer.statusCode).toBe(record.response.status)
  expect(told(json(text))).toEqual(told(record.response.body))
})

/** Of a refusal its words; of rules what each is and which keys it has; of the rest its uid. */
function told(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  if (Array.isArray(body)) return body.map(told)
  const { message, rules, uid, condition } = body as Json
  if (Array.isArray(rules)) return rules.map(told)
  if (condition !== undefined)
    return [uid, 'for' in body && body.for, 'notification_settings' in body, 'record' in body]
  return [message, uid]
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
