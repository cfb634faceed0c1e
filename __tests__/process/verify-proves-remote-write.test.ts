import type { RequestListener } from 'node:http'
import { expect, test } from '@jest/globals'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { queryUrl } from '../../src/config/query-url.ts'
import type { CheckEvidence } from '../../src/verify/evidence.ts'
import { freePort } from '../support/free-port.ts'
import { deployment, endpoint, metrics, startPrometheus, until, verified } from './verify-world.ts'

interface Written {
  /** Where Prometheus writes to, and where verification believes it does. */
  url: string
  believed?: string
  readable?: boolean
  seconds?: number
  /** Goes into the remote-write section as it is. */
  extra?: Record<string, unknown>
}

/** The claim about remote write of a Prometheus that writes there. */
async function claim({
  url,
  believed = url,
  readable = true,
  seconds = 90,
  extra = {},
}: Written): Promise<CheckEvidence | undefined> {
  await using api = await endpoint(metrics('a 1\n'))
  const { config, machines, prometheus: file } = deployment([{ name: 'api', port: api.port }])
  await using running = await startPrometheus({ ...file, remote_write: [{ url, name: 'cloud', ...extra }] })
  const back = readable ? queryUrl(believed) : undefined
  const remoteWrite = {
    url: believed,
    monitor: 'shop-monitoring',
    ...(back !== undefined && { readBack: createPrometheus({ url: back, pool: running.pool }) }),
  }
  const { evidence } = await verified(running, { config, machines, remoteWrite: [remoteWrite] }, seconds)
  return evidence.checks.find(({ area }) => area === 'remote-write')
}

const answering =
  (status: number): RequestListener =>
  (_, response) => {
    response.statusCode = status
    response.end('{"status":"error"}')
  }

test.concurrent('a sample that can be read back is proven', async () => {
  await using cloud = await startPrometheus('{}', { args: ['--web.enable-remote-write-receiver'] })
  await until(() => cloud.prometheus.ready().catch(() => false))
  expect(await claim({ url: `${cloud.url}/api/v1/write` })).toMatchObject({
    outcome: 'holds',
    certainty: 'proven',
  })
}, 100_000)

test.concurrent('with a key that may only write, or an address without queries, it is inferred', async () => {
  await using writeOnly = await endpoint((request, response) =>
    answering(request.url === '/api/v1/write' ? 204 : 401)(request, response),
  )
  const url = `http://[::1]:${writeOnly.port}/api/v1/write`
  const [refused, unknown] = await Promise.all([claim({ url }), claim({ url, readable: false })])
  expect(refused).toMatchObject({
    outcome: 'holds',
    certainty: 'inferred',
    why: expect.stringContaining('allows writing but not reading'),
  })
  expect(unknown).toMatchObject({
    outcome: 'holds',
    certainty: 'inferred',
    why: expect.stringContaining('query URL'),
  })
}, 100_000)

test.concurrent.each([401, 429, 400])(
  'a server that answers %i: refused, although the sent time moves on',
  async (status) => {
    await using cloud = await endpoint(answering(status))
    expect(await claim({ url: `http://[::1]:${cloud.port}/api/v1/write`, readable: false })).toMatchObject({
      outcome: 'broken',
      certainty: 'proven',
      why: expect.stringContaining('rejects'),
    })
  },
  100_000,
)

test.concurrent('a server that fails, and one that is not there: no sample ever fails, none arrives', async () => {
  await using failing = await endpoint(answering(500))
  const gone = await freePort('::1')
  const claims = await Promise.all([
    claim({ url: `http://[::1]:${failing.port}/api/v1/write`, readable: false, seconds: 15 }),
    claim({ url: `http://[::1]:${gone}/api/v1/write`, seconds: 15 }),
  ])
  for (const one of claims)
    expect(one).toMatchObject({
      outcome: 'broken',
      why: expect.stringContaining('cannot be reached or fails'),
    })
}, 100_000)

test.concurrent('a key that is not where the configuration says', async () => {
  await using cloud = await endpoint(answering(204))
  const url = `http://[::1]:${cloud.port}/api/v1/write`
  const extra = { basic_auth: { username: 'u', password_file: '/nowhere/key' } }
  expect(await claim({ url, readable: false, seconds: 14, extra })).toMatchObject({ outcome: 'broken' })
}, 100_000)

test.concurrent('a server that never answers', async () => {
  await using silent = await endpoint(() => {})
  const url = `http://[::1]:${silent.port}/api/v1/write`
  expect(await claim({ url, readable: false, seconds: 25 })).toMatchObject({
    outcome: 'broken',
    certainty: 'inferred',
    why: expect.stringContaining('No sample was delivered'),
  })
}, 100_000)

test.concurrent('time that is up before anything could be sent proves nothing', async () => {
  await using silent = await endpoint(() => {})
  const url = `http://[::1]:${silent.port}/api/v1/write`
  expect(await claim({ url, readable: false, seconds: 4 })).toMatchObject({ outcome: 'not-checked' })
}, 100_000)

test.concurrent('an address that was never filled in', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what was shipped by mistake
  const url = '${GRAFANA_PROMETHEUS_URL}'
  expect(
    await claim({ url, believed: 'https://cloud.example/api/prom/push', readable: false }),
  ).toMatchObject({
    outcome: 'broken',
    why: expect.stringContaining('no remote-write queue'),
  })
}, 100_000)
