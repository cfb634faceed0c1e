import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createGrafana, type Grafana } from '../../src/clients/grafana/client.ts'
import { createPool } from '../../src/lib/http.ts'

/** Answers of Grafana 13 are those of its documentation: none was recorded. */

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A client of a server that has these answers, by path; 410 for provisioning, 404 for anything else. */
async function client(answers: Readonly<Record<string, unknown>>): Promise<Grafana> {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const body = answers[path]
    const none = path.startsWith('/api/v1/provisioning') ? 410 : 404
    response.writeHead(body === undefined ? none : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { message: 'Gone' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const pool = createPool()
  closing.push(async () => {
    await pool.close()
    await new Promise((done) => server.close(done).closeAllConnections())
  })
  const { port } = server.address() as AddressInfo
  return createGrafana({ url: `http://127.0.0.1:${port}`, token: 'glsa_x', pool })
}

const RESOURCES = '/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default'

test('contact points without the provisioning API are read as receivers, each with what it notifies', async () => {
  const integration = { type: 'slack', version: 'v1', settings: { recipient: '#ops' } }
  const grafana = await client({
    [`${RESOURCES}/receivers`]: {
      items: [
        { metadata: { name: 'b24tY2FsbA' }, spec: { title: 'on-call', integrations: [integration] } },
        { metadata: { name: 'ZW1wdHk' }, spec: { title: 'empty', integrations: [] } },
      ],
    },
  })
  expect(await grafana.contactPoints()).toEqual([
    { name: 'on-call', type: 'slack', settings: { recipient: '#ops' } },
  ])
})

test('policies without the provisioning API are read as the default tree', async () => {
  const tree = (name: string, receiver: string, routes: unknown[]) => ({
    ...{ metadata: { name }, spec: { defaults: { receiver }, routes } },
  })
  const matchers = [{ label: 'severity', type: '=', value: 'critical' }]
  const route = { receiver: 'pager', continue: false, matchers, routes: [] }
  const grafana = await client({
    [`${RESOURCES}/routingtrees`]: {
      items: [tree('team', 'other', []), tree('user-defined', 'on-call', [route])],
    },
  })
  expect(await grafana.policies()).toEqual({ receiver: 'on-call', routes: 1 })
  expect(await grafana.policyTree()).toEqual({
    receiver: 'on-call',
    routes: [
      { receiver: 'pager', continue: false, object_matchers: [['severity', '=', 'critical']], routes: [] },
    ],
  })
})

test('where neither exists, the refusal says what was asked for', async () => {
  const grafana = await client({})
  await expect(grafana.contactPoints()).rejects.toMatchObject({
    problems: [{ message: expect.stringContaining('list the contact points') }],
  })
})
