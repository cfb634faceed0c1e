import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import selfsigned from 'selfsigned'
import { Agent, buildConnector } from 'undici'
import { parseConfig } from '../../src/config/load.ts'
import type { CheckEvidence } from '../../src/verify/evidence.ts'
import { checkEndpoints } from '../../src/verify/server/endpoints.ts'
import { type Endpoint, listening, MACHINE, metrics } from './verify-world.ts'

/** Fly's edge on loopback: every public name leads here, by its Host header to its app. */
const apps = new Map<string, RequestListener>()
let edge: Endpoint
let pool: Agent
const authorizations: (string | undefined)[] = []

beforeAll(async () => {
  const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: '*.fly.dev' }])
  const route: RequestListener = (request, response) => {
    authorizations.push(request.headers.authorization)
    const answer = apps.get(request.headers.host ?? '')
    if (answer) answer(request, response)
    else request.socket.destroy()
  }
  edge = await listening(createServer({ key, cert }, route), '127.0.0.1')
  const connect = buildConnector({ rejectUnauthorized: false })
  pool = new Agent({
    connect: (options, done) => connect({ ...options, hostname: '127.0.0.1', port: String(edge.port) }, done),
  })
})

afterAll(async () => {
  await pool.close()
  await edge[Symbol.asyncDispose]()
})

const config = (access: 'password' | 'public' = 'password', may_stop = false) =>
  parseConfig({
    monitoring: { app: 'shop-monitoring', access },
    apps: [{ app: 'shop', health: '/health' }, { app: 'worker' }],
    services: [{ name: 'api', app: 'shop', port: 9090, may_stop }],
  })

async function outcomes(access?: 'password' | 'public', seconds = 20) {
  const deadline = new Date(Date.now() + seconds * 1000)
  return told(await checkEndpoints({ config: config(access), ...REST }, { pool, limits: { deadline } }))
}

const REST = { machines: new Map(), prometheusUrl: 'https://shop-monitoring.fly.dev/' }
const told = (checks: readonly CheckEvidence[]) =>
  checks.map(({ area, subject, outcome }) => `${area} ${new URL(subject).host} ${outcome}`)

const status =
  (code: number): RequestListener =>
  (_, response) => {
    response.statusCode = code
    response.end('hello')
  }

test('a healthy app, no metrics in public, Prometheus behind its password', async () => {
  apps.set('shop.fly.dev', (request, response) =>
    status(request.url === '/health' ? 200 : 404)(request, response),
  )
  apps.set('worker.fly.dev', status(404))
  apps.set('shop-monitoring.fly.dev', status(401))
  expect(await outcomes()).toEqual([
    'health shop.fly.dev holds',
    'metrics-exposure shop.fly.dev holds',
    'metrics-exposure worker.fly.dev holds',
    'access shop-monitoring.fly.dev holds',
  ])
  expect(new Set(authorizations)).toEqual(new Set([undefined]))
})

test('an app that takes a moment to be healthy is waited for', async () => {
  let asked = 0
  apps.set('shop.fly.dev', (request, response) => {
    if (request.url === '/health') asked++
    status(asked < 4 ? 503 : 200)(request, response)
  })
  expect(await outcomes()).toContain('health shop.fly.dev holds')
  expect(asked).toBe(4)
})

test('a resting app is requested once and not reported as unhealthy', async () => {
  let asked = 0
  apps.set('shop.fly.dev', (request, response) => {
    if (request.url === '/health') asked++
    status(502)(request, response)
  })
  const ask = async (may_stop: boolean, state: string) => {
    asked = 0
    const machines = new Map([['shop', [{ ...MACHINE, app: 'shop', state }]]])
    const request = { ...REST, config: config('password', may_stop), machines }
    const limits = { deadline: new Date(Date.now() + 1000) }
    return told(await checkEndpoints(request, { pool, limits }))[0]
  }
  expect(await ask(true, 'stopped')).toBe('health shop.fly.dev nothing-to-check')
  expect(asked).toBe(1)
  expect(await ask(true, 'started')).toBe('health shop.fly.dev broken')
  expect(await ask(false, 'stopped')).toBe('health shop.fly.dev broken')
})

test('an app that stays unhealthy, public metrics, a Prometheus without a password', async () => {
  apps.set('shop.fly.dev', (request, response) =>
    request.url === '/metrics'
      ? metrics('# TYPE a counter\na 1\n')(request, response)
      : status(500)(request, response),
  )
  apps.delete('worker.fly.dev')
  apps.set('shop-monitoring.fly.dev', status(200))
  expect(await outcomes('password', 1)).toEqual([
    'health shop.fly.dev broken',
    'metrics-exposure shop.fly.dev warning',
    'metrics-exposure worker.fly.dev not-checked',
    'access shop-monitoring.fly.dev broken',
  ])
  expect(await outcomes('public', 1)).toContain('access shop-monitoring.fly.dev warning')
})
