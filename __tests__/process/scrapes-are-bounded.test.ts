import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { renderPrometheus } from '../../src/desired/prometheus.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import {
  deployment,
  type Endpoint,
  endpoint,
  metrics,
  type RunningPrometheus,
  startPrometheus,
  verified,
} from './verify-world.ts'

/** Hostile services behind a real Prometheus that has the scrape jobs as we render them. */
const rendered = parse(
  renderPrometheus(
    parseConfig({
      monitoring: { app: 'm', vm: { memory_mb: 256 } },
      apps: [{ app: 'shop' }],
      services: [{ name: 'web', app: 'shop', port: 1 }],
    }),
    { version: { major: 2, minor: 42 }, ruleFiles: [], remoteWrite: undefined },
  ),
)
const { follow_redirects, body_size_limit, sample_limit } = rendered.scrape_configs[0]
const job = { follow_redirects, body_size_limit, sample_limit }

let victim: Endpoint
let hits = 0
let prometheus: RunningPrometheus
let evidence: Evidence
const endpoints: Endpoint[] = []

const MANY = Array.from({ length: 5_121 }, (_, i) => `a{i="${i}"} 1\n`).join('')
const JUST_ENOUGH = MANY.slice(0, MANY.lastIndexOf('a{'))
const BOMB = gzipSync(`a{b="${'x'.repeat(20 * 1024 * 1024)}"} 1\n`)

const HOSTILE: Record<string, RequestListener> = {
  elsewhere: (_, response) =>
    void response.writeHead(307, { location: `http://[::1]:${victim.port}/secrets` }).end(),
  itself: (_, response) => void response.writeHead(302, { location: '/metrics' }).end(),
  many: metrics(MANY),
  big: metrics(`a{b="${'x'.repeat(9 * 1024 * 1024)}"} 1\n`),
  bomb: (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(BOMB)
  },
  just_enough: metrics(JUST_ENOUGH),
}

beforeAll(async () => {
  victim = await endpoint((request, response) => {
    hits += 1
    metrics('a 1\n')(request, response)
  })
  endpoints.push(victim)
  const services = await Promise.all(
    Object.entries(HOSTILE).map(async ([name, answer]) => {
      const server = await endpoint(answer)
      endpoints.push(server)
      return { name, port: server.port, job }
    }),
  )
  const { config, machines, prometheus: file } = deployment(services)
  prometheus = await startPrometheus(file)
  ;({ evidence } = await verified(prometheus, { config, machines }))
}, 120_000)

afterAll(async () => {
  for (const one of [prometheus, ...endpoints]) await one[Symbol.asyncDispose]()
})

test.each([
  ['elsewhere', 'redirect', /answers \/metrics with a redirect, which Prometheus does not follow/],
  ['itself', 'redirect', /answers \/metrics with a redirect/],
  ['many', 'limit', /sends more samples at once than a target may \(sample_limit, 20 for each MB/],
  ['big', 'limit', /has more bytes than a target may send \(body_size_limit\)/],
  ['bomb', 'limit', /has more bytes than a target may send/],
])('%s is refused as %s, and told so', (name, kind, why) => {
  const target = evidence.targets.find(({ service }) => service === name)
  expect(target?.reason).toMatchObject({ class: kind, why: expect.stringMatching(why) })
  if (kind === 'limit') expect(target?.reason?.next).toContain('monitoring.vm.memory_mb')
})

test('where a redirect leads nobody asks', () => {
  expect(hits).toBe(0)
})

test('as many samples as a target may send are stored', () => {
  expect(evidence.targets.find(({ service }) => service === 'just_enough')).toMatchObject({
    state: 'up',
    samples: 5_120,
  })
})
