import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { scratchFolder } from '../support/scratch.ts'

const ENTRY = join(import.meta.dirname, '../../dist/index.js')
const CONFIG = `monitoring: { app: m }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`

/** Mode dashboards against a Grafana that takes requests and never answers; `asked` is called at the first one. */
async function importDashboards(timeout: string, asked: (kill: (signal: NodeJS.Signals) => void) => void) {
  using folder = scratchFolder()
  const summary = join(folder.path, 'summary')
  writeFileSync(summary, '')
  writeFileSync(join(folder.path, 'monitoring.yml'), CONFIG)
  mkdirSync(join(folder.path, 'temp'))
  const server = createServer(() => asked((signal) => child.kill(signal)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      INPUT_MODE: 'dashboards',
      INPUT_TIMEOUT: timeout,
      'INPUT_GRAFANA-URL': `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      'INPUT_GRAFANA-API-KEY': 'glsa_token',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: folder.path,
      RUNNER_TEMP: join(folder.path, 'temp'),
    },
  })
  try {
    const [code] = await once(child, 'close')
    return { code, summary: readFileSync(summary, 'utf8') }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

// Each would go on for the 30 s that one request may take, which is more than jest gives a test here.
test('a Grafana that never answers costs the time of the input timeout, not more', async () => {
  const { code, summary } = await importDashboards('1s', () => undefined)
  expect(code).toBe(1)
  expect(summary).toContain('Time was up before Grafana at `127.0.0.1')
}, 20_000)

test('a cancelled run does not wait for Grafana', async () => {
  const { code, summary } = await importDashboards('10m', (kill) => kill('SIGINT'))
  expect(code).toBe(1)
  expect(summary).toContain('The run was cancelled before Grafana at `127.0.0.1')
}, 20_000)
