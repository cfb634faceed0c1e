import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../src/run/run.ts'
import { fakeFlyctl, keptLog } from '../support/fly-fake.ts'
import { isRunning, until } from '../support/processes.ts'

const CONFIG = `
monitoring: { app: mon, organization: acme, access: private }
apps: [{ app: web, deploy: false }]
services: [{ name: web, app: web, port: 9090 }]
`

const machine = (id: string) => ({
  id,
  state: 'started',
  region: 'nrt',
  private_ip: 'fdaa::1',
  config: { metadata: { fly_platform_version: 'v2', fly_release_version: '4' } },
})

/** In place of the tunnel and of Prometheus behind it: writes down each request, and is never ready. */
const PROXY = `
const { appendFileSync } = require('node:fs')
const file = process.env.FLY_TEST_FILE
appendFileSync(file, process.pid + '\\n')
process.stdin.resume().on('end', () => process.exit(0))
require('node:http').createServer((request, answer) => {
  appendFileSync(file, request.url + ' ' + /^Basic /.test(request.headers.authorization) + '\\n')
  answer.writeHead(503).end()
}).listen(Number(process.argv[2].split(':')[0]), '127.0.0.1')
`

async function verify({ config = CONFIG, cancelAfter = '', more = {} } = {}) {
  using fake = fakeFlyctl()
  fake.on('version', { stdout: '{"Version":"0.4.88"}' })
  for (const app of ['mon', 'web'])
    fake.on(`machine list --json -a ${app}`, { stdout: JSON.stringify([machine(app)]) })
  const folder = (name: string) => {
    mkdirSync(join(fake.folder, name))
    return join(fake.folder, name)
  }
  const [workspace, programs] = [folder('workspace'), folder('programs')]
  writeFileSync(join(workspace, 'monitoring.yml'), config)
  const proxy = join(programs, 'proxy.cjs')
  writeFileSync(proxy, PROXY)
  const script = `#!/bin/sh\nif [ "$1" = proxy ]; then exec ${process.execPath} ${proxy} "$2"; fi\nexec ${fake.binary} "$@"\n`
  writeFileSync(join(programs, 'flyctl'), script, { mode: 0o755 })
  const file = join(fake.folder, 'requests')
  writeFileSync(file, '')
  const read = () => readFileSync(file, 'utf8').trim().split('\n')
  const cancel = new AbortController()
  const going = run({
    env: {
      INPUT_MODE: 'verify',
      'INPUT_FLY-API-TOKEN': 'fake-token',
      INPUT_TIMEOUT: '6s',
      GITHUB_WORKSPACE: workspace,
      PATH: `${programs}:${process.env.PATH}`,
      FLY_FAKE: fake.folder,
      FLY_TEST_FILE: file,
      ...more,
    },
    log: keptLog(),
    signal: cancel.signal,
    scratch: folder('scratch'),
  })
  if (cancelAfter) {
    await until(() => read().some((line) => line.startsWith(cancelAfter)))
    cancel.abort(Object.assign(new Error('cancelled'), { name: 'AbortError' }))
  }
  const report = await going
  const [pid = '', ...requests] = read()
  return { report, pid: Number(pid), requests }
}

test('Prometheus is asked through the tunnel, with its password; the tunnel ends with the time of the run', async () => {
  const { report, pid, requests } = await verify()
  expect(requests).toContain('/-/ready true')
  expect(isRunning(pid)).toBe(false)
  expect(report.monitoring?.url).toBe('http://mon.internal:9090')
  expect(report.verdict.kind).not.toBe('proven')
})

test('a run that is cancelled ends the tunnel', async () => {
  const { pid } = await verify({ cancelAfter: '/-/ready' })
  expect(isRunning(pid)).toBe(false)
})

test('an address that an input names needs no tunnel', async () => {
  const { pid } = await verify({ more: { 'INPUT_PROMETHEUS-URL': 'http://127.0.0.1:1' } })
  expect(pid).toBe(0)
})

test('a Grafana that cannot reach Prometheus is refused before anything is done', async () => {
  const grafana = { 'INPUT_GRAFANA-URL': 'https://acme.grafana.net', 'INPUT_GRAFANA-API-KEY': 'glsa_x' }
  const { report, pid } = await verify({ more: grafana })
  expect(report.problems).toMatchObject([{ code: 'config/private-grafana', severity: 'error' }])
  expect(pid).toBe(0)
})
