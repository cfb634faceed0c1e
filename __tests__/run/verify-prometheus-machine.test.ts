import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { fakeFlyctl, keptLog } from '../support/fly-fake.ts'

const CONFIG = `
monitoring: { app: mon, organization: acme }
apps: [{ app: web, deploy: false }]
services: [{ name: web, app: web, port: 9090 }]
`

const machine = (over: object = {}) => ({
  id: 'm1',
  state: 'started',
  region: 'nrt',
  private_ip: 'fdaa::1',
  config: { metadata: { fly_platform_version: 'v2', fly_release_version: '4' } },
  ...over,
})

const crash = {
  type: 'exit',
  request: { exit_event: { exit_code: 2, restarting: false }, restart_count: 3 },
}

/** Mode verify over these machines of Prometheus; counts what is sent to its address. */
async function verify(machines: readonly object[]) {
  using fake = fakeFlyctl()
  fake.on('version', { stdout: '{"Version":"0.4.88"}' })
  fake.on('machine list --json -a mon', { stdout: JSON.stringify(machines) })
  fake.on('machine list --json -a web', { stdout: JSON.stringify([machine({ id: 'w1' })]) })
  fake.on('logs', { stdout: '{\n  "message": "level=error bind: address in use"\n}\n' })
  const workspace = join(fake.folder, 'workspace')
  mkdirSync(workspace)
  writeFileSync(join(workspace, 'monitoring.yml'), CONFIG)
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    response.writeHead(503).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const env = {
    INPUT_MODE: 'verify',
    'INPUT_FLY-API-TOKEN': 'fake-token',
    'INPUT_PROMETHEUS-URL': `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    INPUT_TIMEOUT: '10s',
    GITHUB_WORKSPACE: workspace,
    PATH: `${fake.folder}:${process.env.PATH}`,
    FLY_FAKE: fake.folder,
  }
  const began = performance.now()
  const report = await run({
    env,
    log: keptLog(),
    signal: new AbortController().signal,
    scratch: join(fake.folder, 'scratch'),
  })
  await new Promise((done) => server.close(done))
  return { report, asked, isQuick: performance.now() - began < 8_000 }
}

test('a stopped Prometheus is not proven, and not woken by our own request', async () => {
  const { report, asked } = await verify([machine({ state: 'stopped' })])
  expect(asked).toBe(0)
  expect(report.verdict).toMatchObject({
    kind: 'failed',
    failures: expect.arrayContaining([
      expect.objectContaining({
        code: 'access-broken',
        subject: 'mon',
        why: expect.stringMatching(/^Machine m1 of mon is stopped\. .*nothing is scraped/),
        next: expect.stringContaining('flyctl machine start m1 -a mon'),
        decides: true,
      }),
    ]),
  })
})

test.each([
  ['failed', machine({ state: 'failed' }), 'fly-machine-failed', /could not start it.*address in use/],
  [
    'crashed',
    machine({ state: 'stopped', events: [crash] }),
    'fly-crash',
    /exit code 2, restarted 3 times.*address in use/,
  ],
])('a %s one is red at once, with its last words and the command', async (_, seen, code, message) => {
  const { report, asked, isQuick } = await verify([seen])
  expect({ asked, isQuick }).toEqual({ asked: 0, isQuick: true })
  expect(report.verdict.kind).toBe('failed')
  expect(report).toMatchObject({
    problems: [
      { code, message: expect.stringMatching(message), hint: expect.stringMatching(/flyctl .*-a mon/) },
    ],
  })
})

test('a Prometheus that runs is asked', async () => {
  const { asked } = await verify([machine(), machine({ id: 'm2', state: 'stopped' })])
  expect(asked).toBeGreaterThan(0)
}, 30_000)
